"""The Merkle tree of RFC 6962 over a growing log: hashes, where its nodes are kept, proofs and their checks.

A perfect subtree is a node `(level, index)`: the root of the leaves from `index << level` on, `1 << level` of
them. Nodes are numbered in the order in which a growing log completes them, so a store of them only ever appends.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
LEVELS_MAX = 63


class Node(NamedTuple):
    """A perfect subtree, by its height and its place among those of that height."""

    level: int
    index: int

    @property
    def number(self) -> int:
        """How many nodes of the log were complete before this one."""
        last_leaf = ((self.index + 1) << self.level) - 1
        return nodes_count(last_leaf) + self.level


class Span(NamedTuple):
    """The leaves from `start` up to, and without, `end`."""

    start: int
    end: int


def leaf_hash(leaf: bytes) -> bytes:
    """What stands for one entry in the tree (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """What stands for two neighbours (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def nodes_count(size: int) -> int:
    """How many perfect subtrees a log of so many leaves has completed."""
    return 2 * size - size.bit_count()


def subtrees(span: Span) -> list[Node]:
    """The perfect subtrees that make up the leaves of a span of the tree, from left to right."""
    nodes = []
    start = span.start
    while start < span.end:
        level = (span.end - start).bit_length() - 1
        nodes.append(Node(level, start >> level))
        start += 1 << level
    return nodes


def joined(hashes: Sequence[bytes]) -> bytes:
    """The root over perfect subtrees that stand side by side, given from left to right, largest first."""
    if not hashes:
        return EMPTY_ROOT
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = node_hash(left, root)
    return root


class Frontier:
    """The perfect subtrees of a log so far: all that is needed to let it grow and to know its root."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self._hashes = list(hashes)
        if len(self._hashes) != size.bit_count():
            raise ValueError(f"a tree of {size} leaves has {size.bit_count()} subtrees")

    def add(self, leaf: bytes) -> list[bytes]:
        """Takes the hash of the next leaf; the hashes of the nodes that this completes, in their order."""
        completed = [leaf]
        size = self.size
        while size & 1:
            completed.append(node_hash(self._hashes.pop(), completed[-1]))
            size >>= 1
        self._hashes.append(completed[-1])
        self.size += 1
        return completed

    def root(self) -> bytes:
        """The root over all leaves so far."""
        return joined(self._hashes)


def inclusion_spans(index: int, size: int) -> list[Span]:
    """What an inclusion proof holds the roots of: the leaf's sibling first (RFC 6962, 2.1.1)."""
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has none at {index}")
    spans = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            spans.append(Span(middle, end))
            end = middle
        else:
            spans.append(Span(start, middle))
            start = middle
    return spans[::-1]


def consistency_spans(old_size: int, size: int) -> list[Span]:
    """What a consistency proof holds the roots of (RFC 6962, 2.1.2); nothing where a size is 0 or both are equal."""
    if not 0 <= old_size <= size:
        raise ValueError(f"a tree of {size} leaves was never one of {old_size}")
    spans: list[Span] = []
    if old_size == 0:
        return spans
    start, end = 0, size
    while old_size != end:
        middle = start + _split(end - start)
        if old_size <= middle:
            spans.append(Span(middle, end))
            end = middle
        else:
            spans.append(Span(start, middle))
            start = middle
    if start:
        spans.append(Span(start, end))
    return spans[::-1]


def roots_of(spans: Sequence[Span], hash_of: Callable[[Node], bytes]) -> list[bytes]:
    """The root of each span, from the hashes of perfect subtrees."""
    return [joined([hash_of(node) for node in subtrees(span)]) for span in spans]


def root_by_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root that a leaf and its proof lead to; None for a proof of another length (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    place, last, root = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if place & 1 or place == last:
            root = node_hash(sibling, root)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        place, last = place >> 1, last >> 1
    return root if last == 0 else None


def is_consistent(old_size: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the tree of `old_size` leaves is the beginning of the other (RFC 9162, 2.1.4.2)."""
    if not 0 <= old_size <= size:
        return False
    if old_size in (0, size):
        return not proof and old_root == (root if old_size == size else EMPTY_ROOT)
    # A tree whose size is a power of two is a subtree of the new one, and its root need not be told.
    hashes = list(proof) if old_size & (old_size - 1) else [old_root, *proof]
    if not hashes:
        return False
    place, last = old_size - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_found = found = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old_found, found = node_hash(sibling, old_found), node_hash(sibling, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and old_found == old_root and found == root


def _split(count: int) -> int:
    """The largest power of two below `count`, which is 2 or more."""
    return 1 << ((count - 1).bit_length() - 1)
