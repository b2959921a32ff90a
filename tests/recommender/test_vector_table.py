"""Vectors stay where they are written: over restarts, crashes, in other processes, and nowhere once removed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from domain.ids import ClipId
from recommender.column import Column
from recommender.index import ClipIndex
from recommender.table_files import NAME_BYTES_MAX
from recommender.table_state import STATE_FILE
from recommender.vector_table import VectorTable
from tests.recommender.test_index import vectors_for

NAMES = [ClipId(f"clip-{number:04}") for number in range(400)]
FEW = 100
"""So many rows are compared one by one; with more there are codes."""

READER = """
import sys
from pathlib import Path
import numpy as np
from recommender.index import ClipIndex
from recommender.vector_table import VectorTable
index = ClipIndex(VectorTable(Path(sys.argv[1]), writing=False))
for line in sys.stdin:
    if line.strip():
        index.refresh()
    found = index.search(np.load(sys.argv[2])[0], 1)
    print(len(index), index.is_exact, found[0].clip_id if found else None, index.position, flush=True)
"""


def opened(folder: Path, made_as: str = "") -> ClipIndex:
    """The index in a folder, as its writer finds it."""
    return ClipIndex(VectorTable(folder, made_as), FEW)


def filled(folder: Path, count: int = len(NAMES)) -> tuple[ClipIndex, np.ndarray]:
    """An index with codes, and the vectors of its clips: a whole and two parts each, float32 (n, 3, 384)."""
    index, vectors = opened(folder), vectors_for(1, 3 * count).reshape(count, 3, -1)
    index.add(NAMES[:count], vectors, position=7)
    index.tend()
    return index, vectors


def bytes_in(folder: Path) -> bytes:
    """All that the files hold."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_restart_finds_all_that_was_kept(tmp_path):
    index, vectors = filled(tmp_path)
    index.remove(NAMES[3:5])
    again = opened(tmp_path)
    assert (len(again), again.position, again.is_exact) == (len(NAMES) - 2, 7, False)
    assert again.search(vectors[9, 0], 30) == index.search(vectors[9, 0], 30)
    assert np.array_equal(again.table.of(NAMES[9]), vectors[9])
    assert again.table.of(NAMES[3]) is None


def test_what_was_not_kept_before_a_crash_is_gone(tmp_path, monkeypatch):
    index, vectors = filled(tmp_path, 10)

    def crash(_):
        raise OSError("the disk is gone")

    monkeypatch.setattr(index.table, "keep", crash)
    with pytest.raises(OSError, match="gone"):
        index.add(NAMES[10:20], vectors, position=9)
    again = opened(tmp_path)
    assert (len(again), again.position) == (10, 7)
    again.add(NAMES[30:31], vectors_for(2, 1))
    assert sorted(again.table.clip_ids()) == sorted([*NAMES[:10], NAMES[30]])


@pytest.mark.parametrize("harm", ["other", "missing", "broken", "short"])
def test_a_foreign_or_damaged_table_is_begun_anew(tmp_path, harm):
    filled(tmp_path)
    state = tmp_path / STATE_FILE
    match harm:
        case "missing":
            state.unlink()
        case "broken":
            state.write_bytes(state.read_bytes()[:-9])
        case "short":
            os.truncate(next(tmp_path.glob("*/wholes")), 5_000)
    again = opened(tmp_path, "other" if harm == "other" else "")
    assert (len(again), again.position, again.is_exact) == (0, 0, True)
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1


def test_damaged_codes_are_made_again(tmp_path):
    _, vectors = filled(tmp_path)
    (codes,) = tmp_path.glob("*/codes*")
    os.truncate(codes, 50)
    again = opened(tmp_path)
    assert again.is_exact
    assert again.search(vectors[5, 0], 1)[0].clip_id == NAMES[5]
    assert again.tend()


@pytest.mark.parametrize("dies_before_wiping", [False, True])
def test_nothing_of_a_removed_clip_stays_in_any_file(tmp_path, dies_before_wiping):
    index, vectors = filled(tmp_path)
    places = index._state.codes._places
    (codes,) = tmp_path.glob("*/codes*")
    size = index._state.codes._inner.code_size
    pieces = [vectors[8, part, first : first + 4].tobytes() for part in range(3) for first in (0, 200)]
    code = codes.read_bytes()[places[8] : places[8] + size]
    assert all(piece in bytes_in(tmp_path) for piece in [*pieces, code, NAMES[8].encode()])
    if dies_before_wiping:
        index.table.hide(np.array([8]))
        index = opened(tmp_path)  # goes on where the other was killed
    else:
        index.remove([NAMES[8]])
    assert not any(piece in bytes_in(tmp_path) for piece in [*pieces, code, NAMES[8].encode()])
    assert NAMES[8] not in index
    assert index.search(vectors[9, 0], 1)[0].clip_id == NAMES[9]


@contextmanager
def reading(folder: Path, query: Path) -> Iterator[subprocess.Popen]:
    """A second process that reads the index."""
    command = [sys.executable, "-c", READER, str(folder), str(query)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(20)


def told(process: subprocess.Popen, refreshed: bool = True) -> str:
    """What it answers to a search, after it took in what was added or without."""
    process.stdin.write("refresh\n" if refreshed else "\n")
    return process.stdout.readline().strip()


def test_a_second_process_sees_removals_at_once_and_adds_and_codes_when_it_looks(tmp_path):
    folder, query = tmp_path / "vectors", tmp_path / "query.npy"
    wanted = vectors_for(5, 1)
    np.save(query, wanted)
    index = opened(folder)
    index.add(NAMES[:1], wanted, position=3)
    with reading(folder, query) as process:
        assert told(process) == f"1 True {NAMES[0]} 3"
        index.remove(NAMES[:1])
        assert told(process, refreshed=False) == "0 True None 3"
        index.add([ClipId("clip-new")], wanted, position=4)
        assert told(process) == "1 True clip-new 4"
        index.add(NAMES[1:], vectors_for(6, len(NAMES) - 1), position=5)
        index.tend()
        assert told(process) == f"{len(NAMES)} False clip-new 5"
        index.remove([ClipId("clip-new")])
        assert told(process, refreshed=False).split()[2] != "clip-new"
        (folder / STATE_FILE).unlink()
        opened(folder).add([ClipId("clip-anew")], wanted, position=6)
        assert told(process) == "1 True clip-anew 6"


def test_a_process_that_only_reads_cannot_write(tmp_path):
    filled(tmp_path, 5)
    reader = ClipIndex(VectorTable(tmp_path, writing=False))
    with pytest.raises(ValueError, match="does not write"):
        reader.remove(NAMES[:1])


def test_an_id_that_does_not_fit_is_refused(tmp_path):
    with pytest.raises(ValueError, match="bytes"):
        opened(tmp_path).add([ClipId("x" * (NAME_BYTES_MAX + 1))], vectors_for(1, 1))


def test_a_column_keeps_its_rows_while_it_grows(tmp_path):
    column, other = Column(tmp_path / "rows", np.int64), None
    for first in range(0, 20_000, 1_000):
        column.write(first, np.arange(first, first + 1_000))
        other = other or Column(tmp_path / "rows", np.int64, writing=False)
    other.refresh()
    for each in (column, other):
        assert np.array_equal(each.rows[:20_000], np.arange(20_000))
        assert not each.rows[20_000:].any()
    column.cut(10)
    assert np.array_equal(np.flatnonzero(column.rows), np.arange(1, 10))
