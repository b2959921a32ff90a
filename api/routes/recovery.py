"""Back in without any device: by handle and recovery code, of which only a slow digest is kept."""

from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Door, Parts, answer
from api.guess_limit import Bound, home_of
from api.minting import handle_digest, mint, mint_secret, secret_digest
from api.principal import make_token
from api.wire import RecoveryBody
from api.wiring import Wiring
from domain.decider import Clause
from domain.decisions.recovery import (
    RecoverAccount,
    RecoveryState,
    SetRecoveryCode,
    recovery_boundary,
)
from domain.errors import RecoveryWrong
from domain.events import PersonJoined
from domain.ids import AccessId, HandleDigest, PersonId

PER_HANDLE = Bound("recovery of a handle", 10, 3600.0)
PER_HOME = Bound("recovery from a place", 30, 3600.0)


class Recovered(msgspec.Struct, frozen=True):
    """Somebody is back: token and code are shown this once; a browser has the token in its cookie instead."""

    person_id: PersonId
    handle: str
    token: str | None
    recovery_code: str


class NewCode(msgspec.Struct, frozen=True):
    """A recovery code, shown this once."""

    recovery_code: str


@post("/session/recovery", status_code=200)
async def recover(
    request: Request[Any, Any, Any],
    data: JSONBody[RecoveryBody],
    wiring: Parts,
    door: Door,
    front_desk: Commands,
) -> Response[Recovered]:
    """Come back by handle and recovery code; the code is spent, and the next one comes with the answer."""
    handle = data.handle.strip().lower()
    digest = handle_digest(wiring.keys, handle)
    wiring.tries.take(PER_HOME, home_of(request, wiring.settings.behind_proxy))
    wiring.tries.take(PER_HANDLE, digest)
    person_id, kept = _standing(wiring, digest)
    # A handle that nobody has costs the same time and gets the same answer as a wrong code.
    if not await wiring.codes.fits(data.recovery_code, kept):
        raise RecoveryWrong
    code, next_digest = await wiring.codes.new()
    access_id, secret = AccessId(mint("access")), mint_secret()
    command = RecoverAccount(
        person_id=person_id,
        spent_digest=kept,
        digest=next_digest,
        access_id=access_id,
        secret_digest=secret_digest(secret),
        client=door.client,
    )
    receipt = await front_desk.handle_once(command)
    token = make_token(access_id, secret)
    recovered = Recovered(person_id, handle, door.shown(token), code)
    return door.let_in(answer(recovered, receipt.position), token)


@post("/me/recovery-code", status_code=201)
async def renew_code(principal: Asker, wiring: Parts, desk: Commands) -> Response[NewCode]:
    """Have a new recovery code; the one before is worth nothing from then on."""
    code, digest = await wiring.codes.new()
    receipt = await desk.handle_once(SetRecoveryCode(person_id=principal.person_id, digest=digest))
    response = answer(NewCode(code), receipt.position, 201)
    response.headers["Cache-Control"] = "no-store"
    return response


def _standing(wiring: Wiring, digest: HandleDigest) -> tuple[PersonId, str | None]:
    """Who has a handle, and the digest of the code that stands for them; None for nobody or no code."""
    joined = wiring.ledger.read((Clause((PersonJoined,), (digest,)),))
    if not joined:
        return PersonId(""), None
    person_id = joined[-1].event.person_id
    state = RecoveryState()
    for recorded in wiring.ledger.read(recovery_boundary(person_id)):
        state = state.evolve(recorded.event)
    return person_id, state.digest


ROUTES = (recover, renew_code)
