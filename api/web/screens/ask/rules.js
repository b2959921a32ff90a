/** All that steers one's feed: rules that hold and that ended, what they hid, and the switch for a feed that knows nothing of one. */

import { get, put } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { ago } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Switch } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { Empty, ProblemNote, Shown } from "../../ui/states.js";
import { RuleChips } from "./rule_chips.js";
import { StandingRules } from "./standing_rules.js";

export default function Rules() {
  const standing = useAsked(() => get("/feed/instructions"));
  const ended = useAsked(() => get("/feed/instructions?ended=true"));
  const hidden = useAsked(() => get("/feed/hidden"));
  return html`<${Page} title=${t("rules")} up="ask">
    <div class="stack">
      <${Button} kind="primary" icon="sparkles" href=${href("ask")} wide>${t("ask")}</${Button}>
      <${StandingRules} standing=${standing} />
      ${standing.value?.length === 0 && html`<${Empty} icon="sliders-horizontal" words=${t("rules_none")} />`}
      <${Personal} />
      <${Shown} asked=${hidden}>${(found) => html`<${Hidden} page=${found} />`}</${Shown}>
      <${Shown} asked=${ended}>
        ${(found) =>
          found.length > 0 &&
          html`<details class="card">
            <summary>${t("rules_ended", { count: found.length })}</summary>
            ${found.map(
              (each) => html`<div class="stack tight"><${RuleChips} chips=${each.rules} /><p class="small soft">${t("rules_ended_at", { ago: ago(each.ended_at) })}</p></div>`,
            )}
          </details>`}
      </${Shown}>
    </div>
  </${Page}>`;
}

function Personal() {
  const personal = useAsked(() => get("/me/personalisation"));
  const choose = useAct(async (personalised) => personal.set(await put("/me/personalisation", { personalised })));
  return html`<${Shown} asked=${personal}>
    ${(found) => html`<section class="card">
      <${Switch} label=${t("personal")} hint=${t("personal_hint")} checked=${found.chosen} onChange=${choose.run} />
      ${found.chosen && !found.personalised && html`<p class="note">${t("personal_capped")}</p>`}
      <${ProblemNote} error=${choose.error} />
    </section>`}
  </${Shown}>`;
}

function Hidden({ page }) {
  return html`<section class="card">
    <h2>${t("hidden")}</h2>
    ${page.counts.length === 0
      ? html`<p class="soft">${t("hidden_none")}</p>`
      : html`<ul class="stack tight">
            ${page.counts.map(
              (each) => html`<li class="row"><span class="grow">${each.chip?.label ?? t("hidden_edited")}</span><strong>${t("hidden_clips", { count: each.clips_count })}</strong></li>`,
            )}
          </ul>
          <ul class="tiles">
            ${page.items.map(
              ({ clip }) => html`<li><a href=${href(`clips/${clip.clip_id}`)} aria-label=${t("clip_by", { handle: clip.maker.handle ?? "?" })}><img src=${clip.poster_url} alt=${clip.prompt ?? ""} loading="lazy" /></a></li>`,
            )}
          </ul>`}
  </section>`;
}
