"""One's own audit trail: every fact about oneself or a clip of one's own, as of any position."""

from litestar import Response, get

from api.cards import maker_of
from api.desk import Asker, Parts, Reader, Views, answer
from api.principal import Principal
from api.wire import IdInPath, PositionInQuery, PositionInQueryOrNone
from domain.errors import ClipUnknown
from domain.ids import ClipId
from projections.views import audit_trail

TRAIL_MAX = 500


@get("/trail")
async def my_trail(
    principal: Asker,
    audit_reader: Views,
    as_of: PositionInQueryOrNone = None,
    after: PositionInQuery = 0,
) -> Response[list[audit_trail.Entry]]:
    """Every fact that names the asker, oldest first; not who blocked them."""
    return _told(audit_reader, principal, principal.person_id, after, as_of)


@get("/clips/{clip_id:str}/trail")
async def clip_trail(
    clip_id: IdInPath,
    principal: Asker,
    wiring: Parts,
    audit_reader: Views,
    as_of: PositionInQueryOrNone = None,
    after: PositionInQuery = 0,
) -> Response[list[audit_trail.Entry]]:
    """Every fact that names a clip of the asker's own, oldest first; not who reported it."""
    if maker_of(wiring.ledger, ClipId(clip_id)) != principal.person_id:
        raise ClipUnknown
    return _told(audit_reader, principal, clip_id, after, as_of)


def _told(
    reader: Reader, principal: Principal, tag: str, after: int, as_of: int | None
) -> Response[list[audit_trail.Entry]]:
    upto = reader.position if as_of is None else as_of
    rows = audit_trail.trail_as_told(reader.views, tag, principal.person_id, TRAIL_MAX, after, upto)
    return answer(rows, reader.position)


ROUTES = (my_trail, clip_trail)
