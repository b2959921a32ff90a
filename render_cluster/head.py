"""Our own Ray head: found if it still stands from an earlier life, started if not, stopped by its process group."""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil

from render_cluster.cluster_settings import ClusterSettings

START_S_MAX = 90.0
STOP_S_MAX = 10.0
_PROBE_S = 1.0
_POLL_S = 0.1


class HeadFailed(Exception):
    """The head did not come up; its own words stand in `head.log`."""


class Head(msgspec.Struct, frozen=True):
    """A head that runs, or ran; `owner_pid` is the process that must stop it. Written to `head.json`."""

    group: int
    owner_pid: int
    address: str
    dashboard_url: str
    metrics_url: str
    workers_count: int


def take_head(settings: ClusterSettings) -> Head:
    """A head that answers: the one that stands, else a new one. Raises HeadFailed."""
    folder = Path(settings.folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _locked(folder):
        head = read_head(folder)
        if head is not None:
            if head.workers_count == settings.workers_count_wanted and head_stands(head, settings):
                return _adopted(head, folder)
            stop_head(head, settings)
        return _start(settings, folder)


def leave_head(settings: ClusterSettings) -> None:
    """Stops the head of the folder if this process is the one to do so, even one that is still coming up."""
    folder = Path(settings.folder)
    if not folder.exists():
        return
    with _locked(folder):
        head = read_head(folder)
        if head is not None and head.owner_pid == os.getpid():
            stop_head(head, settings)


def stop_head(head: Head, settings: ClusterSettings) -> None:
    """Ends every process of the head, asking first; other Ray heads on this machine are not touched."""
    if _members(head, settings):
        # The first process ends the others in order; asked all at once they hold each other up.
        with contextlib.suppress(ProcessLookupError):
            os.kill(head.group, signal.SIGTERM)
        if not _gone(head, settings, STOP_S_MAX):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(head.group, signal.SIGKILL)
            _gone(head, settings, STOP_S_MAX)
    (Path(settings.folder) / "head.json").unlink(missing_ok=True)


def read_head(folder: Path) -> Head | None:
    """The head last written down, running or not."""
    try:
        return msgspec.json.decode((folder / "head.json").read_bytes(), type=Head)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def head_stands(head: Head, settings: ClusterSettings) -> bool:
    """Whether its first process lives, is ours, and its port answers."""
    return head.group in _members(head, settings) and answers(head.address)


def answers(address: str, timeout_s: float = _PROBE_S) -> bool:
    """Whether something listens at `host:port`; attaching to a dead head would block for minutes."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout_s).close()
    except (OSError, ValueError):
        return False
    return True


def _adopted(head: Head, folder: Path) -> Head:
    """The head, ours to stop if whoever started it is gone."""
    if head.owner_pid != os.getpid() and _is_driver(head.owner_pid):
        return head
    return _written(msgspec.structs.replace(head, owner_pid=os.getpid()), folder)


def _start(settings: ClusterSettings, folder: Path) -> Head:
    shutil.rmtree(settings.temp_folder, ignore_errors=True)  # sessions of earlier lives
    port, metrics_port, dashboard_port = _free_port(), _free_port(), _free_port(settings.dashboard_port)
    log_path = folder / "head.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            _arguments(settings, port, metrics_port, dashboard_port),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd=folder,
        )
    head = Head(
        group=process.pid,
        owner_pid=os.getpid(),
        address=f"127.0.0.1:{port}",
        dashboard_url=f"http://127.0.0.1:{dashboard_port}",
        metrics_url=f"http://127.0.0.1:{metrics_port}/metrics",
        workers_count=settings.workers_count_wanted,
    )
    _written(head, folder)
    deadline = time.monotonic() + START_S_MAX
    while b"Ray runtime started" not in log_path.read_bytes():
        if process.poll() is not None or time.monotonic() > deadline:
            stop_head(head, settings)
            raise HeadFailed
        time.sleep(_POLL_S)
    return head


def _arguments(settings: ClusterSettings, port: int, metrics_port: int, dashboard_port: int) -> list[str]:
    count = settings.workers_count_wanted
    options = {
        "node-ip-address": "127.0.0.1",
        "port": port,
        "ray-client-server-port": _free_port(),
        "dashboard-host": "127.0.0.1",
        "dashboard-port": dashboard_port,
        "dashboard-agent-listen-port": _free_port(),
        "metrics-export-port": metrics_port,
        "num-cpus": count,
        "resources": msgspec.json.encode({"gen_cpu": count}).decode(),
        "object-store-memory": settings.store_bytes,
        "temp-dir": settings.temp_folder,
        "include-log-monitor": "false",
    }
    ray = Path(sys.executable).with_name("ray")
    flags = ["--head", "--block", "--disable-usage-stats", "--no-monitor"]
    return [str(ray), "start", *flags, *(f"--{name}={value}" for name, value in options.items())]


def _free_port(wanted: int = 0) -> int:
    """The wanted port if it is free, else one of the system's own, which lie above those Ray hands out."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _written(head: Head, folder: Path) -> Head:
    draft = folder / "head.json.part"
    draft.write_bytes(msgspec.json.encode(head))
    draft.replace(folder / "head.json")
    return head


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One process at a time looks for, starts or stops the head of a folder."""
    with (folder / "head.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _members(head: Head, settings: ClusterSettings) -> list[int]:
    """Live processes of the head's group; none if the number now belongs to a group that is not ours."""
    commands = {}
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == head.group and process.status() != psutil.STATUS_ZOMBIE:
                commands[process.pid] = " ".join(process.cmdline())
    ours = any(str(settings.temp_folder) in command for command in commands.values())
    return list(commands) if ours else []


def _is_driver(pid: int) -> bool:
    try:
        return "render_cluster.driver" in psutil.Process(pid).cmdline()
    except psutil.Error:
        return False


def _gone(head: Head, settings: ClusterSettings, within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(head.group, os.WNOHANG)
        if not _members(head, settings):
            return True
        time.sleep(_POLL_S)
    return False
