/** One's cameo: whether one has one, who may cast it, and the ways to change or end that. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { listen } from "../../lib/live.js";
import { html, useEffect } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Links } from "../../ui/links.js";
import { Page } from "../../ui/page.js";
import { Shown } from "../../ui/states.js";
import { Verdict } from "./verdict.js";

export default function Cameo() {
  const cameo = useAsked(() => get("/cameo"));
  useEffect(() => listen("notice", cameo.again), []);
  return html`<${Page} title=${t("tab_cameo")}>
    <${Shown} asked=${cameo}>
      ${(found) => (found.state === "enrolled" ? html`<${Enrolled} cameo=${found} />` : html`<${NotYet} cameo=${found} onChange=${cameo.again} />`)}
    </${Shown}>
  </${Page}>`;
}

function NotYet({ cameo, onChange }) {
  const waits = cameo.state === "submitted" || cameo.state === "held";
  return html`<div class="stack">
    <p>${t("cameo_what")}</p>
    <ul class="card promises">
      ${["cameo_promise_nobody", "cameo_promise_end", "cameo_promise_kept"].map((key) => html`<li><${Icon} name="check" /><span>${t(key)}</span></li>`)}
    </ul>
    ${cameo.enrolment_id && cameo.state !== "open" && html`<${Verdict} id=${cameo.enrolment_id} onDone=${onChange} />`}
    ${!waits && html`<${Button} kind="primary" icon="camera" href=${href("cameo/enrol")} wide>${t(cameo.state === "none" ? "cameo_make" : "cameo_again")}</${Button}>`}
  </div>`;
}

function Enrolled({ cameo }) {
  return html`<div class="stack">
    <section class="card">
      <p class="row"><${Icon} name="badge-check" /><strong>${t("cameo_verified")}</strong></p>
      <p>${t(`level_says_${cameo.level}`)}</p>
      ${cameo.grants.length > 0 && html`<p class="soft">${t("cameo_grants", { count: cameo.grants.length, names: cameo.grants.map((grant) => `@${grant.grantee.handle ?? "?"}`).join(", ") })}</p>`}
    </section>
    <${Links} links=${[
      { icon: "sliders-horizontal", label: t("cameo_rule"), path: "cameo/rule" },
      { icon: "users", label: t("grants"), path: "cameo/grants", count: cameo.grants.length },
      { icon: "film", label: t("made_of_me"), path: "cameo/made-of-me" },
      { icon: "hand", label: t("cameo_end"), path: "cameo/end" },
    ]} />
    <${Button} kind="primary" icon="plus" href=${href("create")} wide>${t("cameo_cast_me")}</${Button}>
  </div>`;
}
