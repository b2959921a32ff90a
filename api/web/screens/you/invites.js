/** One's invites: the ones left, each as a link and a code to point a camera at. */

import { del, get, post } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { encode } from "../../vendor/uqr.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";

export default function Invites() {
  const invites = useAsked(() => get("/invites"));
  const [shown, setShown] = useState(null);
  const issue = useAct(async () => {
    await post("/invites");
    await invites.again();
  });
  const takeBack = useAct(async (invite) => {
    await del(`/invites/${invite.invite_id}`);
    await invites.again();
  });
  return html`<${Page} title=${t("invites")} up="you">
    <div class="stack">
      <p class="soft">${t("invites_words")}</p>
      <${ProblemNote} error=${issue.error ?? takeBack.error} />
      <${Shown} asked=${invites}>
        ${(found) => html`
          ${found.length === 0 && html`<${Empty} icon="ticket" words=${t("invites_none")} />`}
          <ul class="stack">
            ${found.map(
              (invite) => html`<li class="card" key=${invite.invite_id}>
                <p class="row"><span class="grow code small">${invite.invite_id}</span><span class="chip">${t(`invite_${invite.status}`)}</span></p>
                ${invite.status === "standing" &&
                html`<div class="wrap">
                  <${Button} kind="primary" icon="share-2" onClick=${() => share(invite)}>${t("share")}</${Button}>
                  <${Button} icon="qr-code" onClick=${() => setShown(invite)}>${t("invite_qr")}</${Button}>
                  <${Button} kind="danger" icon="undo-2" onClick=${() => takeBack.run(invite)}>${t("invite_void")}</${Button}>
                </div>`}
              </li>`,
            )}
          </ul>
          <${Button} icon="plus" busy=${issue.busy} onClick=${issue.run} wide>${t("invite_new")}</${Button}>`}
      </${Shown}>
    </div>
    ${shown && html`<${Sheet} title=${t("invite_qr")} onClose=${() => setShown(null)}><${Code} text=${linkOf(shown)} /><p class="code small">${linkOf(shown)}</p></${Sheet}>`}
  </${Page}>`;
}

/** The secret stands behind the `#`: opening the link tells it to no server's log. */
const linkOf = (invite) => `${location.origin}/#/join/${invite.invite_id}`;

async function share(invite) {
  const url = linkOf(invite);
  try {
    if (navigator.share) await navigator.share({ title: "Castmates", text: t("invite_text"), url });
    else {
      await navigator.clipboard.writeText(url);
      toast(t("invite_copied"));
    }
  } catch (error) {
    if (error.name !== "AbortError") toast(url);
  }
}

function Code({ text }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return html`<svg class="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${t("invite_qr")}><path d=${path} /></svg>`;
}
