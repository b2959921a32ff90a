/** Themes in words as chips, one added at a time. */

import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";

const WORDS_MAX = 16;
const CHARS_MAX = 80;

/** @param {{label: string, hint: string, words: string[], others: string[], onWords: (words: string[]) => void}} props `others` stand on the opposite side, and none may stand on both */
export function ThemeWords({ label, hint, words, others, onWords }) {
  const [typed, setTyped] = useState("");
  const full = words.length + others.length >= WORDS_MAX;
  const word = typed.trim().toLowerCase();
  const clash = others.includes(word);
  const add = () => {
    if (word === "" || clash || full) return;
    if (!words.includes(word)) onWords([...words, word]);
    setTyped("");
  };
  const onKey = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    add();
  };
  return html`<div class="stack tight">
    <div class="row end">
      <div class="grow"><${Field} label=${label} value=${typed} onValue=${setTyped} onKeyDown=${onKey} onBlur=${add} maxlength=${CHARS_MAX} enterkeyhint="done" disabled=${full} fault=${clash ? t("themes_clash") : null} /></div>
      <${Button} icon="plus" disabled=${word === "" || clash} onClick=${add} aria-label=${t("themes_add", { label })}></${Button}>
    </div>
    <p class="small soft">${full ? t("themes_full", { count: WORDS_MAX }) : hint}</p>
    ${words.length > 0 &&
    html`<ul class="wrap">
      ${words.map(
        (each) => html`<li key=${each}><button type="button" class="chip tall" aria-label=${t("themes_remove", { word: each })} onClick=${() => onWords(words.filter((other) => other !== each))}>${each}<${Icon} name="x" /></button></li>`,
      )}
    </ul>`}
  </div>`;
}
