/** The clip that a case is about, to be played on the spot. */

import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";

/** @param {{clip: import("../../types/app").ClipCard, video?: string, poster?: string}} props */
export function CaseClip({ clip, video = clip.video_url, poster = clip.poster_url }) {
  return html`<div class="case-clip">
    <video src=${video} poster=${poster} controls playsinline preload="none" width=${clip.width_px} height=${clip.height_px} aria-label=${clip.prompt ?? t("clip")}></video>
    <p><strong>@${clip.maker.handle ?? "?"}</strong> ${clip.caption}</p>
    <p class="small soft">${clip.prompt}</p>
    ${clip.cast?.length > 0 && html`<p class="small">${t("with_cast", { names: clip.cast.map((badge) => `@${badge.handle ?? "?"}`).join(", ") })}</p>`}
  </div>`;
}
