"""Asking for a clip, within an allowance and with the consent of its cast."""

from datetime import date, datetime

import msgspec

from domain.caps import CapsState, caps_boundary
from domain.consent import CastWish
from domain.days import day_of
from domain.decider import Boundary, Clause, Command
from domain.errors import (
    AllowanceSpent,
    CastTooLarge,
    ClipSettingsInvalid,
    MakeCapReached,
    PromptEmpty,
    PromptTooLong,
    RefusalsSpent,
)
from domain.events import (
    Casting,
    Event,
    GenerationCancelled,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
)
from domain.gate import (
    CAST_COUNT_MAX,
    PERSON_NAMED,
    Cast,
    Kept,
    cast_boundary,
    cast_of,
    encoded_wishes,
    judged,
    refusal,
)
from domain.ids import AllowanceId, AppealId, CameoId, ClipId, JobId, PersonId, RefusalId, allowance_id
from domain.limits import (
    CLIP_DURATION_S_MAX,
    CLIP_DURATION_S_MIN,
    CLIP_SEED_MAX,
    CLIP_SIZES_PX,
    CLIP_STYLES,
    PROMPT_CHARS_MAX,
    REFUSALS_PER_DAY_MAX,
    STORYBOARD_BYTES_MAX,
)
from domain.text import tidy


def checked_prompt(text: str) -> str:
    """The prompt in the form that is kept. Raises PromptEmpty, PromptTooLong."""
    prompt = tidy(text)
    if not prompt:
        raise PromptEmpty
    if len(prompt) > PROMPT_CHARS_MAX:
        raise PromptTooLong
    return prompt


class AllowanceState(msgspec.Struct, frozen=True):
    """How many clips a person asked for on one day, less those given back, and how many were refused."""

    used_by: frozenset[JobId] = frozenset()
    refused_count: int = 0

    def evolve(self, event: Event) -> "AllowanceState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case GenerationRequested(job_id=job_id, appeal_id=None):
                return replace(self, used_by=self.used_by | {job_id})
            case GenerationFailed(job_id=job_id) | GenerationCancelled(job_id=job_id, refunded=True):
                return replace(self, used_by=self.used_by - {job_id})
            case GenerationRefused(stage=stage) if stage != "review":  # nobody asked for that one
                return replace(self, refused_count=self.refused_count + 1)
        return self


class RequestState(msgspec.Struct, frozen=True):
    """What bears on a request: the day's allowance, a guardian's caps, the consent of the cast."""

    allowance_id: AllowanceId
    cast: Cast
    caps: CapsState
    allowance: AllowanceState = AllowanceState()

    def evolve(self, event: Event) -> "RequestState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        state = replace(self, cast=self.cast.evolve(event), caps=self.caps.evolve(event))
        match event:
            # Requests of other days come along where they used the same cameo.
            case GenerationRequested() | GenerationFailed() | GenerationCancelled() | GenerationRefused():
                if event.allowance_id == self.allowance_id:
                    return replace(state, allowance=self.allowance.evolve(event))
        return state


class RequestGeneration(Command, kw_only=True):
    """Ask for a clip within the day's allowance, with the consent of everybody in its cast.

    Where consent is missing, or `named` holds a real person's name, what follows is the fact of a refusal.
    What a reviewer asks for again, by `appeal_id`, draws on no allowance and no cap.
    """

    job_id: JobId
    clip_id: ClipId
    refusal_id: RefusalId
    maker_id: PersonId
    prompt: str
    duration_s: float
    width_px: int
    height_px: int
    style: str | None
    seed: int
    storyboard: str | None
    allowance_per_day: int
    at: datetime
    cast: tuple[CastWish, ...] = ()
    named: tuple[str, ...] = ()
    appeal_id: AppealId | None = None
    utc_offset_min: int = 0

    @property
    def allowance_id(self) -> AllowanceId:
        """The allowance that this request draws on."""
        return allowance_id(self.maker_id, self.day)

    @property
    def day(self) -> date:
        """The day whose allowance counts, in UTC or by the clock of whom a guardian bounds."""
        return day_of(self.at, self.utc_offset_min)

    def boundary(self) -> Boundary:
        kinds = (GenerationRequested, GenerationFailed, GenerationCancelled, GenerationRefused)
        return (
            Clause(kinds, (self.allowance_id,)),
            *caps_boundary(self.maker_id),
            *cast_boundary(self.cast, self.maker_id),
        )

    def initial(self) -> RequestState:
        return RequestState(self.allowance_id, cast_of(self.cast, self.maker_id), CapsState(self.maker_id))

    def decide(self, state: RequestState) -> tuple[Event, ...]:
        self._check()
        if self.appeal_id is None:
            self._check_allowance(state)
        castings = judged(state.cast, self.cast, self.at)
        if isinstance(castings, Kept):
            rule, evidence = castings.denial.rule, castings.denial.evidence
            return self._refused(state, rule, evidence, (castings.cameo_id,))
        if self.named:
            return self._refused(state, PERSON_NAMED, ", ".join(self.named), ())
        return (self._requested(castings),)

    def _check(self) -> None:
        checked_prompt(self.prompt)
        long_enough = CLIP_DURATION_S_MIN <= self.duration_s <= CLIP_DURATION_S_MAX
        if not long_enough or (self.width_px, self.height_px) not in CLIP_SIZES_PX:
            raise ClipSettingsInvalid
        if self.style not in (None, *CLIP_STYLES) or not 0 <= self.seed <= CLIP_SEED_MAX:
            raise ClipSettingsInvalid
        if self.storyboard is not None and len(self.storyboard.encode()) > STORYBOARD_BYTES_MAX:
            raise ClipSettingsInvalid
        if len(self.cast) > min(CAST_COUNT_MAX, len({wish.cameo_id for wish in self.cast})):
            raise CastTooLarge

    def _check_allowance(self, state: RequestState) -> None:
        used_count, cap = len(state.allowance.used_by), state.caps.caps.clips_made_max
        if used_count >= self.allowance_per_day:
            raise AllowanceSpent
        if cap is not None and used_count >= cap:
            raise MakeCapReached

    def _requested(self, castings: tuple[Casting, ...]) -> GenerationRequested:
        return GenerationRequested(
            job_id=self.job_id,
            clip_id=self.clip_id,
            maker_id=self.maker_id,
            allowance_id=self.allowance_id,
            duration_s=self.duration_s,
            width_px=self.width_px,
            height_px=self.height_px,
            style=self.style,
            seed=self.seed,
            prompt=checked_prompt(self.prompt),
            storyboard=self.storyboard,
            cameo_ids=tuple(casting.cameo_id for casting in castings),
            cast=castings,
            cast_wishes=encoded_wishes(self.cast),
            appeal_id=self.appeal_id,
        )

    def _refused(
        self, state: RequestState, rule: str, evidence: str, cameo_ids: tuple[CameoId, ...]
    ) -> tuple[Event, ...]:
        if self.appeal_id is None and state.allowance.refused_count >= REFUSALS_PER_DAY_MAX:
            raise RefusalsSpent
        uncast = (Casting(wish.cameo_id, wish.owner_id, wish.uses) for wish in self.cast)
        wished = self._requested(tuple(uncast))
        return (refusal(self.refusal_id, wished, "accept", rule, evidence, cameo_ids),)
