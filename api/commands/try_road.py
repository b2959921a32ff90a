"""Walks the whole road from a terminal, over HTTP, as a phone would."""

import contextlib
import json
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import httpx
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from api.hosting.founding import issue_founder_invite
from api.open_log import open_log
from api.settings import Settings

START_S_MAX = 120
ANSWER_S_MAX = 30
BIRTH_DATE = "1990-01-01"
FEED_LIMIT = 10


def walk(settings: Settings, prompt: str, seconds: float, style: str | None, url: str | None) -> None:
    """Join, ask for a clip, watch it being made, publish it, find it in a friend's feed."""
    console = Console(highlight=False, soft_wrap=True)
    base = url or f"http://{settings.host}:{settings.port}"
    with _server(base, may_start=url is None, console=console):
        maker = _join(base, _invite(settings), "maker")
        friend = _join(base, maker.invites[0], "friend")
        friend.call("PUT", f"/api/people/{maker.person_id}/follow")
        body: dict[str, Any] = {"prompt": prompt, "seconds": seconds}
        if style is not None:
            body["style"] = style
        job = maker.call("POST", "/api/generations", body)
        _watch(maker, job["events_url"], console)
        maker.call("POST", f"/api/clips/{job['clip_id']}/publish", {})
        friend.position = maker.position  # so that the feed knows of what was just published
        item = _first_of_feed(friend)
        console.print(f"In {friend.handle}'s feed: {item['reason']['text']}")
        address = f"{base}/media/{job['clip_id']}/video"
        file = Path(f"{job['clip_id']}.mp4")
        file.write_bytes(friend.http.get(address).content)
        console.print(f"Clip  {file}  (on the server: {address})")
        console.print(f"{maker.handle} and {friend.handle} are members now, and the clip is published.")


class _Member:
    """Somebody who joined, speaking to the API with their own token."""

    def __init__(self, base: str, joined: dict[str, Any]) -> None:
        self.person_id, self.handle = joined["person_id"], joined["handle"]
        self.token, self.invites = joined["token"], joined["invites"]
        self.position = "0"
        self.http = httpx.Client(
            base_url=base, headers={"Authorization": f"Bearer {self.token}"}, timeout=ANSWER_S_MAX
        )

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """The decoded answer; asks again while a view is behind one's own writes."""
        deadline = time.monotonic() + ANSWER_S_MAX
        while True:
            headers = {"Castmates-At-Least": self.position}
            response = self.http.request(method, path, json=body, headers=headers)
            if response.status_code != httpx.codes.TOO_EARLY or time.monotonic() > deadline:
                break
            time.sleep(0.05)
        if response.is_error:
            problem = response.json()
            raise click.ClickException(f"{problem['title']}: {problem['detail']} ({problem['code']})")
        self.position = response.headers.get("Castmates-Position", self.position)
        return response.json() if response.content else None


def _invite(settings: Settings) -> str:
    with open_log(settings) as log:
        return issue_founder_invite(log)


def _join(base: str, invite: str, name: str) -> _Member:
    body = {
        "invite": invite,
        "handle": f"{name}_{secrets.token_hex(4)}",
        "birth_date": BIRTH_DATE,
        "country": "US",
    }
    response = httpx.post(f"{base}/api/accounts", json=body, timeout=ANSWER_S_MAX)
    if response.is_error:
        raise click.ClickException(f"could not join: {response.json()['title']}")
    return _Member(base, response.json())


def _watch(maker: _Member, events_url: str, console: Console) -> None:
    """Shows the progress until the job ends. Raises ClickException where no clip came of it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with (
        Progress(*columns, TimeElapsedColumn(), console=console) as bar,
        maker.http.stream("GET", events_url, timeout=None) as stream,
    ):
        task = bar.add_task("queued", total=1.0)
        event = ""
        for line in stream.iter_lines():
            if line.startswith("event:"):
                event = line.removeprefix("event:").strip()
            elif line.startswith("data:"):
                data = json.loads(line.removeprefix("data:"))
                if event == "progress":
                    bar.update(task, description=_stage(data), completed=data["fraction"])
                elif event == "completed":
                    bar.update(task, description="done", completed=1.0)
                    return
                else:
                    raise click.ClickException(f"no clip: {event} {data.get('code', '')}")
    raise click.ClickException("the server ended the stream before the clip was done")


def _stage(data: dict[str, Any]) -> str:
    frames = f" {data['frames_done']} of {data['frames_count']}" if data.get("frames_count") else ""
    return f"{data['stage']}{frames}"


def _first_of_feed(friend: _Member) -> dict[str, Any]:
    items = friend.call("GET", f"/api/feed?limit={FEED_LIMIT}")["items"]
    if not items:
        raise click.ClickException("the friend's feed is empty")
    return items[0]


@contextlib.contextmanager
def _server(base: str, *, may_start: bool, console: Console) -> Iterator[None]:
    """A server at this address: the one that runs, or one of our own for as long as it is needed."""
    if _answers(base):
        yield
        return
    if not may_start:
        raise click.ClickException(f"no server answers at {base}")
    console.print("Starting a server ...")
    process = subprocess.Popen([sys.executable, "-m", "api.cli", "serve"], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + START_S_MAX
        while not _answers(base):
            if process.poll() is not None or time.monotonic() > deadline:
                raise click.ClickException("the server did not come up; run `castmates serve` to see why")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait()


def _answers(base: str) -> bool:
    try:
        return httpx.get(f"{base}/api/health", timeout=2).is_success
    except httpx.TransportError:
        return False
