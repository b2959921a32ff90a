/** A teen whom one looks after: bounds, grants that wait for one's word, and counts; never what they made or saw. */

import { del, get, post, put } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { utcOffsetMin } from "../../lib/format.js";
import { html, useState } from "../../lib/preact.js";
import { t } from "../../lib/texts.js";
import { Button } from "../../ui/button.js";
import { Choice, Field, Switch } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";

const CONTACTS = ["everyone", "mutuals", "nobody"];

/** @param {{person_id: string}} props */
export default function Ward({ person_id: personId }) {
  const wards = useAsked(() => get("/wards"), [personId]);
  const ward = wards.value?.find((each) => each.teen.person_id === personId && each.caps);
  return html`<${Page} title=${ward ? `@${ward.teen.handle}` : t("ward")} up="guardians">
    <${Shown} asked=${wards}>
      ${() =>
        ward
          ? html`<div class="stack">
              <${Counts} personId=${personId} />
              <${Grants} personId=${personId} />
              <${Caps} personId=${personId} caps=${ward.caps} />
            </div>`
          : html`<p>${t("ward_none")}</p>`}
    </${Shown}>
  </${Page}>`;
}

function Counts({ personId }) {
  const counts = useAsked(() => get(`/wards/${personId}/counts`), [personId]);
  return html`<section class="card">
    <h2>${t("ward_today")}</h2>
    <${Shown} asked=${counts}>
      ${(found) => html`<dl class="counts">
        ${Object.entries(found.counts)
          .filter(([name, value]) => name.endsWith("_count") && typeof value === "number")
          .map(([name, value]) => html`<div><dt>${t(`count_${name}`)}</dt><dd>${value}</dd></div>`)}
      </dl>`}
    </${Shown}>
    <p class="small soft">${t("ward_signed")}</p>
  </section>`;
}

function Grants({ personId }) {
  const grants = useAsked(() => get(`/wards/${personId}/grants`), [personId]);
  const approve = useAct(async (grant) => {
    await post(`/wards/${personId}/grants/${grant.grant_id}/approve`);
    await grants.again();
  });
  const end = useAct(async (grant) => {
    await del(`/grants/${grant.grant_id}`);
    await grants.again();
  });
  return html`<section class="card">
    <h2>${t("ward_grants")}</h2>
    <${ProblemNote} error=${approve.error ?? end.error} />
    <${Shown} asked=${grants}>
      ${(found) =>
        found.length === 0
          ? html`<p class="soft">${t("ward_grants_none")}</p>`
          : html`<ul class="stack">
              ${found.map(
                (grant) => html`<li class="stack tight" key=${grant.grant_id}>
                  <p>${t("ward_grant", { handle: grant.grantee.handle ?? "?", uses: grant.terms.uses.map((use) => t(`use_${use}`)).join(", ") })}</p>
                  <div class="wrap">
                    ${grant.approved ? html`<span class="chip consent">${t("ward_approved")}</span>` : html`<${Button} kind="primary" icon="check" busy=${approve.busy} onClick=${() => approve.run(grant)}>${t("ward_approve")}</${Button}>`}
                    <${Button} kind="danger" icon="x" busy=${end.busy} onClick=${() => end.run(grant)}>${t("ward_end")}</${Button}>
                  </div>
                </li>`,
              )}
            </ul>`}
    </${Shown}>
  </section>`;
}

function Caps({ personId, caps }) {
  const [made, setMade] = useState(numberText(caps.clips_made_max));
  const [watched, setWatched] = useState(numberText(caps.clips_watched_max));
  const [contact, setContact] = useState(caps.contact);
  const [personalised, setPersonalised] = useState(caps.personalised);
  const save = useAct(async () => {
    await put(`/wards/${personId}/caps`, { clips_made_max: numberOf(made), clips_watched_max: numberOf(watched), contact, personalised, utc_offset_min: utcOffsetMin() });
    toast(t("ward_saved"));
  });
  return html`<form class="card" onSubmit=${(event) => (event.preventDefault(), save.run())}>
    <h2>${t("ward_caps")}</h2>
    <${Field} label=${t("ward_made")} hint=${t("ward_no_cap")} type="number" inputmode="numeric" min="0" max="1000" value=${made} onValue=${setMade} />
    <${Field} label=${t("ward_watched")} hint=${t("ward_no_cap")} type="number" inputmode="numeric" min="0" max="1000" value=${watched} onValue=${setWatched} />
    <${Choice} label=${t("ward_contact")} value=${contact} onValue=${setContact} choices=${CONTACTS.map((value) => ({ value, label: t(`contact_${value}`) }))} />
    <${Switch} label=${t("personal")} checked=${personalised} onChange=${setPersonalised} />
    <${ProblemNote} error=${save.error} />
    <${Button} kind="primary" type="submit" busy=${save.busy} wide>${t("save")}</${Button}>
  </form>`;
}

const numberText = (value) => (value === null || value === undefined ? "" : String(value));
const numberOf = (text) => (text === "" ? null : Number(text));
