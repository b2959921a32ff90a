/** Who may cast me without a grant of their own; before it is saved, what it would have refused. */

import { get, post, put } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { back } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Backtest } from "./backtest.js";
import { TermsForm, wholeTerms } from "./terms_form.js";

const LEVELS = [
  { level: "nobody", icon: "lock" },
  { level: "approved", icon: "user-check" },
  { level: "mutuals", icon: "users" },
  { level: "everyone", icon: "globe" },
];

export default function CameoRule() {
  const cameo = useAsked(() => get("/cameo"));
  return html`<${Page} title=${t("cameo_rule")} up="cameo"><${Shown} asked=${cameo}>${(found) => html`<${Form} cameo=${found} />`}</${Shown}></${Page}>`;
}

function Form({ cameo }) {
  const [level, setLevel] = useState(cameo.level);
  const [terms, setTerms] = useState(wholeTerms(cameo.terms));
  const [themes, setThemes] = useState({ allowed: cameo.themes.allowed ?? [], barred: cameo.themes.barred ?? [] });
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
  const open = level === "mutuals" || level === "everyone";
  return html`<form class="stack" onSubmit=${(event) => (event.preventDefault(), tested ? save.run() : test.run())}>
    <ul class="list" role="radiogroup" aria-label=${t("cameo_rule")}>
      ${LEVELS.map(
        ({ level: value, icon }) => html`<li role="presentation">
          <button type="button" role="radio" aria-checked=${String(value === level)} onClick=${() => change(setLevel)(value)}>
            <${Icon} name=${icon} /><span class="grow"><strong>${t(`level_${value}`)}</strong><br /><span class="small soft">${t(`level_${value}_hint`)}</span></span>
            ${value === level && html`<${Icon} name="check" />`}
          </button>
        </li>`,
      )}
    </ul>
    ${open && html`<section class="card"><${TermsForm} terms=${terms} themes=${themes} onTerms=${change(setTerms)} onThemes=${change(setThemes)} /></section>`}
    ${tested && html`<${Backtest} tested=${tested} />`}
    <${ProblemNote} error=${test.error ?? save.error} />
    ${tested
      ? html`<${Button} kind="primary" icon="check" type="submit" busy=${save.busy} wide>${t("rule_save")}</${Button}>`
      : html`<${Button} kind="primary" icon="eye" type="submit" busy=${test.busy} wide>${t("rule_test")}</${Button}>`}
  </form>`;
}
