"""Every screen of the app, as its own table of routes has them, and addresses of them in a given town."""

import re
from typing import NamedTuple

from playwright.sync_api import Page

from tests.web.node import ROOT
from tests.web.phones import Phone

ROUTES = ROOT / "api" / "web" / "routes.js"
_ROUTE = re.compile(r'screen\("(?P<path>[^"]*)", *"[^"]*"(?P<more>[^)]*)\)')
_SETTLED = """() => document.querySelector("#screen > *") !== null
  && document.querySelector("[aria-busy=true]") === null
  && [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight)"""


class Screen(NamedTuple):
    """A row of the table; `path` may hold `:names`, and who is not signed in sees it only where it is `open`."""

    path: str
    open: bool

    @property
    def name(self) -> str:
        """A name that a file may have."""
        return "-".join(part.removeprefix(":") for part in self.path.split("/")) or "feed"

    def address(self, names: dict[str, str]) -> str:
        """Where it is, with these in the place of its `:names`. Raises KeyError for one that is not known here."""
        return "/#/" + re.sub(r":(\w+)", lambda name: names[name[1]], self.path)


def screens() -> list[Screen]:
    """Every screen, in the table's order."""
    rows = _ROUTE.finditer(ROUTES.read_text())
    return [Screen(row["path"], "open: true" in row["more"]) for row in rows]


def names_for(phone: Phone) -> dict[str, str]:
    """What stands in the place of `:names`, taken from what whoever is signed in can see."""
    me = phone.api("GET", "/api/me")
    items = phone.api("GET", "/api/feed?order=newest&limit=50")["items"]
    jobs = phone.api("GET", "/api/generations")
    wards = phone.api("GET", "/api/wards")
    clips = [item["clip"] for item in items]
    cast = next((clip for clip in clips if clip.get("cast")), clips[0])
    return {
        "clip_id": cast["clip_id"],
        "invite": "invite-unknown",
        "job_id": jobs[0]["job_id"] if jobs else "job-unknown",
        "revocation_id": "revocation-unknown",
        "side": "followers",
        "who": me["person_id"],
        "person_id": wards[0]["teen"]["person_id"] if wards else me["person_id"],
    }


def settle(page: Page) -> None:
    """Waits until a screen shows what it is about."""
    page.wait_for_function(_SETTLED)
    page.evaluate("() => document.fonts.ready.then(() => undefined)")
