/** What a rule or a grant that is not set yet would have made of past requests. */

import { ago } from "../../lib/format.js";
import { html } from "../../lib/preact.js";
import { hasText, t } from "../../lib/texts.js";

/** @param {{tested: any}} props */
export function Backtest({ tested }) {
  const refused = tested.requests.filter(({ request }) => request.would_be_refused);
  return html`<section class="card" role="status">
    <h2>${t("backtest")}</h2>
    <p>${tested.requests_count === 0 ? t("backtest_none") : t("backtest_words", { refused: tested.refused_count, count: tested.requests_count })}</p>
    <ul class="stack tight">
      ${refused.map(
        ({ maker, request }) => html`<li class="note small" key=${request.job_id}>
          @${maker.handle ?? "?"}, ${ago(request.at)}: ${hasText(`gate_${request.rule}`) ? t(`gate_${request.rule}`) : request.rule}${request.evidence && ` (${request.evidence})`}
        </li>`,
      )}
    </ul>
  </section>`;
}
