/** The code that lets one back in without this phone, shown this once. */

import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Switch } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { toast } from "../../ui/toast.js";
import { AddPasskey } from "./add_passkey.js";

/** @param {{code: string, onKept: () => void}} props */
export function RecoveryCode({ code, onKept }) {
  const [kept, setKept] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    toast(t("recovery_copied"));
  };
  return html`<${Page} title=${t("recovery")}>
    <div class="stack">
      <p>${t("recovery_words")}</p>
      <p class="card code recovery-code">${code}</p>
      <${Button} icon="copy" onClick=${copy} wide>${t("copy")}</${Button}>
      <${AddPasskey} />
      <${Switch} label=${t("recovery_kept")} checked=${kept} onChange=${setKept} />
      <${Button} kind="primary" disabled=${!kept} onClick=${onKept} wide>${t("recovery_go")}</${Button}>
    </div>
  </${Page}>`;
}
