/** One clip as it fills the screen: the picture, who made it, who is in it, and what one can do. */

import { html, useState } from "../lib/preact.js";
import { short } from "../lib/format.js";
import { go, href } from "../lib/router.js";
import { me } from "../lib/session.js";
import { muted } from "../lib/sound.js";
import { t } from "../lib/texts.js";
import { Avatar } from "../ui/avatar.js";
import { Icon } from "../ui/icon.js";
import { toast } from "../ui/toast.js";
import { BadgeSheet } from "./badge_sheet.js";
import { CommentsSheet } from "./comments_sheet.js";
import { useLike } from "./likes.js";
import { MoreSheet } from "./more_sheet.js";
import { Player } from "./player.js";
import { WhySheet } from "./why_sheet.js";

const SHEETS = { comments: CommentsSheet, badge: BadgeSheet, why: WhySheet, more: MoreSheet };

/**
 * @param {{clip: import("../types/app").ClipCard, active: boolean, near: boolean, onMoving?: () => void, reason?: {text: string}, slateId?: string,
 *   onGone?: () => void, onMakerGone?: () => void}} props
 */
export function ClipView({ clip, active, near, onMoving, reason, slateId, onGone, onMakerGone }) {
  const [sheet, setSheet] = useState(null);
  const like = useLike(clip);
  const Open = SHEETS[sheet];
  return html`<article class="clip-view" aria-label=${t("clip_by", { handle: clip.maker.handle ?? "?" })}>
    <${Player} clip=${clip} active=${active} near=${near} onMoving=${onMoving} onLike=${() => like.set(true)} />
    <div class="clip-words">
      <p class="clip-maker">
        <a href=${href(`people/${clip.maker.person_id}`)}><${Avatar} handle=${clip.maker.handle} /> @${clip.maker.handle}</a>
      </p>
      ${clip.caption && html`<p class="clip-caption">${clip.caption}</p>`}
      <p class="clip-prompt">${clip.prompt}</p>
      <p class="wrap">
        ${clip.cast?.length > 0 &&
        html`<button type="button" class="chip consent" onClick=${() => setSheet("badge")}>
          <${Icon} name="shield-check" />${t("with_cast", { names: clip.cast.map((badge) => `@${badge.handle ?? "?"}`).join(", ") })}
        </button>`}
        ${clip.remix_of &&
        html`<a class="chip on-picture" href=${href(`clips/${clip.remix_of}`)}><${Icon} name="repeat-2" />${t("remix_of")}</a>`}
        ${reason && html`<button type="button" class="chip on-picture" onClick=${() => setSheet("why")}><${Icon} name="circle-help" />${reason.text}</button>`}
      </p>
    </div>
    <div class="clip-actions">
      <${Act} icon="heart" label=${t("like")} filled=${like.liked} pressed=${like.liked} count=${like.count} class=${like.liked ? "loved" : ""} onClick=${() => like.set(!like.liked)} />
      <${Act} icon="message-circle" label=${t("comments")} count=${clip.comments_count} onClick=${() => setSheet("comments")} />
      <${Act} icon="repeat-2" label=${t("remix")} count=${clip.remixes_count} onClick=${() => go(`remix/${clip.clip_id}`)} />
      <${Act} icon="share-2" label=${t("share")} onClick=${() => share(clip)} />
      <${Act} icon=${muted.value ? "volume-x" : "volume-2"} label=${t("sound")} pressed=${!muted.value} onClick=${() => (muted.value = !muted.value)} />
      <${Act} icon="ellipsis" label=${t("more")} onClick=${() => setSheet("more")} />
    </div>
    ${Open &&
    html`<${Open} clip=${clip} slateId=${slateId} mine=${clip.maker.person_id === me.value?.person_id} onClose=${() => setSheet(null)}
      onSheet=${setSheet} onGone=${onGone} onMakerGone=${onMakerGone} />`}
  </article>`;
}

function Act({ icon, label, count, filled, pressed, onClick, class: extra = "" }) {
  return html`<button type="button" class=${`act ${extra}`} aria-label=${count === undefined ? label : `${label}: ${count}`}
    aria-pressed=${pressed === undefined ? undefined : String(pressed)} onClick=${onClick}>
    <${Icon} name=${icon} filled=${filled} />
    ${count > 0 && html`<span aria-hidden="true">${short(count)}</span>`}
  </button>`;
}

/** Hands the clip's address on; only members who may see the clip can open it. */
async function share(clip) {
  const url = `${location.origin}/#/clips/${clip.clip_id}`;
  try {
    if (navigator.share) await navigator.share({ title: "Castmates", url });
    else {
      await navigator.clipboard.writeText(url);
      toast(t("link_copied"));
    }
  } catch (error) {
    if (error.name !== "AbortError") toast(url);
  }
}
