/** Ending it: all consent at once, or the cameo itself. */

import { del, get } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { go } from "../../lib/router.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { RevocationReceipt } from "./revocation_receipt.js";
import { RevokeButton } from "./revoke_button.js";

export default function EndCameo() {
  const cameo = useAsked(() => get("/cameo"));
  return html`<${Page} title=${t("cameo_end")} up="cameo">
    <${Shown} asked=${cameo}>
      ${(found) => html`<div class="stack">
        <section class="card">
          <h2>${t("revoke_all")}</h2>
          <p>${t("revoke_all_words")}</p>
          <${RevokeButton} label=${t("revoke_all")} words=${t("revoke_all_words")} method="POST" address=${`/cameos/${found.cameo_id}/revocations`} onDone=${() => go("cameo")} />
        </section>
        <${Erase} cameoId=${found.cameo_id} />
      </div>`}
    </${Shown}>
  </${Page}>`;
}

function Erase({ cameoId }) {
  const [handle, setHandle] = useState("");
  const [receipt, setReceipt] = useState(null);
  const erase = useAct(async () => setReceipt(await del(`/cameos/${cameoId}`)));
  const meant = handle.trim().replace(/^@/, "").toLowerCase() === me.value.handle;
  if (receipt) return html`<section class="card"><${RevocationReceipt} receipt=${receipt} /><${Button} onClick=${() => go("cameo")} wide>${t("close")}</${Button}></section>`;
  return html`<form class="card" onSubmit=${(event) => (event.preventDefault(), meant && erase.run())}>
    <h2>${t("cameo_erase")}</h2>
    <p>${t("cameo_erase_words")}</p>
    <${Field} label=${t("leave_type", { handle: me.value.handle })} value=${handle} onValue=${setHandle} autocomplete="off" autocapitalize="none" spellcheck="false" />
    <${ProblemNote} error=${erase.error} />
    <${Button} kind="danger" icon="trash-2" type="submit" disabled=${!meant} busy=${erase.busy} wide>${t("cameo_erase")}</${Button}>
  </form>`;
}
