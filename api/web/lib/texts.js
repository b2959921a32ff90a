/** What people read, in their language: texts stand in `texts/`, apart from code. */

import en from "../texts/en.js";
import { signal } from "./preact.js";
import { kept } from "./kept.js";

const LOADERS = { de: () => import("../texts/de.js") };

/** The languages that the app speaks, each by its own name. */
export const LANGUAGES = { en: "English", de: "Deutsch" };

const texts = signal(en);

/** The language in use. */
export const language = signal("en");

/** Speaks a language from now on; what it has no text for stays English. */
export async function speak(name) {
  const loaded = LOADERS[name] ? (await LOADERS[name]()).default : {};
  texts.value = { ...en, ...loaded };
  language.value = LANGUAGES[name] ? name : "en";
  document.documentElement.lang = language.value;
  kept.set("language", language.value);
}

/** The language that was chosen, or else the phone's, or else English. */
export function wantedLanguage() {
  return kept.get("language") ?? navigator.languages.map((name) => name.slice(0, 2)).find((name) => LANGUAGES[name]) ?? "en";
}

/**
 * A text with its `{names}` filled in. Of a text in forms (`{one, other}`) the one for `values.count` is taken.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const found = texts.value[key];
  if (found === undefined) return key;
  const form = typeof found === "string" ? found : found[new Intl.PluralRules(language.value).select(Number(values.count))] ?? found.other;
  return form.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Whether there is a text of this name. */
export const hasText = (key) => texts.value[key] !== undefined;
