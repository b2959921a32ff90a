/** Short words about what just happened, with at most one thing to do about it. */

import { html, signal } from "../lib/preact.js";
import { t } from "../lib/texts.js";

const SHOWN_MS = 5000;
const TOASTS_MAX = 3;

const toasts = signal([]);

/**
 * Shows words for a while.
 * @param {string} words
 * @param {{label: string, run: () => void}} [action]
 */
export function toast(words, action) {
  const shown = { words, action };
  toasts.value = [...toasts.value, shown].slice(-TOASTS_MAX);
  setTimeout(() => drop(shown), SHOWN_MS);
}

/** Says what went wrong, in the words of the refusal. */
export const toastProblem = (error) => toast(problemWords(error));

/** The words of an error: of a refusal its own, else that the server was not reached. */
export function problemWords(error) {
  if (error?.body) return [error.body.title, error.detail].filter(Boolean).join(". ");
  return error?.code === "unreachable" ? t("unreachable") : t("failed");
}

/** Where the words appear; it stands in the page from the start, so that they are read aloud. */
export function Toasts() {
  return html`<div class="toasts" role="status">
    ${toasts.value.map(
      (shown) => html`<div class="toast" key=${shown}>
        <span>${shown.words}</span>
        ${shown.action &&
        html`<button type="button" class="button quiet" onClick=${() => (drop(shown), shown.action.run())}>${shown.action.label}</button>`}
      </div>`,
    )}
  </div>`;
}

const drop = (shown) => {
  toasts.value = toasts.value.filter((other) => other !== shown);
};
