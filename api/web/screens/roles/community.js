/** How the community's server fares: each part in one line, and the way to the render cluster's own dashboard. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useEffect } from "../../lib/preact.js";
import { hasText, t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { Shown } from "../../ui/states.js";

const AGAIN_MS = 5000;

export default function Community() {
  const health = useAsked(() => get("/ready"));
  const waiting = useAsked(() => get("/waiting-list/counts"));
  useEffect(() => {
    const timer = setInterval(health.again, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return html`<${Page} title=${t("role_founder")} up="you">
    <div class="stack">
      <${Shown} asked=${health}>
        ${(found) => html`<p class=${found.ready ? "note consent" : "problem"}>${t(found.ready ? "health_ready" : "health_not_ready")}</p>
          <ul class="list parts">
            ${Object.entries(found.parts).map(
              ([name, part]) => html`<li class="row">
                <${Icon} name=${part.status === "up" ? "check" : part.status === "waiting" ? "clock" : "triangle-alert"} />
                <span class="grow">${hasText(`part_of_${name}`) ? t(`part_of_${name}`) : name}<br /><span class="small soft">${part.note}</span></span>
                <span class="chip">${part.status}</span>
              </li>`,
            )}
          </ul>`}
      </${Shown}>
      ${waiting.value && html`<section class="card"><h2>${t("waiting_counts")}</h2>${waiting.value.countries.map((each) => html`<p class="row"><span class="grow">${each.country}</span><strong>${each.people_count}</strong></p>`)}</section>`}
      ${dashboardOf(health.value) &&
      html`<${Button} icon="activity" href=${dashboardOf(health.value)} target="_blank" rel="noreferrer" wide>${t("dashboard")}</${Button}>
        <p class="small soft">${t("dashboard_words")}</p>`}
    </div>
  </${Page}>`;
}

const dashboardOf = (health) => health?.parts.renderers.dashboard_url;
