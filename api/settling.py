"""Waits until an end of consent is true everywhere, so that nothing is promised that a reader could disprove."""

import asyncio

from api.problems import ViewBehind
from api.wiring import Wiring
from domain.decider import Clause
from domain.events import ClipWithdrawn, ErasureFinished, PersonErased, RevocationReached
from domain.ids import RevocationId
from domain.ledger import Recorded
from domain.reach import Root

STREAMS_S_MAX = 2.0
VIEWS_S_MAX = 20.0


async def settle(wiring: Wiring, root: Root) -> None:
    """Returns once all is down, no byte of it is sent, and pages and index have forgotten it.

    Raises ViewBehind where the pages do not follow: nothing is undone by that, and asking again waits again.
    """
    await asyncio.to_thread(wiring.aftermath.finish, root)
    ended = _ended(wiring, root.revocation_id)
    clip_ids = [each.event.clip_id for each in ended if isinstance(each.event, ClipWithdrawn)]
    wiring.index.bar(clip_ids)
    await wiring.streams.ended(clip_ids, STREAMS_S_MAX)
    await _views_reach(wiring, ended[-1].position)


async def settle_erasure(wiring: Wiring, erased: PersonErased) -> Recorded:
    """The same for a person who leaves; the fact that all is gone."""
    await asyncio.to_thread(wiring.aftermath.finish, erased)
    finished = wiring.ledger.read((Clause((ErasureFinished,), (erased.erasure_id,)),))[-1]
    withdrawn = wiring.ledger.read((Clause((ClipWithdrawn,), (erased.person_id,)),))
    await wiring.streams.ended((each.event.clip_id for each in withdrawn), STREAMS_S_MAX)
    await _views_reach(wiring, finished.position)
    return finished


def _ended(wiring: Wiring, revocation_id: RevocationId) -> list[Recorded]:
    return wiring.ledger.read((Clause((ClipWithdrawn, RevocationReached), (revocation_id,)),))


async def _views_reach(wiring: Wiring, position: int) -> None:
    try:
        async with asyncio.timeout(VIEWS_S_MAX):
            await wiring.position_watch.reached(position)
    except TimeoutError:
        raise ViewBehind from None
