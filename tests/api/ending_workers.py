"""Processes that end somebody's consent and die at a chosen step, as by a power cut; run by forking."""

import os
import signal
from collections.abc import Callable
from functools import wraps
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from api.building.root import build
from api.ending.backups import Backups
from api.settings import RAY_OFF, Settings
from api.wellbeing.sittings import Sittings
from api.wellbeing.watched_clips import WatchedClips
from api.wiring import Wiring
from domain.decider import Command
from domain.events import PersonErased
from domain.keys import KeyRing
from domain.ledger import Wish
from domain.reach import ROOTS
from domain.store_sqlite import SQLiteRecorder
from domain.vault import Vault
from projections.runner import Runner
from projections.view_file import ViewFile
from recommender.seen_clips import SeenClips
from recommender.slate_store import SlateStore
from recommender.vector_feeder import VectorFeeder
from render_cluster.artifacts import FolderStore
from render_cluster.segments import SegmentStore

WISH = Wish("test", "test", "test")
# Everything that changes a file on the way: the log, keys, media, and each memory beside the log.
STEPS: tuple[tuple[type, str], ...] = (
    (SQLiteRecorder, "append_group"),
    (KeyRing, "destroy"),
    (Vault, "destroy"),
    (Backups, "destroy"),
    (FolderStore, "delete"),
    (VectorFeeder, "forget"),
    (SlateStore, "clear"),
    (SeenClips, "forget"),
    (Sittings, "forget"),
    (WatchedClips, "forget"),
    (SegmentStore, "clear"),
    (Runner, "renew"),
    (ViewFile, "put_in_use"),
    (ViewFile, "drop_previous"),
)


def settings_of(data: Path) -> Settings:
    """A community that renders nothing."""
    return Settings(data=data, ray_address=RAY_OFF)


def end_consent(data: Path, command: Command, kill_at: int | None, said: Connection) -> None:
    """Handles the command and finishes what it began; tells each step, and dies at one of them."""
    said_steps = _Fuse(kill_at, said)
    wiring = build(settings_of(data))
    wiring.pages.prepare()
    said_steps.lay()
    for event in wiring.ledger.handle_now(command, WISH).events:
        if isinstance(event, (*ROOTS, PersonErased)):
            wiring.aftermath.finish(event)
    _leave(wiring, said)


def start_again(data: Path, said: Connection) -> None:
    """What a server does first after a crash."""
    wiring = build(settings_of(data))
    wiring.pages.prepare()
    wiring.aftermath.catch_up()
    _leave(wiring, said)


def _leave(wiring: Wiring, said: Connection) -> None:
    wiring.close()
    said.send("done")


class _Fuse:
    """Counts what is done before and after each step; burns through at one count."""

    def __init__(self, kill_at: int | None, said: Connection) -> None:
        self._kill_at, self._said, self._count = kill_at, said, 0

    def lay(self) -> None:
        """Along all steps, in this process alone."""
        for owner, name in STEPS:
            setattr(owner, name, self._fused(getattr(owner, name), name))

    def _fused(self, step: Callable[..., Any], name: str) -> Callable[..., Any]:
        @wraps(step)
        def fused(*args: Any, **kwargs: Any) -> Any:
            self._burn(f"before {name}")
            found = step(*args, **kwargs)
            self._burn(f"after {name}")
            return found

        return fused

    def _burn(self, name: str) -> None:
        self._said.send(name)
        if self._count == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self._count += 1
