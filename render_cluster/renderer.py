"""The server's end of rendering: keeps the driver process alive, hands it jobs, tells how the cluster is."""

import asyncio
import contextlib
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec

from render_cluster.cluster_settings import ClusterSettings
from render_cluster.driver_messages import (
    LINE_BYTES_MAX,
    Begin,
    CallOff,
    End,
    FromDriver,
    Health,
    Look,
    QueueDepth,
    Step,
    ToDriver,
    encode_line,
)
from render_cluster.job import JobOutcome, JobSpec, Preview, Progress
from render_cluster.ray_environment import ray_environment

STOP_S_MAX = 30.0
BACKOFF_S_MIN, BACKOFF_S_MAX = 1.0, 30.0
_CODE_ROOT = Path(__file__).resolve().parent.parent


log = logging.getLogger("castmates.renderer")


class RendererLost(Exception):
    """The cluster or its driver went away in the middle of a job, or was not there to begin it."""


class Renderer:
    """One driver process, started again with growing pauses whenever it ends; belongs to one event loop."""

    def __init__(self, settings: ClusterSettings) -> None:
        self._folder = Path(settings.folder).resolve()
        self._settings = msgspec.structs.replace(settings, folder=str(self._folder))
        self._spool = self._folder / "spool"
        self._health = Health("absent", "not_started")
        self._writer: asyncio.StreamWriter | None = None
        self._runs: dict[int, asyncio.Queue[Step | Look | End]] = {}
        self._runs_count = 0
        self._keeper: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()

    @property
    def health(self) -> Health:
        """How the cluster is, as last heard."""
        return self._health

    def start(self) -> None:
        """Begins to bring the cluster up and returns at once."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.rmtree(self._spool, ignore_errors=True)  # what an earlier life did not finish
        self._keeper = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Ends the driver and, with it, a head of our own; returns when both are gone."""
        if self._keeper is not None:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper
        self._tell_health(Health("absent", "stopped"))

    async def wait_up(self) -> None:
        """Returns once the cluster takes jobs."""
        while self._health.state != "up":
            await self._changed.wait()

    async def render(self, job: JobSpec) -> AsyncIterator[Progress | Preview | JobOutcome]:
        """A job's progress and pictures, its outcome last; leaving the iteration calls it off. Raises RendererLost.

        The outcome's files lie in a folder of their own, which the caller removes.
        """
        if self._health.state != "up":
            raise RendererLost
        self._runs_count += 1
        run = self._runs_count
        heard = self._runs[run] = asyncio.Queue()
        ended = False
        try:
            self._say(Begin(run, job, str(self._spool / str(run))))
            while not ended:
                match await heard.get():
                    case Step(progress=progress):
                        yield progress
                    case Look(preview=preview):
                        yield preview
                    case End(outcome=outcome):
                        ended = True
                        if outcome is None:
                            raise RendererLost
                        yield outcome
        finally:
            del self._runs[run]
            if not ended:
                self._say(CallOff(run))

    def report_queue(self, jobs_count: int) -> None:
        """Tells the dashboard's metrics how many jobs wait."""
        self._say(QueueDepth(jobs_count))

    def _say(self, message: ToDriver) -> None:
        if self._writer is not None:
            self._writer.write(encode_line(message))

    def _tell_health(self, health: Health) -> None:
        self._health = health
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def _keep(self) -> None:
        backoff_s = BACKOFF_S_MIN
        while True:
            self._tell_health(Health("starting"))
            was_up = False
            try:
                was_up = await self._live()
            except Exception as error:
                log.error("the driver could not be kept: %s", type(error).__name__)
            backoff_s = BACKOFF_S_MIN if was_up else min(backoff_s * 2, BACKOFF_S_MAX)
            if self._health.state != "absent":
                self._tell_health(Health("absent", "driver_lost"))
            await asyncio.sleep(backoff_s)

    async def _live(self) -> bool:
        """One life of the driver process, from start to end; whether the cluster came up in it."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = self._spawn(theirs)
        reader, self._writer = await asyncio.open_connection(sock=ours, limit=LINE_BYTES_MAX)
        try:
            return await self._listen(reader)
        finally:
            self._writer.close()
            self._writer = None
            for run, heard in self._runs.items():
                heard.put_nowait(End(run, None))
            await asyncio.to_thread(_reap, process)

    async def _listen(self, reader: asyncio.StreamReader) -> bool:
        was_up = False
        decoder = msgspec.json.Decoder(FromDriver)
        while (line := await reader.readline()).endswith(b"\n"):  # a driver that is killed leaves half a line
            message = decoder.decode(line)
            if isinstance(message, Health):
                self._tell_health(message)
                was_up = was_up or message.state == "up"
            elif message.run in self._runs:
                self._runs[message.run].put_nowait(message)
            elif isinstance(message, End):
                shutil.rmtree(self._spool / str(message.run), ignore_errors=True)  # nobody waits any more
        return was_up

    def _spawn(self, link: socket.socket) -> subprocess.Popen[bytes]:
        settings = msgspec.json.encode(self._settings).decode()
        with (self._folder / "driver.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "render_cluster.driver", settings, str(link.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(link.fileno(),),
                # A group of its own: the terminal's Ctrl-C is for the server, which then ends us in order.
                start_new_session=True,
                cwd=_CODE_ROOT,
                env={**os.environ, **ray_environment(self._settings)},
            )


def _reap(process: subprocess.Popen[bytes]) -> None:
    """Waits for a driver whose socket is closed; ends it by force where it does not come to its end."""
    try:
        process.wait(STOP_S_MAX)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
