/** Where a country is not open yet: leave an address, which is sealed until that day. */

import { del, post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { ProblemNote } from "../../ui/states.js";

/** @param {{country: string}} props */
export function WaitingList({ country }) {
  const [contact, setContact] = useState("");
  const [secret, setSecret] = useState(null);
  const wait = useAct(async () => setSecret((await post("/waiting-list", { country, contact })).secret));
  const stop = useAct(async () => {
    await del("/waiting-list", { secret });
    setSecret(null);
  });
  if (secret) {
    return html`<div class="note stack tight" role="status">
      <p>${t("waiting_kept")}</p>
      <${ProblemNote} error=${stop.error} />
      <${Button} icon="undo-2" busy=${stop.busy} onClick=${stop.run}>${t("waiting_stop")}</${Button}>
    </div>`;
  }
  return html`<div class="note stack tight">
    <${Field} label=${t("waiting_contact")} hint=${t("waiting_hint")} value=${contact} onValue=${setContact} autocomplete="email" maxlength="200" />
    <${ProblemNote} error=${wait.error} />
    <${Button} icon="clock" busy=${wait.busy} disabled=${contact.trim() === ""} onClick=${wait.run}>${t("waiting_list")}</${Button}>
  </div>`;
}
