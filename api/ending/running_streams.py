"""The files that are being sent at this moment: a clip that is taken down is sent no further."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from domain.decider import Clause
from domain.events import ClipPublished, ClipWithdrawn
from domain.gate import MODERATED
from domain.ids import ClipId
from domain.ledger import Ledger

POLL_S = 0.005


def stands(ledger: Ledger, clip_id: ClipId) -> bool:
    """Whether a clip is not down, as the log has it now; no view is asked, for it may be behind."""
    return _down(ledger, clip_id) is None


def awaits_appeal(ledger: Ledger, clip_id: ClipId) -> bool:
    """Whether a clip is down by a reviewer's word alone, as the log has it now, so that an appeal can put it back."""
    down = _down(ledger, clip_id)
    return down is not None and down.cause == MODERATED


def _down(ledger: Ledger, clip_id: ClipId) -> ClipWithdrawn | None:
    """The withdrawal that holds."""
    if not ledger.read((Clause((ClipWithdrawn,), (clip_id,)),)):
        return None  # nearly always so, and found without reading of all its remixes
    told = ledger.read((Clause((ClipPublished, ClipWithdrawn), (clip_id,)),), opened=False)
    last = [each.event for each in told if each.event.clip_id == clip_id][-1]
    return last if isinstance(last, ClipWithdrawn) else None


class RunningStreams:
    """Asks the log again before each chunk, and knows which clips' chunks may be under way."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._running: Counter[ClipId] = Counter()

    def guarded(
        self, clip_id: ClipId, chunks: Iterator[bytes], may_go_on: Callable[[Ledger, ClipId], bool] = stands
    ) -> Iterator[bytes]:
        """The chunks for as long as the clip stands; whoever receives them then misses the rest."""
        self._count(clip_id, 1)
        try:
            checked_at = -1
            for chunk in chunks:
                head = self._ledger.head()  # cheap; only where the log moved on is more asked of it
                if head != checked_at and not may_go_on(self._ledger, clip_id):
                    return
                checked_at = head
                yield chunk
        finally:
            self._count(clip_id, -1)

    async def ended(self, clip_ids: Iterable[ClipId], wait_s: float) -> bool:
        """Returns once no chunk of clips that were taken down is under way; False where that takes longer.

        A reader who takes nothing for so long can hold on to the one chunk that they were offered before.
        """
        wanted = set(clip_ids)
        try:
            async with asyncio.timeout(wait_s):
                while self._any_running(wanted):
                    await asyncio.sleep(POLL_S)
        except TimeoutError:
            return False
        return True

    def _any_running(self, clip_ids: set[ClipId]) -> bool:
        with self._lock:
            return not clip_ids.isdisjoint(self._running)

    def _count(self, clip_id: ClipId, change: int) -> None:
        with self._lock:
            self._running[clip_id] += change
            if not self._running[clip_id]:
                del self._running[clip_id]
