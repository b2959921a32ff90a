/** A report that waits: leave the clip, or take it down. */

import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { ProblemNote } from "../../ui/states.js";
import { CaseClip } from "./case_clip.js";

/** @param {{case: any, onDone: () => Promise<void>}} props */
export function ReportCase({ case: report, onDone }) {
  const decide = useAct(async (withdraw) => {
    await post(`/review/reports/${report.report_id}`, { withdraw });
    await onDone();
  });
  return html`<article class="card">
    <p class="row"><span class="chip caution">${t(`report_${report.reason}`)}</span><span class="small soft">${ago(report.reported_at)}</span></p>
    ${report.note && html`<p>“${report.note}”</p>`}
    <${CaseClip} clip=${report.clip} />
    <${ProblemNote} error=${decide.error} />
    <div class="wrap">
      <${Button} icon="check" busy=${decide.busy} onClick=${() => decide.run(false)}>${t("report_dismiss")}</${Button}>
      <${Button} kind="danger" icon="eye-off" busy=${decide.busy} onClick=${() => decide.run(true)}>${t("report_withdraw")}</${Button}>
    </div>
  </article>`;
}
