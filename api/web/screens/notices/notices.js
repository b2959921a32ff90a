/** What happened that concerns me, newest first, as it happens. */

import { get, post, withQuery } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { listen, unseenCount } from "../../lib/live.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { hasText, t } from "../../lib/texts.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";

export default function Notices() {
  const [older, setOlder] = useState([]);
  const [next, setNext] = useState(null);
  const newest = useAsked(async () => {
    const page = await get("/notices");
    setOlder([]);
    setNext(page.next ?? null);
    return page.notices;
  });
  const more = useAct(async () => {
    const page = await get(withQuery("/notices", { before: next }));
    setOlder([...older, ...page.notices]);
    setNext(page.next ?? null);
  });
  useEffect(() => listen("notice", newest.again), []);
  useEffect(() => {
    const position = newest.value?.[0]?.position;
    if (position !== undefined) post("/notices/seen", { position }).then(() => (unseenCount.value = 0), () => {});
  }, [newest.value]);
  return html`<${Page} title=${t("notices")} up="you">
    <${Shown} asked=${newest}>
      ${(found) =>
        found.length === 0
          ? html`<${Empty} icon="bell" words=${t("notices_none")} />`
          : html`<ul class="list">${[...found, ...older].map((notice) => html`<${Notice} key=${notice.notice_id} notice=${notice} />`)}</ul>
              <${ProblemNote} error=${more.error} />
              ${next && html`<${Button} icon="chevron-down" busy=${more.busy} onClick=${more.run} wide>${t("notices_more")}</${Button}>`}`}
    </${Shown}>
  </${Page}>`;
}

function Notice({ notice }) {
  const words = t(hasText(notice.text_key) ? notice.text_key : "notice_other", { handle: notice.person?.handle ?? "?" });
  return html`<li>
    <a href=${href(pathOf(notice))}>
      ${notice.person ? html`<${Avatar} handle=${notice.person.handle} />` : html`<span class="avatar"><${Icon} name="bell" /></span>`}
      <span class="grow">${words}<br /><span class="small soft">${ago(notice.at)}</span></span>
      <${Icon} name="chevron-right" />
    </a>
  </li>`;
}

/** Where notices lead that have a place other than what they name. */
const PLACES = {
  granted: () => "create",
  grant_waits: (notice) => (notice.person ? `wards/${notice.person.person_id}` : "guardians"),
  clip_withdrawn: () => "jobs",
  generation_cancelled: () => "jobs",
  enrolled: () => "cameo",
  enrolment_refused: () => "cameo",
  enrolment_held: () => "cameo",
};

/** Where a notice leads. */
function pathOf(notice) {
  if (PLACES[notice.kind]) return PLACES[notice.kind](notice);
  if (notice.refusal_id) return "refusals";
  if (notice.revocation_id) return `cameo/revocations/${notice.revocation_id}`;
  if (notice.clip_id) return `clips/${notice.clip_id}`;
  if (notice.link_id) return "guardians";
  return notice.person ? `people/${notice.person.person_id}` : "you";
}
