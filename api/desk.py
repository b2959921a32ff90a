"""What a route is given: who asks, the ledger to write on, and views no older than the caller insists."""

import hashlib
from collections.abc import Iterator
from typing import Any

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency, Provide
from litestar.handlers import BaseRouteHandler

from api.browser import Entrance, entrance, token_in
from api.principal import Principal
from api.problems import ViewBehind, request_id_of
from api.reader import Reader
from api.wire import POSITION_HEADER, position_in
from api.wiring import Wiring
from domain.decider import Command
from domain.ids import RequestId
from domain.ledger import Receipt, Wish
from projections.view_file import ViewReader, position_of

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


def answer(content: Any, position: int, status: int = 200) -> Response[Any]:
    """An answer that says its position."""
    return Response(content, status_code=status, headers={POSITION_HEADER: str(position)})


def provide_wiring(request: Request[Any, Any, Any]) -> Wiring:
    """The app's parts."""
    return request.app.state.wiring


def provide_principal(request: Request[Any, Any, Any], wiring: NamedDependency[Wiring]) -> Principal:
    """Who asks, by a bearer token or a browser's cookie. Raises Unauthenticated, CrossSite."""
    principal = wiring.gate.principal(token_in(request, wiring.settings.public_origin))
    request.state.principal = principal
    return principal


def provide_door(request: Request[Any, Any, Any], wiring: NamedDependency[Wiring]) -> Entrance:
    """By which kind of client somebody comes in or goes. Raises CrossSite."""
    return entrance(request, wiring.settings.public_origin)


def provide_reader(request: Request[Any, Any, Any], wiring: NamedDependency[Wiring]) -> Iterator[Reader]:
    """One snapshot of the views for this request. Raises ViewBehind."""
    yield from _snapshot(request, wiring.views)


def provide_audit_reader(
    request: Request[Any, Any, Any], wiring: NamedDependency[Wiring]
) -> Iterator[Reader]:
    """One snapshot of the audit trail for this request. Raises ViewBehind."""
    yield from _snapshot(request, wiring.audit_views)


def _snapshot(request: Request[Any, Any, Any], views: ViewReader) -> Iterator[Reader]:
    wanted = position_in(request.headers.get(AT_LEAST_HEADER))
    with views.snapshot() as connection:
        reader = Reader(connection, position_of(connection))
        if reader.position < wanted:
            raise ViewBehind
        yield reader


def provide_reviewer(wiring: NamedDependency[Wiring], principal: NamedDependency[Principal]) -> Principal:
    """Who asks, where they are a reviewer. Raises Unauthenticated, RoleMissing."""
    wiring.gate.roles(principal.person_id).demand("reviewer")
    return principal


def auditors_only(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Lets nobody but auditors through. Raises Unauthenticated, RoleMissing."""
    wiring: Wiring = connection.app.state.wiring
    principal = wiring.gate.principal(token_in(connection, wiring.settings.public_origin))
    wiring.gate.roles(principal.person_id).demand("auditor")


async def provide_desk(
    request: Request[Any, Any, Any],
    wiring: NamedDependency[Wiring],
    principal: NamedDependency[Principal],
) -> Desk:
    """Commands in the name of the member who asks."""
    return Desk(wiring, request_id_of(request), principal.person_id, await _request_id(request, principal))


def provide_front_desk(request: Request[Any, Any, Any], wiring: NamedDependency[Wiring]) -> Desk:
    """Commands of somebody who is not a member yet."""
    return Desk(wiring, request_id_of(request), ANONYMOUS, None)


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
    "reviewer": Provide(provide_reviewer, sync_to_thread=False),
    "reader": Provide(provide_reader),
    "audit_reader": Provide(provide_audit_reader),
    "desk": Provide(provide_desk),
    "door": Provide(provide_door, sync_to_thread=False),
    "front_desk": Provide(provide_front_desk, sync_to_thread=False),
}

Asker = NamedDependency[Principal]
"""The member who asks; a route without one is open to everybody."""

Reviewer = NamedDependency[Principal]
"""The member who asks, and is a reviewer."""

Parts = NamedDependency[Wiring]
"""The app's parts."""

Views = NamedDependency[Reader]
"""One snapshot of all views."""

Commands = NamedDependency[Desk]
"""Where this request's commands are handled."""

Door = NamedDependency[Entrance]
"""By which kind of client somebody comes in or goes."""
