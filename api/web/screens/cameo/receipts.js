/** The papers of my consent: what I agreed to and still stands, and each time that I ended it. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { ConsentPage, reachedWords } from "./revocation_receipt.js";

export default function Receipts() {
  const papers = useAsked(async () => {
    const [cameo, ended] = await Promise.all([get("/cameo"), get("/revocations")]);
    return { grants: cameo.grants, ended };
  });
  return html`<${Page} title=${t("receipts")} up="cameo">
    <div class="stack">
      <p class="soft">${t("receipts_words")}</p>
      <${Shown} asked=${papers}>
        ${({ grants, ended }) =>
          grants.length + ended.length === 0
            ? html`<${Empty} icon="scroll-text" words=${t("receipts_none")} />`
            : html`<${Given} grants=${grants} /><${Ended} ended=${ended} />`}
      </${Shown}>
    </div>
  </${Page}>`;
}

/** @param {{grants: import("../../types/app").Grant[]}} props */
function Given({ grants }) {
  if (grants.length === 0) return null;
  return html`<h2>${t("receipts_given")}</h2>
    <ul class="stack tight">
      ${grants.map(
        (grant) => html`<li class="card" key=${grant.grant_id}>
          <p>${t("receipt_of_grant", { handle: grant.grantee.handle ?? "?", moment: moment(grant.granted_at) })}</p>
          <div class="wrap"><${ConsentPage} grantId=${grant.grant_id} /></div>
        </li>`,
      )}
    </ul>`;
}

/** @param {{ended: import("../../types/app").Revocation[]}} props */
function Ended({ ended }) {
  if (ended.length === 0) return null;
  return html`<h2>${t("receipts_ended")}</h2>
    <ul class="list">
      ${ended.map(
        (each) => html`<li key=${each.revocation_id}>
          <a href=${href(`cameo/revocations/${each.revocation_id}`)}>
            <${Icon} name="hand" />
            <span class="grow">${t(`revoked_${each.kind}`)}<br /><span class="small soft">${moment(each.revoked_at)} · ${reachedWords(each)}</span></span>
            <${Icon} name="chevron-right" />
          </a>
        </li>`,
      )}
    </ul>`;
}
