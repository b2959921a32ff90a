/** Who follows somebody, or whom they follow, the latest first. */

import { get, withQuery } from "../../lib/api.js";
import { usePages } from "../../lib/asked.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Further } from "../../ui/further.js";
import { Page } from "../../ui/page.js";
import { Empty, Shown } from "../../ui/states.js";
import { PeopleList } from "./people_list.js";

/** @param {{person_id: string, side: string}} props `side`: "followers" or "following" */
export default function Ties({ person_id: personId, side }) {
  const path = `/people/${personId}/${side === "following" ? "following" : "followers"}`;
  const pages = usePages(async (before) => {
    const page = await get(withQuery(path, { before }));
    return { rows: page.people, next: page.next };
  }, [path]);
  return html`<${Page} title=${t(side === "following" ? "following" : "followers")} up=${`people/${personId}`}>
    <${Shown} asked=${pages}>
      ${(people) => (people.length === 0 ? html`<${Empty} icon="users" words=${t("ties_none")} />` : html`<${PeopleList} people=${people} />`)}
    </${Shown}>
    <${Further} pages=${pages} />
  </${Page}>`;
}
