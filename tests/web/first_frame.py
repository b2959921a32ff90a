"""How soon a clip moves: `python -m tests.web.first_frame --token TOKEN` on a server that is up.

Opens the feed again and again in one browser, as somebody who comes back does, and measures from the begin of the
navigation to the first picture of the first clip, and from a step down to the first picture of the next one. With
`--mbit` and `--delay-ms` Chromium slows its network down to that.
"""

import argparse
from statistics import quantiles

from playwright.sync_api import Page

from tests.web.browser import chromium
from tests.web.phones import Phone, phone

# The newest clips, for those come again though they were seen. (Requests that Playwright routes have no cache.)
_WATCH = """
localStorage.setItem("castmates.feed", "newest");
const pictures = new WeakMap();  // a video, and when its first picture was shown, in ms since the navigation began
const watch = (video) => {
  if (pictures.has(video)) return;
  pictures.set(video, null);
  video.requestVideoFrameCallback((now) => pictures.set(video, now));
};
const all = () => document.querySelectorAll("video").forEach(watch);
new MutationObserver(all).observe(document, { childList: true, subtree: true });
const until = (found) => new Promise((told) => {
  const look = () => { const at = found(); return at == null ? requestAnimationFrame(look) : told(at); };
  look();
});
const videoOf = (place) => document.querySelectorAll("article video")[place];
globalThis.firstPictureMs = () => until(() => videoOf(0) && pictures.get(videoOf(0)));
globalThis.nextPictureMs = (place) => {
  const begun = performance.now(), video = videoOf(place);
  video.closest("article").scrollIntoView({ behavior: "instant" });
  return until(() => {
    const at = pictures.get(video);
    return at == null ? null : Math.max(at, performance.now()) - begun;
  });
};
"""


def main() -> None:
    """Prints the half and the nineteen of twenty of each wait."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://localhost:8400", help="where the server is, by a name")
    parser.add_argument("--token", required=True, help="a member's bearer token")
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--steps", type=int, default=3, help="clips to go down each time")
    parser.add_argument("--mbit", type=float, help="megabits a second that the network carries")
    parser.add_argument("--delay-ms", type=float, default=0, help="time that each answer takes longer")
    asked = parser.parse_args()
    with chromium() as browser:
        person = phone(browser, asked.url)
        person.sign_in(asked.token)
        person.context.add_init_script(_WATCH)
        person.open("/").wait_for_function(
            "() => document.querySelector('article video')"
        )  # the shell is kept now
        first, later = [], []
        for _ in range(asked.times):
            page = _page(person, asked)
            page.goto("/#/")
            first.append(page.evaluate("() => firstPictureMs()"))
            page.wait_for_timeout(1500)  # somebody looks at a clip before they go on
            for place in range(1, asked.steps + 1):
                later.append(page.evaluate("(place) => nextPictureMs(place)", place))
                page.wait_for_timeout(1000)
            page.close()
    _tell("first picture of the first clip", first)
    _tell("first picture of the next clip", later)


def _page(person: Phone, asked: argparse.Namespace) -> Page:
    page = person.new_page()
    if asked.mbit is not None:
        bytes_per_s = asked.mbit * 1e6 / 8
        limits = {
            "latency": asked.delay_ms,
            "downloadThroughput": bytes_per_s,
            "uploadThroughput": bytes_per_s,
        }
        session = person.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", {"offline": False, **limits})
    return page


def _tell(what: str, waits_ms: list[float]) -> None:
    parts = quantiles(waits_ms, n=20, method="inclusive")
    print(f"{what:34} p50 {parts[9]:5.0f} ms  p95 {parts[18]:5.0f} ms  ({len(waits_ms)} times)")


if __name__ == "__main__":
    main()
