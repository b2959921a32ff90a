"""Follows the log once for all who are there, and hands each the news that concern them."""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from api.live.line import RELOAD, Line
from api.live.loop_wake import LoopWake
from api.live.news import NEWS_EVENTS, Told, merged, news_of, notice_news
from api.position_watch import PositionWatch
from api.reader import Reader
from domain.events import AccessRevoked, PersonErased
from domain.ids import AccessId, PersonId
from domain.ledger import Ledger
from domain.recorded import Recorded
from projections.view_file import ViewReader, position_of

STREAMS_PER_PERSON_MAX = 8
MISSED_POSITIONS_MAX = 5_000
VIEWS_S_MAX = 0.5
RETRY_S = 1.0
FOLLOWED = (*NEWS_EVENTS, AccessRevoked)

logger = logging.getLogger("castmates.live")


class Log(Protocol):
    """What wakes the switchboard."""

    def listen(self, event: threading.Event) -> None:
        """Set `event` now and after every commit."""

    def unlisten(self, event: threading.Event) -> None:
        """Leave `event` alone from now on."""


class Lately(NamedTuple):
    """What happened between two positions: news, and whose streams end, all of theirs where no access is named."""

    told: list[Told]
    ended: list[tuple[PersonId, AccessId | None]]


class Switchboard:
    """Belongs to one event loop; `follow` runs on it for as long as the server does."""

    def __init__(self, log: Log, ledger: Ledger, views: ViewReader, watch: PositionWatch) -> None:
        self._log = log
        self._ledger = ledger
        self._views = views
        self._watch = watch
        self._position = 0
        self._is_closed = False
        self._lines: defaultdict[PersonId, list[Line]] = defaultdict(list)

    async def follow(self) -> None:
        """Tells what is committed, whichever process did it; after trouble it goes on where it was."""
        self._position = self._ledger.head()
        wake = LoopWake()
        self._log.listen(wake)
        try:
            while True:
                await wake.next()
                try:
                    await self._tell_on()
                except Exception as error:
                    # The class alone: a message could carry somebody's words.
                    logger.error("news could not be told: %s", type(error).__name__)
                    await asyncio.sleep(RETRY_S)
                    wake.set()
        finally:
            self._log.unlisten(wake)
            self.close()

    def close(self) -> None:
        """Ends all streams, and those that are opened after."""
        self._is_closed = True
        for person_id in self._lines:
            self._end(person_id, None)

    @contextmanager
    def line(self, person_id: PersonId, access_id: AccessId) -> Iterator[Line]:
        """An open stream; of too many of one member the oldest ends."""
        line = Line(person_id, access_id)
        mine = self._lines[person_id]
        mine.append(line)
        if len(mine) > STREAMS_PER_PERSON_MAX:
            mine.pop(0).end()
        if self._is_closed:
            line.end()
        try:
            yield line
        finally:
            if line in mine:
                mine.remove(line)
            if not mine and self._lines.get(person_id) is mine:
                del self._lines[person_id]

    def position(self) -> int:
        """How far everybody was told."""
        return self._position

    def missed(self, person_id: PersonId, after: int, upto: int) -> list[Told]:
        """What a member was not told between two positions; where that is long ago, that they should reload."""
        if upto - after > MISSED_POSITIONS_MAX:
            return [Told(upto, RELOAD)]
        told = self._lately((person_id,), after, upto).told
        return merged([each for each in told if each.news.concerns(person_id)])

    async def _tell_on(self) -> None:
        upto = self._ledger.head()
        if upto <= self._position:
            return
        if self._lines:
            # Whoever reads because of the news should find it; but a clip that is gone is told in any case.
            await self._views_reach(upto)
            lately = await asyncio.to_thread(self._lately, tuple(self._lines), self._position, upto)
            for told in merged(lately.told):
                self._deliver(told)
            for person_id, access_id in lately.ended:
                self._end(person_id, access_id)
        self._position = upto

    async def _views_reach(self, position: int) -> None:
        try:
            async with asyncio.timeout(VIEWS_S_MAX):
                await self._watch.reached(position)
        except TimeoutError:
            return

    def _lately(self, person_ids: Collection[PersonId], after: int, upto: int) -> Lately:
        lately = Lately([], [])
        with self._views.snapshot() as views:
            reader = Reader(views, position_of(views))
            for recorded in self._ledger.scan(FOLLOWED, after):
                if recorded.position <= upto:
                    lately.told.extend(
                        Told(recorded.position, news) for news in news_of(recorded.event, reader)
                    )
                    lately.ended.extend(_ended_by(recorded))
            lately.told.extend(notice_news(reader, person_ids, after, upto))
        lately.told.sort(key=lambda told: told.position)
        return lately

    def _deliver(self, told: Told) -> None:
        audience = self._lines if told.news.audience is None else told.news.audience & self._lines.keys()
        for person_id in audience:
            for line in self._lines[person_id]:
                line.tell(told)

    def _end(self, person_id: PersonId, access_id: AccessId | None) -> None:
        for line in self._lines.get(person_id, ()):
            if access_id in (None, line.access_id):
                line.end()


def _ended_by(recorded: Recorded) -> Iterator[tuple[PersonId, AccessId | None]]:
    match recorded.event:
        case AccessRevoked(person_id=person_id, access_id=access_id):
            yield person_id, access_id
        case PersonErased(person_id=person_id):
            yield person_id, None
