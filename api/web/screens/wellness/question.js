/** The question of a wellness check, its answer, and what follows from it. */

import { del, post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { ProblemNote } from "../../ui/states.js";

const FACES = { good: "smile", neutral: "meh", bad: "frown" };

/** @param {{check: import("../../types/app").DueCheck, onAnswered?: () => void}} props */
export function Question({ check, onAnswered }) {
  const [felt, setFelt] = useState(null);
  const [note, setNote] = useState("");
  const [followed, setFollowed] = useState(null);
  const answer = useAct(async () => {
    const found = await post(`/wellness/checks/${check.check_id}/answer`, { felt, note: note.trim() || null });
    setFollowed(found);
    if (!found.effect) onAnswered?.();
  });
  if (followed?.effect) return html`<${Effect} effect=${followed.effect} onDone=${onAnswered} />`;
  return html`<section class="card">
    <h2>${t("wellness_question")}</h2>
    <div class="felt" role="radiogroup" aria-label=${t("wellness_question")}>
      ${check.answers.map(
        (value) => html`<button type="button" role="radio" class="chip" aria-checked=${String(value === felt)} onClick=${() => setFelt(value)}>
          <${Icon} name=${FACES[value]} />${t(`felt_${value}`)}
        </button>`,
      )}
    </div>
    ${felt &&
    html`<${Field} as="textarea" label=${t("felt_note")} hint=${t("felt_note_hint")} value=${note} onValue=${setNote} maxlength="1000" />
      <${ProblemNote} error=${answer.error} />
      <${Button} kind="primary" busy=${answer.busy} onClick=${answer.run} wide>${t("save")}</${Button}>`}
  </section>`;
}

/** What an answer changed, said outright and undone with one press. */
function Effect({ effect, onDone }) {
  const undo = useAct(async () => {
    await del(`/feed/instructions/${effect.instruction_id}`);
    onDone?.();
  });
  return html`<section class="note stack tight" role="status">
    <p>${t("felt_effect", { words: effect.text })}</p>
    <${ProblemNote} error=${undo.error} />
    <div class="wrap">
      <${Button} icon="check" onClick=${onDone}>${t("felt_keep")}</${Button}>
      <${Button} icon="undo-2" busy=${undo.busy} onClick=${undo.run}>${t("undo")}</${Button}>
    </div>
  </section>`;
}
