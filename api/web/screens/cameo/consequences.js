/** What an end of consent does, said before it is done: what goes within a second, and what stays. */

import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";

/** @param {{goes: string[], stays: string[]}} props */
export function Consequences({ goes, stays }) {
  return html`<h3>${t("ending_goes")}</h3>
    <ul class="stack tight">${goes.map((words) => html`<li class="row top"><${Icon} name="trash-2" /><span>${words}</span></li>`)}</ul>
    <h3>${t("ending_stays")}</h3>
    <ul class="stack tight">${[...stays, t("ending_saved")].map((words) => html`<li class="row top"><${Icon} name="check" /><span>${words}</span></li>`)}</ul>`;
}

/**
 * How much of what was made with me stands now, in words; nothing where there is nothing.
 * @param {import("../../types/app").Made[] | undefined} made undefined while it is not known
 * @returns {string[]}
 */
export function countedWords(made) {
  if (made === undefined) return [];
  const of = (...states) => made.filter((each) => states.includes(each.status)).length;
  const counts = { published: of("published"), drafts: of("draft"), jobs: of("queued", "started") };
  const parts = Object.entries(counts).filter(([, count]) => count > 0).map(([what, count]) => t(`ending_${what}`, { count }));
  return [parts.length === 0 ? t("ending_nothing") : t("ending_now", { what: parts.join(", ") })];
}
