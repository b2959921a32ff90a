/** Join by an invite: what the app does and does not do, four questions, and a code to come back with. */

import { Unreachable } from "../../lib/api.js";
import { useAct } from "../../lib/asked.js";
import { html, useEffect, useState } from "../../lib/preact.js";
import { go, href } from "../../lib/router.js";
import { join, me, refreshMe } from "../../lib/session.js";
import { language, t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { Icon } from "../../ui/icon.js";
import { ProblemNote } from "../../ui/states.js";
import { countries, homeCountry } from "./countries.js";
import { RecoveryCode } from "./recovery_code.js";
import { WaitingList } from "./waiting_list.js";

const PROMISES = [
  { icon: "clapperboard", text: "join_promise_make" },
  { icon: "shield-check", text: "join_promise_consent" },
  { icon: "leaf", text: "join_promise_calm" },
];

/** @param {{invite?: string}} props */
export default function Join({ invite = "" }) {
  const [wish, setWish] = useState({ invite, handle: "", birth_date: "", country: homeCountry() });
  const [code, setCode] = useState(null);
  const joining = useAct(async () => {
    const joined = await join({ ...wish, invite: inviteIn(wish.invite), handle: wish.handle.trim().toLowerCase() });
    setCode(joined.recovery_code);
  });
  const set = (name) => (value) => setWish((old) => ({ ...old, [name]: value }));
  useEffect(() => {
    document.title = `${t("join")} · Castmates`;
    if (me.value && code === null) go("", { replace: true });
  }, []);
  if (code) return html`<${RecoveryCode} code=${code} onKept=${() => go("", { replace: true })} />`;
  return html`<div class="join">
    <img src=${new URL("../../icons/icon.svg", import.meta.url).pathname} alt="" width="88" height="88" />
    <h1>${t("join_title")}</h1>
    <ul class="promises">
      ${PROMISES.map(({ icon, text }) => html`<li><${Icon} name=${icon} /><span>${t(text)}</span></li>`)}
    </ul>
    <form class="card" onSubmit=${(event) => (event.preventDefault(), joining.run())}>
      <${Field} label=${t("join_invite")} hint=${t("join_invite_hint")} value=${wish.invite} onValue=${set("invite")} required autocapitalize="none" autocomplete="off" spellcheck="false" />
      <${Field} label=${t("join_handle")} hint=${t("join_handle_hint")} value=${wish.handle} onValue=${set("handle")} required autocapitalize="none" autocomplete="username" spellcheck="false" maxlength="24" />
      <${Field} label=${t("join_birth_date")} hint=${t("join_birth_date_hint")} type="date" value=${wish.birth_date} onValue=${set("birth_date")} required autocomplete="bday" />
      <${Field} as="select" label=${t("join_country")} value=${wish.country} onValue=${set("country")} required>
        ${countries(language.value).map(({ code: value, name }) => html`<option value=${value} selected=${value === wish.country}>${name}</option>`)}
      </${Field}>
      <${ProblemNote} error=${joining.error} />
      ${joining.error?.code === "country_not_open" && html`<${WaitingList} country=${wish.country} />`}
      ${joining.error instanceof Unreachable && html`<${Button} icon="refresh-cw" onClick=${() => refreshMe().catch(() => {})}>${t("retry")}</${Button}>`}
      <${Button} kind="primary" type="submit" busy=${joining.busy} wide>${t("join")}</${Button}>
    </form>
    <p><a href=${href("signin")}>${t("join_signin")}</a></p>
  </div>`;
}

/** The invite in what was pasted: a whole link will do. */
const inviteIn = (words) => words.trim().split("/").at(-1);
