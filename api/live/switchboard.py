"""Follows the log once for all who are there, and hands each the news that concern them."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from api.live.news import NEWS_EVENTS, News, news_of
from api.position_watch import PositionWatch
from domain.events import AccessRevoked, PersonErased
from domain.ids import AccessId, PersonId
from domain.ledger import Ledger
from domain.recorded import Recorded
from projections.view_file import ViewReader
from projections.views import social_graph

QUEUED_NEWS_MAX = 256
STREAMS_PER_PERSON_MAX = 8
MISSED_POSITIONS_MAX = 5_000
RELOAD = News("people", {}, None)
FOLLOWED = (*NEWS_EVENTS, AccessRevoked, PersonErased)


class Told(NamedTuple):
    """One piece of news with its place in the log."""

    position: int
    news: News


class Line:
    """One open stream of a member; whoever is too slow is told to reload in the place of what they missed."""

    def __init__(self, person_id: PersonId, access_id: AccessId) -> None:
        self.person_id, self.access_id = person_id, access_id
        self._queue: asyncio.Queue[Told | None] = asyncio.Queue(QUEUED_NEWS_MAX)

    def tell(self, told: Told) -> None:
        """Queues news for this member."""
        if self._queue.full():
            self._clear()
            told = Told(told.position, RELOAD)
        self._queue.put_nowait(told)

    def end(self) -> None:
        """Ends the stream; what is queued is lost with it."""
        self._clear()
        self._queue.put_nowait(None)

    async def news(self) -> AsyncIterator[Told]:
        """What is told, until the line ends."""
        while (told := await self._queue.get()) is not None:
            yield told

    def _clear(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()


class Switchboard:
    """Belongs to one event loop; `follow` runs on it for as long as the server does."""

    def __init__(self, ledger: Ledger, views: ViewReader, watch: PositionWatch) -> None:
        self._ledger = ledger
        self._views = views
        self._watch = watch
        self._position = 0
        self._lines: defaultdict[PersonId, list[Line]] = defaultdict(list)

    async def follow(self) -> None:
        """Tells what the views have just come to know, so that whoever then reads finds it."""
        self._position = self._watch.position()
        try:
            while True:
                await self._watch.reached(self._position + 1)
                upto = self._watch.position()
                for recorded in await asyncio.to_thread(self._between, self._position, upto):
                    self._deliver(recorded)
                self._position = upto
        finally:
            self.close()

    def close(self) -> None:
        """Ends all streams."""
        for lines in self._lines.values():
            for line in lines:
                line.end()

    @contextmanager
    def line(self, person_id: PersonId, access_id: AccessId) -> Iterator[Line]:
        """An open stream; of too many of one member the oldest ends."""
        line = Line(person_id, access_id)
        mine = self._lines[person_id]
        mine.append(line)
        if len(mine) > STREAMS_PER_PERSON_MAX:
            mine.pop(0).end()
        try:
            yield line
        finally:
            if line in mine:
                mine.remove(line)
            if not mine:
                self._lines.pop(person_id, None)

    def position(self) -> int:
        """How far everybody was told."""
        return self._position

    def missed(self, person_id: PersonId, after: int, upto: int) -> list[Told]:
        """What a member was not told between two positions; where that is long ago, that they should reload."""
        if upto - after > MISSED_POSITIONS_MAX:
            return [Told(upto, RELOAD)]
        return [
            Told(recorded.position, news)
            for recorded in self._between(after, upto)
            for news in news_of(recorded.event, self._followers)
            if news.concerns(person_id)
        ]

    def _between(self, after: int, upto: int) -> list[Recorded]:
        return [each for each in self._ledger.scan(FOLLOWED, after) if each.position <= upto]

    def _deliver(self, recorded: Recorded) -> None:
        match recorded.event:
            case AccessRevoked(person_id=person_id, access_id=access_id):
                self._end(person_id, access_id)
            case PersonErased(person_id=person_id):
                self._end(person_id, None)
        if not self._lines:
            return
        for news in news_of(recorded.event, self._followers):
            told = Told(recorded.position, news)
            audience = self._lines if news.audience is None else news.audience & self._lines.keys()
            for person_id in tuple(audience):
                for line in self._lines[person_id]:
                    line.tell(told)

    def _end(self, person_id: PersonId, access_id: AccessId | None) -> None:
        for line in self._lines.get(person_id, ()):
            if access_id in (None, line.access_id):
                line.end()

    def _followers(self, person_id: PersonId) -> frozenset[PersonId]:
        with self._views.snapshot() as views:
            return social_graph.followers(views, person_id)
