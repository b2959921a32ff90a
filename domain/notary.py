"""Keeps the Merkle tree up to the log, signs heads and proves entries, until history is found to be rewritten."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from domain.proof.checkpoint import sign_checkpoint
from domain.proof.leaf import Row, leaf_bytes
from domain.proof.merkle import (
    EMPTY_ROOT,
    Frontier,
    is_consistent,
    leaf_hash,
    nodes_count,
    root_by_inclusion,
)
from domain.proof.proof_file import Entry, ProofFile, make_proof_file
from domain.proof.signing import PrivateKey
from domain.proof.tlog_proof import TlogProof
from domain.store_heads import Head, HeadStore
from domain.store_tree import TreeMoved, TreeStore

BATCH_POSITIONS = 5_000

log = logging.getLogger(__name__)


class HistoryRewritten(Exception):
    """The log is not what an earlier signed head says that it was; the text says where they part."""

    code = "history_rewritten"


class Unproved(Exception):
    """No signed head covers what was asked for, or it is no part of the log."""

    code = "unproved"


class Rows(Protocol):
    """What is read of the log."""

    def read_rows(self, after: int, limit: int) -> list[Row]:
        """The rows at the positions that follow, as they lie there."""

    def head(self) -> int:
        """The newest position; 0 for an empty log."""


class Consistency(NamedTuple):
    """What shows that the tree of `old_size` leaves is the beginning of that of `size`."""

    old_size: int
    size: int
    hashes: list[bytes]


class Notary:
    """The log's own witness. A leaf's index is its position less one, for positions have no gaps.

    Any thread may call it; several processes may share its files, for all come to the same tree.
    """

    def __init__(
        self,
        rows: Rows,
        tree: TreeStore,
        heads: HeadStore,
        key: PrivateKey,
        clock: Callable[[], datetime],
        batch_positions: int = BATCH_POSITIONS,
    ) -> None:
        self._rows, self._tree, self._heads, self._clock = rows, tree, heads, clock
        self._batch_positions = batch_positions
        self._lock, self._check_lock = threading.Lock(), threading.Lock()
        self._is_checked = False
        self._key = key
        self.public_key = key.public()
        self._fault: HistoryRewritten | None = None

    @property
    def fault(self) -> HistoryRewritten | None:
        """Why nothing is signed any more, if that is so."""
        return self._fault

    def size(self) -> int:
        """How many entries the tree has."""
        return self._tree.size()

    def latest(self) -> Head | None:
        """The newest signed head."""
        return self._heads.latest()

    def head_of_size(self, size: int) -> Head | None:
        """The head that was signed over exactly so many entries."""
        return self._heads.of_size(size)

    def add_cosignature(self, size: int, witness: str, line: str) -> None:
        """Keeps a witness's word on a head; whoever calls this has checked it."""
        self._heads.cosign(size, witness, line)

    def ensure_checked(self) -> None:
        """Checks the whole history, unless that was done since the start. Raises HistoryRewritten."""
        with self._check_lock:
            if self._fault is not None:
                raise self._fault
            if not self._is_checked:
                self.check_history()
                self._is_checked = True

    def check_history(self) -> None:
        """Hashes the whole log anew and holds it against the newest head and the tree. Raises HistoryRewritten.

        A tree that merely fell behind or was damaged is made again; a log that parts from a signed head is not.
        """
        newest, size = self._heads.latest(), self._tree.size()
        signed_size = newest.size if newest else 0
        frontier, signed_root, tree_fits = Frontier(), EMPTY_ROOT, True
        for rows in self._batches(max(signed_size, size)):
            number, completed = nodes_count(frontier.size), []
            for row in rows:
                completed += frontier.add(leaf_hash(leaf_bytes(row)))
                if frontier.size == signed_size:
                    signed_root = frontier.root()
            kept = self._tree.nodes(number, len(completed))
            tree_fits = tree_fits and kept == completed[: len(kept)]
        with self._lock:
            if newest is not None and signed_root != newest.root:
                self._rewritten(newest)
            if not tree_fits or frontier.size < size:
                log.warning("the Merkle tree of %d entries did not fit the log and is made again", size)
                self._tree.clear()

    def catch_up(self) -> int:
        """Brings the tree to where the log stands now; its size. Raises HistoryRewritten for a gap in the log."""
        head = self._rows.head()
        while (size := self._tree.size()) < head:
            leaves = [leaf_hash(leaf_bytes(row)) for row in self._batch(size)]
            try:
                self._tree.extend(size, leaves)
            except TreeMoved:
                continue
        return size

    def sign_head(self) -> Head | None:
        """A signed head over the log as it stands now; None for an empty log. Raises HistoryRewritten.

        The first one after a start waits for the check of all history.
        """
        self.ensure_checked()
        with self._lock:
            if self._fault is not None:
                raise self._fault
            size, newest = self.catch_up(), self._heads.latest()
            if newest is not None and newest.size == size:
                return newest
            if size == 0 and newest is None:
                return None
            root = self._tree.root(size)
            if newest is not None and not self._leads(newest, size, root):
                self._rewritten(newest)
            note = sign_checkpoint(size, root, self._key)
            self._heads.keep(Head(size, root, note.whole(), self._clock()))
            return self._heads.latest()

    def covering_head(self, position: int) -> Head:
        """A signed head that covers a position: a kept one, or a new one. Raises Unproved, HistoryRewritten."""
        head = self._heads.latest()
        if head is None or head.size < position:
            head = self.sign_head()
        if head is None or not 0 <= position <= head.size:
            raise Unproved(f"the log has not come to position {position}")
        return head

    def consistency(self, old_size: int, size: int) -> Consistency:
        """Leads from one size of the tree to another. Raises Unproved where the tree never had them."""
        try:
            return Consistency(old_size, size, self._tree.consistency(old_size, size))
        except ValueError as error:
            raise Unproved(str(error)) from None

    def inclusion(self, position: int, head: Head) -> TlogProof:
        """What proves that the entry at a position is under a head. Raises Unproved."""
        try:
            hashes = self._tree.inclusion(position - 1, head.size)
        except ValueError as error:
            raise Unproved(str(error)) from None
        return TlogProof(position - 1, tuple(hashes), head.note)

    def prove(
        self, positions: Sequence[int], claim: Mapping[str, Any], head: Head | None = None
    ) -> ProofFile:
        """A proof file for the entries at some positions, under the newest head or a given one.

        `claim` says in plain JSON, without fractions, what they are to show; `as_of` is the head's size where it
        is missing. Raises Unproved, HistoryRewritten, BadProofFile.
        """
        wanted = sorted(set(positions))
        head = head or self.covering_head(max([*wanted, int(claim.get("as_of", 0))]))
        if self._fault is not None:
            raise self._fault
        entries = [self._entry(position, head) for position in wanted]
        claim = {"as_of": head.size, "made_at": self._clock().isoformat(timespec="seconds"), **claim}
        return make_proof_file(claim, head.note, entries, self._key)

    def _entry(self, position: int, head: Head) -> Entry:
        found = self._rows.read_rows(position - 1, 1) if position > 0 else []
        if not found:
            raise Unproved(f"nothing stands at position {position}")
        leaf = leaf_hash(leaf_bytes(found[0]))
        for _ in range(2):
            proof = self.inclusion(position, head)
            if root_by_inclusion(leaf, proof.index, head.size, proof.hashes) == head.root:
                return Entry(found[0], proof.text())
            # Either the tree was damaged, and is now made again, or the row is not the one that was hashed.
            self.check_history()
            self.catch_up()
        raise Unproved(f"the entry at position {position} does not lead to the head of {head.size}")

    def _leads(self, old: Head, size: int, root: bytes) -> bool:
        if size < old.size:
            return False
        return is_consistent(old.size, old.root, size, root, self._tree.consistency(old.size, size))

    def _rewritten(self, head: Head) -> None:
        self._fault = HistoryRewritten(f"the log is not the one whose head of {head.size} entries was signed")
        log.error("signing stopped: %s", self._fault)
        raise self._fault

    def _batches(self, upto: int) -> Iterator[list[Row]]:
        """The log from its beginning, as far as it reaches, at least to a position where it does."""
        after = 0
        while after < min(upto, self._rows.head()):
            rows = self._batch(after)
            yield rows
            after = rows[-1].position

    def _batch(self, after: int) -> list[Row]:
        rows = self._rows.read_rows(after, self._batch_positions)
        if [row.position for row in rows] != list(range(after + 1, after + 1 + len(rows))) or not rows:
            self._fault = HistoryRewritten(f"the log has a gap after position {after}")
            raise self._fault
        return rows
