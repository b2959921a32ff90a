"""What a route is given: who asks, the ledger to write on, and views no older than the caller insists."""

import hashlib
import sqlite3
from typing import Any

from litestar import Request, Response
from litestar.di import Provide
from projections.view import View

from api.principal import Principal
from api.problems import ViewBehind
from api.wiring import Wiring
from domain.decider import Command
from domain.ids import RequestId
from domain.ledger import Receipt, Wish

POSITION_HEADER = "Castmates-Position"
AT_LEAST_HEADER = "Castmates-At-Least"
IDEMPOTENCY_HEADER = "Idempotency-Key"
ANONYMOUS = "anonymous"


class Desk:
    """Handles commands of one request in the name of whoever sent it."""

    def __init__(self, wiring: Wiring, correlation: str, actor: str, request_id: RequestId | None) -> None:
        self._wiring = wiring
        self._correlation = correlation
        self._actor = actor
        self._request_id = request_id

    async def handle(self, command: Command) -> Receipt:
        """The receipt of a command; a repeat with the same idempotency key gives the first one again."""
        wish = Wish(self._actor, self._correlation, self._correlation, self._request_id)
        return await self._wiring.ledger.handle(command, wish)

    async def handle_once(self, command: Command) -> Receipt:
        """The same for commands that carry a fresh secret, which no repeat could give again."""
        wish = Wish(self._actor, self._correlation, self._correlation)
        return await self._wiring.ledger.handle(command, wish)


class Reader:
    """Reads views at the position that the caller insists on, or a newer one."""

    def __init__(self, wiring: Wiring, at_least: int) -> None:
        self._wiring = wiring
        self._at_least = at_least
        self.position: int | None = None

    def of(self, view: View) -> sqlite3.Connection:
        """A connection to a view's rows. Raises ViewBehind."""
        connection, position = self._wiring.views.read(view)
        if position < self._at_least:
            raise ViewBehind
        self.position = position if self.position is None else min(self.position, position)
        return connection


def answer(content: Any, position: int | None, status: int = 200) -> Response[Any]:
    """An answer that says its position."""
    headers = {} if position is None else {POSITION_HEADER: str(position)}
    return Response(content, status_code=status, headers=headers)


def provide_wiring(request: Request[Any, Any, Any]) -> Wiring:
    """The app's parts."""
    return request.app.state.wiring


def provide_principal(request: Request[Any, Any, Any], wiring: Wiring) -> Principal:
    """Who asks. Raises Unauthenticated."""
    return wiring.gate.principal(request.headers.get("authorization"))


def provide_reader(request: Request[Any, Any, Any], wiring: Wiring) -> Reader:
    """Views for this request."""
    at_least = request.headers.get(AT_LEAST_HEADER, "0")
    return Reader(wiring, int(at_least) if at_least.isdecimal() else 0)


async def provide_desk(request: Request[Any, Any, Any], wiring: Wiring, principal: Principal) -> Desk:
    """Commands in the name of the member who asks."""
    return Desk(wiring, request.state.request_id, principal.person_id, await _request_id(request, principal))


def provide_front_desk(request: Request[Any, Any, Any], wiring: Wiring) -> Desk:
    """Commands of somebody who is not a member yet."""
    return Desk(wiring, request.state.request_id, ANONYMOUS, None)


async def _request_id(request: Request[Any, Any, Any], principal: Principal) -> RequestId | None:
    """The tag of an idempotent request: bound to the person, the address and the body."""
    key = request.headers.get(IDEMPOTENCY_HEADER)
    if key is None:
        return None
    parts = (principal.person_id, request.method, request.url.path, key)
    digest = hashlib.sha256("\0".join(parts).encode() + b"\0" + await request.body())
    return RequestId(f"request-{digest.hexdigest()[:40]}")


DEPENDENCIES = {
    "wiring": Provide(provide_wiring, sync_to_thread=False),
    "principal": Provide(provide_principal, sync_to_thread=False),
    "reader": Provide(provide_reader, sync_to_thread=False),
    "desk": Provide(provide_desk),
    "front_desk": Provide(provide_front_desk, sync_to_thread=False),
}
