/** What an audit tells of a person or of a clip. */

import { moment } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";

/** @param {{told: any}} props */
export function Told({ told }) {
  const { audit, as_of: asOf } = told;
  return html`<section class="card" aria-live="polite">
    <p class="small soft">${t("audit_at", { position: asOf.position, moment: moment(asOf.at) })}</p>
    ${audit.type === "subject" ? html`<${Subject} audit=${audit} />` : html`<${Clip} clip=${audit} />`}
  </section>`;
}

function Subject({ audit }) {
  return html`<p><strong>${t(`audit_state_${audit.state}`)}</strong>${audit.level && html`: ${t(`audit_level_${audit.level}`)}`}</p>
    <h2>${t("audit_leaves", { count: audit.leaves.length })}</h2>
    <ul class="stack tight">
      ${audit.leaves.map(
        (leave) => html`<li class="note small">
          <span class="code">${leave.person_id}</span><br />
          ${(leave.terms.uses ?? []).map((use) => t(`use_${use}`)).join(", ")}
          ${leave.terms.expires_at && html`<br />${t("audit_until", { moment: moment(leave.terms.expires_at) })}`}
          ${leave.themes?.barred?.length > 0 && html`<br />${t("audit_barred", { themes: leave.themes.barred.join(", ") })}`}
          ${leave.grant_id && html`<br /><span class="code">${leave.grant_id}</span>`}
        </li>`,
      )}
    </ul>
    <h2>${t("audit_clips", { count: audit.clips.length })}</h2>
    <ul class="stack">${audit.clips.map((clip) => html`<li><${Clip} clip=${clip} /></li>`)}</ul>`;
}

function Clip({ clip }) {
  return html`<div class="stack tight">
    <p class="row"><span class="code small grow">${clip.clip_id}</span><span class="chip">${clip.status}</span></p>
    ${clip.cast.map((cast) => html`<p class="small">${t("audit_cast", { person: cast.owner_id, uses: cast.uses.map((use) => t(`use_${use}`)).join(", ") })} <span class="code">${(cast.grant_ids ?? []).join(", ")}</span></p>`)}
    <ol class="steps">
      ${clip.steps.map((step) => html`<li><span class="code small">${step.position}</span> <strong>${step.what}</strong> <span class="small soft">${moment(step.at)}</span></li>`)}
    </ol>
  </div>`;
}
