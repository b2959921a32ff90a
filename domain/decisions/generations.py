"""Asking for a clip within an allowance, and the making of it."""

from datetime import date, datetime
from typing import Literal

import msgspec

from domain.decider import Boundary, Clause, Command
from domain.errors import (
    AllowanceSpent,
    ClipSettingsInvalid,
    JobEnded,
    JobUnknown,
    PromptEmpty,
    PromptTooLong,
)
from domain.events import (
    ClipFacts,
    ClipFile,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
)
from domain.ids import AllowanceId, ClipId, JobId, PersonId, allowance_id
from domain.limits import (
    CLIP_DURATION_S_MAX,
    CLIP_DURATION_S_MIN,
    CLIP_SEED_MAX,
    CLIP_SIZES_PX,
    CLIP_STYLES,
    PROMPT_CHARS_MAX,
    STORYBOARD_BYTES_MAX,
)
from domain.text import tidy

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
    """How many clips a person asked for on one day, less those given back."""

    used_count: int = 0

    def evolve(self, event: Event) -> "AllowanceState":
        """The state after one more event."""
        match event:
            case GenerationRequested():
                return AllowanceState(self.used_count + 1)
            case GenerationFailed() | GenerationCancelled(refunded=True):
                return AllowanceState(self.used_count - 1)
        return self


class RequestGeneration(Command):
    """Ask for a clip within the day's allowance."""

    job_id: JobId
    clip_id: ClipId
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

    @property
    def allowance_id(self) -> AllowanceId:
        """The allowance that this request draws on."""
        return allowance_id(self.maker_id, self.day)

    @property
    def day(self) -> date:
        """The day (UTC) whose allowance counts."""
        return self.at.date()

    def boundary(self) -> Boundary:
        kinds = (GenerationRequested, GenerationFailed, GenerationCancelled)
        return (Clause(kinds, (self.allowance_id,)),)

    def initial(self) -> AllowanceState:
        return AllowanceState()

    def decide(self, state: AllowanceState) -> tuple[Event, ...]:
        self._check()
        if state.used_count >= self.allowance_per_day:
            raise AllowanceSpent
        return (self._requested(),)

    def _check(self) -> None:
        checked_prompt(self.prompt)
        long_enough = CLIP_DURATION_S_MIN <= self.duration_s <= CLIP_DURATION_S_MAX
        if not long_enough or (self.width_px, self.height_px) not in CLIP_SIZES_PX:
            raise ClipSettingsInvalid
        if self.style not in (None, *CLIP_STYLES) or not 0 <= self.seed <= CLIP_SEED_MAX:
            raise ClipSettingsInvalid
        if self.storyboard is not None and len(self.storyboard.encode()) > STORYBOARD_BYTES_MAX:
            raise ClipSettingsInvalid

    def _requested(self) -> GenerationRequested:
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
        )


class JobState(msgspec.Struct, frozen=True):
    """Where one job stands."""

    status: Literal["unknown", "queued", "started", "completed", "failed", "cancelled"] = "unknown"
    requested: GenerationRequested | None = None
    attempt: int = 0

    def evolve(self, event: Event) -> "JobState":
        """The state after one more event."""
        replace = msgspec.structs.replace
        match event:
            case GenerationRequested():
                return JobState("queued", event)
            case GenerationStarted(attempt=attempt):
                return replace(self, status="started", attempt=attempt)
            case GenerationCompleted():
                return replace(self, status="completed")
            case GenerationFailed():
                return replace(self, status="failed")
            case GenerationCancelled():
                return replace(self, status="cancelled")
        return self

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
        return JobState()

    def _open_job(self, state: JobState) -> GenerationRequested:
        if state.requested is None:
            raise JobUnknown
        if state.ended:
            raise JobEnded
        return state.requested


class StartGeneration(_JobCommand):
    """A worker takes the job up, for the first time or after an earlier attempt was lost."""

    backend: str

    def decide(self, state: JobState) -> tuple[Event, ...]:
        job = self._open_job(state)
        return (
            GenerationStarted(
                job_id=job.job_id, clip_id=job.clip_id, attempt=state.attempt + 1, backend=self.backend
            ),
        )


class CompleteGeneration(_JobCommand):
    """The files are stored; refused where the job was cancelled or another attempt completed it."""

    video: ClipFile
    poster: ClipFile
    receipt: ClipFile
    facts: ClipFacts
    captions: ClipFile | None = None

    def decide(self, state: JobState) -> tuple[Event, ...]:
        job = self._open_job(state)
        return (
            GenerationCompleted(
                job_id=job.job_id,
                clip_id=job.clip_id,
                maker_id=job.maker_id,
                video=self.video,
                poster=self.poster,
                receipt=self.receipt,
                facts=self.facts,
                captions=self.captions,
            ),
        )


class FailGeneration(_JobCommand):
    """The job cannot be done; `reason` is a stable code, never a message with content."""

    reason: str

    def decide(self, state: JobState) -> tuple[Event, ...]:
        job = self._open_job(state)
        return (
            GenerationFailed(
                job_id=job.job_id, clip_id=job.clip_id, allowance_id=job.allowance_id, code=self.reason
            ),
        )


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
            ),
        )
