/** All that somebody published, newest first. */

import { get, withQuery } from "../lib/api.js";
import { usePages } from "../lib/asked.js";
import { html } from "../lib/preact.js";
import { Further } from "../ui/further.js";
import { Shown } from "../ui/states.js";
import { ClipTiles } from "./tiles.js";

/** @param {{personId: string, none: string}} props `none`: what is said where there are none */
export function ClipsOf({ personId, none }) {
  const pages = usePages(async (before) => {
    const page = await get(withQuery(`/people/${personId}/clips`, { before }));
    return { rows: page.clips, next: page.next };
  }, [personId]);
  return html`<${Shown} asked=${pages}>${(clips) => html`<${ClipTiles} clips=${clips} none=${none} />`}</${Shown}>
    <${Further} pages=${pages} />`;
}
