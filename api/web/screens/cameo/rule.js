/** Who may cast me without a grant of their own; before it is saved, what it would have refused. */

import { get, post, put } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { back, href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Backtest } from "./backtest.js";
import { Levels } from "./levels.js";
import { TermsForm, wholeTerms, wholeThemes } from "./terms_form.js";
import { holds, isOpen, namesOf } from "./who_may.js";

export default function CameoRule() {
  const cameo = useAsked(() => get("/cameo"));
  return html`<${Page} title=${t("cameo_rule")} up="cameo">
    <${Shown} asked=${cameo}>
      ${(found) => (found.cameo_id ? html`<${Form} cameo=${found} />` : html`<${Empty} icon="badge-check" words=${t("cameo_none")} />`)}
    </${Shown}>
  </${Page}>`;
}

/** @param {{cameo: import("../../types/app").Cameo}} props */
function Form({ cameo }) {
  const [level, setLevel] = useState(cameo.level);
  const [terms, setTerms] = useState(wholeTerms(cameo.terms));
  const [themes, setThemes] = useState(wholeThemes(cameo.themes));
  const [tested, setTested] = useState(null);
  const rule = { level, terms, themes };
  const test = useAct(async () => setTested(await post("/cameo/backtest", { rule })));
  const save = useAct(async () => {
    await put("/cameo/rule", rule);
    toast(t("rule_saved"));
    back("cameo");
  });
  const change = (set) => (value) => {
    setTested(null);
    set(value);
  };
  const opens = isOpen(level);
  const usable = !opens || terms.uses.length > 0;
  return html`<form class="stack" onSubmit=${(event) => (event.preventDefault(), tested ? save.run() : test.run())}>
    <${Levels} value=${level} onValue=${change(setLevel)} />
    <${GrantsGoOn} grants=${cameo.grants.filter(holds)} />
    ${opens && html`<section class="card"><h2>${t("rule_terms")}</h2><${TermsForm} terms=${terms} themes=${themes} onTerms=${change(setTerms)} onThemes=${change(setThemes)} /></section>`}
    ${!usable && html`<p class="note small" role="status">${t("rule_no_use")}</p>`}
    ${tested && html`<${Backtest} tested=${tested} />`}
    <${ProblemNote} error=${test.error ?? save.error} />
    ${tested
      ? html`<p class="small soft">${t("rule_saves")}</p><${Button} kind="primary" icon="check" type="submit" busy=${save.busy} wide>${t("rule_save")}</${Button}>`
      : html`<${Button} kind="primary" icon="eye" type="submit" disabled=${!usable} busy=${test.busy} wide>${t("rule_test")}</${Button}>`}
  </form>`;
}

/** A level, even the closed one, ends no grant: that must be known before it is chosen. */
function GrantsGoOn({ grants }) {
  if (grants.length === 0) return null;
  return html`<p class="note small">${t("rule_grants_go_on", { count: grants.length, names: namesOf(grants) })} <a href=${href("cameo/grants")}>${t("rule_grants_see")}</a></p>`;
}
