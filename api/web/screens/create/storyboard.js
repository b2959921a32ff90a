/** The storyboard: shots as cards, to reorder, change, add and take out; only changed shots are drawn anew. */

import { html, useState } from "../../lib/preact.js";
import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { go, href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Empty } from "../../ui/states.js";
import { Refused } from "./refused.js";
import { ShotCard } from "./shot_card.js";
import { EMPTY, bodyOf, change, wish } from "./workshop.js";

const SHOTS_MAX = 12;

export default function StoryboardPage() {
  const { storyboard, sourceId } = wish.value;
  const [dragged, setDragged] = useState(null);
  const make = useAct(async () => {
    const job = await post(sourceId ? `/clips/${sourceId}/remix` : "/generations", bodyOf(wish.value));
    wish.value = EMPTY;
    go(`jobs/${job.job_id}`);
  });
  if (!storyboard) {
    return html`<${Page} title=${t("storyboard")} up="create"><${Empty} icon="clapperboard" words=${t("storyboard_none")}><${Button} kind="primary" href=${href("create")}>${t("create")}</${Button}></${Empty}></${Page}>`;
  }
  const setShots = (shots) => change({ storyboard: { ...storyboard, shots } });
  const edits = {
    set: (place, shot) => setShots(storyboard.shots.map((old, index) => (index === place ? shot : old))),
    move: (place, to) => setShots(moved(storyboard.shots, place, to)),
    remove: (place) => setShots(storyboard.shots.filter((_, index) => index !== place)),
    copy: (place) => setShots(storyboard.shots.toSpliced(place + 1, 0, structuredClone(storyboard.shots[place]))),
  };
  const length_s = storyboard.shots.reduce((sum, shot) => sum + shot.duration_s, 0);
  return html`<${Page} title=${t("storyboard")} up="create">
    <div class="stack">
      <p class="soft">${t("storyboard_words")}</p>
      <ol class="stack">
        ${storyboard.shots.map(
          (shot, place) => html`<li draggable="true" class=${dragged === place ? "dragged" : ""} onDragStart=${() => setDragged(place)} onDragEnd=${() => setDragged(null)}
            onDragOver=${(event) => event.preventDefault()} onDrop=${() => dragged !== null && edits.move(dragged, place)}>
            <${ShotCard} shot=${shot} place=${place} count=${storyboard.shots.length} full=${storyboard.shots.length >= SHOTS_MAX} edits=${edits} />
          </li>`,
        )}
      </ol>
      <p class="small soft">${t("storyboard_length", { count: storyboard.shots.length, seconds: Math.round(length_s * 10) / 10 })}</p>
      <${Refused} error=${make.error} />
      <${Button} kind="primary" icon="sparkles" busy=${make.busy} onClick=${make.run} wide>${t("make")}</${Button}>
    </div>
  </${Page}>`;
}

function moved(shots, place, to) {
  if (to < 0 || to >= shots.length) return shots;
  const rest = shots.toSpliced(place, 1);
  return rest.toSpliced(to, 0, shots[place]);
}
