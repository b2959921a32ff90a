/** What is being made, kept while one goes from the prompt to the storyboard and back. */

import { signal } from "../../lib/preact.js";

export const STYLES = ["cinematic", "realistic", "anime", "claymation", "watercolour", "noir", "pixel_art", "documentary"];
export const SHAPES = [
  { value: "360x640", name: "upright" },
  { value: "480x480", name: "square" },
  { value: "640x360", name: "wide" },
];
export const LENGTHS_S = [3, 4, 6, 8, 12, 20];

export const EMPTY = { prompt: "", style: null, size: "360x640", seconds: 4, storyboard: null, sourceId: null };

/** @type {import("../../lib/preact.js").Signal<typeof EMPTY & Record<string, any>>} */
export const wish = signal(EMPTY);

/** Changes some of it. */
export function change(fields) {
  wish.value = { ...wish.value, ...fields };
}

/** The body that asks for it: an edited storyboard says its own style and length. */
export function bodyOf({ prompt, style, size, seconds, storyboard }) {
  return storyboard ? { prompt: prompt || null, size, storyboard } : { prompt, size, seconds, style };
}
