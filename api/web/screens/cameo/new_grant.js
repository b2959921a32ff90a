/** Letting one person cast me, on terms of their own. */

import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { ProblemNote } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { TermsForm } from "./terms_form.js";

/** @param {{onAdded: () => Promise<void>, onClose: () => void}} props */
export function NewGrant({ onAdded, onClose }) {
  const [typed, setTyped] = useState("");
  const [terms, setTerms] = useState({ uses: ["appear"], expires_at: null, clips_count_max: null });
  const [themes, setThemes] = useState({ allowed: [], barred: [] });
  const handle = typed.trim().replace(/^@/, "");
  const grant = useAct(async () => {
    const given = await post("/cameo/grants", { grantee: handle, terms, themes });
    toast(t(given.waits_for_guardian ? "grant_given_waits" : "grant_given", { handle }));
    await onAdded();
  });
  return html`<form class="card" onSubmit=${(event) => (event.preventDefault(), grant.run())}>
    <${Field} label=${t("grant_who")} value=${typed} onValue=${setTyped} required autocapitalize="none" autocomplete="off" spellcheck="false" maxlength="25" />
    <${TermsForm} terms=${terms} themes=${themes} onTerms=${setTerms} onThemes=${setThemes} />
    ${me.value.age_band === "teen" && html`<p class="note small">${t("grant_guardian")}</p>`}
    <${ProblemNote} error=${grant.error} />
    <${Button} kind="primary" icon="check" type="submit" disabled=${handle === "" || terms.uses.length === 0} busy=${grant.busy} wide>${t("grant_give")}</${Button}>
    <${Button} onClick=${onClose} wide>${t("cancel")}</${Button}>
  </form>`;
}
