/** What is allowed: uses, until when, how many clips, and themes in words. */

import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field, Switch } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";

const USES = ["appear", "voice", "remix"];

/** @typedef {{uses: string[], expires_at: string | null, clips_count_max: number | null}} Terms */
/** @typedef {{allowed: string[], barred: string[]}} Themes */

/** @param {{terms: Terms, themes: Themes, onTerms: (terms: Terms) => void, onThemes: (themes: Themes) => void}} props */
export function TermsForm({ terms, themes, onTerms, onThemes }) {
  const toggle = (use) => (on) => onTerms({ ...terms, uses: USES.filter((each) => (each === use ? on : terms.uses.includes(each))) });
  return html`<fieldset class="stack tight">
      <legend class="unseen">${t("terms_uses")}</legend>
      ${USES.map((use) => html`<${Switch} label=${t(`terms_${use}`)} hint=${t(`terms_${use}_hint`)} checked=${terms.uses.includes(use)} onChange=${toggle(use)} />`)}
    </fieldset>
    <${Field} label=${t("terms_until")} hint=${t("terms_until_hint")} type="date" value=${terms.expires_at?.slice(0, 10) ?? ""} onValue=${(day) => onTerms({ ...terms, expires_at: day ? endOfDay(day) : null })} />
    <${Field} label=${t("terms_count")} hint=${t("terms_count_hint")} type="number" inputmode="numeric" min="1" max="1000" value=${terms.clips_count_max ?? ""} onValue=${(count) => onTerms({ ...terms, clips_count_max: count ? Number(count) : null })} />
    <${Words} label=${t("themes_barred")} hint=${t("themes_barred_hint")} words=${themes.barred} onWords=${(barred) => onThemes({ ...themes, barred })} />
    <${Words} label=${t("themes_allowed")} hint=${t("themes_allowed_hint")} words=${themes.allowed} onWords=${(allowed) => onThemes({ ...themes, allowed })} />`;
}

/** Words as chips, one added at a time. */
function Words({ label, hint, words, onWords }) {
  const [word, setWord] = useState("");
  const add = () => {
    const cleaned = word.trim().toLowerCase();
    if (cleaned && !words.includes(cleaned)) onWords([...words, cleaned]);
    setWord("");
  };
  const onKey = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return html`<div class="stack tight">
    <div class="row end">
      <div class="grow"><${Field} label=${label} hint=${hint} value=${word} onValue=${setWord} onKeyDown=${onKey} maxlength="60" enterkeyhint="done" /></div>
      <${Button} icon="plus" disabled=${word.trim() === ""} onClick=${add} aria-label=${t("themes_add", { label })}></${Button}>
    </div>
    ${words.length > 0 &&
    html`<ul class="wrap">
      ${words.map(
        (each) => html`<li><button type="button" class="chip" aria-label=${t("themes_remove", { word: each })} onClick=${() => onWords(words.filter((other) => other !== each))}>${each}<${Icon} name="x" /></button></li>`,
      )}
    </ul>`}
  </div>`;
}

/** The last moment of a day as the phone reckons it. */
const endOfDay = (day) => new Date(`${day}T23:59:59`).toISOString();

/** Terms as the API gave them, with nothing left out. @returns {Terms} */
export const wholeTerms = (terms) => ({ uses: terms.uses ?? [], expires_at: terms.expires_at ?? null, clips_count_max: terms.clips_count_max ?? null });
