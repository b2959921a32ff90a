/** The people I let cast me: each grant with its terms, a new one, and the end of one. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { listen } from "../../lib/live.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { countedWords } from "./consequences.js";
import { NewGrant } from "./new_grant.js";
import { ConsentPage } from "./revocation_receipt.js";
import { RevokeButton } from "./revoke_button.js";
import { ranOut } from "./who_may.js";

export default function Grants() {
  const grants = useAsked(() => get("/cameo/grants"));
  const made = useAsked(() => get("/made-of-me"));
  const [adding, setAdding] = useState(false);
  useEffect(() => listen("notice", grants.again), []);
  const added = async () => {
    setAdding(false);
    await grants.again();
  };
  const ended = () => Promise.all([grants.again(), made.again()]);
  return html`<${Page} title=${t("grants")} up="cameo">
    <div class="stack">
      <p class="soft">${t("grants_words")}</p>
      <${Shown} asked=${grants}>
        ${(found) => html`<div class="stack">
          ${adding
            ? html`<${NewGrant} onAdded=${added} onClose=${() => setAdding(false)} />`
            : html`<${Button} kind="primary" icon="user-plus" onClick=${() => setAdding(true)} wide>${t("grant_new")}</${Button}>`}
          ${found.length === 0
            ? html`<${Empty} icon="users" words=${t("grants_none")} />`
            : html`<ul class="stack">${found.map((grant) => html`<${Grant} key=${grant.grant_id} grant=${grant} made=${made.value} onEnded=${ended} />`)}</ul>`}
        </div>`}
      </${Shown}>
    </div>
  </${Page}>`;
}

/** @param {{grant: import("../../types/app").Grant, made: import("../../types/app").Made[] | undefined, onEnded: () => unknown}} props */
function Grant({ grant, made, onEnded }) {
  const handle = grant.grantee.handle ?? "?";
  const by = made?.filter((each) => each.grant_ids.includes(grant.grant_id));
  return html`<li class="card">
    <div class="row">
      <${Avatar} handle=${grant.grantee.handle} />
      <span class="grow"><strong>@${handle}</strong><br /><span class="small soft">${grant.terms.uses.map((use) => t(`use_${use}`)).join(", ")}</span></span>
      <${Standing} grant=${grant} />
    </div>
    <p class="small soft">${termsWords(grant)}</p>
    ${by?.length > 0 && html`<p class="small soft">${t("grant_made", { count: by.length })}</p>`}
    <div class="wrap">
      <${ConsentPage} grantId=${grant.grant_id} />
      <${RevokeButton} label=${t("grant_revoke")} goes=${[t("grant_goes", { handle }), t("grant_goes_clips"), ...countedWords(by)]} stays=${[t("grant_stays")]}
        method="DELETE" address=${`/grants/${grant.grant_id}`} onDone=${onEnded} />
    </div>
  </li>`;
}

/** Why a grant that stands holds nothing, if it does not. */
function Standing({ grant }) {
  if (grant.approved === false) return html`<span class="chip caution">${t("grant_waits")}</span>`;
  return ranOut(grant.terms) && html`<span class="chip">${t("grant_ran_out")}</span>`;
}

/** @param {import("../../types/app").Grant} grant */
function termsWords({ terms, themes, granted_at }) {
  return [
    t("grant_since", { moment: moment(granted_at) }),
    terms.expires_at ? t("audit_until", { moment: moment(terms.expires_at) }) : t("grant_no_end"),
    terms.clips_count_max && t("grant_count", { count: terms.clips_count_max }),
    themes.barred?.length && t("audit_barred", { themes: themes.barred.join(", ") }),
    themes.allowed?.length && t("grant_only", { themes: themes.allowed.join(", ") }),
  ]
    .filter(Boolean)
    .join(" · ");
}
