"""Searches every byte of every file for what should be gone: plain, in wide text, packed, and inside databases."""

import gzip
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

GZIP_MAGIC = b"\x1f\x8b\x08"
PACKED_BYTES_MAX = 1 << 18
ZLIB_MAGICS = (b"\x78\x01", b"\x78\x9c", b"\x78\xda")


def found_in(folders: Iterable[Path], texts: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of a text and the file that still holds it."""
    wanted = {text: _spellings(text) for text in texts}
    return {
        (text, str(path))
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for content in _contents(path)
        for text, spellings in wanted.items()
        if any(spelling in content for spelling in spellings)
    }


def _spellings(text: str) -> tuple[bytes, ...]:
    escaped = text.encode("unicode_escape")
    spellings = (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), escaped)
    return tuple(each.lower() for each in spellings)


def _contents(path: Path) -> Iterator[bytes]:
    """All that a file holds, in small letters: its bytes, what is packed in them, each value of its tables."""
    raw = path.read_bytes()
    yield raw.lower()
    yield from (each.lower() for each in _unpacked(raw))
    if raw.startswith(b"SQLite format 3\0"):
        yield from _values(path)


def _unpacked(raw: bytes) -> Iterator[bytes]:
    for magic in (GZIP_MAGIC, *ZLIB_MAGICS):
        start = raw.find(magic)
        while start >= 0:
            unpack = zlib.decompressobj(31 if magic == GZIP_MAGIC else 15)
            with suppress(zlib.error):
                yield unpack.decompress(raw[start : start + PACKED_BYTES_MAX], PACKED_BYTES_MAX)
            start = raw.find(magic, start + 1)


def _values(path: Path) -> Iterator[bytes]:
    """The values of all tables: one that is cut in two by a page's end stands here in one piece."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield b"\0".join(
                    each if isinstance(each, bytes) else str(each).encode() for each in row
                ).lower()


def packed(text: str) -> bytes:
    """A text as a gzip file holds it, to see that the search finds it there."""
    return gzip.compress(text.encode())
