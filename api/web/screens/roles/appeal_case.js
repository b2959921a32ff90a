/** An appeal that waits: what was refused on which evidence, what its maker says, and a reviewer's word with a reason. */

import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { hasText, t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field, Switch } from "../../ui/field.js";
import { ProblemNote } from "../../ui/states.js";
import { CaseClip } from "./case_clip.js";

/** @param {{case: any, onDone: () => Promise<void>}} props */
export function AppealCase({ case: appeal, onDone }) {
  const [reason, setReason] = useState("");
  const [themes, setThemes] = useState(appeal.themes);
  const decide = useAct(async (overturn) => {
    const read = overturn ? themes.map(({ cameo_id, theme, found }) => ({ cameo_id, theme, found })) : [];
    await post(`/review/appeals/${appeal.appeal_id}`, { overturn, reason, themes: read });
    await onDone();
  });
  const setFound = (place, found) => setThemes(themes.map((theme, index) => (index === place ? { ...theme, found } : theme)));
  const address = `/api/review/appeals/${appeal.appeal_id}`;
  return html`<article class="card">
    <p><strong>${hasText(`gate_${appeal.rule}`) ? t(`gate_${appeal.rule}`) : appeal.rule}</strong></p>
    <p class="small soft">${t("refusal_when", { stage: t(`stage_${appeal.stage}`), ago: ago(appeal.appealed_at) })}</p>
    ${appeal.text && html`<p>“${appeal.text}”</p>`}
    ${appeal.evidence && html`<p class="note small">${appeal.evidence}</p>`}
    <p>${t("appeal_says", { words: appeal.words ?? "" })}</p>
    ${appeal.clip && html`<${CaseClip} clip=${appeal.clip} video=${`${address}/video`} poster=${`${address}/poster`} />`}
    ${themes.map((theme, place) => html`<${Switch} label=${t("appeal_theme", { theme: theme.theme })} hint=${theme.evidence} checked=${theme.found} onChange=${(found) => setFound(place, found)} />`)}
    <${Field} as="textarea" label=${t("appeal_reason")} value=${reason} onValue=${setReason} maxlength="1000" />
    <${ProblemNote} error=${decide.error} />
    <div class="wrap">
      <${Button} icon="check" busy=${decide.busy} disabled=${reason.trim() === ""} onClick=${() => decide.run(false)}>${t("appeal_uphold")}</${Button}>
      ${appeal.overturnable && html`<${Button} kind="primary" icon="undo-2" busy=${decide.busy} disabled=${reason.trim() === ""} onClick=${() => decide.run(true)}>${t("appeal_overturn")}</${Button}>`}
    </div>
  </article>`;
}
