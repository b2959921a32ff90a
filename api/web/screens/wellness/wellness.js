/** How one feels: the check that is due, pauses, and one's own record, which nobody else can open. */

import { call, del, get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";
import { Question } from "./question.js";

const PAUSES_MINUTES = [15, 60, 24 * 60];

export default function Wellness() {
  const check = useAsked(() => get("/wellness"));
  const record = useAsked(() => get("/wellness/record"));
  const renew = () => Promise.all([check.again(), record.again()]);
  return html`<${Page} title=${t("wellness")} up="you">
    <div class="stack">
      <p class="soft">${t("wellness_words")}</p>
      <${Shown} asked=${check}>
        ${(found) => html`
          ${found.due && html`<${Question} check=${found} onAnswered=${renew} />`}
          <${Pause} until=${found.paused_until} onChange=${check.again} />`}
      </${Shown}>
      <${Shown} asked=${record}>${(found) => html`<${Record} answers=${found} onChange=${record.again} />`}</${Shown}>
    </div>
  </${Page}>`;
}

function Pause({ until, onChange }) {
  const pause = useAct(async (minutes) => {
    await post("/wellness/pause", { minutes });
    await onChange();
  });
  const end = useAct(async () => {
    await del("/wellness/pause");
    await onChange();
  });
  return html`<section class="card">
    <h2>${t("pause")}</h2>
    <p class="soft">${until ? t("pause_until", { moment: moment(until) }) : t("pause_words")}</p>
    <${ProblemNote} error=${pause.error ?? end.error} />
    <div class="wrap">
      ${until && html`<${Button} icon="play" busy=${end.busy} onClick=${end.run}>${t("pause_end")}</${Button}>`}
      ${PAUSES_MINUTES.map((minutes) => html`<${Button} icon="pause" busy=${pause.busy} onClick=${() => pause.run(minutes)}>${t(`pause_${minutes}`)}</${Button}>`)}
    </div>
  </section>`;
}

function Record({ answers, onChange }) {
  const [sure, setSure] = useState(false);
  const clear = useAct(async () => {
    await call("DELETE", "/wellness/record");
    setSure(false);
    await onChange();
  });
  if (answers.length === 0) return html`<${Empty} icon="leaf" words=${t("record_none")} />`;
  return html`<section class="card">
    <h2>${t("record")}</h2>
    <ul class="stack">
      ${answers.map(
        (each) => html`<li class="row" key=${each.check_id}>
          <span class="chip">${t(`felt_${each.felt}`)}</span>
          <span class="grow">${each.note}<br /><span class="small soft">${each.answered_at && moment(each.answered_at)}</span></span>
        </li>`,
      )}
    </ul>
    <${ProblemNote} error=${clear.error} />
    <div class="wrap">
      <${Button} icon="download" href=${saved(answers)} download="how-i-felt.json">${t("record_export")}</${Button}>
      ${sure
        ? html`<${Button} kind="danger" icon="trash-2" busy=${clear.busy} onClick=${clear.run}>${t("record_clear_sure")}</${Button}>`
        : html`<${Button} icon="trash-2" onClick=${() => setSure(true)}>${t("record_clear")}</${Button}>`}
    </div>
  </section>`;
}

/** The record as a file that never leaves the phone but by its owner's hand. */
const saved = (answers) => `data:application/json,${encodeURIComponent(JSON.stringify(answers, null, 2))}`;
