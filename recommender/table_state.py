"""The one small file that says which files are the clip table's, and how much of them counts."""

import os
from pathlib import Path

import msgspec

STATE_FILE = "table.json"


class Codes(msgspec.Struct, frozen=True):
    """Which file holds codes, and for how many rows their lists were drawn."""

    file: str
    drawn_for_count: int


class TableState(msgspec.Struct, frozen=True):
    """What is kept up to a position of the log; `made_as` says from what descriptions, and in what form.

    `folder` is where the columns lie: a table that is begun anew begins in another.
    """

    made_as: str
    folder: str
    position: int = 0
    rows_count: int = 0
    parts_count: int = 0
    codes: Codes | None = None


_decode = msgspec.json.Decoder(TableState).decode


def read_state(folder: Path, made_as: str) -> TableState | None:
    """The state of the table in a folder; None where there is none, none that can be read, or another's."""
    try:
        state = _decode((folder / STATE_FILE).read_bytes())
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return state if state.made_as == made_as else None


def write_state(folder: Path, state: TableState) -> None:
    """Puts a state in the place of the last, whole or not at all."""
    draft = folder / f"{STATE_FILE}.draft"
    with draft.open("wb") as file:
        file.write(msgspec.json.encode(state))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / STATE_FILE)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Returns once the disk has the names of the files in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
