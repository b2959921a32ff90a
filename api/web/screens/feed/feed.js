/** The feed: full-screen clips that snap, whose it is one tap away, and an end. */

import { getAhead } from "../../lib/api.js";
import { listen } from "../../lib/live.js";
import { html, useEffect, useMemo, useRef, useState } from "../../lib/preact.js";
import { kept } from "../../lib/kept.js";
import { go, href } from "../../lib/router.js";
import { t } from "../../lib/texts.js";
import { ClipView } from "../../clip/clip_view.js";
import { Button } from "../../ui/button.js";
import { Icon } from "../../ui/icon.js";
import { Empty, ProblemNote } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Slate, pageAddress } from "./slate.js";

const FEEDS = [
  { name: "ranked", wish: { order: "ranked" } },
  { name: "following", wish: { order: "newest", from: "following" } },
  { name: "newest", wish: { order: "newest" } },
];
const AHEAD_CLIPS = 3;
const FIRST_ALONE_MS_MAX = 1500; // until it moves, the first clip has phone and network to itself; not longer

const wishOf = (name) => FEEDS.find((feed) => feed.name === name).wish;
const lastChosen = () => kept.get("feed") ?? "ranked";

/** Asks for the first page before the screen is drawn. @param {{ask?: string}} props */
export const ahead = ({ ask }) => getAhead(pageAddress(ask ? { ask } : wishOf(lastChosen())));

/** @param {{ask?: string}} props words to look for just now */
export default function Feed({ ask }) {
  const [name, setName] = useState(lastChosen);
  const [round, setRound] = useState(0);
  const slate = useMemo(() => new Slate(ask ? { ask } : wishOf(name)), [name, ask, round]);
  useEffect(() => {
    document.title = "Castmates";
    slate.more();
  }, [slate]);
  useEffect(
    () => listen("gone", ({ clip_ids: gone }) => slate.drop((item) => gone.includes(item.clip.clip_id))),
    [slate],
  );
  useEffect(() => listen("people", () => setRound((last) => last + 1)), []);
  useEffect(() => listen("feed", () => toast(t("feed_newer"), { label: t("show"), run: () => setRound((last) => last + 1) })), []);
  const choose = (chosen) => {
    kept.set("feed", chosen);
    setName(chosen);
    setRound((last) => last + 1);
    if (ask) go("", { replace: true });
  };
  return html`<div class="feed">
    <h1 class="unseen">${t("tab_feed")}</h1>
    <div class="feed-top">
      <div class="feed-choice" role="group" aria-label=${t("feed_choice")}>
        ${FEEDS.map(
          (feed) => html`<button type="button" aria-pressed=${String(!ask && feed.name === name)} onClick=${() => choose(feed.name)}>
            ${t(`feed_${feed.name}`)}
          </button>`,
        )}
      </div>
      <a class="ask-bar" href=${href("ask")}><${Icon} name="sparkles" /><span>${ask ?? t("ask_hint")}</span></a>
    </div>
    <${Clips} slate=${slate} onAgain=${() => setRound((last) => last + 1)} />
  </div>`;
}

function Clips({ slate, onAgain }) {
  const list = useRef(null);
  const [active, setActive] = useState(0);
  const [moving, setMoving] = useState(false);
  const items = slate.items.value;
  const error = slate.error.value;
  useActivePlace(list, items?.length ?? 0, setActive);
  useEffect(() => {
    if (!items || moving) return undefined;
    const timer = setTimeout(() => setMoving(true), FIRST_ALONE_MS_MAX);
    return () => clearTimeout(timer);
  }, [items, moving]);
  useEffect(() => {
    const item = items?.[active];
    if (item) slate.seen(item.clip.clip_id);
    if (items && active >= items.length - AHEAD_CLIPS) slate.more();
  }, [active, items]);
  const move = (event) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step || event.target.closest("dialog, input, textarea")) return;
    event.preventDefault();
    list.current.children[active + step]?.scrollIntoView({ behavior: "smooth" });
  };
  if (error && !items) return html`<div class="feed-rest">${isRest(error) ? html`<${Rest} error=${error} />` : html`<${ProblemNote} error=${error} onRetry=${() => slate.more()} />`}</div>`;
  if (!items) return html`<div class="clip-view skeleton" role="status" aria-label=${t("loading")}></div>`;
  return html`<ol class="clips" ref=${list} tabindex="0" aria-label=${t("tab_feed")} onKeyDown=${move}>
    ${items.map(
      (item, place) => html`<li key=${item.clip.clip_id} data-place=${place}>
        ${(moving || place === active) && html`<${ClipView} clip=${item.clip} reason=${item.reason} slateId=${slate.slateId} active=${place === active} near=${moving && place - active <= 2 && active - place <= 1}
          onMoving=${() => setMoving(true)} onGone=${() => slate.drop((other) => other.clip.clip_id === item.clip.clip_id)} onMakerGone=${() => slate.drop((other) => other.clip.maker.person_id === item.clip.maker.person_id)} />`}
      </li>`,
    )}
    ${slate.ended.value &&
    html`<li class="feed-end" data-place=${items.length}>
      <${Empty} icon="leaf" words=${items.length ? t("feed_end") : t("feed_empty")}>
        <${Button} icon="refresh-cw" onClick=${onAgain}>${t("feed_again")}</${Button}>
        <${Button} kind="primary" icon="plus" href=${href("create")}>${t("feed_make")}</${Button}>
      </${Empty}>
    </li>`}
  </ol>`;
}

/** Tells which place fills the screen. */
function useActivePlace(list, count, setActive) {
  useEffect(() => {
    if (!list.current) return undefined;
    const watcher = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting);
        if (shown) setActive(Number(shown.target.getAttribute("data-place")));
      },
      { root: list.current, threshold: 0.6 },
    );
    for (const place of list.current.children) watcher.observe(place);
    return () => watcher.disconnect();
  }, [count, list.current]);
}

/** The feed rests: a pause that one took, or a teen's long visit. */
const isRest = (error) => ["feed_paused", "teen_stop", "watch_cap_reached"].includes(error.code);

function Rest({ error }) {
  return html`<${Empty} icon="leaf" words=${`${error.body.title}. ${error.detail}`}>
    <${Button} href=${href("wellness")}>${t("wellness")}</${Button}>
  </${Empty}>`;
}
