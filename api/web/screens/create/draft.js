/** A draft, as only its maker sees it: publish it, change its storyboard, or drop it. */

import { del, get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { go, href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Player } from "../../clip/player.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Shown } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Refused } from "./refused.js";
import { change } from "./workshop.js";

/** @param {{clipId: string}} props */
export function Draft({ clipId }) {
  const clip = useAsked(() => get(`/clips/${clipId}`), [clipId]);
  return html`<${Shown} asked=${clip}>${(found) => html`<${Finished} clip=${found} />`}</${Shown}>`;
}

function Finished({ clip }) {
  const [caption, setCaption] = useState("");
  const publish = useAct(async () => {
    await post(`/clips/${clip.clip_id}/publish`, { caption: caption.trim() || null });
    toast(t("published"));
    go(`clips/${clip.clip_id}`, { replace: true });
  });
  const remove = useAct(async () => {
    await del(`/clips/${clip.clip_id}`);
    go("jobs", { replace: true });
  });
  const edit = useAct(async () => {
    const { storyboard } = await get(`/clips/${clip.clip_id}/storyboard`);
    change({ prompt: clip.prompt ?? "", storyboard, size: `${clip.width_px}x${clip.height_px}`, sourceId: null });
    go("storyboard");
  });
  const draft = clip.status === "draft";
  return html`<div class="stack">
    <div class="draft"><${Player} clip=${clip} active=${true} near=${true} /></div>
    ${draft
      ? html`<form class="stack" onSubmit=${(event) => (event.preventDefault(), publish.run())}>
          <${Field} label=${t("caption")} hint=${t("caption_hint")} value=${caption} onValue=${setCaption} maxlength="280" />
          <${Refused} error=${publish.error} />
          <${Button} kind="primary" icon="send" type="submit" busy=${publish.busy} wide>${t("publish")}</${Button}>
        </form>`
      : html`<${Button} kind="primary" icon="eye" href=${href(`clips/${clip.clip_id}`)} wide>${t("job_published")}</${Button}>`}
    <${Refused} error=${edit.error ?? remove.error} />
    <${Button} icon="clapperboard" busy=${edit.busy} onClick=${edit.run} wide>${t("storyboard_edit")}</${Button}>
    <${Button} icon="film" href=${href(`clips/${clip.clip_id}/about`)} wide>${t("clip_about")}</${Button}>
    ${draft && html`<${Button} kind="danger" icon="trash-2" busy=${remove.busy} onClick=${remove.run} wide>${t("draft_remove")}</${Button}>`}
  </div>`;
}
