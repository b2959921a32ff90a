"""The index finds what a comparison with every vector would find."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ids import ClipId
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.index import FLAT_ROWS_MAX, GATHER_CLIPS_MAX, TAIL_ROWS_MAX, ClipIndex

SIZES = {"flat": FLAT_ROWS_MAX, "coded": 8}
"""How many rows are compared one by one: with so few, every list of the codes is looked into."""
NAMES = [ClipId(f"clip-{number}") for number in range(40)]


def vectors_for(seed: int, count: int) -> np.ndarray:
    """Random unit vectors, float32 (count, 384)."""
    numbers = np.random.default_rng(seed).standard_normal((count, VECTOR_DIMENSIONS)).astype(np.float32)
    return numbers / np.linalg.norm(numbers, axis=1, keepdims=True)


def nearest(known: dict[ClipId, np.ndarray], vector: np.ndarray, count: int) -> list[ClipId]:
    """The answer by brute force."""
    return sorted(known, key=lambda clip_id: -float(known[clip_id] @ vector))[:count]


@pytest.fixture(params=SIZES.values(), ids=SIZES.keys())
def index(request, monkeypatch) -> ClipIndex:
    """An index of either kind that looks at all it has: what holds for one holds for the other."""
    monkeypatch.setattr("recommender.nearest.LISTS_COUNT", 10_000)
    monkeypatch.setattr("recommender.nearest.CANDIDATES_MIN", 10_000)
    return ClipIndex(flat_rows_max=request.param)


changes = st.lists(
    st.tuples(st.sampled_from(["add", "remove"]), st.lists(st.sampled_from(NAMES), unique=True, max_size=12))
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(SIZES.values())),
    changes,
    st.integers(0, 50),
    st.none() | st.frozensets(st.sampled_from(NAMES)),
)
def test_after_any_changes_a_search_is_exact(flat_rows_max, changes, count, allowed):
    index, known = ClipIndex(flat_rows_max=flat_rows_max), {}
    for seed, (kind, names) in enumerate(changes):
        if kind == "add":
            vectors = vectors_for(seed, len(names))
            index.add(names, vectors)
            known |= dict(zip(names, vectors, strict=True))
        else:
            index.remove(names)
            known = {name: vector for name, vector in known.items() if name not in names}
        index.tend()
    wanted = {name: vector for name, vector in known.items() if allowed is None or name in allowed}
    vector = vectors_for(1_000, 1)[0]
    found = index.search(vector, count, allowed if allowed is None else index.allow(allowed))
    assert len(index) == len(known)
    assert [near.clip_id for near in found] == nearest(wanted, vector, count)
    for near in found:
        assert near.similarity == pytest.approx(float(known[near.clip_id] @ vector), abs=1e-5)


def test_rows_left_by_removed_clips_are_never_found(index):
    for round_number in range(30):
        names = [ClipId(f"clip-{round_number}-{number}") for number in range(200)]
        index.add(names, vectors_for(round_number, 200))
        index.remove(names[1:])
        index.tend()
    assert len(index) == 30
    vector = vectors_for(7, 200)[0]
    assert index.search(vector, 1)[0].clip_id == "clip-7-0"
    assert len(index.search(vector, 100)) == 30


def test_a_large_allowed_set_is_masked_inside_the_search(index):
    count = GATHER_CLIPS_MAX + 500
    names = [ClipId(f"clip-{number}") for number in range(count)]
    vectors = vectors_for(3, count)
    index.add(names, vectors)
    index.tend()
    allowed = names[: GATHER_CLIPS_MAX + 200]
    index.remove(names[:5])
    known = dict(zip(names, vectors, strict=True))
    wanted = {name: known[name] for name in allowed[5:]}
    query = vectors_for(4, 1)[0]
    assert [near.clip_id for near in index.search(query, 20, index.allow(allowed))] == nearest(
        wanted, query, 20
    )


def test_a_clip_added_again_is_found_by_its_new_vector_alone():
    index, (old, new) = ClipIndex(), vectors_for(1, 2)
    index.add([NAMES[0]], old[None])
    index.add([NAMES[0]], new[None])
    assert [near.similarity for near in index.search(new, 5)] == [pytest.approx(1.0)]


def test_vectors_come_in_the_order_asked_and_are_zero_for_a_stranger():
    index, vectors = ClipIndex(), vectors_for(1, 2)
    index.add(NAMES[:2], vectors)
    found = index.vectors([NAMES[1], NAMES[5], NAMES[0]])
    assert np.array_equal(found, np.stack([vectors[1], np.zeros(VECTOR_DIMENSIONS), vectors[0]]))


@pytest.mark.parametrize(
    ("names", "shape"), [(NAMES[:2], (1, VECTOR_DIMENSIONS)), (NAMES[:1], (1, 3)), ([NAMES[0]] * 2, (2, 384))]
)
def test_vectors_that_do_not_fit_are_refused(names, shape):
    with pytest.raises(ValueError, match="vectors of"):
        ClipIndex().add(names, np.zeros(shape, np.float32))


def test_readers_see_whole_states_while_a_writer_works(index):
    stop = threading.Event()
    steady = vectors_for(0, 1)
    index.add([ClipId("steady")], steady)
    faults: list[str] = []

    def read() -> None:
        while not stop.is_set():
            found = index.search(steady[0], 5)
            if not found or found[0].clip_id != "steady" or found[0].similarity < 0.999:
                faults.append(repr(found))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for round_number in range(60):
        names = [ClipId(f"clip-{round_number}-{number}") for number in range(50)]
        index.add(names, vectors_for(round_number + 1, 50))
        index.remove(names[10:])
        index.tend()
    stop.set()
    for reader in readers:
        reader.join()
    assert not faults


def test_a_barred_clip_is_gone_and_never_comes_back():
    index, names, vectors = ClipIndex(), NAMES[:4], vectors_for(5, 4)
    index.add(names[:3], vectors[:3])
    index.bar(names[2:])
    assert names[2] not in index
    index.add(names[1:], vectors[1:])
    assert sorted(near.clip_id for near in index.search(vectors[0], 9)) == sorted(names[:2])
    index.add(names[2:], vectors[2:])
    assert len(index) == 2


def test_codes_are_made_once_and_lengthened_when_many_clips_came_after():
    index, first_count = ClipIndex(flat_rows_max=1_000), 5_000
    names = [ClipId(f"clip-{number}") for number in range(2 * first_count + TAIL_ROWS_MAX)]
    vectors = vectors_for(6, len(names))
    index.add(names[:1_000], vectors[:1_000])
    assert not index.tend()
    index.add(names[1_000:first_count], vectors[1_000:first_count])
    assert index.tend()
    assert not index.tend()
    index.add(names[first_count:], vectors[first_count:])
    assert index.search(vectors[-1], 1)[0].clip_id == names[-1]
    assert index.tend()
    assert index.search(vectors[-1], 1)[0].clip_id == names[-1]
    index.remove(names[-1:])
    assert index.search(vectors[-1], 1)[0].clip_id != names[-1]


def test_where_the_near_lists_hold_no_allowed_clip_all_are_compared(monkeypatch):
    monkeypatch.setattr("recommender.nearest.LISTS_COUNT", 1)
    index, count = ClipIndex(flat_rows_max=100), 4 * GATHER_CLIPS_MAX
    names = [ClipId(f"clip-{number}") for number in range(count)]
    vectors = vectors_for(8, count)
    index.add(names, vectors)
    index.tend()
    query = vectors_for(9, 1)[0]
    farthest = nearest(dict(zip(names, -vectors, strict=True)), query, GATHER_CLIPS_MAX + 1)
    known = {name: vectors[names.index(name)] for name in farthest}
    found = index.search(query, 20, index.allow(farthest))
    assert [near.clip_id for near in found] == nearest(known, query, 20)
