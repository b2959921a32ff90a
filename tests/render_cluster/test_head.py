"""What is left of an earlier head is found and ended, and nobody else's processes are touched."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from render_cluster.cluster_settings import ClusterSettings
from render_cluster.head import Head, answers, head_stands, leave_head, read_head, stop_head, worker_ports
from render_cluster.ray_environment import ray_environment

FAMILY = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, lambda *_: (child.kill(), os._exit(0)))
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", *sys.argv[1:]])
print(child.pid, flush=True)
time.sleep(600)
"""


class Family:
    """A process and its child in a group of their own, as a head is, with what was written down of it."""

    def __init__(self, settings: ClusterSettings, *words: str) -> None:
        self.leader = subprocess.Popen(
            [sys.executable, "-c", FAMILY, *words], stdout=subprocess.PIPE, start_new_session=True
        )
        self.pids = [self.leader.pid, int(self.leader.stdout.readline())]
        self.head = Head(self.leader.pid, os.getpid(), "127.0.0.1:9", "", "", settings.workers_count_wanted)
        (Path(settings.folder) / "head.json").write_bytes(msgspec.json.encode(self.head))

    def lives(self) -> list[int]:
        """Those of the two that live."""
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline and (alive := self._alive()):
            time.sleep(0.05)
        return alive

    def _alive(self) -> list[int]:
        return [p for p in self.pids if psutil.pid_exists(p) and psutil.Process(p).status() != "zombie"]


@pytest.fixture
def settings(tmp_path: Path) -> ClusterSettings:
    return ClusterSettings(folder=str(tmp_path), workers_count=1)


@pytest.fixture
def families() -> Iterator[list[Family]]:
    families: list[Family] = []
    yield families
    for family in families:
        for pid in family._alive():
            os.kill(pid, 9)
        family.leader.wait()


def test_stopping_a_head_ends_its_whole_group(settings: ClusterSettings, families: list[Family]) -> None:
    families.append(family := Family(settings, f"--temp-dir={settings.temp_folder}"))
    stop_head(family.head, settings)
    assert family.lives() == []
    assert read_head(Path(settings.folder)) is None


def test_what_outlived_its_first_process_is_ended_too(
    settings: ClusterSettings, families: list[Family]
) -> None:
    families.append(family := Family(settings, f"--temp-dir={settings.temp_folder}"))
    family.leader.kill()
    family.leader.wait()
    assert not head_stands(family.head, settings)
    stop_head(family.head, settings)
    assert family.lives() == []


def test_a_group_that_is_not_ours_is_left_alone(settings: ClusterSettings, families: list[Family]) -> None:
    families.append(family := Family(settings, "--temp-dir=/elsewhere"))
    stop_head(family.head, settings)
    assert family.lives() == family.pids


def test_a_head_is_left_to_whoever_owns_it(settings: ClusterSettings, families: list[Family]) -> None:
    families.append(family := Family(settings, f"--temp-dir={settings.temp_folder}"))
    others = msgspec.structs.replace(family.head, owner_pid=1)
    (Path(settings.folder) / "head.json").write_bytes(msgspec.json.encode(others))
    leave_head(settings)
    assert family.lives() == family.pids


def test_a_head_that_does_not_answer_does_not_stand(
    settings: ClusterSettings, families: list[Family]
) -> None:
    families.append(family := Family(settings, f"--temp-dir={settings.temp_folder}"))
    assert not head_stands(family.head, settings)
    assert not answers("127.0.0.1:9")
    assert not answers("nonsense")


def test_sockets_fit_however_deep_the_data_folder_lies(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*(["a_long_folder_name"] * 8))
    near, other = (ClusterSettings(folder=str(folder)) for folder in (deep, deep / "b"))
    assert len(str(near.temp_folder)) <= 36
    assert near.temp_folder != other.temp_folder
    assert ClusterSettings(folder="/srv/castmates/ray").temp_folder == Path("/srv/castmates/ray/tmp")


def test_our_own_head_has_a_secret_that_only_its_owner_reads(settings: ClusterSettings) -> None:
    first, second = (ray_environment(settings)["RAY_AUTH_TOKEN_PATH"] for _ in range(2))
    assert first == second
    assert Path(first).stat().st_mode & 0o777 == 0o600
    assert len(Path(first).read_text()) == 64


def test_a_foreign_cluster_is_entered_with_the_operators_own_secret(settings: ClusterSettings) -> None:
    foreign = msgspec.structs.replace(settings, address="10.0.0.1:6379")
    assert "RAY_AUTH_TOKEN_PATH" not in ray_environment(foreign)


@pytest.mark.parametrize(
    ("dashboard_port", "wanted"),
    [(8265, (10_002, 19_999)), (11_000, (11_001, 19_999)), (18_000, (10_002, 17_999))],
)
def test_workers_leave_the_dashboards_port_alone(dashboard_port: int, wanted: tuple[int, int]) -> None:
    assert worker_ports(dashboard_port) == wanted
