/** Lets this device sign in by its own lock (fingerprint, face, PIN), where the browser can. */

import { useAct } from "../../lib/asked.js";
import { addPasskey, passkeysPossible } from "../../lib/passkeys.js";
import { html } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { ProblemNote } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";

/** @param {{onAdded?: () => void}} props */
export function AddPasskey({ onAdded }) {
  const adding = useAct(async () => {
    if (!(await addPasskey())) return;
    toast(t("passkey_added"));
    onAdded?.();
  });
  if (!passkeysPossible()) return null;
  return html`<${ProblemNote} error=${adding.error} />
    <${Button} icon="key-round" busy=${adding.busy} onClick=${adding.run} wide>${t("passkey_add")}</${Button}>`;
}
