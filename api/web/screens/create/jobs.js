/** Clips in the making and drafts, newest first. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { listen } from "../../lib/live.js";
import { html, useEffect } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";

export default function Jobs() {
  const jobs = useAsked(() => get("/generations"));
  const drafts = useAsked(() => get("/drafts"));
  useEffect(
    () =>
      listen("job", () => {
        jobs.again();
        drafts.again();
      }),
    [],
  );
  return html`<${Page} title=${t("you_drafts")} up="you">
    <div class="stack">
      <${Shown} asked=${drafts}>
        ${(found) =>
          found.length > 0 &&
          html`<h2>${t("drafts")}</h2>
            <ul class="tiles">
              ${found.map((clip) => html`<li key=${clip.clip_id}><a href=${href(`drafts/${clip.clip_id}`)}><img src=${clip.poster_url} alt=${clip.prompt ?? t("clip")} loading="lazy" width="120" height="173" /></a></li>`)}
            </ul>`}
      </${Shown}>
      <h2>${t("jobs")}</h2>
      <${Shown} asked=${jobs}>
        ${(found) =>
          found.length === 0
            ? html`<${Empty} icon="clapperboard" words=${t("jobs_none")}><${Button} kind="primary" icon="plus" href=${href("create")}>${t("feed_make")}</${Button}></${Empty}>`
            : html`<ul class="list">
                ${found.map(
                  (job) => html`<li key=${job.job_id}>
                    <a href=${href(`jobs/${job.job_id}`)}>
                      <span class="grow">${job.prompt}<br /><span class="small soft">${t(`job_is_${job.status}`)}, ${ago(job.requested_at)}</span></span>
                      <${Icon} name="chevron-right" />
                    </a>
                  </li>`,
                )}
              </ul>`}
      </${Shown}>
    </div>
  </${Page}>`;
}
