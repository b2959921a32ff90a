/** The four levels, from closed to open, each in words; a teen has the first two. */

import { html, useId } from "../../lib/preact.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";
import { isOpen } from "./who_may.js";

const LEVELS = [
  { level: "nobody", icon: "lock" },
  { level: "approved", icon: "user-check" },
  { level: "mutuals", icon: "users" },
  { level: "everyone", icon: "globe" },
];

/** @param {{value: string, onValue: (level: string) => void}} props */
export function Levels({ value, onValue }) {
  const name = useId();
  const isTeen = me.value.age_band === "teen";
  const offered = LEVELS.filter(({ level }) => !isTeen || !isOpen(level));
  return html`<fieldset class="levels">
      <legend class="unseen">${t("cameo_rule")}</legend>
      ${offered.map(
        ({ level, icon }) => html`<label key=${level}>
          <${Icon} name=${icon} />
          <span class="grow"><strong>${t(`level_${level}`)}</strong><br /><span class="small soft">${t(`level_${level}_hint`)}</span></span>
          <input type="radio" name=${name} value=${level} checked=${level === value} onChange=${() => onValue(level)} />
        </label>`,
      )}
    </fieldset>
    ${isTeen && html`<p class="note small">${t("level_teen")}</p>`}`;
}
