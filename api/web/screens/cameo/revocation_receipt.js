/** The receipt of what a revocation reached. */

import { moment } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";

/** @param {{receipt: any}} props */
export function RevocationReceipt({ receipt }) {
  const saved = `data:application/json,${encodeURIComponent(JSON.stringify(receipt, null, 2))}`;
  return html`<div class="stack" role="status">
    <p class="note consent">${t("revoked_words", { clips: receipt.clips_count, jobs: receipt.jobs_count })}</p>
    <dl class="stack tight">
      <div><dt class="small soft">${t("revoked_at")}</dt><dd>${moment(receipt.revoked_at)}</dd></div>
      <div><dt class="small soft">${t("revoked_finished")}</dt><dd>${receipt.finished_at ? moment(receipt.finished_at) : t("revoked_running")}</dd></div>
    </dl>
    ${receipt.reached?.length > 0 &&
    html`<details><summary>${t("revoked_list", { count: receipt.reached.length })}</summary>
      <ul class="stack tight">${receipt.reached.map((each) => html`<li class="code small">${each.clip_id ?? each.job_id}</li>`)}</ul>
    </details>`}
    <${Button} icon="download" href=${saved} download=${`${receipt.revocation_id}.json`} wide>${t("revoked_save")}</${Button}>
  </div>`;
}
