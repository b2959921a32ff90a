/** A recording that the checks were unsure of: what was asked, what it shows, and whether it is this person. */

import { get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { ProblemNote, Shown } from "../../ui/states.js";

/** @param {{case: any, onDone: () => Promise<void>}} props */
export function EnrolmentCase({ case: held, onDone }) {
  const [open, setOpen] = useState(false);
  return html`<article class="card">
    <p class="row"><span class="grow">${t("enrolment_held")}</span><span class="small soft">${ago(held.held_at)}</span></p>
    ${open ? html`<${Looked} id=${held.enrolment_id} onDone=${onDone} />` : html`<${Button} icon="eye" onClick=${() => setOpen(true)}>${t("enrolment_look")}</${Button}>`}
  </article>`;
}

function Looked({ id, onDone }) {
  const held = useAsked(() => get(`/review/enrolments/${id}`), [id]);
  const decide = useAct(async (passed) => {
    await post(`/review/enrolments/${id}`, { passed });
    await onDone();
  });
  return html`<${Shown} asked=${held}>
    ${(found) => html`
      <p><strong>@${found.person.handle ?? "?"}</strong></p>
      <p>${t("enrolment_asked", { digits: found.digits.split("").join(" "), turns: found.turns.map((turn) => t(`turn_${turn}`)).join(", ") })}</p>
      <video class="held" src=${found.recording_url} controls playsinline preload="metadata" aria-label=${t("enrolment_recording")}></video>
      <ul class="stack tight">${found.words.map((words) => html`<li class="note small">${words}</li>`)}</ul>
      ${found.twin && html`<p class="chip caution">${t("enrolment_twin", { handle: found.twin.handle ?? "?" })}</p>`}
      <p class="small soft">${t("enrolment_dropped")}</p>
      <${ProblemNote} error=${decide.error} />
      <div class="wrap">
        <${Button} kind="primary" icon="check" busy=${decide.busy} onClick=${() => decide.run(true)}>${t("enrolment_pass")}</${Button}>
        <${Button} kind="danger" icon="x" busy=${decide.busy} onClick=${() => decide.run(false)}>${t("enrolment_fail")}</${Button}>
      </div>`}
  </${Shown}>`;
}
