/** How the app looks and behaves on this phone, where one is signed in, and the way out. */

import { html } from "../../lib/preact.js";
import { href } from "../../lib/router.js";
import { useAct } from "../../lib/asked.js";
import { signOut } from "../../lib/session.js";
import { captionsAlways, dataSaver, setCaptionsAlways, setDataSaver } from "../../lib/sound.js";
import { LANGUAGES, language, speak, t } from "../../lib/texts.js";
import { THEMES, chosenTheme, setTheme } from "../../lib/theme.js";
import { useState } from "../../lib/preact.js";
import { Button } from "../../ui/button.js";
import { Choice, Switch } from "../../ui/field.js";
import { Page } from "../../ui/page.js";
import { ProblemNote } from "../../ui/states.js";
import { Devices } from "./devices.js";

export default function Settings() {
  const [theme, pickTheme] = useState(chosenTheme());
  const leave = useAct(signOut);
  const choose = (name) => {
    setTheme(name);
    pickTheme(name);
  };
  return html`<${Page} title=${t("settings")} up="you">
    <div class="stack">
      <section class="card">
        <h2>${t("language")}</h2>
        <${Choice} label=${t("language")} value=${language.value} onValue=${speak} choices=${Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))} />
        <h2>${t("theme")}</h2>
        <${Choice} label=${t("theme")} value=${theme} onValue=${choose} choices=${THEMES.map((value) => ({ value, label: t(`theme_${value}`) }))} />
      </section>
      <section class="card">
        <${Switch} label=${t("data_saver")} hint=${t("data_saver_hint")} checked=${dataSaver.value} onChange=${setDataSaver} />
        <${Switch} label=${t("captions_always")} checked=${captionsAlways.value} onChange=${setCaptionsAlways} />
      </section>
      <${Devices} />
      <section class="card">
        <h2>${t("export")}</h2>
        <p class="soft">${t("export_words")}</p>
        <${Button} icon="download" href="/api/account/export" download="castmates.json">${t("export_get")}</${Button}>
      </section>
      <${ProblemNote} error=${leave.error} />
      <${Button} icon="ban" href=${href("blocked")} wide>${t("blocks")}</${Button}>
      <${Button} icon="log-out" busy=${leave.busy} onClick=${leave.run} wide>${t("signout")}</${Button}>
      <${Button} kind="danger" icon="trash-2" href=${href("leave")} wide>${t("leave")}</${Button}>
    </div>
  </${Page}>`;
}
