"""The files of a clip, with byte ranges; whoever may not see the clip gets no byte of them."""

import re
from typing import Any, Literal

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Stream

from api.cards import visible_rows
from api.desk import Asker, Parts, Views
from api.ending.running_streams import stands
from api.minting import now
from api.problems import problem_response
from api.wellbeing.watch_cap import admit
from api.wire import IdInPath
from domain.errors import ClipUnknown
from domain.ids import ClipId

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


@get("/media/{clip_id:str}/{name:str}")
async def media(
    clip_id: IdInPath,
    name: FromPath[FileName],
    request: Request[Any, Any, Any],
    principal: Asker,
    wiring: Parts,
    reader: Views,
) -> Response[Any]:
    """One file of a clip that the asker may see: `video`, `poster`, `receipt`, `captions` (WebVTT) or `consent`."""
    rows = visible_rows(reader, principal.person_id, [ClipId(clip_id)])
    # The view says who may see it; whether it stands at all, only the log knows at this moment.
    if not rows or not stands(wiring.ledger, ClipId(clip_id)):
        raise ClipUnknown
    if name == "video" and rows[0].maker_id != principal.person_id:
        admit(reader.views, wiring.watched, principal.person_id, rows[0].clip_id, now())
    file = getattr(rows[0], name)
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
        wiring.streams.guarded(ClipId(clip_id), chunks),
        status_code=200 if span is None else 206,
        media_type=file.media_type,
        headers=headers,
    )


ROUTES = (media,)
