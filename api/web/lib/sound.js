/** Whether clips are heard on this phone; they begin silent, as browsers want it, with captions. */

import { kept } from "./kept.js";
import { signal } from "./preact.js";

export const muted = signal(true);

/** Whether captions are shown also while sound is on. */
export const captionsAlways = signal(kept.get("captions") === "always");

/** Whether only the clip on the screen is fetched. */
export const dataSaver = signal((kept.get("data_saver") ?? String(Boolean(navigator.connection?.saveData))) === "true");

export function setCaptionsAlways(wanted) {
  captionsAlways.value = wanted;
  kept.set("captions", wanted ? "always" : "muted");
}

export function setDataSaver(wanted) {
  dataSaver.value = wanted;
  kept.set("data_saver", String(wanted));
}
