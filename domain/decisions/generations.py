"""Asking for a clip within an allowance, and the making of it."""

from datetime import date, datetime
from typing import Literal

import msgspec

from domain.caps import CapsState, caps_boundary
from domain.consent import CastWish
from domain.decider import Boundary, Clause, Command
from domain.errors import (
    AllowanceSpent,
    CastTooLarge,
    ClipSettingsInvalid,
    JobEnded,
    JobUnknown,
    MakeCapReached,
    PromptEmpty,
    PromptTooLong,
    RefusalsSpent,
)
from domain.events import (
    Casting,
    ClipFacts,
    ClipFile,
    Event,
    GateStage,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
    GenerationStarted,
)
from domain.gate import (
    CAST_COUNT_MAX,
    Cast,
    Docket,
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

PERSON_NAMED = "person_named"
CONSENT_LAPSED = "consent_lapsed"

JOB_EVENTS = (
    GenerationRequested, GenerationStarted, GenerationCompleted, GenerationFailed, GenerationCancelled,
)  # fmt: skip


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
            case GenerationRefused():
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

    @property
    def allowance_id(self) -> AllowanceId:
        """The allowance that this request draws on."""
        return allowance_id(self.maker_id, self.day)

    @property
    def day(self) -> date:
        """The day (UTC) whose allowance counts."""
        return self.at.date()

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
        wish = msgspec.json.encode(self._requested(tuple(uncast))).decode()
        docket = Docket(self.refusal_id, self.job_id, self.clip_id, self.maker_id, self.allowance_id)
        return (refusal(docket, "accept", rule, evidence, cameo_ids, wish),)


class JobState(msgspec.Struct, frozen=True):
    """Where one job stands, and the consent of its cast."""

    job_id: JobId
    cast: Cast
    status: Literal["unknown", "queued", "started", "completed", "failed", "cancelled"] = "unknown"
    requested: GenerationRequested | None = None
    attempt: int = 0

    def evolve(self, event: Event) -> "JobState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        state = replace(self, cast=self.cast.evolve(event))
        match event:  # other jobs of the maker come along where they use the same cameo
            case GenerationRequested(job_id=self.job_id):
                return replace(state, status="queued", requested=event)
            case GenerationStarted(job_id=self.job_id, attempt=attempt):
                return replace(state, status="started", attempt=attempt)
            case GenerationCompleted(job_id=self.job_id):
                return replace(state, status="completed")
            case GenerationFailed(job_id=self.job_id):
                return replace(state, status="failed")
            case GenerationCancelled(job_id=self.job_id):
                return replace(state, status="cancelled")
        return state

    @property
    def ended(self) -> bool:
        """Whether nothing more can come of the job."""
        return self.status in ("completed", "failed", "cancelled")


class _JobCommand(Command):
    """A wish about one job."""

    job_id: JobId

    def boundary(self) -> Boundary:
        return (Clause(JOB_EVENTS, (self.job_id,)),)

    def initial(self) -> JobState:
        return JobState(self.job_id, Cast(()))

    def _open_job(self, state: JobState) -> GenerationRequested:
        if state.requested is None:
            raise JobUnknown
        if state.ended:
            raise JobEnded
        return state.requested


class _GatedCommand(_JobCommand, kw_only=True):
    """A step of a job that the cast must still consent to; `cast` is what its request says, read before."""

    maker_id: PersonId
    refusal_id: RefusalId
    at: datetime
    cast: tuple[CastWish, ...] = ()

    def boundary(self) -> Boundary:
        return (*super().boundary(), *cast_boundary(self.cast, self.maker_id))

    def initial(self) -> JobState:
        return JobState(self.job_id, cast_of(self.cast, self.maker_id))

    def _lapsed(self, state: JobState, job: GenerationRequested, stage: GateStage) -> tuple[Event, ...]:
        """The end of a job whose cast consents no longer; nothing while it does."""
        if job.maker_id != self.maker_id or job.cameo_ids != tuple(wish.cameo_id for wish in self.cast):
            raise JobUnknown  # consent was asked of others than this job casts
        found = judged(state.cast, self.cast, self.at, self.job_id)
        if not isinstance(found, Kept):
            return ()
        docket = Docket(self.refusal_id, job.job_id, job.clip_id, job.maker_id, job.allowance_id)
        denial = found.denial
        wish = msgspec.json.encode(job).decode()
        refused = refusal(docket, stage, denial.rule, denial.evidence, (found.cameo_id,), wish)
        return (refused, _failed(job, CONSENT_LAPSED))


class StartGeneration(_GatedCommand, kw_only=True):
    """A worker takes the job up, for the first time or after an earlier attempt was lost."""

    backend: str

    def decide(self, state: JobState) -> tuple[Event, ...]:
        job = self._open_job(state)
        started = GenerationStarted(
            job_id=job.job_id,
            clip_id=job.clip_id,
            attempt=state.attempt + 1,
            backend=self.backend,
            cameo_ids=job.cameo_ids,
        )
        return self._lapsed(state, job, "start") or (started,)


class CompleteGeneration(_GatedCommand, kw_only=True):
    """The files are stored; refused where the job was cancelled or another attempt completed it."""

    video: ClipFile
    poster: ClipFile
    receipt: ClipFile
    facts: ClipFacts
    captions: ClipFile | None = None
    consent: ClipFile | None = None

    def decide(self, state: JobState) -> tuple[Event, ...]:
        job = self._open_job(state)
        completed = GenerationCompleted(
            job_id=job.job_id,
            clip_id=job.clip_id,
            maker_id=job.maker_id,
            video=self.video,
            poster=self.poster,
            receipt=self.receipt,
            facts=self.facts,
            captions=self.captions,
            cameo_ids=job.cameo_ids,
            consent=self.consent,
        )
        return self._lapsed(state, job, "complete") or (completed,)


class FailGeneration(_JobCommand):
    """The job cannot be done; `reason` is a stable code, never a message with content."""

    reason: str

    def decide(self, state: JobState) -> tuple[Event, ...]:
        return (_failed(self._open_job(state), self.reason),)


class CancelGeneration(_JobCommand):
    """The maker calls the job off."""

    maker_id: PersonId

    def decide(self, state: JobState) -> tuple[Event, ...]:
        if state.requested is None or state.requested.maker_id != self.maker_id:
            raise JobUnknown
        if state.status == "cancelled":
            return ()
        job = self._open_job(state)
        return (
            GenerationCancelled(
                job_id=job.job_id,
                clip_id=job.clip_id,
                allowance_id=job.allowance_id,
                refunded=state.status == "queued",
                maker_id=job.maker_id,
                cameo_ids=job.cameo_ids,
            ),
        )


def _failed(job: GenerationRequested, code: str) -> GenerationFailed:
    return GenerationFailed(
        job_id=job.job_id,
        clip_id=job.clip_id,
        allowance_id=job.allowance_id,
        code=code,
        maker_id=job.maker_id,
        cameo_ids=job.cameo_ids,
    )
