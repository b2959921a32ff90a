/** An auditor's page: whose likeness could be used by whom, at any moment of the log, with a proof file of it. */

import { get, withQuery } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { Told } from "./told.js";

const STILL_MS = 150;

/** @param {{who?: string}} props a handle, or the id of a person or a clip */
export default function Audit({ who = "" }) {
  const [typed, setTyped] = useState(who);
  const [subject, setSubject] = useState(who);
  const ready = useAsked(() => get("/ready"));
  const head = ready.value?.position;
  const [place, setPlace] = useState(null);
  return html`<${Page} title=${t("role_auditor")} up="you">
    <div class="stack">
      <form class="card" onSubmit=${(event) => (event.preventDefault(), setSubject(typed.trim()))}>
        <${Field} label=${t("audit_who")} hint=${t("audit_who_hint")} value=${typed} onValue=${setTyped} autocapitalize="none" autocomplete="off" spellcheck="false" required />
        <${Button} kind="primary" type="submit" icon="search">${t("audit_look")}</${Button}>
      </form>
      ${head > 0 && html`<${Slider} head=${head} place=${place ?? head} onPlace=${setPlace} />`}
      ${subject ? html`<${Answer} who=${subject} place=${place} />` : html`<${Empty} icon="scroll-text" words=${t("audit_none")} />`}
    </div>
  </${Page}>`;
}

function Slider({ head, place, onPlace }) {
  return html`<div class="card">
    <${Field} label=${t("audit_as_of", { position: place, head })} type="range" min="1" max=${head} value=${place} onValue=${(value) => onPlace(Number(value))} />
    <${Field} label=${t("audit_position")} type="number" inputmode="numeric" min="1" max=${head} value=${place} onValue=${(value) => onPlace(Math.min(head, Math.max(1, Number(value) || 1)))} />
  </div>`;
}

function Answer({ who, place }) {
  const [asked, setAsked] = useState(place);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(place), STILL_MS);
    return () => clearTimeout(timer);
  }, [place]);
  const told = useAsked(async () => {
    const address = await addressOf(who);
    return { address, ...(await get(withQuery(address, { as_of: asked }))) };
  }, [who, asked]);
  return html`<${Shown} asked=${told}>
    ${(found) => html`<div class="stack">
      <${Told} told=${found} />
      <${Button} icon="download" href=${`/api${withQuery(`${found.address}/proof`, { as_of: asked })}`} download="castmates-audit.json" wide>${t("audit_proof")}</${Button}>
      <p class="small soft">${t("badge_verify")}</p>
    </div>`}
  </${Shown}>`;
}

/** Where an audit is asked for: a clip by its id, a person by their id or their handle. */
async function addressOf(who) {
  if (who.startsWith("clip-")) return `/audit/clips/${who}`;
  if (who.startsWith("person-")) return `/audit/subjects/${who}`;
  const person = await get(`/people/@${who.replace(/^@/, "").toLowerCase()}`);
  return `/audit/subjects/${person.person_id}`;
}
