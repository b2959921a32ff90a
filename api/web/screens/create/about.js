/** How a clip was made: its words and their fates, its lineage, what was computed, and the receipt to keep. */

import { call, get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { ClipTiles } from "../../clip/tiles.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Shown } from "../../ui/states.js";

/** @param {{clip_id: string}} props */
export default function About({ clip_id: clipId }) {
  const plan = useAsked(() => get(`/clips/${clipId}/storyboard`), [clipId]);
  const receipt = useAsked(() => call("GET", `/media/${clipId}/receipt`), [clipId]);
  const lineage = useAsked(() => get(`/clips/${clipId}/lineage`), [clipId]);
  return html`<${Page} title=${t("clip_about")} up=${`clips/${clipId}`}>
    <div class="stack">
      <${Shown} asked=${plan}>${(found) => html`<${Fates} coverage=${found.coverage} />`}</${Shown}>
      <${Shown} asked=${receipt}>${(found) => html`<${Facts} receipt=${found} />`}</${Shown}>
      <${Button} icon="download" href=${`/media/${clipId}/receipt`} download=${`${clipId}-receipt.json`} wide>${t("about_receipt")}</${Button}>
      <${Shown} asked=${lineage}>${(found) => html`<${Lineage} clips=${found.filter((clip) => clip.clip_id !== clipId)} />`}</${Shown}>
    </div>
  </${Page}>`;
}

function Fates({ coverage }) {
  return html`<section class="card">
    <h2>${t("about_words")}</h2>
    <ul class="wrap">
      ${coverage.map((word) => html`<li class=${`chip ${word.fate === "realised" ? "consent" : "caution"}`}>${word.phrase}: ${t(`fate_${word.fate}_short`)}${word.by ? ` (${word.by})` : ""}</li>`)}
    </ul>
  </section>`;
}

function Facts({ receipt }) {
  const { account } = receipt;
  const contacts = (account.shots ?? []).reduce((sum, shot) => sum + (shot.contacts?.length ?? 0), 0);
  const facts = [
    ["about_simulated", account.simulated === false ? t("no") : t("yes")],
    ["about_contacts", contacts],
    ["about_onsets", account.onsets?.length ?? 0],
    ["about_seed", receipt.seed],
  ];
  return html`<section class="card">
    <h2>${t("about_facts")}</h2>
    <dl class="stack tight">${facts.map(([name, value]) => html`<div class="row"><dt class="grow soft">${t(name)}</dt><dd>${value}</dd></div>`)}</dl>
    <p class="small soft">${t("about_verify")}</p>
  </section>`;
}

/** What it was made after, step by step to the first. */
function Lineage({ clips }) {
  if (clips.length === 0) return null;
  return html`<section class="stack"><h2>${t("about_before")}</h2><${ClipTiles} clips=${clips} none="" /></section>`;
}
