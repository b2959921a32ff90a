/** The people I let cast me: each grant with its terms, a new one, and the end of one. */

import { get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { RevokeButton } from "./revoke_button.js";
import { TermsForm } from "./terms_form.js";

export default function Grants() {
  const grants = useAsked(() => get("/cameo/grants"));
  const [adding, setAdding] = useState(false);
  const added = async () => {
    setAdding(false);
    await grants.again();
  };
  return html`<${Page} title=${t("grants")} up="cameo">
    <div class="stack">
      <p class="soft">${t("grants_words")}</p>
      ${adding ? html`<${NewGrant} onAdded=${added} />` : html`<${Button} kind="primary" icon="user-plus" onClick=${() => setAdding(true)} wide>${t("grant_new")}</${Button}>`}
      <${Shown} asked=${grants}>
        ${(found) =>
          found.length === 0
            ? html`<${Empty} icon="users" words=${t("grants_none")} />`
            : html`<ul class="stack">${found.map((grant) => html`<${Grant} key=${grant.grant_id} grant=${grant} onEnded=${grants.again} />`)}</ul>`}
      </${Shown}>
    </div>
  </${Page}>`;
}

function Grant({ grant, onEnded }) {
  const { terms, themes } = grant;
  return html`<li class="card">
    <div class="row">
      <${Avatar} handle=${grant.grantee.handle} />
      <span class="grow"><strong>@${grant.grantee.handle ?? "?"}</strong><br /><span class="small soft">${terms.uses.map((use) => t(`use_${use}`)).join(", ")}</span></span>
      ${grant.approved === false && html`<span class="chip caution">${t("grant_waits")}</span>`}
    </div>
    <p class="small soft">
      ${[
        terms.expires_at && t("audit_until", { moment: moment(terms.expires_at) }),
        terms.clips_count_max && t("grant_count", { count: terms.clips_count_max }),
        themes.barred?.length && t("audit_barred", { themes: themes.barred.join(", ") }),
        themes.allowed?.length && t("grant_only", { themes: themes.allowed.join(", ") }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
    <div class="wrap">
      <${Button} icon="scroll-text" href=${`/api/grants/${grant.grant_id}/receipt`} target="_blank" type="text/html">${t("consent_receipt")}</${Button}>
      <${RevokeButton} label=${t("grant_revoke")} words=${t("grant_revoke_words", { handle: grant.grantee.handle ?? "?" })} method="DELETE" address=${`/grants/${grant.grant_id}`} onDone=${onEnded} />
    </div>
  </li>`;
}

function NewGrant({ onAdded }) {
  const [handle, setHandle] = useState("");
  const [terms, setTerms] = useState({ uses: ["appear"], expires_at: null, clips_count_max: null });
  const [themes, setThemes] = useState({ allowed: [], barred: [] });
  const grant = useAct(async () => {
    const given = await post("/cameo/grants", { grantee: handle.trim(), terms, themes });
    toast(t(given.waits_for_guardian ? "grant_given_waits" : "grant_given", { handle: handle.trim().replace(/^@/, "") }));
    await onAdded();
  });
  return html`<form class="card" onSubmit=${(event) => (event.preventDefault(), grant.run())}>
    <${Field} label=${t("grant_who")} value=${handle} onValue=${setHandle} required autocapitalize="none" autocomplete="off" spellcheck="false" maxlength="25" />
    <${TermsForm} terms=${terms} themes=${themes} onTerms=${setTerms} onThemes=${setThemes} />
    <${ProblemNote} error=${grant.error} />
    <${Button} kind="primary" icon="check" type="submit" busy=${grant.busy} wide>${t("grant_give")}</${Button}>
  </form>`;
}
