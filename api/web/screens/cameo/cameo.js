/** One's cameo: whether one has one, who may cast it, what was made of it, and the ways to change or end that. */

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
import { WhoMay } from "./who_may.js";

const PROMISES = ["cameo_promise_nobody", "cameo_promise_end", "cameo_promise_kept"];
const TILES_MAX = 3;

export default function Cameo() {
  const cameo = useAsked(() => get("/cameo"));
  useEffect(() => listen("notice", cameo.again), []);
  return html`<${Page} title=${t("tab_cameo")}>
    <${Shown} asked=${cameo}>
      ${(found) => (found.state === "enrolled" ? html`<${Enrolled} cameo=${found} />` : html`<${NotYet} cameo=${found} onChange=${cameo.again} />`)}
    </${Shown}>
  </${Page}>`;
}

/** @param {{cameo: import("../../types/app").Cameo, onChange: () => void}} props */
function NotYet({ cameo, onChange }) {
  const waits = cameo.state === "submitted" || cameo.state === "held";
  return html`<div class="stack">
    <p>${t("cameo_what")}</p>
    ${cameo.enrolment_id && cameo.state !== "open" && html`<${Verdict} id=${cameo.enrolment_id} onDone=${onChange} />`}
    <ul class="card promises">
      ${PROMISES.map((key) => html`<li><${Icon} name="check" /><span>${t(key)}</span></li>`)}
    </ul>
    ${!waits && html`<${Button} kind="primary" icon="camera" href=${href("cameo/enrol")} wide>${t(cameo.state === "none" || cameo.state === "open" ? "cameo_make" : "cameo_again")}</${Button}>`}
    <${Links} links=${[{ icon: "scroll-text", label: t("receipts"), path: "cameo/receipts" }]} />
  </div>`;
}

/** @param {{cameo: import("../../types/app").Cameo}} props */
function Enrolled({ cameo }) {
  const made = useAsked(() => get("/made-of-me"));
  useEffect(() => listen("gone", made.again), []);
  return html`<div class="stack">
    <section class="card">
      <h2 class="row verified"><${Icon} name="badge-check" />${t("cameo_verified")}</h2>
      <${WhoMay} cameo=${cameo} />
    </section>
    <${Strip} made=${made.value ?? []} />
    <${Links} links=${[
      { icon: "sliders-horizontal", label: t("cameo_rule"), path: "cameo/rule" },
      { icon: "users", label: t("grants"), path: "cameo/grants", count: cameo.grants.length },
      { icon: "film", label: t("made_of_me"), path: "cameo/made-of-me", count: made.value?.length ?? 0 },
      { icon: "scroll-text", label: t("receipts"), path: "cameo/receipts" },
      { icon: "hand", label: t("cameo_end"), path: "cameo/end" },
    ]} />
    <${Button} kind="primary" icon="plus" href=${href("create")} wide>${t("cameo_cast_me")}</${Button}>
  </div>`;
}

/** The newest pictures with me in them. @param {{made: import("../../types/app").Made[]}} props */
function Strip({ made }) {
  const pictured = made.filter((each) => each.poster_url).slice(0, TILES_MAX);
  if (pictured.length === 0) return null;
  return html`<a class="strip" href=${href("cameo/made-of-me")} aria-label=${t("made_of_me")}>
    ${pictured.map((each) => html`<img key=${each.clip_id} src=${each.poster_url} alt=${t("clip_by", { handle: each.maker.handle ?? "?" })} width="120" height="160" />`)}
  </a>`;
}
