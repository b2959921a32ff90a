/** Why a clip stands where it stands: the parts that add up to its score, and what each rule did. */

import { get } from "../lib/api.js";
import { useAsked } from "../lib/asked.js";
import { html } from "../lib/preact.js";
import { href } from "../lib/router.js";
import { hasText, language, t } from "../lib/texts.js";
import { Button } from "../ui/button.js";
import { Sheet } from "../ui/sheet.js";
import { Shown } from "../ui/states.js";

/** @param {{clip: import("../types/app").ClipCard, slateId: string, onClose: () => void}} props */
export function WhySheet({ clip, slateId, onClose }) {
  const why = useAsked(() => get(`/feed/${slateId}/why/${clip.clip_id}`), [slateId, clip.clip_id]);
  return html`<${Sheet} title=${t("why")} onClose=${onClose}>
    <${Shown} asked=${why}>${(found) => html`<${Parts} why=${found} />`}</${Shown}>
    <p class="small soft">${t("why_never")}</p>
    <${Button} icon="sliders-horizontal" href=${href("rules")} wide>${t("rules")}</${Button}>
  </${Sheet}>`;
}

function Parts({ why }) {
  return html`<ul class="stack tight">${why.reasons.map((reason) => html`<li>${reason.text}</li>`)}</ul>
    <table class="sums">
      <caption class="unseen">${t("why_parts")}</caption>
      <tbody>
        ${why.parts.map((part) => html`<tr><th scope="row">${partName(part.name)}</th><td>${points(part.points, "exceptZero")}</td></tr>`)}
      </tbody>
      <tfoot><tr><th scope="row">${t("why_score")}</th><td>${points(why.score)}</td></tr></tfoot>
    </table>
    ${why.rules.length > 0 &&
    html`<h3>${t("rules")}</h3>
      <ul class="stack tight">
        ${why.rules.map((rule) => html`<li class="row"><span class="chip">${t(`rule_${rule.kind}`)} ${rule.words}</span><span class="small soft">${t(`rule_did_${rule.did}`)}</span></li>`)}
      </ul>`}
    <p class="small soft">${t("why_policy", { version: why.policy_version, position: why.position })}</p>`;
}

const partName = (name) => (hasText(`part_${name}`) ? t(`part_${name}`) : name);

/**
 * Points as they add up: the API has them in millionths.
 * @param {number} millionths @param {"auto" | "exceptZero"} [signDisplay]
 */
const points = (millionths, signDisplay = "auto") =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: 6, signDisplay }).format(millionths / 1e6);
