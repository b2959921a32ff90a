/** Which screen is shown: a table of addresses behind the `#`, which reach neither a server's log nor a referrer. */

import { computed, signal } from "./preact.js";

/** What stands behind the `#` now. */
const fragment = signal(read());

addEventListener("hashchange", () => {
  fragment.value = read();
});

/**
 * @typedef {{path: string, load: () => Promise<{default: unknown, ahead?: (params: any) => void}>, tab?: string, open?: boolean, styles?: string[]}} Route
 * `open` routes need no sign-in; `styles` are files under `styles/` that the screen needs.
 */

/**
 * The route that fits the address, with what stood in the place of its `:names` and behind its `?`.
 * @param {Route[]} routes
 */
export function routing(routes) {
  return computed(() => {
    const [path, search] = fragment.value.split("?");
    const query = Object.fromEntries(new URLSearchParams(search ?? ""));
    for (const route of routes) {
      const params = match(route.path, path);
      if (params) return { route, params: { ...query, ...params } };
    }
    return { route: routes[0], params: {} };
  });
}

/** Goes to a screen; `replace` leaves no way back to this one. */
export function go(path, { replace = false } = {}) {
  const address = `#/${path}`;
  if (replace) {
    history.replaceState(null, "", address);
    fragment.value = read();
  } else {
    location.hash = address;
  }
}

/** Back where one came from, or to `otherwise` where this was the first screen. */
export function back(otherwise = "") {
  if (history.length > 1) history.back();
  else go(otherwise, { replace: true });
}

/** The address of a screen, for links. */
export const href = (path) => `#/${path}`;

function read() {
  return location.hash.replace(/^#\/?/, "");
}

function match(pattern, path) {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(":")) {
      if (given[index] === "") return null;
      params[part.slice(1)] = decodeURIComponent(given[index]);
    } else if (part !== given[index]) {
      return null;
    }
  }
  return params;
}
