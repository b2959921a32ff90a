/** Clips as small pictures that lead to the whole. */

import { html } from "../lib/preact.js";
import { href } from "../lib/router.js";
import { t } from "../lib/texts.js";
import { Empty } from "../ui/states.js";

/** @param {{clips: import("../types/app").ClipCard[], none: string}} props `none`: what is said where there are none */
export function ClipTiles({ clips, none }) {
  if (clips.length === 0) return html`<${Empty} icon="film" words=${none} />`;
  return html`<ul class="tiles">
    ${clips.map(
      (clip) => html`<li key=${clip.clip_id}>
        <a href=${href(`clips/${clip.clip_id}`)}>
          <img src=${clip.poster_url} alt=${clip.caption ?? clip.prompt ?? t("clip_by", { handle: clip.maker.handle ?? "?" })} loading="lazy" width="120" height="173" />
        </a>
      </li>`,
    )}
  </ul>`;
}
