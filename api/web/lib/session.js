/** Who uses this phone: `me` is undefined until it is known, null where nobody is signed in. */

import { Problem, del, get, onSignedOut, post } from "./api.js";
import { signal } from "./preact.js";

/** @type {import("./preact.js").Signal<import("../types/app").Me | null | undefined>} */
export const me = signal(undefined);

onSignedOut.handle = () => {
  me.value = null;
};

/** Asks the server who is signed in. */
export async function refreshMe() {
  try {
    me.value = await get("/me");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "unauthenticated") throw error;
  }
}

/** Joins by an invite; the cookie stays with the browser, no script can read it. */
export async function join(wish) {
  const joined = await post("/accounts", wish);
  await refreshMe();
  return joined;
}

/** Signs this phone out. */
export async function signOut() {
  await del("/session");
  me.value = null;
}

export const hasRole = (role) => (me.value?.roles ?? []).includes(role);
