/** The first letter of a handle on a colour of its own. */

import { html } from "../lib/preact.js";

/** @param {{handle: string | null | undefined}} props */
export function Avatar({ handle }) {
  return html`<span class="avatar" aria-hidden="true" style=${{ "--hue": hueOf(handle ?? "") }}>
    ${(handle ?? "?").slice(0, 1)}
  </span>`;
}

const hueOf = (handle) => [...handle].reduce((hue, letter) => (hue * 31 + letter.charCodeAt(0)) % 360, 7);
