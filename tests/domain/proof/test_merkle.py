"""The tree is that of RFC 6962, by its known answers and against a reference that was written apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.proof.merkle import (
    EMPTY_ROOT,
    Frontier,
    Node,
    consistency_spans,
    inclusion_spans,
    is_consistent,
    leaf_hash,
    nodes_count,
    root_by_inclusion,
    roots_of,
)
from tests.domain.proof import naive_tree

# The eight leaves, roots and proofs that implementations of Certificate Transparency share.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


class Grown:
    """A tree with all its nodes at hand."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves, self.nodes, self.roots = leaves, [], [EMPTY_ROOT]
        frontier = Frontier()
        for leaf in leaves:
            self.nodes += frontier.add(leaf_hash(leaf))
            self.roots.append(frontier.root())

    def hash_of(self, node: Node) -> bytes:
        return self.nodes[node.number]

    def inclusion(self, index: int, size: int) -> list[bytes]:
        return roots_of(inclusion_spans(index, size), self.hash_of)

    def consistency(self, old_size: int, size: int) -> list[bytes]:
        return roots_of(consistency_spans(old_size, size), self.hash_of)


def numbered(count: int) -> Grown:
    return Grown([b"%d" % number for number in range(count)])


trees = st.integers(1, 130).map(numbered)


def test_the_known_roots() -> None:
    assert [root.hex() for root in Grown(LEAVES).roots] == ROOTS


@pytest.mark.parametrize(("place", "hashes"), INCLUSION.items())
def test_the_known_inclusion_proofs(place: tuple[int, int], hashes: list[str]) -> None:
    assert [each.hex() for each in Grown(LEAVES).inclusion(*place)] == hashes


@pytest.mark.parametrize(("sizes", "hashes"), CONSISTENCY.items())
def test_the_known_consistency_proofs(sizes: tuple[int, int], hashes: list[str]) -> None:
    assert [each.hex() for each in Grown(LEAVES).consistency(*sizes)] == hashes


@given(trees)
def test_each_root_is_the_reference_s(tree: Grown) -> None:
    assert tree.roots[-1] == naive_tree.tree_hash(tree.leaves)
    assert len(tree.nodes) == nodes_count(len(tree.leaves))


@given(trees, st.data())
def test_an_inclusion_proof_is_the_reference_s_and_leads_to_the_root(
    tree: Grown, data: st.DataObject
) -> None:
    size = len(tree.leaves)
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion(index, size)
    assert proof == naive_tree.path(index, tree.leaves)
    assert root_by_inclusion(leaf_hash(tree.leaves[index]), index, size, proof) == tree.roots[size]


@given(trees, st.data())
def test_an_inclusion_proof_holds_nowhere_else(tree: Grown, data: st.DataObject) -> None:
    size = len(tree.leaves)
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(-1, size + 1))
    proof, leaf = tree.inclusion(index, size), leaf_hash(tree.leaves[index])
    if other != index:
        assert root_by_inclusion(leaf, other, size, proof) != tree.roots[size]
    assert root_by_inclusion(leaf, index, size, [*proof, b"\0" * 32]) != tree.roots[size]
    if proof:
        assert root_by_inclusion(leaf, index, size, proof[:-1]) != tree.roots[size]
    assert root_by_inclusion(leaf_hash(b"another"), index, size, proof) != tree.roots[size]


@given(trees, st.data())
def test_a_consistency_proof_is_the_reference_s_and_holds(tree: Grown, data: st.DataObject) -> None:
    size = len(tree.leaves)
    old = data.draw(st.integers(1, size))
    proof = tree.consistency(old, size)
    assert proof == naive_tree.proof(old, tree.leaves)
    assert is_consistent(old, tree.roots[old], size, tree.roots[size], proof)


@given(trees, st.data())
def test_no_proof_makes_a_fork_consistent(tree: Grown, data: st.DataObject) -> None:
    size = len(tree.leaves)
    old, changed = data.draw(st.integers(1, size)), data.draw(st.integers(0, size - 1))
    fork = Grown([*tree.leaves[:changed], b"another", *tree.leaves[changed + 1 :]])
    is_fork_old = changed < old
    for proof in (tree.consistency(old, size), fork.consistency(old, size)):
        joined = is_consistent(old, tree.roots[old], size, fork.roots[size], proof)
        assert joined == (not is_fork_old and proof == fork.consistency(old, size))


@given(trees, st.data())
def test_a_consistency_proof_that_was_touched_does_not_hold(tree: Grown, data: st.DataObject) -> None:
    size = len(tree.leaves)
    old = data.draw(st.integers(1, size))
    proof = tree.consistency(old, size)
    for wrong in ([*proof, b"\0" * 32], proof[:-1], proof[::-1]):
        if wrong != proof:
            assert not is_consistent(old, tree.roots[old], size, tree.roots[size], wrong)


def test_an_empty_tree_is_the_beginning_of_every_other() -> None:
    tree = numbered(3)
    assert is_consistent(0, EMPTY_ROOT, 3, tree.roots[3], [])
    assert not is_consistent(0, tree.roots[1], 3, tree.roots[3], [])
    assert not is_consistent(0, EMPTY_ROOT, 3, tree.roots[3], [tree.roots[1]])
    assert not is_consistent(3, tree.roots[3], 2, tree.roots[2], [])


def test_a_frontier_goes_on_where_another_stopped() -> None:
    whole, half = Frontier(), Frontier()
    for leaf in LEAVES[:5]:
        half.add(leaf_hash(leaf))
    again = Frontier(5, [bytes.fromhex(ROOTS[4]), leaf_hash(LEAVES[4])])
    for leaf in LEAVES:
        whole.add(leaf_hash(leaf))
    for leaf in LEAVES[5:]:
        assert half.add(leaf_hash(leaf)) == again.add(leaf_hash(leaf))
    assert again.root() == whole.root()
    with pytest.raises(ValueError, match="2 subtrees"):
        Frontier(5, [])
