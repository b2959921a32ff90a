"""Asking a person to look at a refusal, and a reviewer's word on it."""

from datetime import datetime

import msgspec

from domain.consent import CastWish, ThemeReading
from domain.decider import Boundary, Clause, Command, State
from domain.decisions.clips import PublishClip, RestoreClip
from domain.decisions.generations import RequestGeneration
from domain.decisions.remixes import RemixClip
from domain.errors import (
    AppealDecidedAlready,
    AppealUnknown,
    ConsentMissing,
    OwnCase,
    RefusalAppealedAlready,
    RefusalNotOverturnable,
    RefusalUnknown,
    TextEmpty,
    TextTooLong,
)
from domain.events import (
    AppealDecided,
    ClipReported,
    Event,
    GenerationRefused,
    GenerationRequested,
    PersonErased,
    RefusalAppealed,
)
from domain.gate import MODERATED, PERSON_NAMED, wishes_of
from domain.ids import AppealId, CameoId, ClipId, JobId, PersonId, RefusalId
from domain.limits import APPEAL_CHARS_MAX
from domain.roles import Roles, role_boundary
from domain.text import tidy

# Where words or a picture were misread. All else wants the consent of somebody, which no reviewer can give.
OVERTURNABLE = ("theme_barred", "theme_outside", "theme_unread", PERSON_NAMED, MODERATED)


class AppealState(msgspec.Struct, frozen=True):
    """One refusal and what became of it."""

    refusal_id: RefusalId
    refused: GenerationRefused | None = None
    appealed: RefusalAppealed | None = None
    decided: bool = False
    maker_erased: bool = False
    reporter_ids: frozenset[PersonId] = frozenset()

    def evolve(self, event: Event) -> "AppealState":
        """The state after one more event of any boundary."""
        replace = msgspec.structs.replace
        match event:
            case GenerationRefused(refusal_id=self.refusal_id):
                return replace(self, refused=event)
            case RefusalAppealed(refusal_id=self.refusal_id):
                return replace(self, appealed=event)
            case AppealDecided(refusal_id=self.refusal_id):
                return replace(self, decided=True)
            case ClipReported(reporter_id=reporter_id):
                return replace(self, reporter_ids=self.reporter_ids | {reporter_id})
            case PersonErased(person_id=person_id):
                erased = self.refused is not None and person_id == self.refused.maker_id
                return replace(self, maker_erased=self.maker_erased or erased)
        return self


class AppealRefusal(Command):
    """Ask a person to look at a refusal of one's own, once, and say why."""

    appeal_id: AppealId
    refusal_id: RefusalId
    maker_id: PersonId
    words: str

    def boundary(self) -> Boundary:
        return (Clause((GenerationRefused, RefusalAppealed), (self.refusal_id,)),)

    def initial(self) -> AppealState:
        return AppealState(self.refusal_id)

    def decide(self, state: AppealState) -> tuple[Event, ...]:
        if state.refused is None or state.refused.maker_id != self.maker_id:
            raise RefusalUnknown
        if state.appealed is not None:
            raise RefusalAppealedAlready
        return (
            RefusalAppealed(
                appeal_id=self.appeal_id,
                refusal_id=self.refusal_id,
                maker_id=self.maker_id,
                words=_text(self.words),
            ),
        )


class Reviewed(msgspec.Struct, frozen=True):
    """Whether a theme of somebody's terms is in the wish, as the reviewer reads it."""

    cameo_id: CameoId
    theme: str
    found: bool


class Again(msgspec.Struct, frozen=True):
    """What overturning needs beside the refusal itself: fresh ids, and the maker of the clip that was remixed."""

    job_id: JobId
    clip_id: ClipId
    source_maker_id: PersonId | None = None


class _DecideState(msgspec.Struct, frozen=True):
    appeal: AppealState
    reviewer: Roles
    wish: State | None

    def evolve(self, event: Event) -> "_DecideState":
        wish = None if self.wish is None else self.wish.evolve(event)
        return _DecideState(self.appeal.evolve(event), self.reviewer.evolve(event), wish)


class DecideAppeal(Command):
    """Uphold a refusal; a reviewer who has a part in the case does not decide on it."""

    appeal_id: AppealId
    refusal_id: RefusalId
    reviewer_id: PersonId
    maker_id: PersonId
    clip_id: ClipId
    reason: str

    def boundary(self) -> Boundary:
        kinds = (GenerationRefused, RefusalAppealed, AppealDecided)
        return (
            Clause(kinds, (self.refusal_id,)),
            Clause((ClipReported,), (self.clip_id,)),
            Clause((PersonErased,), (self.maker_id,)),
            *role_boundary(self.reviewer_id),
        )

    def initial(self) -> _DecideState:
        return _DecideState(AppealState(self.refusal_id), Roles(self.reviewer_id), None)

    def decide(self, state: _DecideState) -> tuple[Event, ...]:
        self._case(state)
        return (self._decided(overturned=False),)

    def _case(self, state: _DecideState) -> GenerationRequested:
        """What was refused. Raises what keeps the reviewer from deciding."""
        state.reviewer.demand("reviewer")
        appeal = state.appeal
        if appeal.appealed is None or appeal.appealed.appeal_id != self.appeal_id or appeal.maker_erased:
            raise AppealUnknown
        if appeal.refused is None or appeal.refused.maker_id != self.maker_id:
            raise AppealUnknown
        if appeal.refused.clip_id != self.clip_id:
            raise AppealUnknown
        wish = wish_of(appeal.refused)
        depicted = (casting.owner_id for casting in wish.cast)
        if self.reviewer_id in (self.maker_id, appeal.refused.reviewer_id, *appeal.reporter_ids, *depicted):
            raise OwnCase
        if appeal.decided:
            raise AppealDecidedAlready
        return wish

    def _decided(self, overturned: bool) -> AppealDecided:
        return AppealDecided(
            appeal_id=self.appeal_id,
            refusal_id=self.refusal_id,
            maker_id=self.maker_id,
            reviewer_id=self.reviewer_id,
            overturned=overturned,
            reason=_text(self.reason),
        )


class OverturnRefusal(DecideAppeal):
    """Overturn a refusal and do in the same append what was refused, drawing on no allowance.

    `refused` is looked up before, and held against the log. The themes are as the reviewer read them; all
    other consent is judged anew, as it stands now.
    """

    refused: GenerationRefused
    again: Again
    reviewed: tuple[Reviewed, ...]
    at: datetime

    def boundary(self) -> Boundary:
        return (*super().boundary(), *self._command().boundary())

    def initial(self) -> _DecideState:
        return msgspec.structs.replace(super().initial(), wish=self._command().initial())

    def decide(self, state: _DecideState) -> tuple[Event, ...]:
        self._case(state)
        if state.appeal.refused != self.refused:
            raise AppealUnknown
        if self.refused.rule not in OVERTURNABLE:
            raise RefusalNotOverturnable
        (followed,) = self._command().decide(state.wish)
        if isinstance(followed, GenerationRefused):
            raise ConsentMissing
        return (self._decided(overturned=True), followed)

    def _command(self) -> RequestGeneration | PublishClip:
        """What was refused, as a wish of now."""
        wish = wish_of(self.refused)
        has_caption = self.refused.caption is not None
        cast = tuple(_read_again(each, self.reviewed, has_caption) for each in wishes_of(wish))
        if self.refused.stage in ("publish", "review"):
            shown = PublishClip if self.refused.stage == "publish" else RestoreClip
            return shown(
                clip_id=wish.clip_id,
                maker_id=wish.maker_id,
                refusal_id=self.refusal_id,
                at=self.at,
                caption=self.refused.caption,
                cast=cast,
            )
        fields = {
            "job_id": self.again.job_id,
            "clip_id": self.again.clip_id,
            "refusal_id": self.refusal_id,
            "maker_id": wish.maker_id,
            "prompt": wish.prompt,
            "duration_s": wish.duration_s,
            "width_px": wish.width_px,
            "height_px": wish.height_px,
            "style": wish.style,
            "seed": wish.seed,
            "storyboard": wish.storyboard,
            "allowance_per_day": 0,
            "at": self.at,
            "cast": cast,
            "appeal_id": self.appeal_id,
        }
        if wish.remix_of is None:
            return RequestGeneration(**fields)
        return RemixClip(**fields, source_id=wish.remix_of, source_maker_id=self.again.source_maker_id)


def wish_of(refused: GenerationRefused) -> GenerationRequested:
    """The request that was refused. Raises AppealUnknown where its maker was erased."""
    if refused.wish is None:
        raise AppealUnknown
    return msgspec.json.decode(refused.wish, type=GenerationRequested)


def _read_again(wish: CastWish, reviewed: tuple[Reviewed, ...], has_caption: bool) -> CastWish:
    """The wish with the reviewer's readings, of prompt and caption both, in the place of the machine's."""
    own = tuple(
        ThemeReading(each.theme, each.found, "reviewer")
        for each in reviewed
        if each.cameo_id == wish.cameo_id
    )
    readings = {reading.theme: reading for reading in (*wish.readings, *own)}
    return msgspec.structs.replace(
        wish, readings=tuple(readings.values()), captioned=own if has_caption else None
    )


def _text(text: str) -> str:
    text = tidy(text)
    if not text:
        raise TextEmpty
    if len(text) > APPEAL_CHARS_MAX:
        raise TextTooLong
    return text
