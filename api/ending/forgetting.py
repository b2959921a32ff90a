"""Everything that a person leaves beside the log, and how each part forgets it; all of it can be done again."""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from api.enrolling.enroller import cameo_id_of
from domain.decider import Boundary, Clause
from domain.events import (
    ClipFile,
    EnrolmentOpened,
    GenerationCancelled,
    GenerationCompleted,
    GenerationRequested,
    WellnessCheckAnswered,
    WellnessRecordCleared,
)
from domain.ids import AnswerId, CameoId, ClipId, PersonId
from domain.ledger import Ledger

# A worker that is called off may still be storing what it has; nothing is looked for before that is over.
JOB_SETTLES = timedelta(seconds=20)
ORPHAN_AGE = timedelta(seconds=10)


class Forgets(Protocol):
    """A part that keeps something by person."""

    def forget(self, person_id: PersonId) -> None:
        """Removes what is theirs, leaving no trace of it in any file."""


class Files(Protocol):
    """Where files lie under the names of their digests."""

    def delete(self, digest: str) -> None:
        """Removes a file; one that is not there is no error."""

    def older_than(self, at: datetime) -> Iterator[str]:
        """The digests of what was stored before a time."""


class Parts(NamedTuple):
    """What stands beside the log.

    `drop_sealed` is called with a person, a cameo or a wellness answer and removes keys and what they sealed;
    `renew_views` builds the views anew without what can no longer be read.
    """

    drop_sealed: tuple[Callable[[str], object], ...]
    files: tuple[Files, ...]
    by_person: tuple[Forgets, ...]
    clear_all: tuple[Callable[[], None], ...]
    forget_vectors: Callable[[Collection[ClipId]], None]
    renew_views: Callable[[], None]


class Forgetting:
    """Removes what people leave beside the log."""

    def __init__(
        self,
        ledger: Ledger,
        parts: Parts,
        clock: Callable[[], datetime],
        job_settles: timedelta = JOB_SETTLES,
        orphan_age: timedelta = ORPHAN_AGE,
    ) -> None:
        self._ledger = ledger
        self._parts = parts
        self._clock = clock
        self._job_settles = job_settles
        self._orphan_age = orphan_age

    def cameo(self, cameo_id: CameoId, stop: threading.Event) -> None:
        """Destroys a likeness with its key, and the files of the clips that showed it, which are all down.

        `stop` ends the waiting, here and for a person.
        """
        self._drop_sealed(cameo_id)
        made = self._made((Clause((GenerationCompleted,), (cameo_id,)),))
        self._remove_files(made)
        self._parts.forget_vectors(made)
        self._await_jobs(cameo_id, stop)
        self._remove_orphans()

    def record(self, person_id: PersonId) -> None:
        """Destroys the keys of the wellness answers that a person took out of their record."""
        waiting: list[AnswerId] = []
        kinds = (WellnessCheckAnswered, WellnessRecordCleared)
        for recorded in self._ledger.read((Clause(kinds, (person_id,)),), opened=False):
            if isinstance(recorded.event, WellnessCheckAnswered):
                waiting.append(recorded.event.answer_id)
                continue
            for answer_id in waiting:
                self._drop_sealed(answer_id)
            waiting.clear()

    def person(self, person_id: PersonId, stop: threading.Event) -> int:
        """Forgets a person whose clips and cameos are down; how many files of theirs are gone."""
        self._await_jobs(person_id, stop)
        self._drop_sealed(person_id)
        # A server may have died between keeping a likeness and the log's word of it.
        for opened in self._ledger.read((Clause((EnrolmentOpened,), (person_id,)),)):
            self._drop_sealed(cameo_id_of(opened.event.enrolment_id))
        for answered in self._ledger.read((Clause((WellnessCheckAnswered,), (person_id,)),), opened=False):
            self._drop_sealed(answered.event.answer_id)
        asked = self._ledger.read((Clause((GenerationRequested,), (person_id,)),), opened=False)
        self._parts.forget_vectors([each.event.clip_id for each in asked if each.event.maker_id == person_id])
        made = self._made((Clause((GenerationCompleted,), (person_id,)),), person_id)
        removed_count = self._remove_files(made)
        self._remove_orphans()
        for part in self._parts.by_person:
            part.forget(person_id)
        for clear in self._parts.clear_all:
            clear()
        self._parts.renew_views()
        return removed_count

    def _drop_sealed(self, subject: str) -> None:
        for drop in self._parts.drop_sealed:
            drop(subject)

    def _await_jobs(self, subject: PersonId | CameoId, stop: threading.Event) -> None:
        """Lets workers wind up that drew by or with the subject when an erasure called their jobs off."""
        ended = self._ledger.read((Clause((GenerationCancelled,), (subject,)),))
        called_off_at = (each.meta.recorded_at for each in ended if each.event.cause == "erased")
        last_at = max(called_off_at, default=None)
        if last_at is not None:
            stop.wait(max(0.0, (last_at + self._job_settles - self._clock()).total_seconds()))

    def _made(self, boundary: Boundary, maker_id: PersonId | None = None) -> dict[ClipId, frozenset[str]]:
        """The digests of the files of clips, of one maker or of all that the boundary holds."""
        events = (each.event for each in self._ledger.read(boundary))
        return {each.clip_id: digests(each) for each in events if maker_id in (None, each.maker_id)}

    def _remove_files(self, made: dict[ClipId, frozenset[str]]) -> int:
        """Deletes the clips' files that no other clip names; how many those are."""
        wanted = frozenset().union(*made.values())
        if not wanted:
            return 0
        own = wanted - self._named_by_others(made.keys())
        for store in self._parts.files:
            for digest in own:
                store.delete(digest)
        return len(own)

    def _named_by_others(self, clip_ids: Iterable[ClipId]) -> frozenset[str]:
        mine = set(clip_ids)
        done = (each.event for each in self._ledger.scan((GenerationCompleted,)))
        return frozenset(digest for each in done if each.clip_id not in mine for digest in digests(each))

    def _remove_orphans(self) -> None:
        """Deletes files that no clip names: left by jobs that were called off while they were being stored."""
        before = self._clock() - self._orphan_age
        for store in self._parts.files:
            old = list(store.older_than(before))
            named = self._named_by_others(())  # read after the look, so that none is missed
            for digest in old:
                if digest not in named:
                    store.delete(digest)


def digests(completed: GenerationCompleted) -> frozenset[str]:
    """The names of a clip's files."""
    files: tuple[ClipFile | None, ...] = (
        completed.video, completed.poster, completed.receipt, completed.captions, completed.consent,
    )  # fmt: skip
    return frozenset(file.digest for file in files if file is not None)
