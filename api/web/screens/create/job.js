/** One clip in the making: its stages, first frames as they come, and at the end the draft. */

import { del, get } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { go } from "../../lib/router.js";
import { refreshMe } from "../../lib/session.js";
import { hasText, t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { Draft } from "./draft.js";
import { change } from "./workshop.js";

/** @param {{job_id: string}} props */
export default function Job({ job_id: jobId }) {
  const job = useAsked(() => get(`/generations/${jobId}`), [jobId]);
  return html`<${Page} title=${t("job")} up="jobs">
    <${Shown} asked=${job}>${(found) => html`<${Stage} job=${found} onChange=${job.again} />`}</${Shown}>
  </${Page}>`;
}

function Stage({ job, onChange }) {
  useEffect(() => {
    if (job.status === "completed") refreshMe().catch(() => {});
  }, [job.status]);
  if (job.status === "completed") return html`<${Draft} clipId=${job.clip_id} />`;
  if (job.status === "queued" || job.status === "started") return html`<${Running} job=${job} onChange=${onChange} />`;
  const again = () => {
    change({ prompt: job.prompt ?? "" });
    go(job.remix_of ? `remix/${job.remix_of}` : "create");
  };
  return html`<div class="stack">
    <p class="problem" role="alert">${t(job.status === "cancelled" ? "job_cancelled" : "job_failed")} ${job.code && hasText(`job_code_${job.code}`) && t(`job_code_${job.code}`)}</p>
    <p>“${job.prompt}”</p>
    <${Button} kind="primary" icon="refresh-cw" onClick=${again} wide>${t("job_again")}</${Button}>
  </div>`;
}

function Running({ job, onChange }) {
  const [progress, setProgress] = useState(job.progress ?? null);
  useJobEvents(job.job_id, setProgress, onChange);
  const cancel = useAct(async () => {
    await del(`/generations/${job.job_id}`);
    await onChange();
  });
  const stage = progress?.stage ?? "queued";
  return html`<div class="stack">
    <div class="preview">
      ${progress?.preview_url ? html`<img src=${progress.preview_url} alt=${t("job_preview")} />` : html`<div class="skeleton" aria-hidden="true"></div>`}
    </div>
    <p>“${job.prompt}”</p>
    <p role="status">${hasText(`stage_of_${stage}`) ? t(`stage_of_${stage}`) : stage}</p>
    <progress class="progress" max="1" value=${progress?.fraction ?? 0} aria-label=${t("job_progress")}></progress>
    <p class="small soft">${t("job_words")}</p>
    <${ProblemNote} error=${cancel.error} />
    <${Button} kind="danger" icon="x" busy=${cancel.busy} onClick=${cancel.run} wide>${t("job_cancel")}</${Button}>
  </div>`;
}

/** Follows a job's own stream until it ends; the browser takes it up again after a break. */
function useJobEvents(jobId, onProgress, onEnd) {
  useEffect(() => {
    const source = new EventSource(`/api/generations/${jobId}/events`);
    source.addEventListener("progress", (event) => onProgress(JSON.parse(event.data)));
    for (const end of ["completed", "failed", "cancelled"]) {
      source.addEventListener(end, () => {
        source.close();
        onEnd();
      });
    }
    return () => source.close();
  }, [jobId]);
}
