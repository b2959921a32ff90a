"""The process that Ray may take down with it: attaches to the cluster and renders what the server sends.

Ray ends every process that is attached to a head that dies, so the server itself never attaches. The
driver ends with the server, however that ends: its socket closes, and our own head is stopped.
"""

import logging
import os
import shutil
import socket
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import NoReturn

import msgspec
import numpy as np

from render_cluster.cluster import Cluster, ClusterUnusable, Stopped, WorkerCrew, WorkerLost
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.driver_messages import (
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
from render_cluster.head import Head, HeadFailed, answers, leave_head, take_head
from render_cluster.job import Failed, JobOutcome, Preview, Progress
from render_cluster.preview import is_previewed, preview_of
from render_cluster.render import failure_code, render
from render_cluster.segments import SegmentStore

WATCH_S = 2.0
MISSES_MAX = 3
EXIT_ABSENT = 3

log = logging.getLogger("castmates.driver")


class Driver:
    """Reads wishes on the main thread; the cluster comes up beside it, and each job has a thread."""

    def __init__(self, settings: ClusterSettings, link: socket.socket) -> None:
        self._settings, self._link = settings, link
        self._writing = threading.Lock()
        self._head: Head | None = None
        self._cluster: Cluster | None = None
        self._leaving = threading.Event()
        self._stops: dict[int, threading.Event] = {}
        self._segments = SegmentStore(settings.segments_folder)

    def run(self) -> None:
        """Serves until the server hangs up."""
        threading.Thread(target=self._bring_up, daemon=True).start()
        decoder = msgspec.json.Decoder(ToDriver)
        try:
            with self._link.makefile("rb") as lines:
                for line in lines:
                    self._obey(decoder.decode(line))
        finally:
            self._take_down()

    def _obey(self, wish: ToDriver) -> None:
        match wish:
            case Begin():
                stop = self._stops[wish.run] = threading.Event()
                threading.Thread(target=self._attend, args=(wish, stop), daemon=True).start()
            case CallOff(run=run):
                if run in self._stops:
                    self._stops[run].set()
            case QueueDepth(jobs_count=jobs_count):
                if self._cluster is not None:
                    self._cluster.measure_queue(jobs_count)

    def _bring_up(self) -> None:
        try:
            address = self._address()
            self._cluster = Cluster(address, self._settings)
        except HeadFailed:
            self._give_up("head_failed")
        except ClusterUnusable as error:
            self._give_up(str(error))
        except Exception as error:
            log.error("attach failed: %s", type(error).__name__)
            self._give_up("attach_failed")
        self._send(
            Health(
                "up",
                address=address,
                dashboard_url=self._head and self._head.dashboard_url,
                metrics_url=self._head and self._head.metrics_url,
                workers_count=self._cluster.workers_count,
                backend=" ".join(self._cluster.backend),
            )
        )
        self._watch(address)

    def _address(self) -> str:
        if self._settings.address is not None:
            if not answers(self._settings.address):
                self._give_up("no_answer")
            return self._settings.address
        if self._head is None:
            self._head = take_head(self._settings)
        return self._head.address

    def _watch(self, address: str) -> None:
        """Gives up when the head has been silent for a while: nothing here survives it."""
        misses_count = 0
        while not self._leaving.wait(WATCH_S):
            misses_count = 0 if answers(address) else misses_count + 1
            if misses_count == MISSES_MAX:
                self._give_up("head_lost")

    def _give_up(self, reason: str) -> NoReturn:
        log.error("cluster absent: %s", reason)
        self._send(Health("absent", reason))
        leave_head(self._settings)
        os._exit(EXIT_ABSENT)

    def _take_down(self) -> None:
        self._leaving.set()
        for stop in list(self._stops.values()):
            stop.set()
        if self._cluster is not None:
            self._cluster.close()
        leave_head(self._settings)

    def _attend(self, wish: Begin, stop: threading.Event) -> None:
        began_s = time.perf_counter()
        crew = self._cluster.crew(wish.job.job_id, stop)
        try:
            outcome = self._render(wish, crew, stop)
            self._cluster.measure_clip(time.perf_counter() - began_s)
        except Stopped:
            outcome = None
        except WorkerLost:
            outcome = Failed("worker_lost")
            self._cluster.await_workers()
        except Exception as error:
            outcome = Failed(failure_code(error))
            _log_failure(wish.job.job_id, outcome.code, error)
        crew.close()
        if outcome is None or isinstance(outcome, Failed):
            shutil.rmtree(wish.folder, ignore_errors=True)
        del self._stops[wish.run]
        self._send(End(wish.run, outcome))

    def _render(self, wish: Begin, crew: WorkerCrew, stop: threading.Event) -> JobOutcome:
        def show(frames_done: int, frame: np.ndarray) -> None:
            if is_previewed(frames_done):
                self._send(Look(wish.run, Preview(frames_done, preview_of(frame))))

        for step in render(wish.job.spec, crew, Path(wish.folder), self._segments, show):
            if stop.is_set():
                raise Stopped
            if not isinstance(step, Progress):
                return step
            self._send(Step(wish.run, step))
        raise AssertionError("rendering ended without files")

    def _send(self, message: FromDriver) -> None:
        with self._writing:
            try:
                self._link.sendall(encode_line(message))
            except OSError:
                log.info("the server is gone")


def _log_failure(job_id: str, code: str, error: Exception) -> None:
    """Where it broke, without the message: that may hold what the maker typed."""
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s %s %s\n%s", job_id, code, type(error).__name__, places)


def main() -> None:
    """`python -m render_cluster.driver SETTINGS_JSON SOCKET_FD`, as the renderer starts it."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    settings = msgspec.json.decode(sys.argv[1], type=ClusterSettings)
    Driver(settings, socket.socket(fileno=int(sys.argv[2]))).run()
    os._exit(0)  # not through the interpreter's end: Ray's threads may still be attaching


if __name__ == "__main__":
    main()
