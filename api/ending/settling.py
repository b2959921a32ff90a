"""Waits until an end of consent is true everywhere, so that nothing is promised that a reader could disprove."""

import asyncio

from api.ending.aftermath import Aftermath
from api.ending.running_streams import RunningStreams
from api.position_watch import PositionWatch
from api.problems import ViewBehind
from domain.decider import Clause
from domain.events import ClipWithdrawn, ErasureFinished, PersonErased, RevocationReached
from domain.ledger import Ledger, Recorded
from domain.reach import Root
from recommender.index import ClipIndex

STREAMS_S_MAX = 2.0
VIEWS_S_MAX = 20.0


class Settling:
    """What a request that ends consent waits for before it is answered.

    Its methods raise ViewBehind where the pages do not follow: nothing is undone by that, and asking again
    waits again.
    """

    def __init__(
        self,
        ledger: Ledger,
        aftermath: Aftermath,
        index: ClipIndex,
        streams: RunningStreams,
        position_watch: PositionWatch,
    ) -> None:
        self._ledger = ledger
        self._aftermath = aftermath
        self._index = index
        self._streams = streams
        self._position_watch = position_watch

    async def revocation(self, root: Root) -> None:
        """Returns once all is down, no byte of it is sent, and pages and index have forgotten it."""
        await asyncio.to_thread(self._aftermath.finish, root)
        ended = self._ledger.read((Clause((ClipWithdrawn, RevocationReached), (root.revocation_id,)),))
        clip_ids = [each.event.clip_id for each in ended if isinstance(each.event, ClipWithdrawn)]
        self._index.bar(clip_ids)
        await self._streams.ended(clip_ids, STREAMS_S_MAX)
        await self._views_reach(ended[-1].position)

    async def erasure(self, erased: PersonErased) -> Recorded:
        """The same for a person who leaves; the fact that all is gone."""
        await asyncio.to_thread(self._aftermath.finish, erased)
        finished = self._ledger.read((Clause((ErasureFinished,), (erased.erasure_id,)),))[-1]
        withdrawn = self._ledger.read((Clause((ClipWithdrawn,), (erased.person_id,)),))
        await self._streams.ended((each.event.clip_id for each in withdrawn), STREAMS_S_MAX)
        await self._views_reach(finished.position)
        return finished

    async def _views_reach(self, position: int) -> None:
        try:
            async with asyncio.timeout(VIEWS_S_MAX):
                await self._position_watch.reached(position)
        except TimeoutError:
            raise ViewBehind from None
