"""Leaving for good: nothing of a person is accepted or shown any more, and the log says when all was gone."""

from typing import ClassVar

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import PersonUnknown
from domain.events import (
    CameoEnrolled,
    CameoErased,
    ClipWithdrawn,
    ErasureFinished,
    Event,
    GenerationCancelled,
    GuardianLinked,
    GuardianUnlinked,
    PersonErased,
    PersonJoined,
)
from domain.ids import CameoId, ErasureId, PersonId
from domain.limits import REACH_EVENTS_MAX
from domain.reach import WORK_EVENTS, Works, taken_down


class ErasureState(msgspec.Struct):
    """What a person has here, and how far their erasure has come; changed in place by its one fold."""

    person_id: PersonId
    works: Works
    joined: bool = False
    links: list[GuardianLinked] = []
    cameos: set[CameoId] = set()
    erased: PersonErased | None = None
    finished: bool = False
    clips_count: int = 0
    jobs_count: int = 0

    def evolve(self, event: Event) -> "ErasureState":
        """The state after one more event: itself. Works of others, who cast this person, are passed over."""
        if isinstance(event, WORK_EVENTS):
            self._take_work(event)
        match event:
            case PersonJoined():
                self.joined = True
            case GuardianLinked():
                self.links.append(event)
            case GuardianUnlinked(link_id=link_id):
                self.links = [each for each in self.links if each.link_id != link_id]
            case CameoEnrolled(cameo_id=cameo_id):
                self.cameos.add(cameo_id)
            case CameoErased(cameo_id=cameo_id):
                self.cameos.discard(cameo_id)
            case PersonErased():
                self.erased = event
            case ErasureFinished():
                self.finished = True
        return self

    def _take_work(self, event: Event) -> None:
        if event.maker_id != self.person_id:
            return
        self.works.take(event)
        if isinstance(event, ClipWithdrawn) and event.cause == "erased":
            self.clips_count += 1
        if isinstance(event, GenerationCancelled) and event.cause == "erased":
            self.jobs_count += 1

    def down(self, beside_count: int) -> list[Event]:
        """The next of the person's clips and jobs to go, as many as fit beside so many other events."""
        return [
            taken_down(each, "erased") for each in self.works.standing()[: REACH_EVENTS_MAX - beside_count]
        ]


class _ErasureCommand(Command, kw_only=True):
    """A wish about everything that one person has here."""

    opens_sealed: ClassVar[bool] = False

    erasure_id: ErasureId
    person_id: PersonId

    def boundary(self) -> Boundary:
        person = (PersonJoined, PersonErased, ErasureFinished, GuardianLinked, GuardianUnlinked)
        return (Clause((*person, CameoEnrolled, CameoErased, *WORK_EVENTS), (self.person_id,)),)

    def initial(self) -> ErasureState:
        return ErasureState(self.person_id, Works())


class ErasePerson(_ErasureCommand):
    """Leave: from here on nothing of this person is accepted, and what they made goes.

    Links to guardians and teens end with it, so that nothing holds by the word of somebody who is gone.
    """

    def decide(self, state: ErasureState) -> tuple[Event, ...]:
        if not state.joined:
            raise PersonUnknown
        if state.erased:
            return ()
        erased = PersonErased(erasure_id=self.erasure_id, person_id=self.person_id)
        unlinked = [
            GuardianUnlinked(
                link_id=link.link_id,
                teen_id=link.teen_id,
                guardian_id=link.guardian_id,
                ender_id=self.person_id,
            )
            for link in state.links
        ]
        return (erased, *unlinked, *state.down(1 + len(unlinked)))


class FinishErasure(_ErasureCommand, kw_only=True):
    """Take down the next of what is left of a person; then, once it is gone beside the log too, say so.

    `files_count` is how many files were removed there, None while they may still lie there. A cameo of
    theirs that stands holds up the end.
    """

    files_count: int | None = None

    def decide(self, state: ErasureState) -> tuple[Event, ...]:
        if state.erased is None or state.erased.erasure_id != self.erasure_id:
            raise PersonUnknown
        if state.finished:
            return ()
        down = state.down(0)
        if down or state.cameos or self.files_count is None:
            return tuple(down)
        return (
            ErasureFinished(
                erasure_id=self.erasure_id,
                person_id=self.person_id,
                clips_count=state.clips_count,
                jobs_count=state.jobs_count,
                files_count=self.files_count,
            ),
        )
