/** The button that fetches the next page of a list, while there is one. */

import { html } from "../lib/preact.js";
import { t } from "../lib/texts.js";
import { Button } from "./button.js";
import { ProblemNote } from "./states.js";

/** @param {{pages: import("../lib/asked.js").Pages}} props */
export function Further({ pages }) {
  if (pages.next === null) return null;
  return html`<${ProblemNote} error=${pages.more.error} />
    <${Button} icon="chevron-down" busy=${pages.more.busy} onClick=${pages.more.run} wide>${t("further")}</${Button}>`;
}
