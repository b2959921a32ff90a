/** The prompt, with the words marked that will be approximated or left out. */

import { html, useEffect, useId, useRef } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";

/** @param {{text: string, coverage: {phrase: string, fate: string, by?: string | null}[], onText: (text: string) => void}} props */
export function MarkedPrompt({ text, coverage, onText }) {
  const id = useId();
  const area = useRef(null);
  const layer = useRef(null);
  const follow = () => {
    layer.current.scrollTop = area.current.scrollTop;
  };
  useEffect(follow, [text]);
  return html`<div class="field">
    <label for=${id}>${t("prompt")}</label>
    <div class="marked">
      <div class="marks" ref=${layer} aria-hidden="true">${marked(text, coverage)}</div>
      <textarea id=${id} ref=${area} value=${text} maxlength="2000" placeholder=${t("prompt_hint")} aria-describedby=${`${id}-fates`}
        onInput=${(event) => onText(event.currentTarget.value)} onScroll=${follow}></textarea>
    </div>
    <ul id=${`${id}-fates`} class="fates small" aria-live="polite">
      ${coverage.filter(isShort).map((word) => html`<li class=${word.fate}>${word.fate === "approximated" ? t("fate_approximated", { phrase: word.phrase, by: word.by ?? "?" }) : t("fate_left_out", { phrase: word.phrase })}</li>`)}
    </ul>
  </div>`;
}

const isShort = (word) => word.fate !== "realised";

/** The text in pieces, those marked that fall short; it lies under the field and shows through it. */
function marked(text, coverage) {
  const pieces = [];
  let at = 0;
  for (const word of coverage.filter(isShort)) {
    const found = text.toLowerCase().indexOf(word.phrase.toLowerCase(), at);
    if (found < 0) continue;
    pieces.push(text.slice(at, found), html`<mark class=${word.fate}>${text.slice(found, found + word.phrase.length)}</mark>`);
    at = found + word.phrase.length;
  }
  return [...pieces, `${text.slice(at)}\n`];
}
