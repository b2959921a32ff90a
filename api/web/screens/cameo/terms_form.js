/** What is allowed: uses, until when, how many clips, and themes in words. */

import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Field, Switch } from "../../ui/field.js";
import { ThemeWords } from "./theme_words.js";

const USES = ["appear", "voice", "remix"];

/** @typedef {{uses: string[], expires_at: string | null, clips_count_max: number | null}} Terms */
/** @typedef {{allowed: string[], barred: string[]}} Themes */

/** @param {{terms: Terms, themes: Themes, onTerms: (terms: Terms) => void, onThemes: (themes: Themes) => void}} props */
export function TermsForm({ terms, themes, onTerms, onThemes }) {
  const toggle = (use) => (on) => onTerms({ ...terms, uses: USES.filter((each) => (each === use ? on : terms.uses.includes(each))) });
  const setDay = (day) => onTerms({ ...terms, expires_at: day ? endOfDay(day) : null });
  const setCount = (count) => onTerms({ ...terms, clips_count_max: count ? Number(count) : null });
  return html`<fieldset class="stack tight">
      <legend class="unseen">${t("terms_uses")}</legend>
      ${USES.map((use) => html`<${Switch} label=${t(`terms_${use}`)} hint=${t(`terms_${use}_hint`)} checked=${terms.uses.includes(use)} onChange=${toggle(use)} />`)}
    </fieldset>
    <${Field} label=${t("terms_until")} hint=${t("terms_until_hint")} type="date" min=${dayOf(new Date())} value=${terms.expires_at ? dayOf(new Date(terms.expires_at)) : ""} onValue=${setDay} />
    <${Field} label=${t("terms_count")} hint=${t("terms_count_hint")} type="number" inputmode="numeric" min="1" max="1000" value=${terms.clips_count_max ?? ""} onValue=${setCount} />
    <${ThemeWords} label=${t("themes_barred")} hint=${t("themes_barred_hint")} words=${themes.barred} others=${themes.allowed} onWords=${(barred) => onThemes({ ...themes, barred })} />
    <${ThemeWords} label=${t("themes_allowed")} hint=${t("themes_allowed_hint")} words=${themes.allowed} others=${themes.barred} onWords=${(allowed) => onThemes({ ...themes, allowed })} />`;
}

/** The last moment of a day as the phone reckons it. */
const endOfDay = (day) => new Date(`${day}T23:59:59`).toISOString();

/** A moment's day as the phone reckons it, in the form of an input. @param {Date} moment */
const dayOf = (moment) => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Terms as the API gave them, with nothing left out. @param {import("../../types/app").Terms} terms @returns {Terms} */
export const wholeTerms = (terms) => ({ uses: terms.uses ?? [], expires_at: terms.expires_at ?? null, clips_count_max: terms.clips_count_max ?? null });

/** Themes likewise. @param {import("../../types/app").Themes} themes @returns {Themes} */
export const wholeThemes = (themes) => ({ allowed: themes.allowed ?? [], barred: themes.barred ?? [] });
