"""Lighthouse's scores of screens as a member sees them: `python -m tests.web.lighthouse --token TOKEN`.

It runs in the profile of a signed-in browser, with Lighthouse's own slow phone and slow network. Prints each score of
a hundred with the audits that cost points, and exits with 1 where one lies below what is asked for.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from playwright.sync_api import sync_playwright

from tests.road.server import free_port
from tests.web.browser import CHROMIUM, arguments
from tests.web.node import run
from tests.web.phones import Phone

CATEGORIES = ("performance", "accessibility", "best-practices")
SCORE_MIN = 95
LIMIT_S = 180


class Page(NamedTuple):
    """What Lighthouse says of one address: a score of 100 a category, and each audit that is not passed.

    `machine` is Lighthouse's own measure of the machine that it ran on, its benchmark index.
    """

    machine: float
    scores: dict[str, int]
    audits: list[str]


def main() -> None:
    """Prints the scores of the addresses that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://localhost:8400", help="where the server is, by a name")
    parser.add_argument("--token", required=True, help="a member's bearer token")
    parser.add_argument("--paths", nargs="*", default=["/", "/#/create"], help="addresses to look at")
    parser.add_argument(
        "--slowdown", type=float, default=4, help="how many times slower the phone is meant to be"
    )
    asked = parser.parse_args()
    enough = True
    with signed_in(asked.url, asked.token) as port:
        for path in asked.paths:
            page = scored(asked.url + path, port, asked.slowdown)
            print(
                path,
                f"(machine {page.machine:.0f})",
                "  ".join(f"{name} {score}" for name, score in page.scores.items()),
            )
            print("".join(f"    {audit}\n" for audit in page.audits), end="", flush=True)
            enough = enough and min(page.scores.values()) >= SCORE_MIN
    sys.exit(not enough)


@contextmanager
def signed_in(url: str, token: str) -> Iterator[int]:
    """A browser with a member's cookie in its own profile; the port at which it can be driven."""
    port = free_port()
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=str(CHROMIUM),
            args=[*arguments(), f"--remote-debugging-port={port}"],
            base_url=url,
        )
        Phone(context).sign_in(token)
        yield port
        context.close()


def scored(address: str, port: int, slowdown: float) -> Page:
    """Lets Lighthouse look at an address in the browser at that port."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        done = run(
            "lighthouse",
            address,
            f"--port={port}",
            "--disable-storage-reset",
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--throttling.cpuSlowdownMultiplier={slowdown}",
            f"--only-categories={','.join(CATEGORIES)}",
            limit_s=LIMIT_S,
            environment={**os.environ, "CHROME_PATH": str(CHROMIUM)},
        )
        if not report.exists():
            raise RuntimeError(f"Lighthouse gave no report: {done.stderr[-2000:]}")
        found = msgspec.json.decode(report.read_bytes())
    scores = {name: round(100 * (found["categories"][name]["score"] or 0)) for name in CATEGORIES}
    machine = found["environment"]["benchmarkIndex"]
    return Page(machine, scores, [_line(audit) for audit in found["audits"].values() if _costs(audit)])


def _costs(audit: dict[str, Any]) -> bool:
    return audit.get("scoreDisplayMode") in ("binary", "numeric", "metricSavings") and audit["score"] not in (
        None,
        1,
    )


def _line(audit: dict[str, Any]) -> str:
    return f"{audit['id']}: {audit.get('displayValue') or audit['title']}"


if __name__ == "__main__":
    main()
