/** How far an enrolment is: being examined, with a reviewer, passed, or refused with how to pass each check. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useEffect } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";
import { Shown } from "../../ui/states.js";

const AGAIN_MS = 1500;

/** @param {{id: string, onDone?: () => void}} props `onDone` when it is decided */
export function Verdict({ id, onDone }) {
  const enrolment = useAsked(() => get(`/cameos/enrolments/${id}`), [id]);
  const state = enrolment.value?.state;
  useEffect(() => {
    if (state !== "submitted") {
      if (state === "enrolled") onDone?.();
      return undefined;
    }
    const timer = setInterval(enrolment.again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [state]);
  return html`<${Shown} asked=${enrolment}>${(found) => html`<div class="card" role="status"><${State} enrolment=${found} /></div>`}</${Shown}>`;
}

function State({ enrolment }) {
  switch (enrolment.state) {
    case "submitted":
      return html`<p>${t(enrolment.examining ? "enrol_examining" : "enrol_queued")}</p><progress class="progress" aria-label=${t("enrol_examining")}></progress>`;
    case "held":
      return html`<p class="row"><${Icon} name="clock" /><span>${t("enrol_held")}</span></p>`;
    case "enrolled":
      return html`<p class="row"><${Icon} name="badge-check" /><span>${t("enrol_passed")}</span></p>`;
    case "refused":
      return html`<p><strong>${t("enrol_refused")}</strong></p>
        <ul class="stack tight">${enrolment.checks.map((each) => html`<li class="note">${each.words}</li>`)}</ul>`;
    default:
      return html`<p>${t("enrol_open")}</p>`;
  }
}
