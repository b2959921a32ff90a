/** Finding people by their handles. */

import { get, withQuery } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";

const STILL_MS = 200;

export default function People() {
  const [typed, setTyped] = useState("");
  const [find, setFind] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setFind(typed.trim().replace(/^@/, "").toLowerCase()), STILL_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useAsked(() => get(withQuery("/people", { find })), [find]);
  return html`<${Page} title=${t("tab_people")}>
    <div class="stack">
      <${Field} label=${t("people_find")} type="search" value=${typed} onValue=${setTyped} autocapitalize="none" autocomplete="off" spellcheck="false" maxlength="25" />
      <${Shown} asked=${found}>
        ${(people) =>
          people.length === 0
            ? html`<${Empty} icon="users" words=${find ? t("people_none", { find }) : t("people_alone")}>
                <${Button} icon="ticket" href=${href("invites")}>${t("invites")}</${Button}>
              </${Empty}>`
            : html`<ul class="list">
                ${people.map(
                  (person) => html`<li key=${person.person_id}>
                    <a href=${href(`people/${person.person_id}`)}>
                      <${Avatar} handle=${person.handle} /><span class="grow">@${person.handle}</span>
                      ${person.followed_by_me && html`<span class="small soft">${t("people_followed")}</span>`}
                      <${Icon} name="chevron-right" />
                    </a>
                  </li>`,
                )}
              </ul>`}
      </${Shown}>
    </div>
  </${Page}>`;
}
