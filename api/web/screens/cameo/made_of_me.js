/** Every clip, draft and job with me in it, whoever made it; one looks at it, and takes it down. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { listen } from "../../lib/live.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Shown } from "../../ui/states.js";
import { RevokeButton } from "./revoke_button.js";

export default function MadeOfMe() {
  const made = useAsked(() => get("/made-of-me"));
  const [watched, setWatched] = useState(null);
  useEffect(() => listen("gone", made.again), []);
  return html`<${Page} title=${t("made_of_me")} up="cameo">
    <div class="stack">
      <p class="soft">${t("made_of_me_words")}</p>
      <${Shown} asked=${made}>
        ${(found) =>
          found.length === 0
            ? html`<${Empty} icon="film" words=${t("made_of_me_none")} />`
            : html`<ul class="stack">
                ${found.map((each) => html`<${Made} key=${each.clip_id} made=${each} onWatch=${() => setWatched(each)} onDone=${made.again} />`)}
              </ul>`}
      </${Shown}>
    </div>
    ${watched && html`<${Watched} made=${watched} onClose=${() => setWatched(null)} />`}
  </${Page}>`;
}

/** @param {{made: import("../../types/app").Made, onWatch: () => void, onDone: () => void}} props */
function Made({ made, onWatch, onDone }) {
  const running = made.status === "queued" || made.status === "started";
  const by = t("clip_by", { handle: made.maker.handle ?? "?" });
  const goes = [t(running ? "made_stops" : "made_goes"), t("made_goes_after")];
  return html`<li class="card">
    <div class="row top">
      ${made.poster_url
        ? html`<button type="button" class="look" aria-label=${t("made_watch", { what: by })} onClick=${onWatch}><img class="thumb" src=${made.poster_url} alt="" width="64" height="88" /><${Icon} name="play" /></button>`
        : html`<span class="thumb blank"><${Icon} name=${running ? "clock" : "film"} /></span>`}
      <div class="grow stack tight">
        <p class="row"><strong>@${made.maker.handle ?? "?"}</strong> <span class=${`chip ${made.status}`}>${t(`made_${made.status}`)}</span></p>
        <p class="small">${made.caption ?? made.prompt}</p>
        <p class="small soft">${made.uses.map((use) => t(`use_${use}`)).join(", ")} · ${ago(made.requested_at)}</p>
        <p class="small soft">${t(leaveOf(made))}</p>
      </div>
    </div>
    <${RevokeButton} label=${t("made_withdraw")} goes=${goes} stays=${[t("made_stays_grant"), t("made_stays_others")]}
      method="DELETE" address=${`/made-of-me/${made.clip_id}`} onDone=${onDone} />
  </li>`;
}

/** By whose leave it was made. @param {import("../../types/app").Made} made */
function leaveOf(made) {
  if (made.maker.person_id === me.value.person_id) return "made_by_me";
  return made.grant_ids.length > 0 ? "made_by_grant" : "made_by_rule";
}

/** @param {{made: import("../../types/app").Made, onClose: () => void}} props */
function Watched({ made, onClose }) {
  return html`<${Sheet} title=${t("clip_by", { handle: made.maker.handle ?? "?" })} onClose=${onClose}>
    <video class="film" src=${made.video_url} poster=${made.poster_url} controls playsinline autoplay></video>
    <p>${made.caption ?? made.prompt}</p>
  </${Sheet}>`;
}
