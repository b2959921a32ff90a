"""The files that a clip table consists of, and what of them counts when it is opened."""

import shutil
from pathlib import Path
from typing import NamedTuple

import numpy as np

from recommender.column import Column
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.table_state import TableState

NAME_BYTES_MAX = 48
CLIP = np.dtype([("name", f"S{NAME_BYTES_MAX}"), ("first_part", "<i8"), ("parts_count", "<i8")])


class Columns(NamedTuple):
    """The files of a table; a row's number stands for the same clip for ever."""

    wholes: Column  # float32 (rows, 384): of all that a clip is described by
    parts: Column  # float32 (parts, 384): of its clauses
    clips: Column  # its name, and where its parts stand
    live: Column  # uint8, eight rows a byte, lowest bit first: whether it may be found


def open_columns(files: Path | None, writing: bool) -> Columns:
    """The columns in a folder, or in memory."""

    def column(name: str, dtype: np.dtype | type, width: int = 1) -> Column:
        return Column(None if files is None else files / name, dtype, width, writing)

    return Columns(
        column("wholes", np.float32, VECTOR_DIMENSIONS),
        column("parts", np.float32, VECTOR_DIMENSIONS),
        column("clips", CLIP),
        column("live", np.uint8),
    )


def hold(columns: Columns, state: TableState) -> bool:
    """Whether the files are as long as the state says."""
    counts = (state.rows_count, state.parts_count, state.rows_count, (state.rows_count + 7) // 8)
    return all(len(column.rows) >= count for column, count in zip(columns, counts, strict=True))


def cut(columns: Columns, state: TableState) -> None:
    """Empties what a writer wrote and did not come to keep."""
    columns.wholes.cut(state.rows_count)
    columns.parts.cut(state.parts_count)
    columns.clips.cut(state.rows_count)
    whole_bytes, bits = divmod(state.rows_count, 8)
    last = columns.live.rows[whole_bytes : whole_bytes + 1] & ((1 << bits) - 1)
    columns.live.cut(whole_bytes)
    columns.live.write(whole_bytes, last)


def drop_all_but(folder: Path, state: TableState) -> None:
    """Deletes what a state does not name: what a table before it left, or a crash."""
    for path in folder.iterdir():
        if path.is_dir() and path.name != state.folder:
            shutil.rmtree(path)
    for path in (folder / state.folder).glob("codes*"):
        if state.codes is None or path.name != state.codes.file:
            path.unlink()
