/** How many somebody follows and is followed by, each leading to who they are. */

import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";

/** @param {{profile: import("../../types/app").Profile}} props */
export function Follows({ profile }) {
  const to = (side) => href(`people/${profile.person_id}/${side}`);
  return html`<a href=${to("following")}>${t("following_count", { count: profile.following_count })}</a>${" · "}<a href=${to("followers")}>${t("followers_count", { count: profile.followers_count })}</a>`;
}
