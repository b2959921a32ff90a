/** What a rule or a grant that is not set yet would have made of past requests, with what these made. */

import { ago } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { hasText, t } from "../../lib/texts.js";
import { Icon } from "../../ui/icon.js";

const SHOWN_MAX = 30;

/** @param {{tested: import("../../types/app").Backtest}} props */
export function Backtest({ tested }) {
  const refused = tested.requests.filter(({ request }) => request.would_be_refused).reverse();
  return html`<section class="card" role="status">
    <h2>${t("backtest")}</h2>
    <p>${tested.requests_count === 0 ? t("backtest_none") : t("backtest_words", { refused: tested.refused_count, count: tested.requests_count })}</p>
    ${refused.length > 0 && html`<ul class="stack tight">${refused.slice(0, SHOWN_MAX).map((each) => html`<${Refused} key=${each.request.job_id} past=${each} />`)}</ul>`}
    ${refused.length > SHOWN_MAX && html`<p class="small soft">${t("backtest_more", { count: refused.length - SHOWN_MAX })}</p>`}
  </section>`;
}

/** @param {{past: import("../../types/app").Backtest["requests"][number]}} props */
function Refused({ past: { maker, request, made } }) {
  const why = `backtest_${request.rule}`;
  const words = made?.caption ?? made?.prompt;
  return html`<li class="row top past">
    ${made?.poster_url ? html`<img class="thumb" src=${made.poster_url} alt=${t("clip_by", { handle: maker.handle ?? "?" })} width="64" height="88" />` : html`<span class="thumb blank"><${Icon} name=${request.was_refused ? "ban" : "film"} /></span>`}
    <div class="grow small">
      <p><strong>@${maker.handle ?? "?"}</strong> <span class="soft">${ago(request.at)}</span></p>
      ${words && html`<p class="clamp">${words}</p>`}
      <p>${hasText(why) ? t(why, { evidence: request.evidence ?? "" }) : request.rule}</p>
      ${request.was_refused && html`<p class="soft">${t("backtest_was_refused")}</p>`}
    </div>
  </li>`;
}
