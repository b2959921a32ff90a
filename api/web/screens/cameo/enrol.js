/** Becoming castable, step by step: what is kept, the recording with its guide, a look at it, and the verdict. */

import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { go, href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { ProblemNote } from "../../ui/states.js";
import { Recorder } from "./recorder.js";
import { Retake } from "./retake.js";
import { Verdict } from "./verdict.js";

const KEPT = ["kept_texture", "kept_template", "kept_key"];
const DROPPED = ["dropped_recording", "dropped_voice"];

export default function Enrol() {
  const [challenge, setChallenge] = useState(null);
  const [film, setFilm] = useState(null);
  const [sent, setSent] = useState(false);
  const ask = useAct(async () => {
    setFilm(null);
    setChallenge(await post("/cameos/enrolments"));
  });
  let step = html`<${Before} ask=${ask} />`;
  if (sent) step = html`<${After} id=${challenge.enrolment_id} />`;
  else if (film) step = html`<${Retake} challenge=${challenge} film=${film} onRetake=${() => setFilm(null)} onNew=${ask.run} onSent=${() => setSent(true)} />`;
  else if (challenge) step = html`<${Recorder} challenge=${challenge} onFilm=${setFilm} onNew=${ask.run} />`;
  return html`<${Page} title=${t("enrol")} up="cameo">${step}</${Page}>`;
}

function Before({ ask }) {
  return html`<div class="stack">
    <p>${t("enrol_words")}</p>
    <section class="card">
      <h2>${t("enrol_kept")}</h2>
      <ul class="stack tight">${KEPT.map((key) => html`<li class="row"><${Icon} name="lock" /><span>${t(key)}</span></li>`)}</ul>
      <h2>${t("enrol_dropped")}</h2>
      <ul class="stack tight">${DROPPED.map((key) => html`<li class="row"><${Icon} name="trash-2" /><span>${t(key)}</span></li>`)}</ul>
    </section>
    <p class="soft">${t("enrol_tips")}</p>
    <${ProblemNote} error=${ask.error} />
    <${Button} kind="primary" icon="camera" busy=${ask.busy} onClick=${ask.run} wide>${t("enrol_go")}</${Button}>
  </div>`;
}

function After({ id }) {
  return html`<div class="stack">
    <${Verdict} id=${id} onDone=${() => go("cameo", { replace: true })} />
    <${Button} href=${href("cameo")} wide>${t("enrol_leave")}</${Button}>
  </div>`;
}
