"""People, clips and the events of their lives, for tests to begin from."""

from datetime import UTC, date, datetime, timedelta

from domain.events import (
    AgeBand,
    ClipFacts,
    ClipFile,
    ClipPublished,
    ClipWithdrawn,
    GenerationCompleted,
    GenerationRequested,
    GenerationStarted,
    InviteIssued,
    PersonJoined,
    WithdrawalCause,
)
from domain.ids import (
    AccessId,
    AnswerId,
    AppealId,
    CameoId,
    CheckId,
    ClipId,
    CommentId,
    EnrolmentId,
    ErasureId,
    GrantId,
    HandleDigest,
    InstructionId,
    InviteId,
    JobId,
    LinkId,
    PasskeyId,
    PersonId,
    RefusalId,
    ReportId,
    RevocationId,
    WaitingId,
    allowance_id,
    country_id,
)

ANA, BEN, CLEO = PersonId("person-ana"), PersonId("person-ben"), PersonId("person-cleo")
INSTRUCTION = InstructionId("instruction-1")
ANAS_INVITES = tuple(InviteId(f"invite-ana-{number}") for number in range(1, 5))
FOUNDERS_INVITE, BENS_INVITE = InviteId("invite-founder"), InviteId("invite-ben-1")
GERMANY = country_id("DE")
PHONE = AccessId("access-phone")
WAITING, PASSKEY = WaitingId("waiting-1"), PasskeyId("passkey-1")
CLIP, REMIX = ClipId("clip-first"), ClipId("clip-remix")
JOB, REMIX_JOB = JobId("job-first"), JobId("job-remix")
REFUSAL, APPEAL, ERASURE = RefusalId("refusal-1"), AppealId("appeal-1"), ErasureId("erasure-1")
CAMEO, GRANT, ENROLMENT = CameoId("cameo-ana"), GrantId("grant-ben"), EnrolmentId("enrolment-1")
REVOCATION, LINK = RevocationId("revocation-1"), LinkId("link-1")
ANSWER = AnswerId("answer-1")
COMMENT, REPORT, CHECK = CommentId("comment-1"), ReportId("report-1"), CheckId("check-1")

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
TOMORROW = NOON + timedelta(days=1)
ADULT_BIRTH = date(1990, 5, 17)

VIDEO = ClipFile("a" * 64, "video/mp4", 812_345)
POSTER = ClipFile("b" * 64, "image/jpeg", 23_456)
RECEIPT = ClipFile("c" * 64, "application/json", 3_210)
CAPTIONS = ClipFile("d" * 64, "text/vtt", 321)
CONSENT = ClipFile("e" * 64, "application/json", 2_101)
FACTS = ClipFacts(("basketball",), ("court",), "cinematic", 4.0, 640, 360, 24, False)


def invited(invite_id: InviteId = FOUNDERS_INVITE, issuer_id: PersonId | None = None) -> InviteIssued:
    """An invite came into being."""
    return InviteIssued(invite_id, issuer_id)


def joined(
    person_id: PersonId, invite_id: InviteId = FOUNDERS_INVITE, age_band: AgeBand = "adult"
) -> PersonJoined:
    """Somebody became a member; their handle is their name."""
    name = person_id.removeprefix("person-")
    return PersonJoined(
        person_id=person_id,
        invite_id=invite_id,
        handle_digest=HandleDigest(f"handle-{name}"),
        country_id=GERMANY,
        age_band=age_band,
        handle=name,
        birth_date=ADULT_BIRTH.isoformat(),
    )


def requested(
    job_id: JobId = JOB,
    clip_id: ClipId = CLIP,
    maker_id: PersonId = ANA,
    day: date = TODAY,
    remix_of: ClipId | None = None,
) -> GenerationRequested:
    """Somebody asked for a clip."""
    return GenerationRequested(
        job_id=job_id,
        clip_id=clip_id,
        maker_id=maker_id,
        allowance_id=allowance_id(maker_id, day),
        duration_s=4.0,
        width_px=640,
        height_px=360,
        style="cinematic",
        seed=7,
        prompt="a basketball bounces off the rim",
        remix_of=remix_of,
    )


def started(attempt: int = 1, job_id: JobId = JOB, clip_id: ClipId = CLIP) -> GenerationStarted:
    """A worker took a job up."""
    return GenerationStarted(job_id, clip_id, attempt, "physics")


def completed(job_id: JobId = JOB, clip_id: ClipId = CLIP, maker_id: PersonId = ANA) -> GenerationCompleted:
    """A clip exists as a draft."""
    return GenerationCompleted(job_id, clip_id, maker_id, VIDEO, POSTER, RECEIPT, FACTS, CAPTIONS)


def published(
    clip_id: ClipId = CLIP, maker_id: PersonId = ANA, remix_of: ClipId | None = None
) -> ClipPublished:
    """A draft was shown to the community."""
    return ClipPublished(clip_id, maker_id, None, remix_of)


def withdrawn(
    clip_id: ClipId = CLIP, maker_id: PersonId = ANA, cause: WithdrawalCause = "maker"
) -> ClipWithdrawn:
    """A clip was taken down."""
    return ClipWithdrawn(clip_id, maker_id, cause)
