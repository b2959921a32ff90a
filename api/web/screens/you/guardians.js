/** Links between teens and guardians: one's own, asked for, agreed to or ended, and the teens one looks after. */

import { del, get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";

export default function Guardians() {
  const links = useAsked(() => get("/guardians"));
  const teen = me.value.age_band === "teen";
  return html`<${Page} title=${t("guardians")} up="you">
    <div class="stack">
      <p class="soft">${t(teen ? "guardians_teen" : "guardians_adult")}</p>
      <${AskFor} theyAre=${teen ? "guardian" : "teen"} onAsked=${links.again} />
      <${Shown} asked=${links}>
        ${(found) =>
          found.length === 0
            ? html`<${Empty} icon="users" words=${t("guardians_none")} />`
            : html`<ul class="stack">${found.map((link) => html`<${Link} key=${link.link_id} link=${link} onChange=${links.again} />`)}</ul>`}
      </${Shown}>
    </div>
  </${Page}>`;
}

function Link({ link, onChange }) {
  const accept = useAct(async () => {
    await post(`/guardians/${link.link_id}/accept`);
    await onChange();
  });
  const end = useAct(async () => {
    await del(`/guardians/${link.link_id}`);
    await onChange();
  });
  return html`<li class="card">
    <div class="row">
      <${Avatar} handle=${link.they.handle} />
      <span class="grow"><strong>@${link.they.handle ?? "?"}</strong><br /><span class="small soft">${t(`link_${link.they_are}`)}, ${state(link)}</span></span>
    </div>
    ${link.caps && link.they_are === "guardian" && html`<p class="note small">${capsWords(link.caps)}</p>`}
    <${ProblemNote} error=${accept.error ?? end.error} />
    <div class="wrap">
      ${link.status === "asked" && !link.asked_by_me && html`<${Button} kind="primary" icon="check" busy=${accept.busy} onClick=${accept.run}>${t("link_accept")}</${Button}>`}
      ${link.status === "stands" && link.they_are === "teen" && html`<${Button} icon="sliders-horizontal" href=${href(`wards/${link.they.person_id}`)}>${t("ward")}</${Button}>`}
      ${link.status !== "ended" && html`<${Button} kind="danger" icon="x" busy=${end.busy} onClick=${end.run}>${t(link.status === "asked" ? "link_decline" : "link_end")}</${Button}>`}
    </div>
  </li>`;
}

function AskFor({ theyAre, onAsked }) {
  const [handle, setHandle] = useState("");
  const ask = useAct(async () => {
    const person = await get(`/people/@${handle.trim().replace(/^@/, "").toLowerCase()}`);
    await post("/guardians", { person_id: person.person_id, they_are: theyAre });
    setHandle("");
    await onAsked();
  });
  return html`<form class="card" onSubmit=${(event) => (event.preventDefault(), ask.run())}>
    <${Field} label=${t(`link_ask_${theyAre}`)} value=${handle} onValue=${setHandle} required autocapitalize="none" autocomplete="off" maxlength="25" />
    <${ProblemNote} error=${ask.error} />
    <${Button} type="submit" icon="send" busy=${ask.busy}>${t("link_ask")}</${Button}>
  </form>`;
}

const state = (link) => (link.status === "stands" ? t("link_since", { moment: moment(link.linked_at) }) : t(`link_${link.status}`));

/** A guardian's bounds in words. @param {import("../../types/app").Caps} caps */
export function capsWords(caps) {
  return [
    caps.clips_made_max !== null && caps.clips_made_max !== undefined && t("caps_made", { count: caps.clips_made_max }),
    caps.clips_watched_max !== null && caps.clips_watched_max !== undefined && t("caps_watched", { count: caps.clips_watched_max }),
    t(`contact_${caps.contact}`),
    caps.personalised === false && t("caps_plain_feed"),
  ]
    .filter(Boolean)
    .join(" · ");
}
