/** Somebody else: who they are, their clips, and following or blocking them. */

import { del, get, put } from "../../lib/api.js";
import { useAct, useAsked } from "../../lib/asked.js";
import { listen } from "../../lib/live.js";
import { html, useEffect } from "../../lib/preact.js";
import { me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { ClipsOf } from "../../clip/clips_of.js";
import { Avatar } from "../../ui/avatar.js";
import { Button } from "../../ui/button.js";
import { Page } from "../../ui/page.js";
import { ProblemNote, Shown } from "../../ui/states.js";
import { Follows } from "./follows.js";

/** @param {{person_id: string}} props */
export default function Profile({ person_id: personId }) {
  const profile = useAsked(() => get(`/people/${personId}`), [personId]);
  useEffect(() => listen("people", profile.again), [personId]);
  return html`<${Page} title=${profile.value ? `@${profile.value.handle ?? "?"}` : t("profile")} up="people">
    <${Shown} asked=${profile}>${(found) => html`<${Person} profile=${found} asked=${profile} />`}</${Shown}>
  </${Page}>`;
}

function Person({ profile, asked }) {
  const follow = useToggle(asked, profile, "follow", "followed_by_me");
  const block = useToggle(asked, profile, "block", "blocked_by_me");
  const mine = profile.person_id === me.value.person_id;
  return html`<div class="stack">
    <div class="row">
      <${Avatar} handle=${profile.handle} />
      <p class="grow soft"><${Follows} profile=${profile} /></p>
    </div>
    ${!mine &&
    html`<div class="wrap">
        ${!profile.blocked_by_me &&
        html`<${Button} kind=${profile.followed_by_me ? undefined : "primary"} icon=${profile.followed_by_me ? "user-check" : "user-plus"} busy=${follow.busy} onClick=${follow.run}>
          ${profile.followed_by_me ? t("unfollow") : t("follow_plain")}
        </${Button}>`}
        <${Button} kind="danger" icon="ban" busy=${block.busy} onClick=${block.run}>${profile.blocked_by_me ? t("unblock") : t("block_plain")}</${Button}>
      </div>
      <${ProblemNote} error=${follow.error ?? block.error} />`}
    ${profile.blocked_by_me ? html`<p class="note">${t("blocked_words")}</p>` : html`<${ClipsOf} personId=${profile.person_id} none=${t("profile_none")} />`}
  </div>`;
}

/** Follows or blocks at once, and goes back where the server says no. */
function useToggle(asked, profile, verb, field) {
  return useAct(async () => {
    const on = !profile[field];
    asked.set({ ...profile, [field]: on });
    try {
      await (on ? put : del)(`/people/${profile.person_id}/${verb}`);
    } catch (error) {
      asked.set(profile);
      throw error;
    }
    await asked.again();
  });
}
