/** Rules as chips: each can be taken away, and one about a topic can be made stronger or weaker. */

import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";
import { Choice } from "../../ui/field.js";
import { Sheet } from "../../ui/sheet.js";
import { Button } from "../../ui/button.js";

const KINDS = ["only", "more", "less", "never"];

/**
 * @typedef {{label: string, rule: import("../../types/app").Rule}} Chip
 * @param {{chips: Chip[], onChips?: (chips: Chip[]) => void}} props without `onChips` they are only read
 */
export function RuleChips({ chips, onChips }) {
  const [open, setOpen] = useState(null);
  const replace = (place, chip) => onChips(chips.flatMap((old, index) => (index !== place ? [old] : chip ? [chip] : [])));
  return html`<ul class="wrap" aria-label=${t("rules")}>
    ${chips.map((chip, place) =>
      onChips
        ? html`<li><button type="button" class="chip" onClick=${() => setOpen(place)}>${chip.label}<${Icon} name="pencil" /></button></li>`
        : html`<li><span class="chip">${chip.label}</span></li>`,
    )}
    ${open !== null &&
    html`<${ChipSheet} chip=${chips[open]} onChip=${(chip) => (replace(open, chip), setOpen(null))} onClose=${() => setOpen(null)} />`}
  </ul>`;
}

function ChipSheet({ chip, onChip, onClose }) {
  const { rule } = chip;
  const changeable = rule.kind !== "where" && rule.about.type !== "length" && rule.about.type !== "age";
  const change = (kind) => onChip({ label: `${t(`rule_${kind}`)} ${aboutWords(rule)}`, rule: { ...rule, kind } });
  return html`<${Sheet} title=${chip.label} onClose=${onClose}>
    <p class="soft">${t("rule_from", { words: rule.words })}</p>
    ${changeable && html`<${Choice} label=${t("rule_kind")} value=${rule.kind} onValue=${change} choices=${KINDS.map((value) => ({ value, label: t(`rule_${value}`) }))} />`}
    <${Button} kind="danger" icon="trash-2" onClick=${() => onChip(null)} wide>${t("rule_remove")}</${Button}>
  </${Sheet}>`;
}

const aboutWords = ({ about, words }) => about.words ?? (about.who === "following" ? t("feed_following") : about.who && `@${about.who}`) ?? about.what ?? words;
