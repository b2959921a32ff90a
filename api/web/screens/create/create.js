/** Make a clip: a scene in words, its style, shape and length, and who is in it; or a remix of another. */

import { get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useEffect } from "../../lib/preact.js";
import { go, href } from "../../lib/router.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Choice } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Shown } from "../../ui/states.js";
import { CastPicker } from "./cast_picker.js";
import { MarkedPrompt } from "./marked_prompt.js";
import { usePlan } from "./plan.js";
import { Refused } from "./refused.js";
import { EMPTY, LENGTHS_S, SHAPES, STYLES, bodyOf, change, wish } from "./workshop.js";

/** @param {{clip_id?: string}} props the clip to remix, if it is a remix */
export default function Create({ clip_id: sourceId = null }) {
  const wanted = wish.value;
  useEffect(() => {
    if (wish.value.sourceId !== sourceId) wish.value = { ...EMPTY, sourceId };
  }, [sourceId]);
  const { plan, error, of } = usePlan(wanted);
  const make = useAct(async () => {
    const job = await post(sourceId ? `/clips/${sourceId}/remix` : "/generations", bodyOf(wanted));
    wish.value = EMPTY;
    go(`jobs/${job.job_id}`);
  });
  const cast = (handle) => change({ prompt: `${wanted.prompt.trimEnd()} @${handle} `.trimStart() });
  const coverage = of === wanted.prompt ? (plan?.coverage ?? []) : [];
  return html`<${Page} title=${t(sourceId ? "remix" : "create")} up=${sourceId ? `clips/${sourceId}` : undefined}>
    <form class="stack" onSubmit=${(event) => (event.preventDefault(), make.run())}>
      ${sourceId && html`<${Source} clipId=${sourceId} />`}
      <${MarkedPrompt} text=${wanted.prompt} coverage=${coverage} onText=${(prompt) => change({ prompt, storyboard: null })} />
      ${error && html`<${Refused} error=${error} />`}
      <div class="wrap">
        <${CastPicker} onPick=${cast} />
        <${Button} icon="clapperboard" disabled=${!plan} onClick=${() => toStoryboard(plan)}>${t("storyboard")}</${Button}>
      </div>
      ${wanted.storyboard && html`<p class="note">${t("storyboard_used", { count: wanted.storyboard.shots.length })}</p>`}
      <section class="card">
        <h2>${t("style")}</h2>
        <${Choice} label=${t("style")} value=${wanted.style ?? ""} onValue=${(style) => change({ style: style || null })} choices=${[{ value: "", label: t("style_any") }, ...STYLES.map((value) => ({ value, label: t(`style_${value}`) }))]} />
        <h2>${t("shape")}</h2>
        <${Choice} label=${t("shape")} value=${wanted.size} onValue=${(size) => change({ size })} choices=${SHAPES.map(({ value, name }) => ({ value, label: t(`shape_${name}`) }))} />
        <h2>${t("length")}</h2>
        <${Choice} label=${t("length")} value=${String(wanted.seconds)} onValue=${(seconds) => change({ seconds: Number(seconds) })} choices=${LENGTHS_S.map((value) => ({ value: String(value), label: t("length_s", { seconds: value }) }))} />
      </section>
      <${Refused} error=${make.error} />
      <${Button} kind="primary" icon="sparkles" type="submit" busy=${make.busy} disabled=${wanted.prompt.trim() === "" && !wanted.storyboard} wide>${t("make")}</${Button}>
      <p class="small soft row"><span class="grow">${t("you_left_today", { count: me.value.clips_left_today })}</span><a href=${href("jobs")}>${t("you_drafts")}</a></p>
    </form>
  </${Page}>`;
}

function toStoryboard(plan) {
  if (!wish.value.storyboard) change({ storyboard: plan.storyboard });
  go("storyboard");
}

/** The clip that is remixed, so that its maker is named from the start. */
function Source({ clipId }) {
  const clip = useAsked(() => get(`/clips/${clipId}`), [clipId]);
  return html`<${Shown} asked=${clip}>
    ${(found) => html`<div class="card row">
      <img class="thumb" src=${found.poster_url} alt="" />
      <div class="grow">
        <p class="small soft">${t("remix_after", { handle: found.maker.handle ?? "?" })}</p>
        <p>${found.prompt}</p>
        ${found.prompt && !wish.value.prompt && html`<${Button} icon="copy" onClick=${() => change({ prompt: found.prompt })}>${t("remix_take")}</${Button}>`}
      </div>
    </div>`}
  </${Shown}>`;
}
