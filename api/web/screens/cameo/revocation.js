/** A revocation by its address: its receipt, kept up until it is finished. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { html, useEffect } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Page } from "../../ui/page.js";
import { Shown } from "../../ui/states.js";
import { RevocationReceipt } from "./revocation_receipt.js";

const AGAIN_MS = 1000;

/** @param {{revocation_id: string}} props */
export default function Revocation({ revocation_id: id }) {
  const receipt = useAsked(() => get(`/revocations/${id}`), [id]);
  const running = receipt.value && !receipt.value.finished_at;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(receipt.again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [running]);
  return html`<${Page} title=${t("revoked")} up="cameo"><${Shown} asked=${receipt}>${(found) => html`<${RevocationReceipt} receipt=${found} />`}</${Shown}></${Page}>`;
}
