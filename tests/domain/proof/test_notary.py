"""The notary follows the log, proves what stands there, and stops signing once history was rewritten."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBEvent

from domain.codec import Codec
from domain.events import Meta
from domain.keys import KeyRing
from domain.notary import HistoryRewritten, Unproved
from domain.proof.checkpoint import cosign, sign_checkpoint
from domain.proof.leaf import leaf_bytes
from domain.proof.merkle import Frontier, leaf_hash
from domain.proof.proof_file import BadProofFile, canonical, parse_proof_file
from domain.proof.signing import PrivateKey
from domain.proof.tlog_proof import TlogProof
from domain.proof.verify import Trust, checks_of_file
from domain.store_tree import TreeMoved, TreeStore
from tests import cast
from tests.domain.proof.naive_tree import tree_hash
from tests.domain.proof.notaries import KEY, NOON, NOON_S, WITNESS, Community

TRUST = Trust(KEY.public())


@pytest.fixture
def community(tmp_path: Path) -> Iterator[Community]:
    community = Community(tmp_path)
    yield community
    community.close()


def reopened(community: Community, key: PrivateKey = KEY) -> Community:
    community.close()
    return Community(community.folder, key)


def hold(file) -> bool:
    return all(check.holds for check in checks_of_file(parse_proof_file(canonical(file.document())), TRUST))


def test_the_tree_is_that_of_the_rows_as_they_lie_there(community: Community) -> None:
    for count in (1, 20, 7, 3):
        community.add(count)
        head = community.notary.sign_head()
        rows = community.recorder.read_rows(0, 100)
        assert head.size == len(rows)
        assert head.root == tree_hash([leaf_bytes(row) for row in rows])


def test_an_empty_log_has_no_head(community: Community) -> None:
    assert community.notary.sign_head() is None
    with pytest.raises(Unproved):
        community.notary.prove([1], {"kind": "entries"})


def test_a_log_that_did_not_move_is_not_signed_again(community: Community) -> None:
    community.add(5)
    assert community.notary.sign_head() == community.notary.sign_head()


def test_entries_are_proved_to_whoever_has_the_key(community: Community) -> None:
    community.add(40)
    file = community.notary.prove([3, 40, 3, 17], {"kind": "trail", "about": "person-ana", "as_of": 40})
    assert [entry.row.position for entry in file.entries] == [3, 17, 40]
    assert hold(file)
    assert file.claim["made_at"] == NOON.isoformat()


def test_a_proof_of_a_million_entries_is_smaller_than_two_kilobytes() -> None:
    note = sign_checkpoint(1_000_000, b"r" * 32, KEY)
    note = note._replace(signatures=(*note.signatures, cosign(note, WITNESS, NOON_S)))
    assert len(TlogProof(0, (b"h" * 32,) * 20, note.whole()).text().encode()) < 2_000


def test_what_does_not_stand_in_the_log_is_not_proved(community: Community) -> None:
    community.add(5)
    for position in (0, -1, 6):
        with pytest.raises(Unproved):
            community.notary.prove([position], {"kind": "entries"})
    with pytest.raises(Unproved):
        community.notary.prove([1], {"kind": "entries", "as_of": 6})


@pytest.mark.parametrize("claim", [{"share": 0.5}, {"count": 1 << 60}])
def test_a_claim_has_one_form_in_json(community: Community, claim: dict) -> None:
    community.add(1)
    with pytest.raises(BadProofFile):
        community.notary.prove([1], {"kind": "entries", **claim})


def test_a_restart_goes_on_where_it_was(community: Community) -> None:
    community.add(10)
    before = community.notary.sign_head()
    again = reopened(community)
    again.add(10)
    again.notary.check_history()
    after = again.notary.sign_head()
    assert (before.size, after.size) == (10, 20)
    again.close()


@pytest.mark.parametrize("position", [1, 5, 10])
def test_a_row_that_was_rewritten_is_found_at_the_next_start(community: Community, position: int) -> None:
    community.add(10)
    community.notary.sign_head()
    community.rewrite(position)
    again = reopened(community)
    with pytest.raises(HistoryRewritten):
        again.notary.check_history()
    assert again.notary.fault is not None
    again.add(1)
    with pytest.raises(HistoryRewritten):
        again.notary.sign_head()
    with pytest.raises(HistoryRewritten):
        again.notary.prove([1], {"kind": "entries"})
    assert again.notary.latest().size == 10
    again.close()


def test_a_row_that_was_rewritten_is_not_proved_though_nobody_restarted(community: Community) -> None:
    community.add(10)
    community.notary.sign_head()
    community.rewrite(4)
    with pytest.raises(HistoryRewritten):
        community.notary.prove([4], {"kind": "entries"})
    with pytest.raises(HistoryRewritten):
        community.notary.sign_head()


def test_a_log_that_was_cut_short_is_found_though_its_tree_was_removed(community: Community) -> None:
    community.add(10)
    community.notary.sign_head()
    community.cut(6)
    community.close()
    (community.folder / "tree.db").unlink()
    again = Community(community.folder)
    again.add(2)
    with pytest.raises(HistoryRewritten):
        again.notary.check_history()
    again.close()


def test_a_log_that_was_cut_short_and_went_on_is_not_signed(community: Community) -> None:
    community.add(10)
    community.notary.sign_head()
    community.cut(6)
    again = reopened(community)
    again.add(8, about="person-eve")
    with pytest.raises(HistoryRewritten):
        again.notary.check_history()
    again.close()


def test_a_gap_in_the_log_is_no_history(community: Community) -> None:
    community.add(10)
    community.remove(5)
    with pytest.raises(HistoryRewritten, match="gap"):
        community.notary.catch_up()


def test_another_name_begins_another_history(community: Community) -> None:
    community.add(10)
    community.notary.sign_head()
    community.cut(6)
    again = reopened(community, PrivateKey("castmates.test/log-2", KEY.kind, KEY.secret))
    again.notary.check_history()
    assert again.notary.sign_head().size == 6
    again.close()


def test_a_lost_tree_is_made_again_the_same(community: Community) -> None:
    community.add(25)
    head = community.notary.sign_head()
    community.close()
    (community.folder / "tree.db").unlink()
    again = Community(community.folder)
    again.notary.check_history()
    assert again.notary.catch_up() == 25
    assert again.tree.root(25) == head.root
    assert again.tree.inclusion(7, 25) == TreeStore(community.folder / "tree.db").inclusion(7, 25)
    again.close()


def test_a_damaged_tree_is_made_again(community: Community) -> None:
    community.add(25)
    head = community.notary.sign_head()
    community.damage_tree()
    again = reopened(community)
    again.notary.check_history()
    assert again.tree.size() == 0
    assert again.notary.sign_head() == head
    assert hold(again.notary.prove([1, 2, 3], {"kind": "entries"}))
    again.close()


def test_a_tree_that_is_damaged_under_a_running_notary_is_no_rewritten_history(community: Community) -> None:
    community.add(25)
    community.notary.sign_head()
    community.damage_tree()
    assert hold(community.notary.prove([1, 2, 3], {"kind": "entries"}))
    assert community.notary.fault is None


def test_two_processes_may_let_one_tree_grow(community: Community) -> None:
    community.add(10)
    other = TreeStore(community.folder / "tree.db")
    community.notary.catch_up()
    with pytest.raises(TreeMoved):
        other.extend(0, [leaf_hash(b"")])
    assert other.size() == 10
    other.close()


def test_many_threads_may_ask_at_once(community: Community) -> None:
    community.add(10)

    def ask(number: int) -> bool:
        community.add(3, about=f"person-{number}")
        community.notary.catch_up()
        head = community.cosigned(community.notary.sign_head())
        return hold(community.notary.prove([number + 1], {"kind": "entries"}, head))

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(ask, range(24)))


def test_nothing_is_signed_after_a_start_before_all_history_was_checked(community: Community) -> None:
    community.add(10)
    community.notary.sign_head()
    community.rewrite(4)
    again = reopened(community)
    again.add(1)
    with pytest.raises(HistoryRewritten):
        again.notary.sign_head()
    assert again.notary.latest().size == 10
    again.close()


def test_an_erased_key_leaves_every_proof_as_it_was(community: Community) -> None:
    keys = KeyRing(community.folder / "keys")
    keys.create(cast.ANA)
    codec = Codec(keys)
    row = codec.encode(cast.joined(cast.ANA), Meta(cast.ANA, "test", "test", NOON))
    community.recorder.append([DCBEvent(row.type, row.data, row.tags)])
    community.add(5)
    before = community.notary.prove([1], {"kind": "trail", "about": cast.ANA})
    assert codec.decode(row.type, row.data)[0].handle == "ana"
    keys.destroy(cast.ANA)
    assert codec.decode(row.type, row.data)[0].handle is None
    assert hold(before)
    community.notary.check_history()
    assert community.notary.prove([1], {"kind": "trail", "about": cast.ANA}) == before


KILLED = """
import os, signal, sys, threading
from pathlib import Path
from tests.domain.proof.notaries import Community
community = Community(Path(sys.argv[1]), batch_positions=3)
threading.Timer(float(sys.argv[2]), lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
while True:
    community.add(50)
    community.notary.sign_head()
"""


@pytest.mark.parametrize("life_s", [0.05, 0.2])
def test_a_kill_at_any_moment_leaves_tree_and_heads_whole(tmp_path: Path, life_s: float) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(life_s)]
    done = subprocess.run(command, env=environment, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    again = Community(tmp_path)
    again.notary.check_history()
    size = again.tree.size()
    assert size > 0
    frontier = Frontier()
    for row in again.recorder.read_rows(0, 10_000)[:size]:
        frontier.add(leaf_hash(leaf_bytes(row)))
    assert again.tree.root(size) == frontier.root()
    again.add(1)
    assert again.notary.sign_head().size == again.recorder.head()
    again.close()
