"""The waiting list of countries that are not open."""

import asyncio
from typing import Any

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Parts, Views, answer
from api.guess_limit import Bound, home_of
from api.minting import mint, mint_secret, secret_digest
from api.principal import make_token
from api.problems import Forbidden, ViewBehind
from api.wire import WaitBody, WaitOverBody
from domain.decisions.waiting import BeginWaiting, EndWaiting
from domain.errors import Refused, WaitingUnknown
from domain.ids import WaitingId, country_id
from projections.views import member_directory, waiting_list

PER_HOME = Bound("waiting from a place", 20, 3600.0)


class Waits(msgspec.Struct, frozen=True):
    """A place on the list; the secret takes the contact off again, and is shown this once."""

    waiting_id: WaitingId
    secret: str


class CountryWaits(msgspec.Struct, frozen=True):
    """How many wait for a country."""

    country: str
    people_count: int


class WaitingCounts(msgspec.Struct, frozen=True):
    """Each country that anybody waits for, most awaited first."""

    countries: tuple[CountryWaits, ...]


@post("/waiting-list", status_code=201)
async def begin_waiting(
    request: Request[Any, Any, Any], data: JSONBody[WaitBody], wiring: Parts, front_desk: Commands
) -> Response[Waits]:
    """Ask to be told when one's country opens; the contact is sealed under a key of its own."""
    wiring.tries.take(PER_HOME, home_of(request, wiring.settings.behind_proxy))
    waiting_id, secret = WaitingId(mint("waiting")), mint_secret()
    # The key must stand before the fact that is sealed with it.
    wiring.keys.create(waiting_id)
    command = BeginWaiting(
        waiting_id=waiting_id,
        country_id=country_id(data.country),
        secret_digest=secret_digest(secret),
        contact=data.contact,
    )
    try:
        receipt = await front_desk.handle_once(command)
    except Refused:
        wiring.keys.destroy(waiting_id)
        raise
    response = answer(Waits(waiting_id, make_token(waiting_id, secret)), receipt.position, 201)
    response.headers["Cache-Control"] = "no-store"
    return response


@delete("/waiting-list", status_code=204)
async def end_waiting(data: JSONBody[WaitOverBody], wiring: Parts, front_desk: Commands) -> Response[None]:
    """Take one's contact off the list by its secret: its key is destroyed, in backups too."""
    waiting_id, _, secret = data.secret.partition(".")
    if not (waiting_id and secret):
        raise WaitingUnknown
    command = EndWaiting(waiting_id=WaitingId(waiting_id), secret_digest=secret_digest(secret))
    receipt = await front_desk.handle_once(command)
    # After the fact, and again whenever it is asked again: a server that died in between is made up for.
    await asyncio.to_thread(_forget, wiring, waiting_id)
    return answer(None, receipt.position, 204)


@get("/waiting-list/counts")
async def waiting_counts(principal: Asker, reader: Views) -> Response[WaitingCounts]:
    """How many wait for which country; for founders."""
    member = member_directory.get(reader.views, principal.person_id)
    if member is None:  # the log knows the token's holder, so the view must be behind
        raise ViewBehind
    if member.invited_by is not None:
        raise Forbidden
    countries = (
        CountryWaits(row.country_id.removeprefix("country-").upper(), row.people_count)
        for row in waiting_list.counts(reader.views)
    )
    return answer(WaitingCounts(tuple(countries)), reader.position)


def _forget(wiring: Parts, waiting_id: str) -> None:
    wiring.keys.destroy(waiting_id)
    wiring.backups.destroy(waiting_id)


ROUTES = (begin_waiting, end_waiting, waiting_counts)
