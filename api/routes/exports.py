"""Everything that the server holds of oneself, to take along."""

from litestar import get
from litestar.response import Stream

from api.desk import Asker, Parts
from api.exporting.document import written
from api.exporting.sections import Export, sections
from api.guess_limit import Bound
from api.minting import now
from api.wire import POSITION_HEADER

PER_PERSON = Bound("export of a person", 6, 3600.0)


@get("/account/export")
async def export(principal: Asker, wiring: Parts) -> Stream:
    """All that is held of oneself as one JSON file, streamed; 6 an hour. It ends where the access that asks does.

    Files of clips are named by their addresses; what is sealed as one's own is open, what is others' is not in it.
    """
    wiring.tries.take(PER_PERSON, principal.person_id)
    position = wiring.ledger.head()
    head = {"person_id": principal.person_id, "made_at": now(), "position": position}
    content = written(
        head,
        sections(Export(wiring, principal.person_id, position)),
        may_go_on=lambda: wiring.gate.is_good(principal),
    )
    headers = {
        POSITION_HEADER: str(position),
        "Content-Disposition": 'attachment; filename="castmates.json"',
        "Cache-Control": "no-store",
    }
    return Stream(content, media_type="application/json", headers=headers)


ROUTES = (export,)
