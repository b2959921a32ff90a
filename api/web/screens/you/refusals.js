/** What the server refused to make, why, and one's appeals. */

import { get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { hasText, t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";

export default function Refusals() {
  const refusals = useAsked(() => get("/refusals"));
  return html`<${Page} title=${t("refusals")} up="you">
    <${Shown} asked=${refusals}>
      ${(found) =>
        found.length === 0
          ? html`<${Empty} icon="scale" words=${t("refusals_none")} />`
          : html`<ul class="stack">${found.map((each) => html`<${Refused} key=${each.refusal_id} refusal=${each} onChange=${refusals.again} />`)}</ul>`}
    </${Shown}>
  </${Page}>`;
}

function Refused({ refusal, onChange }) {
  const [words, setWords] = useState("");
  const [writing, setWriting] = useState(false);
  const appeal = useAct(async () => {
    await post(`/refusals/${refusal.refusal_id}/appeal`, { words });
    setWriting(false);
    await onChange();
  });
  return html`<li class="card">
    <p><strong>${hasText(`gate_${refusal.rule}`) ? t(`gate_${refusal.rule}`) : refusal.rule}</strong></p>
    <p class="small soft">${t("refusal_when", { stage: t(`stage_${refusal.stage}`), ago: ago(refusal.refused_at) })}</p>
    ${refusal.evidence && html`<p class="note">${refusal.evidence}</p>`}
    ${refusal.appeal && html`<${Appeal} appeal=${refusal.appeal} />`}
    ${!refusal.appeal && !writing && html`<${Button} icon="scale" onClick=${() => setWriting(true)}>${t("appeal")}</${Button}>`}
    ${writing &&
    html`<form class="stack tight" onSubmit=${(event) => (event.preventDefault(), appeal.run())}>
      <${Field} as="textarea" label=${t("appeal_words")} hint=${t("appeal_hint")} value=${words} onValue=${setWords} maxlength="1000" required />
      <${ProblemNote} error=${appeal.error} />
      <${Button} kind="primary" icon="send" type="submit" busy=${appeal.busy}>${t("appeal_send")}</${Button}>
    </form>`}
  </li>`;
}

function Appeal({ appeal }) {
  return html`<div class="note stack tight">
    <p><strong>${t(`appeal_${appeal.status}`)}</strong></p>
    ${appeal.reason && html`<p>${appeal.reason}</p>`}
    ${appeal.job_id && html`<${Button} icon="film" href=${href(`jobs/${appeal.job_id}`)}>${t("appeal_job")}</${Button}>`}
  </div>`;
}
