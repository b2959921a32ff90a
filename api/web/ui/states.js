/** What a screen shows while it waits, when there is nothing, and when something was refused. */

import { html } from "../lib/preact.js";
import { t } from "../lib/texts.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { problemWords } from "./toast.js";

/** Grey shapes as tall as what is to come, so that nothing jumps. @param {{count?: number, height?: string}} props */
export function Skeletons({ count = 3, height = "4rem" }) {
  return html`<div class="stack" aria-busy="true" aria-label=${t("loading")} role="status">
    ${Array.from({ length: count }, () => html`<div class="skeleton" style=${{ height }}></div>`)}
  </div>`;
}

/** @param {{icon: string, words: string, children?: unknown}} props */
export function Empty({ icon, words, children }) {
  return html`<div class="empty"><${Icon} name=${icon} /><p>${words}</p>${children}</div>`;
}

/** A refusal where it happened, with a way to try once more. @param {{error: any, onRetry?: () => void}} props */
export function ProblemNote({ error, onRetry }) {
  if (!error) return null;
  return html`<div class="problem" role="alert">
    <p>${problemWords(error)}</p>
    ${onRetry && html`<${Button} icon="refresh-cw" onClick=${onRetry}>${t("retry")}</${Button}>`}
  </div>`;
}

/**
 * Something that is asked for: its skeleton, its refusal or itself.
 * @param {{asked: import("../lib/asked.js").Asked, skeleton?: unknown, children: (value: any) => unknown}} props
 */
export function Shown({ asked, skeleton, children }) {
  if (asked.error && asked.value === undefined) return html`<${ProblemNote} error=${asked.error} onRetry=${asked.again} />`;
  if (asked.value === undefined) return skeleton ?? html`<${Skeletons} />`;
  return children(asked.value);
}
