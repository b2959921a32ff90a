/** A clip's picture and sound: poster at once, playing while it fills the screen, captions while it is muted. */

import { html, useEffect, useRef, useState } from "../lib/preact.js";
import { captionsAlways, dataSaver, muted } from "../lib/sound.js";
import { language, t } from "../lib/texts.js";
import { Icon } from "../ui/icon.js";

/** @param {{clip: import("../types/app").ClipCard, active: boolean, near: boolean, onMoving?: () => void, onLike?: () => void}} props `near` ones are fetched ahead */
export function Player({ clip, active, near, onMoving, onLike }) {
  const video = useRef(null);
  const [paused, setPaused] = useState(false);
  const silent = muted.value;
  const captioned = silent || captionsAlways.value;
  const fetched = active || (near && !dataSaver.value);
  usePlaying(video, active && !paused);
  useEffect(() => {
    if (!active) setPaused(false);
  }, [active]);
  useEffect(() => {
    const [track] = video.current.textTracks;
    if (track) track.mode = captioned ? "showing" : "hidden";
  }, [captioned, fetched]);
  const taps = useTaps({ one: () => setPaused((last) => !last), two: onLike });
  return html`<div class="player">
    <img class="backdrop" src=${clip.poster_url} alt="" loading=${near ? "eager" : "lazy"} />
    <video ref=${video} src=${fetched ? clip.video_url : undefined} poster=${clip.poster_url} width=${clip.width_px} height=${clip.height_px}
      preload=${fetched ? "auto" : "none"} loop playsinline muted=${silent} disablepictureinpicture tabindex="-1"
      aria-label=${clip.prompt ?? clip.caption ?? t("clip")} onLoadedData=${onMoving} onClick=${taps}>
      ${clip.captions_url && fetched && html`<track kind="captions" src=${clip.captions_url} srclang=${language.value} label=${t("captions")} onLoad=${raise} default />`}
    </video>
    ${paused && html`<span class="paused"><${Icon} name="play" filled /></span>`}
  </div>`;
}

const CAPTION_TOP_PERCENT = 66;

/** Captions above what is written over the picture's foot. @param {Event & {target: HTMLTrackElement}} event */
function raise({ target }) {
  for (const cue of target.track.cues ?? []) Object.assign(cue, { snapToLines: false, line: CAPTION_TOP_PERCENT });
}

/** Plays while wanted; where the browser forbids sound before a touch, it plays without. */
function usePlaying(video, wanted) {
  useEffect(() => {
    const element = video.current;
    const play = () =>
      element.play().catch((error) => {
        if (error.name !== "NotAllowedError" || muted.value) return;
        muted.value = true;
        element.play().catch(() => {});
      });
    const follow = () => (wanted && document.visibilityState === "visible" ? play() : element.pause());
    follow();
    if (!wanted) element.currentTime = 0;
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, [wanted]);
}

const TWICE_MS = 260;

/** One tap or two; one is acted on when it is clear that no second comes. */
function useTaps({ one, two }) {
  const waiting = useRef(0);
  return () => {
    if (waiting.current) {
      clearTimeout(waiting.current);
      waiting.current = 0;
      two?.();
      return;
    }
    waiting.current = setTimeout(() => {
      waiting.current = 0;
      one();
    }, TWICE_MS);
  };
}
