"""Passkeys: a device's own lock as a way in."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.params import JSONBody

from api.browser import own_origin
from api.desk import Asker, Commands, Door, Parts, answer
from api.guess_limit import Bound, home_of
from api.minting import mint, mint_secret, secret_digest
from api.passkeys import Home, PasskeyWrong, owner_of
from api.principal import make_token
from api.wire import IdInPath, PasskeyBody
from api.wiring import Wiring
from domain.decider import Clause
from domain.decisions.passkeys import (
    AddPasskey,
    EnterByPasskey,
    PasskeyState,
    RemovePasskey,
    passkey_boundary,
)
from domain.events import PasskeyAdded, PasskeyRemoved, PersonJoined
from domain.ids import AccessId, PasskeyId, PersonId

PER_HOME = Bound("passkeys from a place", 60, 3600.0)


class PasskeyCard(msgspec.Struct, frozen=True):
    """A passkey of one's own."""

    passkey_id: PasskeyId
    added_at: datetime


class OwnPasskeys(msgspec.Struct, frozen=True):
    """One's passkeys, oldest first."""

    passkeys: tuple[PasskeyCard, ...]


class Entered(msgspec.Struct, frozen=True):
    """Somebody is back; a native client is shown its token this once, a browser has it in its cookie."""

    person_id: PersonId
    handle: str | None
    token: str | None


@post("/me/passkeys/options", status_code=200)
async def passkey_options(
    request: Request[Any, Any, Any], principal: Asker, wiring: Parts
) -> Response[dict[str, Any]]:
    """Options with which a browser makes a passkey (WebAuthn's `PublicKeyCredentialCreationOptionsJSON`)."""
    me = principal.person_id
    options = wiring.passkeys.creation(
        _home(request, wiring), me, _handle(wiring, me) or me, _state(wiring, me).standing
    )
    return _unkept(Response(options))


@post("/me/passkeys", status_code=201)
async def add_passkey(
    request: Request[Any, Any, Any],
    data: JSONBody[PasskeyBody],
    principal: Asker,
    wiring: Parts,
    desk: Commands,
) -> Response[PasskeyCard]:
    """Add the passkey that a browser made (WebAuthn's `RegistrationResponseJSON`)."""
    me, shown = principal.person_id, msgspec.to_builtins(data)
    made = wiring.passkeys.created(_home(request, wiring), me, shown)
    passkey_id = PasskeyId(mint("passkey"))
    receipt = await desk.handle_once(AddPasskey(passkey_id=passkey_id, person_id=me, **made._asdict()))
    return answer(PasskeyCard(passkey_id, wiring.ledger.recorded_at(receipt.position)), receipt.position, 201)


@get("/me/passkeys")
async def passkeys(principal: Asker, wiring: Parts) -> Response[OwnPasskeys]:
    """One's passkeys."""
    cards: dict[PasskeyId, PasskeyCard] = {}
    position = 0
    kinds = (PasskeyAdded, PasskeyRemoved)
    for recorded in wiring.ledger.read((Clause(kinds, (principal.person_id,)),), opened=False):
        position, event = recorded.position, recorded.event
        if isinstance(event, PasskeyAdded):
            cards[event.passkey_id] = PasskeyCard(event.passkey_id, recorded.meta.recorded_at)
        else:
            cards.pop(event.passkey_id, None)
    return answer(OwnPasskeys(tuple(cards.values())), position)


@delete("/me/passkeys/{passkey_id:str}", status_code=204)
async def remove_passkey(passkey_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Let a passkey sign nobody in any more."""
    command = RemovePasskey(passkey_id=PasskeyId(passkey_id), person_id=principal.person_id)
    return answer(None, (await desk.handle(command)).position, 204)


@post("/session/passkey/options", status_code=200)
async def entry_options(request: Request[Any, Any, Any], wiring: Parts) -> Response[dict[str, Any]]:
    """Options with which a browser shows a passkey (WebAuthn's `PublicKeyCredentialRequestOptionsJSON`)."""
    wiring.tries.take(PER_HOME, home_of(request, wiring.settings.behind_proxy))
    return _unkept(Response(wiring.passkeys.request(_home(request, wiring))))


@post("/session/passkey", status_code=200)
async def enter_by_passkey(
    request: Request[Any, Any, Any],
    data: JSONBody[PasskeyBody],
    wiring: Parts,
    door: Door,
    front_desk: Commands,
) -> Response[Entered]:
    """Come back by the passkey that a browser shows (WebAuthn's `AuthenticationResponseJSON`)."""
    wiring.tries.take(PER_HOME, home_of(request, wiring.settings.behind_proxy))
    shown = msgspec.to_builtins(data)
    person_id = owner_of(shown)
    if not person_id:
        raise PasskeyWrong
    passkey = wiring.passkeys.shown(_home(request, wiring), shown, _state(wiring, person_id).standing)
    access_id, secret = AccessId(mint("access")), mint_secret()
    command = EnterByPasskey(
        passkey_id=passkey.passkey_id,
        person_id=person_id,
        access_id=access_id,
        secret_digest=secret_digest(secret),
        client=door.client,
    )
    receipt = await front_desk.handle_once(command)
    token = make_token(access_id, secret)
    return door.let_in(
        answer(Entered(person_id, _handle(wiring, person_id), door.shown(token)), receipt.position), token
    )


def _home(request: Request[Any, Any, Any], wiring: Wiring) -> Home:
    return Home(own_origin(request, wiring.settings.public_origin))


def _state(wiring: Wiring, person_id: PersonId) -> PasskeyState:
    state = PasskeyState()
    for recorded in wiring.ledger.read(passkey_boundary(person_id)):
        state = state.evolve(recorded.event)
    return state


def _handle(wiring: Wiring, person_id: PersonId) -> str | None:
    joined = wiring.ledger.read((Clause((PersonJoined,), (person_id,)),))
    return joined[0].event.handle if joined else None


def _unkept(response: Response[Any]) -> Response[Any]:
    response.headers["Cache-Control"] = "no-store"
    return response


ROUTES = (passkey_options, add_passkey, passkeys, remove_passkey, entry_options, enter_by_passkey)
