/** One shot: where, how long, who does what, what is said, and how the camera sees it. */

import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button, IconButton } from "../../ui/button.js";
import { Choice, Field } from "../../ui/field.js";

const MOVES = ["static", "pan", "dolly", "orbit", "follow", "handheld", "crane"];
const FRAMINGS = ["close_up", "medium", "wide"];
const TIMES = ["day", "golden_hour", "night"];
const WEATHERS = ["clear", "rain", "snow", "fog"];

/** @param {{shot: any, place: number, count: number, full: boolean, edits: any}} props */
export function ShotCard({ shot, place, count, full, edits }) {
  const [open, setOpen] = useState(false);
  const set = (fields) => edits.set(place, { ...shot, ...fields });
  return html`<article class="card" aria-label=${t("shot", { number: place + 1 })}>
    <div class="row">
      <h2 class="grow">${t("shot", { number: place + 1 })}</h2>
      <${IconButton} icon="arrow-up" label=${t("shot_up")} disabled=${place === 0} onClick=${() => edits.move(place, place - 1)} />
      <${IconButton} icon="arrow-down" label=${t("shot_down")} disabled=${place === count - 1} onClick=${() => edits.move(place, place + 1)} />
      <${IconButton} icon="trash-2" label=${t("shot_remove")} disabled=${count === 1} onClick=${() => edits.remove(place)} />
    </div>
    <p>${sentence(shot)}</p>
    <${Actions} shot=${shot} onActions=${(actions) => set({ actions })} />
    <${Lines} shot=${shot} onLines=${(lines) => set({ lines })} />
    ${open &&
    html`<${Field} label=${t("shot_seconds")} type="number" min="0.5" max="60" step="0.5" value=${shot.duration_s} onValue=${(value) => Number(value) >= 0.5 && set({ duration_s: Number(value) })} />
      <${Words} name="time_of_day" values=${TIMES} value=${shot.time_of_day} onValue=${(time_of_day) => set({ time_of_day })} />
      <${Words} name="weather" values=${WEATHERS} value=${shot.weather} onValue=${(weather) => set({ weather })} />
      <${Words} name="framing" values=${FRAMINGS} value=${shot.camera.framing} onValue=${(framing) => set({ camera: { ...shot.camera, framing } })} />
      <${Words} name="move" values=${MOVES} value=${shot.camera.move} onValue=${(move) => set({ camera: { ...shot.camera, move } })} />`}
    <div class="wrap">
      <${Button} icon=${open ? "x" : "pencil"} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>${t(open ? "shot_close" : "shot_change")}</${Button}>
      <${Button} icon="copy" disabled=${full} onClick=${() => edits.copy(place)}>${t("shot_copy")}</${Button}>
    </div>
  </article>`;
}

function Words({ name, values, value, onValue }) {
  return html`<div class="stack tight"><h3 class="small">${t(name)}</h3>
    <${Choice} label=${t(name)} value=${value} onValue=${onValue} choices=${values.map((each) => ({ value: each, label: t(`${name}_${each}`) }))} /></div>`;
}

function Actions({ shot, onActions }) {
  return shot.actions.map(
    (action, place) => html`<${Field} label=${t("shot_action", { who: action.subject })} value=${action.verb}
      onChange=${(event) => event.currentTarget.value.trim() && onActions(shot.actions.map((old, index) => (index === place ? { ...old, verb: event.currentTarget.value.trim() } : old)))} />`,
  );
}

function Lines({ shot, onLines }) {
  return shot.lines.map(
    (line, place) => html`<${Field} label=${t("shot_line", { who: line.speaker ?? t("shot_voice") })} value=${line.text} maxlength="240"
      onChange=${(event) => onLines(shot.lines.flatMap((old, index) => (index !== place ? [old] : event.currentTarget.value.trim() ? [{ ...old, text: event.currentTarget.value.trim() }] : [])))} />`,
  );
}

/** A shot in one line. */
function sentence(shot) {
  const who = shot.subjects.map((subject) => [subject.count > 1 && subject.count, subject.colour, subject.kind].filter(Boolean).join(" ").replaceAll("_", " "));
  const where = [shot.setting.replaceAll("_", " "), t(`time_of_day_${shot.time_of_day}`), shot.weather !== "clear" && t(`weather_${shot.weather}`)].filter(Boolean).join(", ");
  return `${who.join(", ") || t("shot_nobody")} · ${where} · ${t("length_s", { seconds: shot.duration_s })}`;
}
