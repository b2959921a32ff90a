/** The instructions that hold, each with its chips, its end and a way to undo it. */

import { del, put } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { RuleChips } from "./rule_chips.js";

/** @param {{standing: import("../../lib/asked.js").Asked}} props */
export function StandingRules({ standing }) {
  return html`<${Shown} asked=${standing}>
    ${(found) =>
      found.length > 0 &&
      html`<section class="stack tight">
        <h2>${t("rules_standing")}</h2>
        ${found.map((each) => html`<${Standing} key=${each.instruction_id} instruction=${each} onChange=${standing.again} />`)}
      </section>`}
  </${Shown}>`;
}

function Standing({ instruction, onChange }) {
  const address = `/feed/instructions/${instruction.instruction_id}`;
  const undo = useAct(async () => {
    await del(address);
    await onChange();
  });
  const edit = useAct(async (chips) => {
    if (chips.length === 0) await del(address);
    else await put(address, { rules: chips.map((chip) => chip.rule), until: instruction.until });
    await onChange();
  });
  return html`<article class="card">
    ${instruction.text && html`<p>“${instruction.text}”</p>`}
    <${RuleChips} chips=${instruction.rules} onChips=${edit.run} />
    <${ProblemNote} error=${undo.error ?? edit.error} />
    <div class="row">
      <span class="grow small soft">${instruction.until ? t("rules_until", { moment: moment(instruction.until) }) : t("end_never")}</span>
      <${Button} icon="undo-2" busy=${undo.busy} onClick=${undo.run}>${t("undo")}</${Button}>
    </div>
  </article>`;
}
