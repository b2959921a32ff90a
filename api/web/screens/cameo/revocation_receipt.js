/** The receipt of what a revocation reached. */

import { moment } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";

/** @param {{receipt: import("../../types/app").Revocation, linked?: boolean}} props `linked`: with a way to its own page */
export function RevocationReceipt({ receipt, linked = false }) {
  const saved = `data:application/json,${encodeURIComponent(JSON.stringify(receipt, null, 2))}`;
  return html`<div class="stack" role="status">
    <p class="note consent">${t(`revoked_${receipt.kind}`)} ${reachedWords(receipt)}</p>
    <dl class="stack tight">
      <div><dt class="small soft">${t("revoked_at")}</dt><dd>${moment(receipt.revoked_at)}</dd></div>
      <div><dt class="small soft">${t("revoked_finished")}</dt><dd>${receipt.finished_at ? moment(receipt.finished_at) : t("revoked_running")}</dd></div>
      <div><dt class="small soft">${t("revoked_number")}</dt><dd class="code small">${receipt.revocation_id}</dd></div>
    </dl>
    ${receipt.reached?.length > 0 && html`<${ReachedList} reached=${receipt.reached} />`}
    <div class="stack tight">
      ${linked && html`<${Button} icon="scroll-text" href=${href(`cameo/revocations/${receipt.revocation_id}`)} wide>${t("revoked_page")}</${Button}>`}
      <${Button} icon="download" href=${saved} download=${`${receipt.revocation_id}.json`} wide>${t("revoked_save")}</${Button}>
      ${receipt.grant_id && html`<${ConsentPage} grantId=${receipt.grant_id} />`}
    </div>
  </div>`;
}

/** A link to the page of a consent, to read and print. @param {{grantId: string}} props */
export function ConsentPage({ grantId }) {
  return html`<${Button} icon="scroll-text" href=${`/api/grants/${grantId}/receipt`} target="_blank" rel="noopener" type="text/html">${t("consent_receipt")}</${Button}>`;
}

/** How much a revocation took down. @param {import("../../types/app").Revocation} receipt */
export function reachedWords({ clips_count, jobs_count }) {
  const parts = [clips_count > 0 && t("revoked_clips", { count: clips_count }), jobs_count > 0 && t("revoked_jobs", { count: jobs_count })].filter(Boolean);
  return parts.length === 0 ? t("revoked_nothing") : parts.join(" ");
}

function ReachedList({ reached }) {
  return html`<details>
    <summary>${t("revoked_list", { count: reached.length })}</summary>
    <ul class="stack tight">
      ${reached.map(
        (each) => html`<li class="row top small" key=${each.job_id}>
          <${Icon} name=${each.what === "clip" ? "film" : "clock"} />
          <span class="grow">${t(`reached_${each.what}`, { handle: each.maker.handle ?? "?", moment: moment(each.at) })}<br /><span class="code soft">${each.clip_id}</span></span>
        </li>`,
      )}
    </ul>
  </details>`;
}
