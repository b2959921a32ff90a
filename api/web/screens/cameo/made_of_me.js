/** Every clip, draft and job with me in it, whoever made it, and the way to take one down. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { RevokeButton } from "./revoke_button.js";

export default function MadeOfMe() {
  const made = useAsked(() => get("/made-of-me"));
  return html`<${Page} title=${t("made_of_me")} up="cameo">
    <p class="soft">${t("made_of_me_words")}</p>
    <${Shown} asked=${made}>
      ${(found) =>
        found.length === 0
          ? html`<${Empty} icon="film" words=${t("made_of_me_none")} />`
          : html`<ul class="stack">${found.map((each) => html`<${Made} key=${each.clip_id} made=${each} onDone=${made.again} />`)}</ul>`}
    </${Shown}>
  </${Page}>`;
}

function Made({ made, onDone }) {
  const seen = made.status === "published";
  return html`<li class="card">
    <div class="row">
      ${made.poster_url && seen && html`<a href=${`#/clips/${made.clip_id}`}><img class="thumb" src=${made.poster_url} alt=${t("clip_by", { handle: made.maker.handle ?? "?" })} /></a>`}
      <div class="grow">
        <p><strong>@${made.maker.handle ?? "?"}</strong> <span class="chip">${t(`made_${made.status}`)}</span></p>
        <p class="small">${made.caption ?? made.prompt}</p>
        <p class="small soft">${made.uses.map((use) => t(`use_${use}`)).join(", ")} · ${ago(made.requested_at)}</p>
      </div>
    </div>
    <${RevokeButton} label=${t("made_withdraw")} words=${t("made_withdraw_words")} method="DELETE" address=${`/made-of-me/${made.clip_id}`} onDone=${onDone} />
  </li>`;
}
