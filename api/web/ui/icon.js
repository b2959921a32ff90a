/** One of the icons in `vendor/icons.svg`. */

import { html } from "../lib/preact.js";

const SPRITE = new URL("../vendor/icons.svg", import.meta.url).pathname;

/** @param {{name: string, filled?: boolean}} props */
export function Icon({ name, filled = false }) {
  return html`<svg class=${filled ? "icon filled" : "icon"} aria-hidden="true"><use href=${`${SPRITE}#${name}`} /></svg>`;
}
