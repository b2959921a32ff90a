/** Why something was not made: in words, with the evidence, and the appeal against it. */

import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { ProblemNote } from "../../ui/states.js";

/** @param {{error: any}} props a refusal of the gate is told in full, another one in its own words */
export function Refused({ error }) {
  const refusal = error?.body?.refusal;
  if (!refusal) return html`<${ProblemNote} error=${error} />`;
  return html`<div class="problem" role="alert">
    <p><strong>${error.body.title}</strong></p>
    <p>${refusal.words}</p>
    ${refusal.evidence && html`<p class="small">${refusal.evidence}</p>`}
    <${Appeal} refusal=${refusal} />
  </div>`;
}

function Appeal({ refusal }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const [sent, setSent] = useState(false);
  const appeal = useAct(async () => {
    await post(`/refusals/${refusal.refusal_id}/appeal`, { words });
    setSent(true);
  });
  if (sent) return html`<p><a href=${href("refusals")}>${t("appeal_waits")}</a></p>`;
  if (!open) return html`<p class="small">${refusal.appeal_words}</p><${Button} icon="scale" onClick=${() => setOpen(true)}>${t("appeal")}</${Button}>`;
  return html`<form class="stack tight" onSubmit=${(event) => (event.preventDefault(), appeal.run())}>
    <${Field} as="textarea" label=${t("appeal_words")} value=${words} onValue=${setWords} maxlength="1000" required />
    <${ProblemNote} error=${appeal.error} />
    <${Button} icon="send" type="submit" busy=${appeal.busy}>${t("appeal_send")}</${Button}>
  </form>`;
}
