"""Sends one file of a clip, whole or a range of its bytes, for as long as the log lets it go on."""

import re
from collections.abc import Callable
from typing import Any, Literal

from litestar import Request, Response
from litestar.response import Stream

from api.ending.running_streams import stands
from api.problems import problem_response
from api.wiring import Wiring
from domain.ids import ClipId
from domain.ledger import Ledger
from projections.views.clip_catalogue import Clip

FileName = Literal["video", "poster", "receipt", "captions", "consent"]
RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


def parse_range(header: str | None, size_bytes: int) -> tuple[int, int] | None:
    """First and last byte asked for (RFC 9110, one range), or None for the whole. Raises ValueError."""
    match = RANGE.match(header or "")
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":
        start, end = max(0, size_bytes - int(last)), size_bytes - 1
    else:
        start, end = int(first), min(int(last or size_bytes - 1), size_bytes - 1)
    if start > end or start >= size_bytes:
        raise ValueError("range lies outside the file")
    return start, end


def clip_file(
    request: Request[Any, Any, Any],
    wiring: Wiring,
    clip: Clip,
    name: FileName,
    may_go_on: Callable[[Ledger, ClipId], bool] = stands,
) -> Response[Any]:
    """One file of a clip, after its byte range (RFC 9110); that the asker may see it was checked before.

    `may_go_on` is asked before each chunk.
    """
    file = getattr(clip, name)
    if file is None:
        return problem_response(request, f"{name}_absent")
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": f'"{file.digest}"',
        # Private, and asked again each time: a withdrawn clip must stop being served.
        "Cache-Control": "private, no-cache",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(None, status_code=304, headers=headers)
    try:
        span = parse_range(request.headers.get("range"), file.size_bytes)
    except ValueError:
        return problem_response(
            request, "range_unsatisfiable", **{"Content-Range": f"bytes */{file.size_bytes}"}
        )
    start, end = span or (0, file.size_bytes - 1)
    if span is not None:
        headers["Content-Range"] = f"bytes {start}-{end}/{file.size_bytes}"
    headers["Content-Length"] = str(end - start + 1)
    chunks = wiring.artifacts.open(file.digest, start, end - start + 1)
    return Stream(
        wiring.streams.guarded(clip.clip_id, chunks, may_go_on),
        status_code=200 if span is None else 206,
        media_type=file.media_type,
        headers=headers,
    )
