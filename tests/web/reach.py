"""How soon an end reaches another's open phone: `python -m tests.web.reach --token TOKEN --other-token TOKEN`.

The one blocks the other, whose phone shows clips of theirs, and lets them be again; measured is from the call until
the last of the clips has gone from the screen.
"""

import argparse
import time
from statistics import quantiles

from playwright.sync_api import expect

from tests.web.browser import chromium
from tests.web.phones import Phone, phone

WAIT_MS = 10_000
_WATCH = """(label) => {
  const shown = () => document.querySelector(`article[aria-label="${label}"]`);
  globalThis.gone = new Promise((told) => {
    const look = () => (shown() ? requestAnimationFrame(look) : told(Date.now()));
    look();
  });
}"""


def main() -> None:
    """Prints the half and the nineteen of twenty of the wait."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://localhost:8400", help="where the server is, by a name")
    parser.add_argument(
        "--token", required=True, help="bearer token of somebody with clips in the other's feed"
    )
    parser.add_argument("--other-token", required=True, help="bearer token of the other")
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    with chromium() as browser:
        one, other = (phone(browser, asked.url) for _ in range(2))
        one.sign_in(asked.token)
        other.sign_in(asked.other_token)
        waits_ms = [_reach_ms(one, other) for _ in range(asked.times)]
    parts = quantiles(waits_ms, n=20, method="inclusive")
    print(
        f"a block reaches the other phone  p50 {parts[9]:4.0f} ms  p95 {parts[18]:4.0f} ms  ({len(waits_ms)} times)"
    )


def _reach_ms(one: Phone, other: Phone) -> float:
    me, them = one.api("GET", "/api/me"), other.api("GET", "/api/me")
    page = other.open("/#/")
    page.get_by_role("button", name="Newest", exact=True).click()
    clips = page.get_by_role("article", name=f"Clip by {me['handle']}")
    expect(clips).not_to_have_count(0, timeout=WAIT_MS)
    page.wait_for_timeout(500)
    page.evaluate(_WATCH, f"Clip by {me['handle']}")
    begun_ms = time.time() * 1000
    one.api("PUT", f"/api/people/{them['person_id']}/block")
    wait_ms = page.evaluate("() => globalThis.gone") - begun_ms
    one.api("DELETE", f"/api/people/{them['person_id']}/block")
    return wait_ms


if __name__ == "__main__":
    main()
