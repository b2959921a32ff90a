/** Who may cast a cameo, in one sentence that holds: the level and the grants in force, taken together. */

import { html } from "../../lib/preact.js";
import { language, t } from "../../lib/texts.js";

/** Whether a level lets in somebody who has no grant. */
export const isOpen = (level) => level === "mutuals" || level === "everyone";

/** Whether a grant holds: its guardian agreed where one has to, and it has not run out. @param {import("../../types/app").Grant} grant */
export const holds = (grant) => grant.approved !== false && !ranOut(grant.terms);

/** Whether terms have run out. @param {import("../../types/app").Terms} terms */
export const ranOut = (terms) => Boolean(terms.expires_at) && Date.parse(terms.expires_at) <= Date.now();

/** "@ana, @ben and @cleo". @param {import("../../types/app").Grant[]} grants */
export function namesOf(grants) {
  const names = [...new Set(grants.map((grant) => `@${grant.grantee.handle ?? "?"}`))];
  return new Intl.ListFormat(language.value, { type: "conjunction" }).format(names);
}

/** @param {{cameo: import("../../types/app").Cameo}} props */
export function WhoMay({ cameo }) {
  const granted = cameo.grants.filter(holds);
  const waiting = cameo.grants.filter((grant) => grant.approved === false);
  const open = isOpen(cameo.level) && !ranOut(cameo.terms);
  return html`<p>${sentence(cameo, open, granted)}</p>
    ${open && html`<p class="small soft">${t("level_on_terms", { uses: cameo.terms.uses.map((use) => t(`use_${use}`)).join(", ") })}</p>`}
    ${waiting.length > 0 && html`<p class="chip caution fits">${t("grants_wait", { count: waiting.length, names: namesOf(waiting) })}</p>`}`;
}

function sentence(cameo, open, granted) {
  const names = namesOf(granted);
  if (!open) return granted.length === 0 ? t("level_says_closed") : t("level_says_granted", { names });
  return granted.length === 0 ? t(`level_says_${cameo.level}`) : `${t(`level_says_${cameo.level}`)} ${t("level_says_besides", { names })}`;
}
