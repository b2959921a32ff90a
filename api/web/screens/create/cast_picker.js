/** Whom one may cast, each with what they allow in words; picking one puts their @handle into the prompt. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Shown } from "../../ui/states.js";

/** @param {{onPick: (handle: string) => void}} props */
export function CastPicker({ onPick }) {
  const [open, setOpen] = useState(false);
  const pick = (handle) => {
    onPick(handle);
    setOpen(false);
  };
  return html`<${Button} icon="user-plus" onClick=${() => setOpen(true)}>${t("cast")}</${Button}>
    ${open && html`<${Sheet} title=${t("cast")} onClose=${() => setOpen(false)}><${Castable} onPick=${pick} /></${Sheet}>`}`;
}

function Castable({ onPick }) {
  const people = useAsked(() => get("/castable"));
  return html`<p class="soft">${t("cast_words")}</p>
    <${Shown} asked=${people}>
      ${(found) =>
        found.length === 0
          ? html`<${Empty} icon="users" words=${t("cast_none")}><${Button} href=${href("cameo")}>${t("cast_own")}</${Button}></${Empty}>`
          : html`<ul class="list">
              ${found.map(
                ({ person, offers }) => html`<li key=${person.person_id}>
                  <button type="button" onClick=${() => onPick(person.handle)}>
                    <${Avatar} handle=${person.handle} />
                    <span class="grow"><strong>@${person.handle}</strong>${offers.map((offer) => html`<br /><span class="small soft">${offer.words}</span>`)}</span>
                  </button>
                </li>`,
              )}
            </ul>`}
    </${Shown}>`;
}
