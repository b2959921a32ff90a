"""A witness is a process of its own: it cosigns what grows, and refuses a history that was rewritten."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.proving.head_keeper import HeadKeeper
from api.proving.witness_link import (
    WitnessAbsent,
    WitnessesInvalid,
    WitnessLink,
    WitnessRefuses,
    read_witnesses,
)
from api.proving.witness_server import WitnessServer
from api.proving.witness_store import WitnessStore
from domain.proof.checkpoint import cosigned_at_s
from domain.proof.note import parse_note
from tests.domain.proof.notaries import KEY, WITNESS, Community

ROOT = Path(__file__).parents[2]
STOP_S_MAX = 20


@pytest.fixture
def community(tmp_path: Path) -> Iterator[Community]:
    (tmp_path / "log").mkdir()
    community = Community(tmp_path / "log")
    community.add(10)
    yield community
    community.close()


@contextmanager
def running_witness(folder: Path) -> Iterator[str]:
    """`castmates witness` on a folder; yields the setting that it prints."""
    command = [sys.executable, "-m", "api.cli", "witness", "--data", str(folder), "--port", "0"]
    command += ["--log-key", KEY.public().text(), "--name", "witness.test/1"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        lines = [process.stdout.readline(), process.stdout.readline()]
        yield re.search("CASTMATES_WITNESSES='(.*)'", lines[1])[1]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=STOP_S_MAX)
    assert process.returncode == 0


def link(setting: str) -> WitnessLink:
    (found,) = read_witnesses(setting)
    return found


def cosigned(community: Community, witness: WitnessLink) -> str:
    witness.cosign(community.notary, community.notary.sign_head())
    return community.notary.latest().note


def test_a_witness_cosigns_what_grows_and_refuses_a_rewritten_history(
    community: Community, tmp_path: Path
) -> None:
    with running_witness(tmp_path / "witness") as setting:
        witness = link(setting)
        assert cosigned_at_s(parse_note(cosigned(community, witness)), witness.key) > 0
        community.add(7)
        note = cosigned(community, witness)
        assert cosigned_at_s(parse_note(note), witness.key) > 0
        assert httpx.get(f"{setting.split()[0]}/checkpoint").text.startswith(f"{KEY.name}\n17\n")
        # A restart of the log: it no longer knows what the witness knows, and is told.
        cosigned(community, link(setting))

        forked = fork(tmp_path, rows=20)
        with pytest.raises(WitnessRefuses, match="another history"):
            cosigned(forked, link(setting))
        forked.close()
        assert evidence_count(tmp_path / "witness") == 1
    # And after a restart of the witness: a history of the same length, and one that was cut short.
    with running_witness(tmp_path / "witness") as setting:
        for rows in (17, 5):
            forked = fork(tmp_path, rows)
            with pytest.raises(WitnessRefuses):
                cosigned(forked, link(setting))
            forked.close()
        community.add(1)
        cosigned(community, link(setting))
        assert httpx.get(f"{setting.split()[0]}/checkpoint").text.startswith(f"{KEY.name}\n18\n")


def evidence_count(folder: Path) -> int:
    """How many signed heads of another history a witness kept."""
    store = WitnessStore(folder / "witness.db", WITNESS, KEY.public())
    try:
        return store.evidence_count()
    finally:
        store.close()


def fork(folder: Path, rows: int) -> Community:
    """A log with the same key and other rows."""
    (folder / f"fork-{rows}").mkdir()
    forked = Community(folder / f"fork-{rows}")
    forked.add(rows, about="person-eve")
    return forked


def test_a_witness_that_is_away_stops_nothing(community: Community) -> None:
    away = WitnessLink("http://127.0.0.1:1", WITNESS.public())
    with pytest.raises(WitnessAbsent):
        cosigned(community, away)
    keeper = HeadKeeper(community.notary, community.recorder, [away], 0.1)
    followed(keeper, until=lambda: "witness.test/1" in keeper.note)
    assert keeper.state == "up"
    assert "cannot be reached" in keeper.note


def test_the_health_page_turns_red_where_history_was_rewritten(community: Community) -> None:
    community.notary.sign_head()
    community.rewrite(3)
    again = Community(community.folder)
    keeper = HeadKeeper(again.notary, again.recorder, [], 0.1)
    followed(keeper, until=lambda: keeper.state == "down")
    assert keeper.note.startswith("the log is not the one")
    again.close()


def test_the_keeper_signs_what_is_added(community: Community) -> None:
    keeper = HeadKeeper(community.notary, community.recorder, [], 0.1)
    assert keeper.state == "starting"
    followed(keeper, until=lambda: "head of 10" in keeper.note)
    community.add(5)
    followed(keeper, until=lambda: "head of 15" in keeper.note)


def followed(keeper: HeadKeeper, until) -> None:
    """Lets a keeper work until something is so."""
    stop = threading.Event()
    thread = threading.Thread(target=keeper.follow, args=(stop,))
    thread.start()
    try:
        for _ in range(400):
            if until():
                break
            stop.wait(0.05)
    finally:
        stop.set()
        thread.join()
    assert until(), keeper.note


def test_a_witness_takes_no_nonsense(tmp_path: Path) -> None:
    store = WitnessStore(tmp_path / "witness.db", WITNESS, KEY.public())
    server = WitnessServer(("127.0.0.1", 0), store)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    try:
        assert httpx.get(f"{url}/checkpoint").status_code == 404
        assert httpx.get(f"{url}/elsewhere").status_code == 404
        assert httpx.post(f"{url}/elsewhere", content=b"old 0\n\n").status_code == 404
        assert httpx.post(f"{url}/add-checkpoint", content=b"nonsense").status_code == 400
        assert httpx.post(f"{url}/add-checkpoint", content=b"\xff").status_code == 400
        assert httpx.post(f"{url}/add-checkpoint", content=b"x" * 200_000).status_code == 413
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        store.close()


@pytest.mark.parametrize(
    "setting",
    [
        "http://127.0.0.1:1",
        f"ftp://127.0.0.1 {WITNESS.public().text()}",
        f"http://127.0.0.1:1 {KEY.public().text()}",
        "http://127.0.0.1:1 nonsense",
        ";".join([f"http://127.0.0.1:1 {WITNESS.public().text()}"] * 17),
    ],
)
def test_a_list_of_witnesses_that_cannot_be_is_refused(setting: str) -> None:
    with pytest.raises(WitnessesInvalid):
        read_witnesses(setting)


def test_no_witnesses_are_none() -> None:
    assert read_witnesses("") == []
    assert len(read_witnesses(f" http://a {WITNESS.public().text()} ; ")) == 1
