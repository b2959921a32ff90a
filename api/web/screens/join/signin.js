/** Come back on another device: by a passkey, by the recovery code, or by a token from the command line. */

import { post } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { passkeysPossible, signInByPasskey } from "../../lib/passkeys.js";
import { html, useState } from "../../lib/preact.js";
import { go } from "../../lib/router.js";
import { refreshMe } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { ProblemNote } from "../../ui/states.js";
import { RecoveryCode } from "./recovery_code.js";

export default function SignIn() {
  const [handle, setHandle] = useState("");
  const [code, setCode] = useState("");
  const [token, setToken] = useState("");
  const [newCode, setNewCode] = useState(null);
  const enter = async () => {
    await refreshMe();
    go("", { replace: true });
  };
  const byPasskey = useAct(async () => (await signInByPasskey()) && enter());
  const byCode = useAct(async () => {
    const back = await post("/session/recovery", { handle: handle.trim().toLowerCase(), recovery_code: code.trim() });
    await refreshMe();
    setNewCode(back.recovery_code);
  });
  const byToken = useAct(async () => {
    await post("/session", { token: token.trim() });
    await enter();
  });
  if (newCode) return html`<${RecoveryCode} code=${newCode} onKept=${() => go("", { replace: true })} />`;
  return html`<${Page} title=${t("signin")} up="join">
    <div class="stack">
      ${passkeysPossible() &&
      html`<div class="card">
        <h2>${t("signin_passkey")}</h2>
        <${ProblemNote} error=${byPasskey.error} />
        <${Button} kind="primary" icon="key-round" busy=${byPasskey.busy} onClick=${byPasskey.run} wide>${t("signin_passkey_use")}</${Button}>
      </div>`}
      <form class="card" onSubmit=${(event) => (event.preventDefault(), byCode.run())}>
        <h2>${t("signin_code")}</h2>
        <${Field} label=${t("join_handle")} value=${handle} onValue=${setHandle} required autocomplete="username" autocapitalize="none" />
        <${Field} label=${t("recovery")} value=${code} onValue=${setCode} required autocomplete="off" spellcheck="false" />
        <${ProblemNote} error=${byCode.error} />
        <${Button} type="submit" busy=${byCode.busy} wide>${t("signin")}</${Button}>
      </form>
      <details class="card">
        <summary>${t("signin_token")}</summary>
        <form class="stack tight" onSubmit=${(event) => (event.preventDefault(), byToken.run())}>
          <${Field} label=${t("signin_token_field")} type="password" value=${token} onValue=${setToken} required autocomplete="off" />
          <${ProblemNote} error=${byToken.error} />
          <${Button} type="submit" busy=${byToken.busy}>${t("signin")}</${Button}>
        </form>
      </details>
    </div>
  </${Page}>`;
}
