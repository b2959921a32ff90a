/** Where one is signed in, one's passkeys, and a fresh recovery code. */

import { del, get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button, IconButton } from "../../ui/button.js";
import { Sheet } from "../../ui/sheet.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { AddPasskey } from "../join/add_passkey.js";

export function Devices() {
  const devices = useAsked(() => get("/access"));
  const passkeys = useAsked(() => get("/me/passkeys"));
  const [code, setCode] = useState(null);
  const end = useAct(async (id) => {
    await del(`/access/${id}`);
    await devices.again();
  });
  const remove = useAct(async (id) => {
    await del(`/me/passkeys/${id}`);
    await passkeys.again();
  });
  const renew = useAct(async () => setCode((await post("/me/recovery-code")).recovery_code));
  return html`<section class="card">
    <h2>${t("devices")}</h2>
    <${ProblemNote} error=${end.error ?? remove.error ?? renew.error} />
    <${Shown} asked=${devices}>
      ${({ devices: found }) => html`<ul class="stack tight">
        ${found.map(
          (each) => html`<li class="row" key=${each.access_id}>
            <span class="grow">${t(`client_${each.client ?? "native"}`)}<br /><span class="small soft">${each.is_this ? t("device_this") : t("device_since", { ago: ago(each.issued_at) })}</span></span>
            ${!each.is_this && html`<${IconButton} icon="log-out" label=${t("device_end")} onClick=${() => end.run(each.access_id)} />`}
          </li>`,
        )}
      </ul>`}
    </${Shown}>
    <${Shown} asked=${passkeys}>
      ${({ passkeys: found }) => html`<ul class="stack tight">
        ${found.map(
          (each) => html`<li class="row" key=${each.passkey_id}>
            <span class="grow">${t("passkey")}<br /><span class="small soft">${ago(each.added_at)}</span></span>
            <${IconButton} icon="trash-2" label=${t("passkey_remove")} onClick=${() => remove.run(each.passkey_id)} />
          </li>`,
        )}
      </ul>`}
    </${Shown}>
    <${AddPasskey} onAdded=${passkeys.again} />
    <${Button} icon="key-round" busy=${renew.busy} onClick=${renew.run} wide>${t("recovery_new")}</${Button}>
    ${code &&
    html`<${Sheet} title=${t("recovery")} onClose=${() => setCode(null)}>
      <p>${t("recovery_words")}</p>
      <p class="card code">${code}</p>
    </${Sheet}>`}
  </section>`;
}
