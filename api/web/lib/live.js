/** What happens elsewhere and concerns this phone, as it happens. */

import { get, reachable } from "./api.js";
import { signal } from "./preact.js";

const KINDS = ["gone", "people", "notice", "feed", "job"];
const AGAIN_MS = 2000;

/** @type {Map<string, Set<(data: any) => void>>} */
const listeners = new Map(KINDS.map((kind) => [kind, new Set()]));

/** How many notices nobody has looked at. */
export const unseenCount = signal(0);

let source = null;
let again = 0;

/**
 * Calls `handle` with the data of each event of a kind; gives back what ends that.
 * @param {"gone" | "people" | "notice" | "feed" | "job"} kind
 */
export function listen(kind, handle) {
  listeners.get(kind).add(handle);
  return () => listeners.get(kind).delete(handle);
}

/** Asks the server how many notices nobody has looked at. */
export async function countUnseen() {
  unseenCount.value = (await get("/notices")).unseen_count;
}

/** Opens the stream; the browser resumes it after the last event that it saw. */
export function connect() {
  disconnect();
  source = new EventSource("/api/live");
  source.onopen = () => {
    reachable.value = true;
  };
  source.onerror = () => {
    // A stream that the server refused is closed for good: only a new one can go on.
    if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
  };
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => {
      const data = JSON.parse(event.data || "{}");
      for (const handle of listeners.get(kind)) handle(data);
    });
  }
}

/** Closes the stream. */
export function disconnect() {
  clearTimeout(again);
  source?.close();
  source = null;
}
