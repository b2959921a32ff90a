/** Finding people by their handles. */

import { get, withQuery } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { PeopleList } from "./people_list.js";

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
            : html`<${PeopleList} people=${people} />`}
      </${Shown}>
    </div>
  </${Page}>`;
}
