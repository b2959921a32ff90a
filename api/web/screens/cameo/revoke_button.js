/** Ending a consent: what will happen, said before; what it reached, shown after. */

import { call } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Sheet } from "../../ui/sheet.js";
import { ProblemNote } from "../../ui/states.js";
import { Consequences } from "./consequences.js";
import { RevocationReceipt } from "./revocation_receipt.js";

/** @param {{label: string, goes: string[], stays: string[], method: "POST" | "DELETE", address: string, onDone: () => unknown}} props */
export function RevokeButton({ label, goes, stays, method, address, onDone }) {
  const [open, setOpen] = useState(false);
  const [receipt, setReceipt] = useState(null);
  const revoke = useAct(async () => setReceipt(await call(method, address)));
  const close = () => {
    setOpen(false);
    if (receipt) onDone();
  };
  return html`<${Button} kind="danger" icon="hand" onClick=${() => setOpen(true)}>${label}</${Button}>
    ${open &&
    html`<${Sheet} title=${receipt ? t("revoked") : label} onClose=${close}>
      ${receipt
        ? html`<${RevocationReceipt} receipt=${receipt} linked />`
        : html`<${Consequences} goes=${goes} stays=${stays} />
            <p class="small soft">${t("revoke_how")}</p>
            <${ProblemNote} error=${revoke.error} />
            <${Button} kind="danger" icon="hand" busy=${revoke.busy} onClick=${revoke.run} wide>${t("revoke_sure")}</${Button}>`}
    </${Sheet}>`}`;
}
