/** A reviewer's queue: reports, appeals and recordings that the checks were unsure of, oldest first. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { AppealCase } from "./appeal_case.js";
import { EnrolmentCase } from "./enrolment_case.js";
import { ReportCase } from "./report_case.js";

export default function Review() {
  const queue = useAsked(() => get("/review"));
  return html`<${Page} title=${t("role_reviewer")} up="you">
    <p class="soft">${t("review_words")}</p>
    <${Shown} asked=${queue}>${(found) => html`<${Cases} queue=${found} onDone=${queue.again} />`}</${Shown}>
  </${Page}>`;
}

function Cases({ queue, onDone }) {
  if (queue.reports.length + queue.appeals.length + queue.enrolments.length === 0) {
    return html`<${Empty} icon="check" words=${t("review_none")} />`;
  }
  return html`<div class="stack">
    <${Kind} title=${t("review_enrolments")} cases=${queue.enrolments} Case=${EnrolmentCase} name="enrolment_id" onDone=${onDone} />
    <${Kind} title=${t("review_reports")} cases=${queue.reports} Case=${ReportCase} name="report_id" onDone=${onDone} />
    <${Kind} title=${t("review_appeals")} cases=${queue.appeals} Case=${AppealCase} name="appeal_id" onDone=${onDone} />
  </div>`;
}

function Kind({ title, cases, Case, name, onDone }) {
  if (cases.length === 0) return null;
  return html`<section class="stack">
    <h2>${title} (${cases.length})</h2>
    ${cases.map((each) => html`<${Case} key=${each[name]} case=${each} onDone=${onDone} />`)}
  </section>`;
}
