/** People one below the other, each leading to their profile. */

import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Icon } from "../../ui/icon.js";

/** @param {{people: import("../../types/app").PersonCard[]}} props */
export function PeopleList({ people }) {
  return html`<ul class="list">
    ${people.map(
      (person) => html`<li key=${person.person_id}>
        <a href=${href(`people/${person.person_id}`)}>
          <${Avatar} handle=${person.handle} /><span class="grow">@${person.handle}</span>
          ${person.followed_by_me && html`<span class="small soft">${t("people_followed")}</span>`}
          <${Icon} name="chevron-right" />
        </a>
      </li>`,
    )}
  </ul>`;
}
