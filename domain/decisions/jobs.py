"""The making of a clip that was asked for: a job starts, completes, fails or is called off."""

from datetime import datetime
from typing import Literal

import msgspec

from domain.consent import CastWish
from domain.decider import Boundary, Clause, Command
from domain.errors import JobEnded, JobUnknown
from domain.events import (
    ClipFacts,
    ClipFile,
    Event,
    GateStage,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
)
from domain.gate import Cast, Kept, cast_boundary, cast_of, judged, refusal
from domain.ids import JobId, PersonId, RefusalId

CONSENT_LAPSED = "consent_lapsed"

JOB_EVENTS = (
    GenerationRequested, GenerationStarted, GenerationCompleted, GenerationFailed, GenerationCancelled,
)  # fmt: skip


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
        denial, whose = found.denial, (found.cameo_id,)
        refused = refusal(self.refusal_id, job, stage, denial.rule, denial.evidence, whose)
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
