/** Light, dark or as the phone has it. */

import { kept } from "./kept.js";

export const THEMES = ["system", "dark", "light"];

const prefersLight = matchMedia("(prefers-color-scheme: light)");
prefersLight.addEventListener("change", applyTheme);

/** The theme that was chosen. */
export const chosenTheme = () => kept.get("theme") ?? "system";

/** Chooses a theme. */
export function setTheme(name) {
  kept.set("theme", name);
  applyTheme();
}

/** Puts the chosen theme on the page. */
export function applyTheme() {
  const chosen = chosenTheme();
  const shown = chosen === "system" ? (prefersLight.matches ? "light" : "dark") : chosen;
  document.documentElement.dataset.theme = shown;
}
