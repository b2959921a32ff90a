/** Oneself, and the way to everything that is one's own. */

import { get } from "../../lib/api.js";
import { useAsked } from "../../lib/asked.js";
import { unseenCount } from "../../lib/live.js";
import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { hasRole, me } from "../../lib/session.js";
import { t } from "../../lib/texts.js";
import { ClipsOf } from "../../clip/clips_of.js";
import { Avatar } from "../../ui/avatar.js";
import { Icon } from "../../ui/icon.js";
import { Links } from "../../ui/links.js";
import { Page } from "../../ui/page.js";
import { Follows } from "./follows.js";

export default function You() {
  const mine = me.value;
  const profile = useAsked(() => get(`/people/${mine.person_id}`), [mine.person_id]);
  return html`<${Page} title=${t("tab_you")}>
    <div class="stack">
      <div class="row">
        <${Avatar} handle=${mine.handle} />
        <div class="grow">
          <strong>@${mine.handle}</strong>
          <p class="small soft">
            ${profile.value && html`<${Follows} profile=${profile.value} />`}
          </p>
        </div>
        <span class="chip"><${Icon} name="clapperboard" />${t("you_left_today", { count: mine.clips_left_today })}</span>
      </div>
      <${Links} links=${links()} />
      <h2>${t("you_clips")}</h2>
      <${ClipsOf} personId=${mine.person_id} none=${t("you_clips_none")} />
    </div>
  </${Page}>`;
}

/** Where one can go from here; who holds no role is not shown what roles open. */
function links() {
  return [
    { icon: "bell", label: t("notices"), path: "notices", count: unseenCount.value },
    { icon: "film", label: t("you_drafts"), path: "jobs" },
    { icon: "ticket", label: t("invites"), path: "invites" },
    { icon: "sliders-horizontal", label: t("rules"), path: "rules" },
    { icon: "leaf", label: t("wellness"), path: "wellness" },
    { icon: "users", label: t("guardians"), path: "guardians" },
    { icon: "scale", label: t("refusals"), path: "refusals" },
    { icon: "settings", label: t("settings"), path: "settings" },
    ...["reviewer", "auditor", "founder"].filter(hasRole).map((role) => ({ icon: ROLE_ICONS[role], label: t(`role_${role}`), path: ROLE_PATHS[role] })),
  ];
}

const ROLE_ICONS = { reviewer: "gavel", auditor: "scroll-text", founder: "server" };
const ROLE_PATHS = { reviewer: "review", auditor: "audit", founder: "community" };
