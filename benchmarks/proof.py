"""Appends a second while the tree follows and heads are signed, against a log without; and what a proof costs."""

import argparse
import contextlib
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from api.minting import now
from api.proving.head_keeper import HeadKeeper
from benchmarks.appends import fill, group_commit_rate
from benchmarks.record import alternate, record
from benchmarks.sample_events import likes
from domain.notary import Notary
from domain.proof.signing import NOTE_SIGNATURE, PrivateKey
from domain.store_heads import HeadStore
from domain.store_sqlite import SQLiteRecorder
from domain.store_tree import TreeStore

KEY = PrivateKey("castmates.bench/log", NOTE_SIGNATURE, b"k" * 32)
HEAD_EVERY_S = 1.0
PAIRS_COUNT = 3
PROOFS_COUNT = 1_000


def main() -> None:
    """Measure, record the rate, print the rest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--appends", type=int, default=10_000, help="appends a turn")
    parser.add_argument("--standing", type=int, default=100_000, help="events that are there before")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as name:
        folder = Path(name)
        proved, plain = folder / "proved.db", folder / "plain.db"
        for log in (proved, plain):
            fill(log, (wish.event for wish in likes(arguments.standing, seed=0)))
        seeds = iter(range(1, 2 * PAIRS_COUNT + 1))
        with (
            contextlib.closing(SQLiteRecorder(proved)) as recorder,
            contextlib.closing(SQLiteRecorder(plain)) as other,
            _notary(folder, recorder) as notary,
        ):
            _print_costs(notary)
            with _following(notary, recorder):
                rates = alternate(
                    lambda: group_commit_rate(recorder, list(likes(arguments.appends, next(seeds)))),
                    lambda: group_commit_rate(other, list(likes(arguments.appends, next(seeds)))),
                    PAIRS_COUNT,
                    "appends/s",
                )
    record("log_appends_with_the_tree_on", rates)


@contextlib.contextmanager
def _notary(folder: Path, recorder: SQLiteRecorder) -> Iterator[Notary]:
    with (
        contextlib.closing(TreeStore(folder / "tree.db")) as tree,
        contextlib.closing(HeadStore(folder / "heads.db", KEY.name)) as heads,
    ):
        yield Notary(recorder, tree, heads, KEY, now)


@contextlib.contextmanager
def _following(notary: Notary, recorder: SQLiteRecorder) -> Iterator[None]:
    stop = threading.Event()
    keeper = HeadKeeper(notary, recorder, [], HEAD_EVERY_S)
    thread = threading.Thread(target=keeper.follow, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _print_costs(notary: Notary) -> None:
    started = time.perf_counter()
    size = notary.catch_up()
    print(f"tree: {(time.perf_counter() - started) / size * 1e6:.1f} us an entry")
    head = notary.sign_head()
    assert head is not None
    started = time.perf_counter()
    for number in range(PROOFS_COUNT):
        notary.inclusion(1 + number * size // PROOFS_COUNT, head)
    print(f"inclusion: {(time.perf_counter() - started) / PROOFS_COUNT * 1e6:.0f} us a proof")
    print(f"a proof of {size} entries: {len(notary.inclusion(1, head).text().encode())} bytes")
    started = time.perf_counter()
    notary.check_history()
    print(f"check of all history: {(time.perf_counter() - started) / size * 1e6:.1f} us an entry")


if __name__ == "__main__":
    main()
