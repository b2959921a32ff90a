"""Our own Ray head: found if it stands from an earlier life, started if not, ended with all its processes."""

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
_WORKER_PORTS = (10_002, 19_999)  # Ray's own choice


class HeadFailed(Exception):
    """The head did not come up; its own words stand in `head.log`."""


class Head(msgspec.Struct, frozen=True):
    """A head that runs, or ran; `owner_pid` is the process that must stop it. Written to `head.json`."""

    session: int
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
            shutil.rmtree(settings.temp_folder, ignore_errors=True)


def stop_head(head: Head, settings: ClusterSettings) -> None:
    """Ends every process of the head, asking first; other Ray heads on this machine are not touched."""
    members = _members(head.session)
    if any(_is_ours(process, settings) for process in members):
        if head.session in (process.pid for process in members):
            # The first process ends the others in order; asked all at once, they hold each other up.
            _signal([process for process in members if process.pid == head.session], signal.SIGTERM)
            _wait_gone(head.session)
        _signal(_members(head.session), signal.SIGKILL)
        _wait_gone(head.session)
    (Path(settings.folder) / "head.json").unlink(missing_ok=True)


def read_head(folder: Path) -> Head | None:
    """The head last written down, running or not."""
    try:
        return msgspec.json.decode((folder / "head.json").read_bytes(), type=Head)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def head_stands(head: Head, settings: ClusterSettings) -> bool:
    """Whether its first process lives, is ours, and its port answers."""
    first = [process for process in _members(head.session) if process.pid == head.session]
    return any(_is_ours(process, settings) for process in first) and answers(head.address)


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
    settings.temp_folder.mkdir(parents=True, mode=0o700)  # what Ray makes in it is open to all
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
        session=process.pid,
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
    worker_port_min, worker_port_max = worker_ports(dashboard_port)
    options = {
        "node-ip-address": "127.0.0.1",
        "port": port,
        "ray-client-server-port": _free_port(),
        "dashboard-host": "127.0.0.1",
        "dashboard-port": dashboard_port,
        "dashboard-agent-listen-port": _free_port(),
        "metrics-export-port": metrics_port,
        "min-worker-port": worker_port_min,
        "max-worker-port": worker_port_max,
        "num-cpus": count,
        "resources": msgspec.json.encode({settings.resource: count}).decode(),
        "object-store-memory": settings.store_bytes,
        "temp-dir": settings.temp_folder,
        "include-log-monitor": "false",
    }
    ray = Path(sys.executable).with_name("ray")
    flags = ["--head", "--block", "--disable-usage-stats", "--no-monitor"]
    return [str(ray), "start", *flags, *(f"--{name}={value}" for name, value in options.items())]


def worker_ports(taken: int) -> tuple[int, int]:
    """The first and last port for Ray's workers: a head whose dashboard has one of them would not start."""
    first, last = _WORKER_PORTS
    if not first <= taken <= last:
        return first, last
    return (first, taken - 1) if taken - first > last - taken else (taken + 1, last)


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


def _members(session: int) -> list[psutil.Process]:
    """The live processes of a session; Ray puts its workers in groups of their own, but leaves them in it."""
    members = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE:
                members.append(process)
    return members


def _is_ours(process: psutil.Process, settings: ClusterSettings) -> bool:
    """Whether a process belongs to a head of this folder, and not to whoever got an old number since."""
    try:
        in_folder = process.cwd() == str(Path(settings.folder).resolve())
        return in_folder or str(settings.temp_folder) in " ".join(process.cmdline())
    except psutil.Error:
        return False


def _signal(processes: list[psutil.Process], number: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(number)


def _wait_gone(session: int) -> None:
    """Waits until a session is empty, or for as long as stopping may take."""
    deadline = time.monotonic() + STOP_S_MAX
    while _members(session) and time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(session, os.WNOHANG)
        time.sleep(_POLL_S)


def _is_driver(pid: int) -> bool:
    try:
        return "render_cluster.driver" in psutil.Process(pid).cmdline()
    except psutil.Error:
        return False
