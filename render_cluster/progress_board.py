"""Where each job's newest progress hangs for those who watch; it may forget, for the log does not need it."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator

import msgspec

from render_cluster.job import Preview, Progress, Stage

JOBS_MAX = 10_000
PREVIEWS_MAX = 64  # of some 20 kB each; no more jobs than workers are drawn at once


class Numbered(msgspec.Struct, frozen=True):
    """Progress with its place in the board's order, by which a watcher resumes."""

    number: int
    progress: Progress


class _Notice:
    """One job's newest progress in each stage, oldest first; `changed` is replaced whenever it is set."""

    __slots__ = ("changed", "ended", "stages")

    def __init__(self) -> None:
        self.stages: dict[Stage, Numbered] = {}
        self.ended = False
        self.changed = asyncio.Event()

    def announce(self) -> None:
        changed, self.changed = self.changed, asyncio.Event()
        changed.set()


class ProgressBoard:
    """Holds one notice a job, the least recently touched forgotten first; belongs to one event loop.

    A slow watcher costs no memory: within a stage it skips what was overtaken, and hears of each stage. Of what a
    job draws, the newest picture is held as long as it is drawn, in memory and nowhere else.
    """

    def __init__(self, jobs_max: int = JOBS_MAX) -> None:
        self._jobs_max = jobs_max
        self._notices: OrderedDict[str, _Notice] = OrderedDict()
        self._previews: OrderedDict[str, Preview] = OrderedDict()
        self._number = 0
        self.is_closed = False

    def post(self, job_id: str, progress: Progress) -> None:
        """Puts up a job's newest progress; nothing comes after its end."""
        notice = self._notice(job_id)
        if notice.ended:
            return
        self._number += 1
        if progress.stage == "queued":  # from the start, for the first time or after a lost attempt
            notice.stages.clear()
            self._previews.pop(job_id, None)
        notice.stages.pop(progress.stage, None)  # the newest stands last
        notice.stages[progress.stage] = Numbered(self._number, progress)
        notice.announce()

    def show(self, job_id: str, preview: Preview) -> None:
        """Puts up what a job draws; the next progress tells its watchers. Nothing comes after its end."""
        if self._notice(job_id).ended:
            return
        self._previews[job_id] = preview
        self._previews.move_to_end(job_id)
        if len(self._previews) > PREVIEWS_MAX:
            self._previews.popitem(last=False)

    def end(self, job_id: str) -> None:
        """Says that nothing more will come of a job: its watchers get the newest and are let go."""
        notice = self._notice(job_id)
        notice.ended = True
        self._previews.pop(job_id, None)
        notice.announce()

    def close(self) -> None:
        """Lets every watcher go, since the server winds up; nobody new is taken."""
        self.is_closed = True
        for notice in self._notices.values():
            notice.announce()

    def __contains__(self, job_id: str) -> bool:
        """Whether somebody posted or follows the job."""
        return job_id in self._notices

    def newest(self, job_id: str) -> Numbered | None:
        """A job's newest progress, if the board knows any."""
        notice = self._notices.get(job_id)
        return next(reversed(notice.stages.values()), None) if notice else None

    def preview(self, job_id: str) -> Preview | None:
        """What a job draws, if something was put up and it did not end."""
        return self._previews.get(job_id)

    async def follow(self, job_id: str, after: int = 0) -> AsyncIterator[Numbered]:
        """A job's progress past number `after`, until it ends; ask the log first whether it already has.

        A number that this board never gave, as from before a restart, counts as 0.
        """
        notice = self._notice(job_id)
        seen = after if after <= self._number else 0
        while True:
            changed = notice.changed
            unseen = next((each for each in notice.stages.values() if each.number > seen), None)
            if unseen is not None:
                seen = unseen.number
                yield unseen
                continue
            if notice.ended or self.is_closed:
                return
            await changed.wait()

    def _notice(self, job_id: str) -> _Notice:
        notice = self._notices.setdefault(job_id, _Notice())
        self._notices.move_to_end(job_id)
        if len(self._notices) > self._jobs_max:
            _, forgotten = self._notices.popitem(last=False)
            forgotten.ended = True
            forgotten.announce()
        return notice
