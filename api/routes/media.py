"""The files of a clip, with byte ranges; whoever may not see the clip gets no byte of them."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from api.cards import visible_rows
from api.clip_files import FileName, clip_file
from api.desk import Asker, Parts, Views
from api.ending.running_streams import stands
from api.minting import now
from api.wellbeing.watch_cap import admit
from api.wire import IdInPath
from domain.errors import ClipUnknown
from domain.ids import ClipId


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
    return clip_file(request, wiring, rows[0], name)


ROUTES = (media,)
