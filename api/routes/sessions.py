"""Signing a browser in by a token that one has, and out again."""

import msgspec
from litestar import Response, delete, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Door, Parts, answer
from api.problems import CrossSite
from api.wire import SessionBody
from domain.decider import Clause
from domain.decisions.accounts import RevokeAccess
from domain.events import PersonJoined
from domain.ids import PersonId


class SignedIn(msgspec.Struct, frozen=True):
    """Whose token a browser's cookie holds."""

    person_id: PersonId
    handle: str | None


@post("/session", status_code=200)
async def open_session(data: JSONBody[SessionBody], wiring: Parts, door: Door) -> Response[SignedIn]:
    """Turn a token that one has into this browser's cookie; signing out makes both worthless."""
    if door.client != "web":
        raise CrossSite
    principal = wiring.gate.principal(data.token)
    joined = wiring.ledger.read((Clause((PersonJoined,), (principal.person_id,)),))
    signed_in = SignedIn(principal.person_id, joined[0].event.handle)
    return door.let_in(answer(signed_in, joined[0].position), data.token)


@delete("/session", status_code=204)
async def close_session(principal: Asker, door: Door, desk: Commands) -> Response[None]:
    """Sign out: the token that asks is worthless from here on, and a browser's cookie is gone."""
    receipt = await desk.handle(RevokeAccess(access_id=principal.access_id, person_id=principal.person_id))
    return door.let_out(answer(None, receipt.position, 204))


ROUTES = (open_session, close_session)
