"""A clip's MP4 with its C2PA manifest taken out again: byte for byte the file that was there before it was sealed.

A manifest stands in a `uuid` box of its own at the top of the file. Putting it there moved what follows, and the
tables of chunk offsets were moved with it; taking it out undoes both.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

C2PA_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
BOXES_MAX = 10_000
_ROAD_TO_OFFSETS = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
_OFFSET_FORMS = {b"stco": ">{}I", b"co64": ">{}Q"}


class BadClip(ValueError):
    """The bytes are no MP4 whose boxes can be followed."""


class Box(NamedTuple):
    """A box of an MP4: its kind, where it starts, where its content starts, and where it ends."""

    kind: bytes
    start: int
    content: int
    end: int


def boxes(file: bytes | bytearray, start: int, end: int) -> Iterator[Box]:
    """The boxes that lie side by side between two places. Raises BadClip."""
    for _ in range(BOXES_MAX):
        if start == end:
            return
        if end - start < 8:
            break
        size, kind = struct.unpack_from(">I4s", file, start)
        content = start + 8
        if size == 1 and end - start >= 16:
            (size,) = struct.unpack_from(">Q", file, content)
            content += 8
        elif size == 0:
            size = end - start
        if start + size > end or size < content - start:
            break
        yield Box(kind, start, content, start + size)
        start += size
    raise BadClip("the boxes of this file cannot be followed")


def is_sealed(file: bytes) -> bool:
    """Whether an MP4 carries a manifest. Raises BadClip."""
    return any(_is_manifest(file, box) for box in boxes(file, 0, len(file)))


def unsealed(file: bytes) -> bytes:
    """The file without its manifest; the same bytes where it has none. Raises BadClip."""
    manifests = [box for box in boxes(file, 0, len(file)) if _is_manifest(file, box)]
    clip = bytearray(file)
    for box in reversed(manifests):
        del clip[box.start : box.end]
        _shift_offsets(clip, box.start, box.start - box.end)
    return bytes(clip)


def _is_manifest(file: bytes, box: Box) -> bool:
    return box.kind == b"uuid" and file[box.content : box.content + len(C2PA_UUID)] == C2PA_UUID


def _shift_offsets(clip: bytearray, after: int, by: int) -> None:
    """Moves every chunk offset that points behind a place."""
    for table in list(_offset_tables(clip, 0, len(clip), _ROAD_TO_OFFSETS)):
        (count,) = struct.unpack_from(">I", clip, table.content + 4)
        form = _OFFSET_FORMS[table.kind].format(count)
        if table.content + 8 + struct.calcsize(form) > table.end:
            raise BadClip("a table of chunk offsets is cut short")
        offsets = struct.unpack_from(form, clip, table.content + 8)
        moved = [offset + by if offset > after else offset for offset in offsets]
        if any(offset < 0 for offset in moved):
            raise BadClip("a chunk lies before the file")
        struct.pack_into(form, clip, table.content + 8, *moved)


def _offset_tables(clip: bytearray, start: int, end: int, road: tuple[bytes, ...]) -> Iterator[Box]:
    for box in boxes(clip, start, end):
        if road and box.kind == road[0]:
            yield from _offset_tables(clip, box.content, box.end, road[1:])
        elif not road and box.kind in _OFFSET_FORMS and box.end - box.content >= 8:
            yield box
