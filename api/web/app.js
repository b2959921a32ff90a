/** Puts the app together: language, theme, who is signed in, the live stream, and the table of screens. */

import { reachable } from "./lib/api.js";
import { connect, countUnseen, disconnect, listen, unseenCount } from "./lib/live.js";
import { effect, html, render, useEffect, useState } from "./lib/preact.js";
import { go, href, routing } from "./lib/router.js";
import { me, refreshMe } from "./lib/session.js";
import { speak, t, wantedLanguage } from "./lib/texts.js";
import { applyTheme } from "./lib/theme.js";
import { ROUTES, loadScreen } from "./routes.js";
import { Icon } from "./ui/icon.js";
import { ProblemNote } from "./ui/states.js";
import { Toasts } from "./ui/toast.js";

const TABS = [
  { name: "feed", path: "", icon: "house" },
  { name: "people", path: "people", icon: "search" },
  { name: "create", path: "create", icon: "plus" },
  { name: "cameo", path: "cameo", icon: "badge-check" },
  { name: "you", path: "you", icon: "user" },
];

const here = routing(ROUTES);

function App() {
  const { route, params } = here.value;
  const signedIn = me.value;
  const closed = signedIn === null && !route.open;
  useEffect(() => {
    if (closed) go("join", { replace: true });
  }, [closed]);
  if (signedIn === undefined || closed) return html`<p class="starting" role="status">Castmates</p>`;
  return html`
    <a class="skip" href="#screen" onClick=${toScreen}>${t("skip")}</a>
    ${!reachable.value && html`<p class="offline" role="status"><${Icon} name="wifi-off" />${t("offline")}</p>`}
    <div class="frame">
      <main id="screen" tabindex="-1"><${Screen} key=${`${route.path} ${JSON.stringify(params)}`} route=${route} params=${params} /></main>
      ${signedIn && html`<${Tabs} current=${route.tab} />`}
    </div>
    <${Toasts} />`;
}

/** The screen of a route, whose files are fetched when it is first shown. */
function Screen({ route, params }) {
  const [loaded, setLoaded] = useState({ screen: null, error: null });
  useEffect(() => {
    loadScreen(route).then(
      (screen) => setLoaded({ screen, error: null }),
      (error) => setLoaded({ screen: null, error }),
    );
  }, [route]);
  if (loaded.error) return html`<${ProblemNote} error=${loaded.error} onRetry=${() => location.reload()} />`;
  return loaded.screen && html`<${loaded.screen} ...${params} />`;
}

function Tabs({ current }) {
  return html`<nav class="tabs" aria-label=${t("tabs")}>
    ${TABS.map(
      ({ name, path, icon }) => html`<a href=${href(path)} aria-current=${name === current ? "page" : undefined}>
        <${Icon} name=${icon} />
        <span>${t(`tab_${name}`)}</span>
        ${name === "you" && unseenCount.value > 0 && html`<span class="unseen">${t("unseen", { count: unseenCount.value })}</span><i class="dot"></i>`}
      </a>`,
    )}
  </nav>`;
}

function toScreen(event) {
  event.preventDefault();
  document.getElementById("screen").focus();
}

effect(() => {
  if (me.value) {
    connect();
    countUnseen().catch(() => {}); // the next news or sign-in counts again
  } else {
    disconnect();
    unseenCount.value = 0;
  }
});
listen("notice", () => {
  unseenCount.value += 1;
});

const known = refreshMe();
const first = here.value; // what it shows is asked for while it is not known yet who asks
first.route.load().then((screen) => screen.ahead?.(first.params), () => {});
applyTheme();
await speak(wantedLanguage());
render(html`<${App} />`, document.getElementById("app"));
known.catch(() => {
  me.value = null; // not reached: the offline banner says so, and the join screen tries again
});
addEventListener("online", () => refreshMe().catch(() => {}));
navigator.serviceWorker?.register("/sw.js").catch(() => {});
