/** Ask the feed in plain words: what was understood stands as chips before anything applies. */

import { get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { moment, utcOffsetMin } from "../../lib/format.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { go, href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button, IconButton } from "../../ui/button.js";
import { Choice, Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { ProblemNote, Skeletons } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { useDictation } from "./dictation.js";
import { useReading } from "./reading.js";
import { RuleChips } from "./rule_chips.js";
import { StandingRules } from "./standing_rules.js";
import { endAt, ENDS } from "./ends.js";

export default function Ask() {
  const [text, setText] = useState("");
  const { reading, error } = useReading(text);
  const [chips, setChips] = useState([]);
  const [end, setEnd] = useState("never");
  const standing = useAsked(() => get("/feed/instructions"));
  const dictation = useDictation(setText);
  useEffect(() => {
    setChips(reading?.rules ?? []);
    setEnd(reading?.until ? "read" : "never");
  }, [reading]);
  const keep = useAct(async () => {
    const rules = chips.map((chip) => chip.rule);
    await post("/feed/instructions", { text, rules, until: end === "read" ? reading.until : endAt(end), utc_offset_min: utcOffsetMin() });
    setText("");
    await standing.again();
    toast(t("ask_kept"), { label: t("ask_look"), run: () => go("") });
  });
  const useful = chips.length > 0;
  return html`<${Page} title=${t("ask")} up="">
    <div class="stack">
      <form class="ask-form" onSubmit=${(event) => (event.preventDefault(), useful && keep.run())}>
        <${Field} as="textarea" label=${t("ask_label")} hint=${t("ask_examples")} value=${text} onValue=${setText} maxlength="500" rows="2" enterkeyhint="done" />
        ${dictation.listen && html`<${IconButton} icon="mic" class=${dictation.listening ? "primary" : ""} label=${t("ask_say")} onClick=${dictation.listen} />`}
      </form>
      <div aria-live="polite" class="stack">
        <${ProblemNote} error=${error} />
        ${text.trim() && !reading && !error && html`<${Skeletons} count=${1} height="2.5rem" />`}
        ${reading && html`<${Understood} reading=${reading} chips=${chips} onChips=${setChips} />`}
      </div>
      ${useful &&
      html`<${Choice} label=${t("ask_until")} value=${end} onValue=${setEnd}
          choices=${[...(reading?.until ? [{ value: "read", label: t("end_read", { until: moment(reading.until) }) }] : []), ...ENDS.map((value) => ({ value, label: t(`end_${value}`) }))]} />
        <${ProblemNote} error=${keep.error} />
        <${Button} kind="primary" icon="check" busy=${keep.busy} onClick=${keep.run} wide>${t("ask_keep")}</${Button}>
        <${Button} icon="eye" href=${href(`?${new URLSearchParams({ ask: text })}`)} wide>${t("ask_once")}</${Button}>`}
      <${StandingRules} standing=${standing} />
      <${Button} kind="quiet" icon="sliders-horizontal" href=${href("rules")} wide>${t("rules_all")}</${Button}>
    </div>
  </${Page}>`;
}

function Understood({ reading, chips, onChips }) {
  return html`<section class="card" aria-label=${t("ask_understood")}>
    <h2>${t("ask_understood")}</h2>
    ${chips.length ? html`<${RuleChips} chips=${chips} onChips=${onChips} />` : html`<p>${t("ask_nothing")}</p>`}
    ${reading.repairs.map((repair) => html`<p class="small soft">${t("ask_repair", repair)}</p>`)}
    ${reading.unread.length > 0 && html`<p class="small chip caution">${t("ask_unread", { words: reading.unread.join(", ") })}</p>`}
    ${reading.conflicts.map((clash) => html`<p class="note">${t("ask_conflict", { rule: clash.rule.label, against: clash.against.label })}</p>`)}
    ${chips.length > 0 && html`<p class="small soft">${t("ask_hides", { count: reading.hides_count, of: reading.clips_count })}</p>`}
  </section>`;
}
