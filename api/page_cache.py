"""Keeps finished feed pages for as long as nothing at all has happened since they were made.

Most looks at a feed come while the log stands still. Such a page is answered here, without routing, with a
check of what it depends on: the log's newest position, which moves with every fact (a revoked token, a block
and a withdrawal are such), and what its viewer has seen.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, NamedTuple

from api.wiring import Wiring
from domain.ids import PersonId

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

PATH = "/api/feed"
PAGES_MAX = 2_000
KEY_BYTES_MAX = 4_096

Key = tuple[bytes, bytes, bytes]
"""Authorization header, cookie header, query."""


class _Kept(NamedTuple):
    """A finished answer and what it holds for."""

    position: int
    person_id: PersonId
    seen_version: int
    start: Message
    body: Message


class PageCache:
    """An ASGI app around the app; anything but a plain GET of a feed page passes through."""

    def __init__(self, app: App, wiring: Wiring) -> None:
        self._app, self._wiring = app, wiring
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers from what is kept, or lets the app answer and keeps that."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
            return
        kept = self._kept.get(key)
        if kept is not None and self._holds(kept):
            await send(kept.start)
            await send(kept.body)
            return
        await self._app(scope, receive, self._keeping(key, scope, send))

    def _holds(self, kept: _Kept) -> bool:
        if kept.position != self._wiring.recorder.head():
            return False
        return kept.seen_version == self._wiring.seen_clips.version(kept.person_id)

    def _keeping(self, key: Key, scope: Scope, send: Send) -> Send:
        """Sends on, and keeps an answer of one piece that was made at the position where it says it was."""
        started: list[Message] = []

        async def keep(message: Message) -> None:
            await send(message)
            if message["type"] == "http.response.start":
                started.append(message)
            elif started and not message.get("more_body", False):
                self._keep(key, scope, started[0], message)

        return keep

    def _keep(self, key: Key, scope: Scope, start: Message, body: Message) -> None:
        principal = scope.get("state", {}).get("principal")
        if start["status"] != 200 or principal is None:
            return
        position = int(dict(start["headers"])[b"castmates-position"])
        if position != self._wiring.recorder.head():  # a page of an older slate, or the log has moved on
            return
        version = self._wiring.seen_clips.version(principal.person_id)
        self._kept[key] = _Kept(position, principal.person_id, version, start, body)
        self._kept.move_to_end(key)
        if len(self._kept) > PAGES_MAX:
            self._kept.popitem(last=False)


def _key(scope: Scope) -> Key | None:
    """Who asks for which page; None for what must not be answered here."""
    if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "GET":
        return None
    headers = dict(scope["headers"])
    # A cookie or header counts whole: what differs in anything else of it is merely another key.
    key = headers.get(b"authorization", b""), headers.get(b"cookie", b""), scope["query_string"]
    if b"castmates-at-least" in headers or sum(map(len, key)) > KEY_BYTES_MAX:
        return None
    return key
