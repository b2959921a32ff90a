/** Leaving for good: what goes, what stays, and one's handle typed once more. */

import { del } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { moment } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { ProblemNote } from "../../ui/states.js";

export default function Leave() {
  const [handle, setHandle] = useState("");
  const [farewell, setFarewell] = useState(null);
  const leave = useAct(async () => setFarewell(await del("/account", { handle: handle.trim().replace(/^@/, "") })));
  if (farewell) return html`<${Farewell} farewell=${farewell} />`;
  return html`<${Page} title=${t("leave")} up="settings">
    <form class="stack" onSubmit=${(event) => (event.preventDefault(), leave.run())}>
      <ul class="card">
        ${["leave_clips", "leave_cameo", "leave_words", "leave_stays", "leave_never"].map((key) => html`<li>${t(key)}</li>`)}
      </ul>
      <${Button} icon="download" href="/api/account/export" download="castmates.json" wide>${t("leave_export")}</${Button}>
      <${Field} label=${t("leave_type", { handle: me.value?.handle ?? "" })} value=${handle} onValue=${setHandle} autocomplete="off" autocapitalize="none" spellcheck="false" required />
      <${ProblemNote} error=${leave.error} />
      <${Button} kind="danger" icon="trash-2" type="submit" busy=${leave.busy} disabled=${handle.trim() === ""} wide>${t("leave_go")}</${Button}>
    </form>
  </${Page}>`;
}

function Farewell({ farewell }) {
  const receipt = `data:application/json,${encodeURIComponent(JSON.stringify(farewell, null, 2))}`;
  return html`<${Page} title=${t("farewell")}>
    <div class="stack">
      <p>${t("farewell_words", { clips: farewell.clips_count, files: farewell.files_count, moment: moment(farewell.finished_at) })}</p>
      <${Button} kind="primary" icon="download" href=${receipt} download=${`${farewell.erasure_id}.json`} wide>${t("farewell_receipt")}</${Button}>
      <${Button} onClick=${() => (me.value = null)} wide>${t("close")}</${Button}>
    </div>
  </${Page}>`;
}
