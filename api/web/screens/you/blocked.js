/** Whom one has blocked, each one press away from being let be. */

import { del, get } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";

export default function Blocked() {
  const people = useAsked(() => get("/blocks"));
  const free = useAct(async (id) => {
    await del(`/people/${id}/block`);
    await people.again();
  });
  return html`<${Page} title=${t("blocks")} up="settings">
    <div class="stack">
      <p class="soft">${t("blocks_words")}</p>
      <${ProblemNote} error=${free.error} />
      <${Shown} asked=${people}>
        ${(found) =>
          found.length === 0
            ? html`<${Empty} icon="users" words=${t("blocks_none")} />`
            : html`<ul class="stack tight">
                ${found.map(
                  (each) => html`<li class="row" key=${each.person_id}>
                    <${Avatar} handle=${each.handle} />
                    <span class="grow">@${each.handle}</span>
                    <${Button} busy=${free.busy} onClick=${() => free.run(each.person_id)}>${t("unblock")}</${Button}>
                  </li>`,
                )}
              </ul>`}
      </${Shown}>
    </div>
  </${Page}>`;
}
