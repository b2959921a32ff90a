/** The recording itself: oneself as in a mirror, an oval to stay in, and one thing to do at a time. */

import { html, useEffect, useRef, useState } from "../../lib/preact.js";
import { hasText, t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { closeCamera, openCamera, record } from "./camera.js";
import { guideOf, lengthOf, stepAt } from "./guide.js";

const COUNT_FROM = 3;
const ARROWS = { left: "chevron-left", right: "chevron-right", up: "arrow-up", down: "arrow-down" };

/** @typedef {{name: "ready" | "counting" | "recording", left?: number, fraction?: number, step?: import("./guide.js").Step}} Phase */

/** @param {{challenge: any, onFilm: (film: Blob) => void, onNew: () => void}} props */
export function Recorder({ challenge, onFilm, onNew }) {
  const video = useRef(null);
  const { stream, fault } = useCamera(video);
  const { phase, start } = useTake(stream, challenge, onFilm);
  const stale = useStale(challenge.expires_at);
  if (fault) return html`<div class="problem" role="alert"><p>${t(hasText(fault.code) ? fault.code : "camera_none")}</p></div>`;
  return html`<div class="stack">
    <div class="viewfinder">
      <video ref=${video} autoplay playsinline muted aria-label=${t("enrol_mirror")}></video>
      <div class="oval" aria-hidden="true"></div>
      <div class="prompter" role="status" aria-live="assertive"><${Prompter} phase=${phase} /></div>
    </div>
    ${phase.name === "ready" &&
    html`<p>${t("enrol_will", { digits: challenge.digits.split("").join(" "), turns: challenge.turns.map((turn) => t(`turn_${turn}`)).join(", ") })}</p>
      ${stale
        ? html`<p class="note">${t("enrol_stale")}</p><${Button} kind="primary" icon="refresh-cw" onClick=${onNew} wide>${t("enrol_new")}</${Button}>`
        : html`<${Button} kind="primary" icon="camera" disabled=${!stream} onClick=${start} wide>${t("enrol_record")}</${Button}>`}`}
    ${phase.name === "recording" && html`<progress class="progress" max="1" value=${phase.fraction} aria-label=${t("enrol_recording")}></progress>`}
  </div>`;
}

function Prompter({ phase }) {
  if (phase.name === "counting") return html`<span class="huge">${phase.left}</span>`;
  if (phase.name !== "recording") return null;
  const { step } = phase;
  if (step.kind === "digit") return html`<span class="huge">${step.value}</span><span>${t("enrol_say")}</span>`;
  if (step.kind === "turn") return html`<span class=${`huge turn-${step.value}`}><${Icon} name=${ARROWS[step.value]} /></span><span>${t(`enrol_turn_${step.value}`)}</span>`;
  return html`<span>${t("enrol_calm")}</span>`;
}

function useCamera(video) {
  const [state, setState] = useState({ stream: null, fault: null });
  useEffect(() => {
    let open = null;
    let left = false;
    openCamera().then(
      (stream) => {
        if (left) return closeCamera(stream);
        open = stream;
        if (video.current) video.current.srcObject = stream;
        return setState({ stream, fault: null });
      },
      (fault) => setState({ stream: null, fault }),
    );
    return () => {
      left = true;
      closeCamera(open);
    };
  }, []);
  return state;
}

/** One take: a countdown, then the guide while it records. */
function useTake(stream, challenge, onFilm) {
  const [phase, setPhase] = useState(/** @type {Phase} */ ({ name: "ready" }));
  const running = useRef(0);
  useEffect(() => () => cancelAnimationFrame(running.current), []);
  const start = async () => {
    for (let left = COUNT_FROM; left > 0; left -= 1) {
      setPhase({ name: "counting", left });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    const take = record(stream);
    const steps = guideOf(challenge);
    const length_s = lengthOf(challenge);
    const began = performance.now();
    const tick = async () => {
      const s = (performance.now() - began) / 1000;
      if (s >= length_s) {
        onFilm(await take.stop());
        return;
      }
      setPhase({ name: "recording", step: stepAt(steps, s), fraction: s / length_s });
      running.current = requestAnimationFrame(tick);
    };
    tick();
  };
  return { phase, start };
}

/** Whether a challenge has run out. */
function useStale(expiresAt) {
  const [stale, setStale] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStale(true), Math.max(0, new Date(expiresAt).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return stale;
}
