"""Every fact that can stand in the log.

A field whose type is an id is a tag. A field marked `Personal` is sealed under the key of the subject
that it names, and reads as None once that key is destroyed. Log names never change; a new shape is a new
version.
"""

from datetime import datetime
from typing import Annotated, ClassVar, Literal

import msgspec

from domain.ids import (
    AccessId,
    AllowanceId,
    CheckId,
    ClipId,
    CommentId,
    CountryId,
    HandleDigest,
    InviteId,
    JobId,
    PersonId,
    ReportId,
)

AgeBand = Literal["teen", "adult"]
ReportReason = Literal["unwanted_likeness", "harassment", "sexual", "violence", "spam", "other"]
WithdrawalCause = Literal["maker"]
FeltAnswer = Literal["good", "neutral", "bad"]


class Personal(msgspec.Struct, frozen=True):
    """Marks a field as sealed under the key of the person in field `subject`."""

    subject: str


class Event(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A past fact; `name` is what the log calls its type, version included."""

    name: ClassVar[str]


# --- accounts ---------------------------------------------------------------------------------


class CountryOpened(Event):
    """People in this country may join from now on."""

    name = "country.opened.v1"
    country_id: CountryId


class CountryClosed(Event):
    """People in this country may no longer join; those who have stay."""

    name = "country.closed.v1"
    country_id: CountryId


class PersonJoined(Event):
    """Somebody spent an invite and became a member."""

    name = "person.joined.v1"
    person_id: PersonId
    invite_id: InviteId
    handle_digest: HandleDigest
    country_id: CountryId
    age_band: AgeBand
    handle: Annotated[str | None, Personal("person_id")]
    birth_date: Annotated[str | None, Personal("person_id")]


class AccessIssued(Event):
    """A bearer token was handed out; only its digest is known here."""

    name = "access.issued.v1"
    access_id: AccessId
    person_id: PersonId
    secret_digest: str


class AccessRevoked(Event):
    """A bearer token stopped being good."""

    name = "access.revoked.v1"
    access_id: AccessId
    person_id: PersonId


# --- invites ----------------------------------------------------------------------------------


class InviteIssued(Event):
    """An invite came into being; without an issuer it is the founder's."""

    name = "invite.issued.v1"
    invite_id: InviteId
    issuer_id: PersonId | None = None


class InviteVoided(Event):
    """An unspent invite was taken back."""

    name = "invite.voided.v1"
    invite_id: InviteId
    issuer_id: PersonId | None = None


# --- social -----------------------------------------------------------------------------------


class PersonFollowed(Event):
    """One person began to follow another."""

    name = "person.followed.v1"
    follower_id: PersonId
    followed_id: PersonId


class PersonUnfollowed(Event):
    """One person ceased to follow another."""

    name = "person.unfollowed.v1"
    follower_id: PersonId
    followed_id: PersonId


class PersonBlocked(Event):
    """One person shut another out, in both directions."""

    name = "person.blocked.v1"
    blocker_id: PersonId
    blocked_id: PersonId


class PersonUnblocked(Event):
    """A block was lifted."""

    name = "person.unblocked.v1"
    blocker_id: PersonId
    blocked_id: PersonId


class ClipLiked(Event):
    """A person liked a clip."""

    name = "clip.liked.v1"
    clip_id: ClipId
    person_id: PersonId


class ClipUnliked(Event):
    """A person took a like back."""

    name = "clip.unliked.v1"
    clip_id: ClipId
    person_id: PersonId


class ClipCommented(Event):
    """A person wrote under a clip."""

    name = "clip.commented.v1"
    comment_id: CommentId
    clip_id: ClipId
    person_id: PersonId
    text: Annotated[str | None, Personal("person_id")]


class CommentRemoved(Event):
    """A comment was taken down by its writer or by the clip's maker."""

    name = "comment.removed.v1"
    comment_id: CommentId
    clip_id: ClipId
    remover_id: PersonId


class ClipReported(Event):
    """A person asked the reviewers to look at a clip."""

    name = "clip.reported.v1"
    report_id: ReportId
    clip_id: ClipId
    reporter_id: PersonId
    reason: ReportReason
    note: Annotated[str | None, Personal("reporter_id")] = None


# --- generations ------------------------------------------------------------------------------


class GenerationRequested(Event):
    """A person asked for a clip; a remix names the clip it was made after."""

    name = "generation.requested.v1"
    job_id: JobId
    clip_id: ClipId
    maker_id: PersonId
    allowance_id: AllowanceId
    duration_s: float
    width_px: int
    height_px: int
    style: str | None
    seed: int
    prompt: Annotated[str | None, Personal("maker_id")]
    storyboard: Annotated[str | None, Personal("maker_id")] = None
    remix_of: ClipId | None = None


class GenerationStarted(Event):
    """A worker took the job up; attempts count from 1."""

    name = "generation.started.v1"
    job_id: JobId
    clip_id: ClipId
    attempt: int
    backend: str


class ClipFile(msgspec.Struct, frozen=True):
    """One stored file of a clip, named by the SHA-256 of its bytes."""

    digest: str
    media_type: str
    size_bytes: int


class ClipFacts(msgspec.Struct, frozen=True):
    """What is known of the picture itself, free of what the maker typed."""

    subjects: tuple[str, ...]
    settings: tuple[str, ...]
    style: str
    duration_s: float
    width_px: int
    height_px: int
    fps: int
    approximated: bool


class GenerationCompleted(Event):
    """The clip exists as its maker's draft."""

    name = "generation.completed.v1"
    job_id: JobId
    clip_id: ClipId
    maker_id: PersonId
    video: ClipFile
    poster: ClipFile
    receipt: ClipFile
    facts: ClipFacts
    captions: ClipFile | None = None


class GenerationFailed(Event):
    """The job ended without a clip, through no choice of the maker's; the allowance is given back."""

    name = "generation.failed.v1"
    job_id: JobId
    clip_id: ClipId
    allowance_id: AllowanceId
    code: str


class GenerationCancelled(Event):
    """The maker called the job off; unstarted work gives the allowance back."""

    name = "generation.cancelled.v1"
    job_id: JobId
    clip_id: ClipId
    allowance_id: AllowanceId
    refunded: bool


class ClipPublished(Event):
    """The maker showed a draft to the community."""

    name = "clip.published.v1"
    clip_id: ClipId
    maker_id: PersonId
    caption: Annotated[str | None, Personal("maker_id")] = None
    remix_of: ClipId | None = None


class ClipWithdrawn(Event):
    """A clip or draft was taken down for good."""

    name = "clip.withdrawn.v1"
    clip_id: ClipId
    maker_id: PersonId
    cause: WithdrawalCause


# --- wellness ---------------------------------------------------------------------------------


class WellnessCheckDue(Event):
    """The rule says that it is time to ask; `because` names the part of it that did."""

    name = "wellness.due.v1"
    check_id: CheckId
    person_id: PersonId
    at: datetime
    because: Annotated[str | None, Personal("person_id")]


class WellnessCheckAsked(Event):
    """The question was put to the person."""

    name = "wellness.asked.v1"
    check_id: CheckId
    person_id: PersonId


class WellnessCheckAnswered(Event):
    """The person's own answer, sealed as theirs."""

    name = "wellness.answered.v1"
    check_id: CheckId
    person_id: PersonId
    at: datetime
    felt: Annotated[str | None, Personal("person_id")]
    note: Annotated[str | None, Personal("person_id")] = None


EVENT_TYPES: tuple[type[Event], ...] = (
    CountryOpened, CountryClosed, PersonJoined, AccessIssued, AccessRevoked,
    InviteIssued, InviteVoided,
    PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked,
    ClipLiked, ClipUnliked, ClipCommented, CommentRemoved, ClipReported,
    GenerationRequested, GenerationStarted, GenerationCompleted, GenerationFailed, GenerationCancelled,
    ClipPublished, ClipWithdrawn,
    WellnessCheckDue, WellnessCheckAsked, WellnessCheckAnswered,
)  # fmt: skip


class Meta(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who did it, in answer to what, and when: the same for every event of one append."""

    actor: str
    correlation: str
    causation: str
    recorded_at: datetime
