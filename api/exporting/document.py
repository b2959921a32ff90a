"""Writes an export as one JSON document, piece by piece."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

FORMAT = "castmates.export.v1"


def written(
    head: dict[str, Any],
    sections: Iterable[tuple[str, Iterator[Sequence[Any]]]],
    may_go_on: Callable[[], bool],
) -> Iterator[bytes]:
    """An object of the head's fields and an array for each section.

    `may_go_on` is asked before each page; where it says no the document breaks off, and is no JSON.
    """
    encode = msgspec.json.encode
    yield encode({"format": FORMAT, **head})[:-1]
    for name, pages in sections:
        yield b",\n" + encode(name) + b":["
        is_first = True
        while may_go_on():
            page = next(pages, None)
            if page is None:
                break
            rows = b",\n".join(encode(row) for row in page)
            if rows:
                yield (b"\n" if is_first else b",\n") + rows
                is_first = False
        else:
            return
        yield b"]"
    yield b"}\n"
