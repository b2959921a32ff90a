/** The film before it is sent: look at it, take it again, or send it. */

import { useAct } from "../../lib/asked.js";
import { html, useEffect, useMemo, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { ProblemNote } from "../../ui/states.js";
import { upload } from "./upload.js";

/** @param {{challenge: any, film: Blob, onRetake: () => void, onNew: () => void, onSent: () => void}} props */
export function Retake({ challenge, film, onRetake, onNew, onSent }) {
  const [fraction, setFraction] = useState(0);
  const address = useMemo(() => URL.createObjectURL(film), [film]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  const send = useAct(async () => {
    await upload(challenge.recording_url, film, setFraction);
    onSent();
  });
  const stale = ["enrolment_stale", "enrolment_spent"].includes(send.error?.code);
  return html`<div class="stack">
    <video class="film" src=${address} controls playsinline aria-label=${t("enrol_film")}></video>
    <p class="soft">${t("enrol_film_words")}</p>
    ${send.busy && html`<progress class="progress" max="1" value=${fraction} aria-label=${t("enrol_sending")}></progress>`}
    <${ProblemNote} error=${send.error} />
    ${stale
      ? html`<${Button} kind="primary" icon="refresh-cw" onClick=${onNew} wide>${t("enrol_new")}</${Button}>`
      : html`<${Button} kind="primary" icon="send" busy=${send.busy} onClick=${send.run} wide>${t("enrol_send")}</${Button}>`}
    <${Button} icon="undo-2" disabled=${send.busy} onClick=${onRetake} wide>${t("enrol_retake")}</${Button}>
  </div>`;
}
