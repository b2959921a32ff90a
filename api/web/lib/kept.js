/** Small choices that stay on this phone (language, theme, sound); nothing that is secret, nothing of others. */

const PREFIX = "castmates.";

export const kept = {
  /** @param {string} name */
  get(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null; // a browser that keeps nothing
    }
  },
  /** @param {string} name @param {string} value */
  set(name, value) {
    try {
      localStorage.setItem(PREFIX + name, value);
    } catch {
      // the choice then lasts as long as the page
    }
  },
};
