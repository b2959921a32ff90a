/** Ending it: all consent at once, or the cameo itself. */

import { del, get } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { go, href } from "../../lib/router.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";
import { Consequences, countedWords } from "./consequences.js";
import { RevocationReceipt } from "./revocation_receipt.js";
import { RevokeButton } from "./revoke_button.js";

export default function EndCameo() {
  const asked = useAsked(async () => {
    const cameo = await get("/cameo");
    return { cameo, made: cameo.cameo_id ? await get("/made-of-me") : [] };
  });
  return html`<${Page} title=${t("cameo_end")} up="cameo">
    <${Shown} asked=${asked}>
      ${({ cameo, made }) =>
        cameo.cameo_id
          ? html`<div class="stack">
              <p class="soft">${t("cameo_end_words")} <a href=${href("cameo/grants")}>${t("cameo_end_one")}</a></p>
              <${RevokeAll} cameoId=${cameo.cameo_id} made=${made} />
              <${Erase} cameoId=${cameo.cameo_id} made=${made} />
            </div>`
          : html`<${Empty} icon="badge-check" words=${t("cameo_end_none")} />`}
    </${Shown}>
  </${Page}>`;
}

/** @param {{cameoId: string, made: import("../../types/app").Made[]}} props */
function RevokeAll({ cameoId, made }) {
  const others = made.filter((each) => each.maker.person_id !== me.value.person_id);
  return html`<section class="card">
    <h2>${t("revoke_all")}</h2>
    <p>${t("revoke_all_words")}</p>
    <${RevokeButton} label=${t("revoke_all")} goes=${[t("revoke_all_grants"), t("revoke_all_clips"), ...countedWords(others)]}
      stays=${[t("revoke_all_own"), t("revoke_all_cameo")]} method="POST" address=${`/cameos/${cameoId}/revocations`} onDone=${() => go("cameo")} />
  </section>`;
}

/** @param {{cameoId: string, made: import("../../types/app").Made[]}} props */
function Erase({ cameoId, made }) {
  const [handle, setHandle] = useState("");
  const [receipt, setReceipt] = useState(null);
  const erase = useAct(async () => setReceipt(await del(`/cameos/${cameoId}`)));
  const meant = handle.trim().replace(/^@/, "").toLowerCase() === me.value.handle;
  if (receipt) return html`<section class="card"><${RevocationReceipt} receipt=${receipt} linked /><${Button} onClick=${() => go("cameo")} wide>${t("close")}</${Button}></section>`;
  return html`<form class="card" onSubmit=${(event) => (event.preventDefault(), meant && erase.run())}>
    <h2>${t("cameo_erase")}</h2>
    <p>${t("cameo_erase_words")}</p>
    <${Consequences} goes=${[t("cameo_erase_clips"), t("cameo_erase_key"), t("cameo_erase_grants"), ...countedWords(made)]} stays=${[t("cameo_erase_account"), t("cameo_erase_log")]} />
    <${Field} label=${t("leave_type", { handle: me.value.handle })} value=${handle} onValue=${setHandle} autocomplete="off" autocapitalize="none" spellcheck="false" />
    <${ProblemNote} error=${erase.error} />
    <${Button} kind="danger" icon="trash-2" type="submit" disabled=${!meant} busy=${erase.busy} wide>${t("cameo_erase")}</${Button}>
  </form>`;
}
