"""Takes pictures of every screen for the docs, as `python -m tests.web.screenshots --help` says.

It wants a server that is up, and the bearer token of a member of it who has seen a little of everything.
"""

import argparse
import io
import itertools
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.web.browser import chromium
from tests.web.phones import phone
from tests.web.screens import names_for, screens, settle

QUALITY = 80
STILL_MS = 600  # for a first frame to be shown and a sheet to come to rest


def main() -> None:
    """Writes NAME-THEME-DEVICE.webp for each screen, theme and device."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://localhost:8400", help="where the server is, by a name")
    parser.add_argument("--token", required=True, help="a member's bearer token")
    parser.add_argument("--out", type=Path, default=Path("docs/app"), help="folder for the pictures")
    parser.add_argument("--only", nargs="*", help="names of screens, where not all are wanted")
    parser.add_argument("--language", default="en-GB")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for theme, device in itertools.product(("light", "dark"), ("small", "desk")):
            _take(browser, asked, theme, device)


def _take(browser: Browser, asked: argparse.Namespace, theme: str, device: str) -> None:
    taker = phone(browser, asked.url, device=device, theme=theme, locale=asked.language)
    guest = phone(browser, asked.url, device=device, theme=theme, locale=asked.language)
    taker.sign_in(asked.token)
    taker.see_nothing()
    names = names_for(taker)
    for screen in screens():
        if asked.only and screen.name not in asked.only:
            continue
        page = (guest if screen.open else taker).open(screen.address(names))
        settle(page)
        page.wait_for_timeout(STILL_MS)
        name = f"{screen.name}-{theme}-{device}.webp"
        Image.open(io.BytesIO(page.screenshot())).save(asked.out / name, quality=QUALITY)
        print(name, flush=True)
    taker.context.close()
    guest.context.close()


if __name__ == "__main__":
    main()
