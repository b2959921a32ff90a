"""One open stream of a member: a bounded queue of what they are to be told."""

import asyncio
from collections.abc import AsyncIterator

from api.live.news import News, Told
from domain.ids import AccessId, PersonId

QUEUED_NEWS_MAX = 256
RELOAD = News("people", {}, None)


class Line:
    """Belongs to one event loop; whoever is too slow is told to reload in the place of what they missed."""

    def __init__(self, person_id: PersonId, access_id: AccessId) -> None:
        self.person_id, self.access_id = person_id, access_id
        self._queue: asyncio.Queue[Told | None] = asyncio.Queue(QUEUED_NEWS_MAX)
        self._has_ended = False

    def tell(self, told: Told) -> None:
        """Queues news for this member."""
        if self._has_ended:
            return
        if self._queue.full():
            self._clear()
            told = Told(told.position, RELOAD)
        self._queue.put_nowait(told)

    def end(self) -> None:
        """Ends the stream; what is queued is lost with it."""
        self._has_ended = True
        self._clear()
        self._queue.put_nowait(None)

    async def news(self) -> AsyncIterator[Told]:
        """What is told, until the line ends."""
        while (told := await self._queue.get()) is not None:
            yield told

    def _clear(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()
