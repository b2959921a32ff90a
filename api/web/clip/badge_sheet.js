/** Who is in a clip, under which consent, and the file that proves it to somebody who trusts no server. */

import { html } from "../lib/preact.js";
import { href } from "../lib/router.js";
import { t } from "../lib/texts.js";
import { Avatar } from "../ui/avatar.js";
import { Button } from "../ui/button.js";
import { Icon } from "../ui/icon.js";
import { Sheet } from "../ui/sheet.js";

/** @param {{clip: import("../types/app").ClipCard, onClose: () => void}} props */
export function BadgeSheet({ clip, onClose }) {
  return html`<${Sheet} title=${t("badge")} onClose=${onClose}>
    <p class="note consent row"><${Icon} name="shield-check" />${t("badge_words")}</p>
    <ul class="list">
      ${clip.cast.map(
        (badge) => html`<li><a href=${href(`people/${badge.person_id}`)}>
          <${Avatar} handle=${badge.handle} />
          <span class="grow"><strong>@${badge.handle ?? "?"}</strong><br />
            <span class="small soft">${badge.uses.map((use) => t(`use_${use}`)).join(", ")}</span><br />
            <span class="small soft">${badge.grant_ids?.length ? t("badge_grant", { grant: badge.grant_ids.join(", ") }) : t("badge_rule")}</span>
          </span>
        </a></li>`,
      )}
    </ul>
    <${Button} kind="primary" icon="download" href=${`/media/${clip.clip_id}/consent`} download=${`${clip.clip_id}-consent.json`} wide>${t("badge_proof")}</${Button}>
    <p class="small soft">${t("badge_verify")}</p>
  </${Sheet}>`;
}
