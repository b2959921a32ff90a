/** One clip by its address: from a link, a profile or a notice. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { listen } from "../../lib/live.js";
import { html, useEffect } from "../../lib/preact.js";
import { back } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { ClipView } from "../../clip/clip_view.js";
import { IconButton } from "../../ui/button.js";
import { Empty, ProblemNote } from "../../ui/states.js";

/** @param {{clip_id: string}} props */
export default function OneClip({ clip_id: clipId }) {
  const clip = useAsked(() => get(`/clips/${clipId}`), [clipId]);
  useEffect(() => {
    document.title = `${t("clip")} · Castmates`;
    return listen("gone", ({ clip_ids: gone }) => gone.includes(clipId) && clip.again());
  }, [clipId]);
  const gone = clip.error?.code === "clip_unknown";
  return html`<div class="one-clip feed">
    <${IconButton} icon="chevron-left" label=${t("back")} onClick=${() => back()} />
    <h1 class="unseen">${t("clip")}</h1>
    ${gone && html`<div class="feed-rest"><${Empty} icon="eye-off" words=${t("clip_gone")} /></div>`}
    ${!gone && clip.error && html`<div class="feed-rest"><${ProblemNote} error=${clip.error} onRetry=${clip.again} /></div>`}
    ${!gone && clip.value && html`<${ClipView} clip=${clip.value} active=${true} near=${true} onGone=${() => back()} onMakerGone=${() => back()} />`}
  </div>`;
}
