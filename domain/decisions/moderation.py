"""A reviewer's word on a report: dismissed, or the clip is taken down, which its maker may appeal."""

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import OwnCase, ReportDecidedAlready, ReportUnknown
from domain.events import (
    ClipPublished,
    ClipReported,
    ClipWithdrawn,
    Event,
    GenerationRefused,
    GenerationRequested,
    ReportDecided,
)
from domain.gate import MODERATED, refusal
from domain.ids import ClipId, PersonId, RefusalId, ReportId
from domain.roles import Roles, role_boundary


class _ReportState(msgspec.Struct, frozen=True):
    clip_id: ClipId
    reviewer: Roles
    reported: ClipReported | None = None
    decided: bool = False
    requested: GenerationRequested | None = None
    published: ClipPublished | None = None
    withdrawn: bool = False

    def evolve(self, event: Event) -> "_ReportState":
        replace = msgspec.structs.replace
        match event:
            case ClipReported():
                return replace(self, reported=event)
            case ReportDecided():
                return replace(self, decided=True)
            case GenerationRequested(clip_id=self.clip_id):  # a remix of it carries its tag too
                return replace(self, requested=event)
            case ClipPublished(clip_id=self.clip_id):
                return replace(self, published=event, withdrawn=False)
            case ClipWithdrawn(clip_id=self.clip_id):
                return replace(self, withdrawn=True)
        return replace(self, reviewer=self.reviewer.evolve(event))


class DecideReport(Command):
    """Dismiss a report, or take the clip down for it; nobody decides on a report or clip of theirs, or of them.

    Beside the withdrawal stands a refusal at the stage `review`, which the maker may appeal like any other.
    """

    report_id: ReportId
    clip_id: ClipId
    reviewer_id: PersonId
    withdraw: bool
    refusal_id: RefusalId

    def boundary(self) -> Boundary:
        return (
            Clause((ClipReported, ReportDecided), (self.report_id, self.clip_id)),
            Clause((GenerationRequested, GenerationRefused, ClipPublished, ClipWithdrawn), (self.clip_id,)),
            *role_boundary(self.reviewer_id),
        )

    def initial(self) -> _ReportState:
        return _ReportState(self.clip_id, Roles(self.reviewer_id))

    def decide(self, state: _ReportState) -> tuple[Event, ...]:
        state.reviewer.demand("reviewer")
        if state.reported is None or state.requested is None or state.published is None:
            raise ReportUnknown
        depicted = (casting.owner_id for casting in state.published.cast)
        if self.reviewer_id in (state.reported.reporter_id, state.published.maker_id, *depicted):
            raise OwnCase
        if state.decided:
            raise ReportDecidedAlready
        decided = ReportDecided(
            report_id=self.report_id,
            clip_id=self.clip_id,
            reviewer_id=self.reviewer_id,
            withdrawn=self.withdraw,
        )
        if not self.withdraw or state.withdrawn:
            return (decided,)
        return (decided, *self._taken_down(state.requested, state.published, state.reported))

    def _taken_down(
        self, requested: GenerationRequested, published: ClipPublished, reported: ClipReported
    ) -> tuple[Event, ...]:
        withdrawn = ClipWithdrawn(
            clip_id=self.clip_id,
            maker_id=published.maker_id,
            cause=MODERATED,
            cameo_ids=published.cameo_ids,
        )
        refused = refusal(
            self.refusal_id,
            requested,
            "review",
            MODERATED,
            evidence=reported.reason,
            cameo_ids=requested.cameo_ids,
            caption=published.caption,
        )
        return (withdrawn, msgspec.structs.replace(refused, reviewer_id=self.reviewer_id))
