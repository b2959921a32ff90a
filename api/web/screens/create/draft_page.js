/** A draft by its address. */

import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Page } from "../../ui/page.js";
import { Draft } from "./draft.js";

/** @param {{clip_id: string}} props */
export default function DraftPage({ clip_id: clipId }) {
  return html`<${Page} title=${t("draft")} up="jobs"><${Draft} clipId=${clipId} /></${Page}>`;
}
