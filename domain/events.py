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
    AnswerId,
    AppealId,
    CameoId,
    CheckId,
    ClipId,
    CommentId,
    CountryId,
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
)

AgeBand = Literal["teen", "adult"]
Client = Literal["native", "web"]
Role = Literal["reviewer", "auditor"]
ReportReason = Literal["unwanted_likeness", "harassment", "sexual", "violence", "spam", "other"]
WithdrawalCause = Literal["maker", "revoked", "subject", "erased", "moderated"]
CancelCause = Literal["maker", "revoked", "subject", "erased"]
FeltAnswer = Literal["good", "neutral", "bad"]
InstructionEnd = Literal["undone", "expired", "replaced"]


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


class WaitingBegun(Event):
    """Somebody wants to be told when a country opens; the contact is sealed under a key of its own."""

    name = "waiting.begun.v1"
    waiting_id: WaitingId
    country_id: CountryId
    secret_digest: str
    contact: Annotated[str | None, Personal("waiting_id")]


class WaitingEnded(Event):
    """They no longer want to, and the key of their contact goes."""

    name = "waiting.ended.v1"
    waiting_id: WaitingId
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
    client: Client = "native"


class AccessRevoked(Event):
    """A bearer token stopped being good."""

    name = "access.revoked.v1"
    access_id: AccessId
    person_id: PersonId


class RecoveryCodeSet(Event):
    """Somebody has a new recovery code, and none but this one; `digest` is slow and salted."""

    name = "recovery.set.v1"
    person_id: PersonId
    digest: Annotated[str | None, Personal("person_id")]


class AccountRecovered(Event):
    """Somebody came back by their recovery code, which is spent."""

    name = "recovery.used.v1"
    person_id: PersonId
    access_id: AccessId


class PasskeyAdded(Event):
    """A device's lock may sign its person in; what names the device is sealed, in base64url."""

    name = "passkey.added.v1"
    passkey_id: PasskeyId
    person_id: PersonId
    credential: Annotated[str | None, Personal("person_id")]
    public_key: Annotated[str | None, Personal("person_id")]


class PasskeyRemoved(Event):
    """It may not any more."""

    name = "passkey.removed.v1"
    passkey_id: PasskeyId
    person_id: PersonId


class RoleGiven(Event):
    """The operator made a member a reviewer or an auditor."""

    name = "role.given.v1"
    person_id: PersonId
    role: Role


class RoleTaken(Event):
    """The operator took a role back."""

    name = "role.taken.v1"
    person_id: PersonId
    role: Role


class PersonErased(Event):
    """A member left for good: nothing of theirs is accepted, shown or served from here on."""

    name = "person.erased.v1"
    erasure_id: ErasureId
    person_id: PersonId


class PersonCameOfAge(Event):
    """A teen turned eighteen: an adult from here on; a link to a guardian ends in the same append."""

    name = "person.matured.v1"
    person_id: PersonId


class ErasureFinished(Event):
    """What a member left behind is gone, and so is the key that sealed it; the counts say what was reached.

    They count the member's own clips and jobs. Clips of others with the member's cameo are counted by the
    `RevocationReached` of the cameo's erasure; their own comments, likes and follows fall silent, uncounted.
    """

    name = "erasure.finished.v1"
    erasure_id: ErasureId
    person_id: PersonId
    clips_count: int
    jobs_count: int
    files_count: int


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


class ReportDecided(Event):
    """A reviewer looked at a report: the clip was taken down for it, or the report dismissed."""

    name = "report.decided.v1"
    report_id: ReportId
    clip_id: ClipId
    reviewer_id: PersonId
    withdrawn: bool


class ClipWithheld(Event):
    """A reviewer keeps a clip from the people of a country, for its law; elsewhere it stands as before."""

    name = "clip.withheld.v1"
    clip_id: ClipId
    country_id: CountryId
    reviewer_id: PersonId


class ClipReleased(Event):
    """A clip may be seen in that country again."""

    name = "clip.released.v1"
    clip_id: ClipId
    country_id: CountryId
    reviewer_id: PersonId


# --- likeness -----------------------------------------------------------------------------------

Use = Literal["appear", "voice", "remix"]
Level = Literal["nobody", "approved", "mutuals", "everyone"]
Turn = Literal["left", "right", "up", "down"]


class EnrolmentOpened(Event):
    """A person was given a challenge to record: single use, and soon stale; `notice` is the text they saw."""

    name = "enrolment.opened.v1"
    enrolment_id: EnrolmentId
    person_id: PersonId
    digits: str
    turns: tuple[Turn, ...]
    expires_at: datetime
    notice: str


class EnrolmentSubmitted(Event):
    """The recording arrived, sealed beside the log until the verdict; the challenge is spent."""

    name = "enrolment.submitted.v1"
    enrolment_id: EnrolmentId
    person_id: PersonId


class EnrolmentRefused(Event):
    """The recording did not pass; `checks` are the codes of those that failed, or `reviewer`."""

    name = "enrolment.refused.v1"
    enrolment_id: EnrolmentId
    person_id: PersonId
    checks: tuple[str, ...]
    reviewer_id: PersonId | None = None


class EnrolmentHeld(Event):
    """The checks were unsure, or another account has this face: a reviewer decides."""

    name = "enrolment.held.v1"
    enrolment_id: EnrolmentId
    person_id: PersonId
    checks: tuple[str, ...]


class CameoEnrolled(Event):
    """A verified likeness came into being, castable by nobody but its owner until they say otherwise.

    The template is sealed under a key of the cameo's own, so that the cameo can be erased and its owner stay.
    """

    name = "cameo.enrolled.v1"
    cameo_id: CameoId
    owner_id: PersonId
    enrolment_id: EnrolmentId
    template: Annotated[str | None, Personal("cameo_id")]
    reviewer_id: PersonId | None = None


class Terms(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a level or a grant allows: which uses, until when, and how many clips each maker may make."""

    uses: tuple[Use, ...]
    expires_at: datetime | None = None
    clips_count_max: int | None = None


class CameoRuleSet(Event):
    """The owner said who may cast them without a grant of their own; `themes` is JSON of `consent.Themes`."""

    name = "cameo.ruled.v1"
    cameo_id: CameoId
    owner_id: PersonId
    level: Level
    terms: Terms
    themes: Annotated[str | None, Personal("owner_id")]


class CameoGranted(Event):
    """The owner let one person cast them; a teen's grant waits for the guardian's approval."""

    name = "cameo.granted.v1"
    grant_id: GrantId
    cameo_id: CameoId
    owner_id: PersonId
    grantee_id: PersonId
    terms: Terms
    themes: Annotated[str | None, Personal("owner_id")]


class GrantApproved(Event):
    """The guardian of a teen agreed to a grant; it holds as long as that link stands."""

    name = "grant.approved.v1"
    grant_id: GrantId
    cameo_id: CameoId
    link_id: LinkId
    guardian_id: PersonId


class ConsentRevoked(Event):
    """A grant ended, or without one all consent to a cameo: everything made by it is to be taken down."""

    name = "consent.revoked.v1"
    revocation_id: RevocationId
    cameo_id: CameoId
    owner_id: PersonId
    revoker_id: PersonId
    grant_id: GrantId | None = None


class CameoErased(Event):
    """The likeness is gone, its key with it; everything made with it is to be taken down, the owner's too."""

    name = "cameo.erased.v1"
    revocation_id: RevocationId
    cameo_id: CameoId
    owner_id: PersonId


class ClipDisowned(Event):
    """The person depicted had a clip of them taken down: it is to go, and what was made after it with them in it."""

    name = "clip.disowned.v1"
    revocation_id: RevocationId
    cameo_id: CameoId
    owner_id: PersonId
    revoker_id: PersonId
    clip_id: ClipId


class RevocationReached(Event):
    """Everything that a revocation, a disowned clip or an erased cameo was to take down is down."""

    name = "revocation.reached.v1"
    revocation_id: RevocationId
    cameo_id: CameoId
    clips_count: int
    jobs_count: int


# --- guardians ----------------------------------------------------------------------------------

Contact = Literal["everyone", "mutuals", "nobody"]


class Caps(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a guardian bounds: clips asked for and clips watched a day, who may write, and a personal feed.

    A day begins at midnight of the clock that the guardian says, which no client of the teen's can turn.
    """

    clips_made_max: int | None = None
    clips_watched_max: int | None = None
    contact: Contact = "everyone"
    personalised: bool = True
    utc_offset_min: int = 0


class GuardianAsked(Event):
    """One of the two asked the other to stand as a teen's guardian."""

    name = "guardian.asked.v1"
    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId
    asker_id: PersonId


class GuardianLinked(Event):
    """The other agreed."""

    name = "guardian.linked.v1"
    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId


class GuardianUnlinked(Event):
    """Either of the two ended it, or the teen came `of_age`; caps are gone, and a teen's approved grants lapse."""

    name = "guardian.unlinked.v1"
    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId
    ender_id: PersonId
    of_age: bool = False


class CapsSet(Event):
    """The guardian bounded what the teen may do in a day."""

    name = "caps.set.v1"
    link_id: LinkId
    teen_id: PersonId
    guardian_id: PersonId
    caps: Caps


# --- generations ------------------------------------------------------------------------------


class Casting(msgspec.Struct, frozen=True, omit_defaults=True):
    """One cameo in a clip: for which uses, under which grants (none: by the owner's rule, or their own wish).

    What a remix takes over from its source carries the source's grants too: it falls when they are revoked.
    `by_rule` says that these are all there are, and the remix itself rests on none.
    """

    cameo_id: CameoId
    owner_id: PersonId
    uses: tuple[Use, ...]
    grant_ids: tuple[GrantId, ...] = ()
    by_rule: bool = False


class GenerationRequested(Event):
    """A person asked for a clip; a remix names the clip it was made after.

    `cast_wishes` is JSON of `consent.CastWish`es, with what was read of each theme. `appeal_id` names the
    appeal that overturned a refusal of it: such a request draws on no allowance.
    """

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
    cameo_ids: tuple[CameoId, ...] = ()
    cast: tuple[Casting, ...] = ()
    cast_wishes: Annotated[str | None, Personal("maker_id")] = None
    appeal_id: AppealId | None = None


GateStage = Literal["accept", "start", "complete", "publish", "review"]


class GenerationRefused(Event):
    """The gate said no: at which stage, by which rule and on what evidence; `wish` is the request's own JSON.

    `caption` is what the clip was to be published under, if it had got so far. At the stage `review` it was
    `reviewer_id` who said no, by taking a published clip down.
    """

    name = "generation.refused.v1"
    refusal_id: RefusalId
    job_id: JobId
    clip_id: ClipId
    maker_id: PersonId
    allowance_id: AllowanceId
    stage: GateStage
    rule: str
    cameo_ids: tuple[CameoId, ...]
    evidence: Annotated[str | None, Personal("maker_id")]
    wish: Annotated[str | None, Personal("maker_id")]
    caption: Annotated[str | None, Personal("maker_id")] = None
    reviewer_id: PersonId | None = None


class RefusalAppealed(Event):
    """The maker asked a person to look at a refusal."""

    name = "refusal.appealed.v1"
    appeal_id: AppealId
    refusal_id: RefusalId
    maker_id: PersonId
    words: Annotated[str | None, Personal("maker_id")]


class AppealDecided(Event):
    """A reviewer upheld or overturned a refusal; what was refused is requested or published in the same append."""

    name = "appeal.decided.v1"
    appeal_id: AppealId
    refusal_id: RefusalId
    maker_id: PersonId
    reviewer_id: PersonId
    overturned: bool
    reason: Annotated[str | None, Personal("maker_id")]


class GenerationStarted(Event):
    """A worker took the job up; attempts count from 1."""

    name = "generation.started.v1"
    job_id: JobId
    clip_id: ClipId
    attempt: int
    backend: str
    cameo_ids: tuple[CameoId, ...] = ()


class ClipFile(msgspec.Struct, frozen=True):
    """One stored file of a clip, named by the SHA-256 of its bytes."""

    digest: str
    media_type: str
    size_bytes: int


class ClipFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of the picture and its sound, free of what the maker typed; None is what is not known."""

    subjects: tuple[str, ...]
    settings: tuple[str, ...]
    style: str
    duration_s: float
    width_px: int
    height_px: int
    fps: int
    approximated: bool
    actions: tuple[str, ...] = ()
    camera: tuple[str, ...] = ()
    atmosphere: tuple[str, ...] = ()
    music: bool | None = None


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
    cameo_ids: tuple[CameoId, ...] = ()
    consent: ClipFile | None = None


class GenerationFailed(Event):
    """The job ended without a clip, through no choice of the maker's; the allowance is given back."""

    name = "generation.failed.v1"
    job_id: JobId
    clip_id: ClipId
    allowance_id: AllowanceId
    code: str
    maker_id: PersonId | None = None
    cameo_ids: tuple[CameoId, ...] = ()


class GenerationCancelled(Event):
    """The job was called off; unstarted work, and what others called off, gives the allowance back."""

    name = "generation.cancelled.v1"
    job_id: JobId
    clip_id: ClipId
    allowance_id: AllowanceId
    refunded: bool
    maker_id: PersonId | None = None
    cause: CancelCause = "maker"
    cameo_ids: tuple[CameoId, ...] = ()
    revocation_id: RevocationId | None = None


class ClipPublished(Event):
    """The maker showed a draft to the community, or a reviewer put back what another had taken down."""

    name = "clip.published.v1"
    clip_id: ClipId
    maker_id: PersonId
    caption: Annotated[str | None, Personal("maker_id")] = None
    remix_of: ClipId | None = None
    cameo_ids: tuple[CameoId, ...] = ()
    cast: tuple[Casting, ...] = ()


class ClipWithdrawn(Event):
    """A clip or draft was taken down for good; what a reviewer took down may be published again on appeal."""

    name = "clip.withdrawn.v1"
    clip_id: ClipId
    maker_id: PersonId
    cause: WithdrawalCause
    cameo_ids: tuple[CameoId, ...] = ()
    revocation_id: RevocationId | None = None


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


class PauseTaken(Event):
    """Somebody wants no feed until then."""

    name = "pause.taken.v1"
    person_id: PersonId
    at: datetime
    until: datetime


class PauseEnded(Event):
    """They want it again after all."""

    name = "pause.ended.v1"
    person_id: PersonId
    at: datetime


class WellnessRecordCleared(Event):
    """Somebody took their answers out of their record; those that have keys of their own lose them."""

    name = "wellness.cleared.v1"
    person_id: PersonId
    at: datetime


class WellnessCheckAnswered(Event):
    """The person's own answer, sealed under a key of its own, `answer_id`: it can be erased and they stay."""

    name = "wellness.answered.v2"
    check_id: CheckId
    person_id: PersonId
    answer_id: AnswerId
    at: datetime
    felt: Annotated[str | None, Personal("answer_id")]
    note: Annotated[str | None, Personal("answer_id")] = None


class WellnessCheckAnsweredV1(Event):
    """The person's own answer, as it was sealed at first: under their key, until they leave."""

    name = "wellness.answered.v1"
    check_id: CheckId
    person_id: PersonId
    at: datetime
    felt: Annotated[str | None, Personal("person_id")]
    note: Annotated[str | None, Personal("person_id")] = None


# --- the feed ---------------------------------------------------------------------------------


class InstructionGiven(Event):
    """Somebody said in their own words what their feed should be; `rules` is the reading they agreed to, in JSON.

    It holds until `until`, or until they undo it. With a `check_id` it is what follows from their answer to
    that wellness check.
    """

    name = "instruction.given.v1"
    instruction_id: InstructionId
    person_id: PersonId
    at: datetime
    text: Annotated[str | None, Personal("person_id")]
    rules: Annotated[str | None, Personal("person_id")]
    until: datetime | None = None
    check_id: CheckId | None = None


class InstructionEdited(Event):
    """Its rules or its end are others from here on; both stand here whole."""

    name = "instruction.edited.v1"
    instruction_id: InstructionId
    person_id: PersonId
    at: datetime
    rules: Annotated[str | None, Personal("person_id")]
    until: datetime | None = None


class InstructionEnded(Event):
    """Its rules hold no longer."""

    name = "instruction.ended.v1"
    instruction_id: InstructionId
    person_id: PersonId
    at: datetime
    because: InstructionEnd


class PersonalisationSet(Event):
    """Somebody chose whether their feed may build on whom they follow and what they saw."""

    name = "personalisation.set.v1"
    person_id: PersonId
    personalised: bool


EVENT_TYPES: tuple[type[Event], ...] = (
    CountryOpened, CountryClosed, WaitingBegun, WaitingEnded, PersonJoined, AccessIssued, AccessRevoked,
    RecoveryCodeSet, AccountRecovered, PasskeyAdded, PasskeyRemoved,
    RoleGiven, RoleTaken, PersonErased, PersonCameOfAge, ErasureFinished,
    InviteIssued, InviteVoided,
    PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked,
    ClipLiked, ClipUnliked, ClipCommented, CommentRemoved, ClipReported, ReportDecided,
    ClipWithheld, ClipReleased,
    EnrolmentOpened, EnrolmentSubmitted, EnrolmentRefused, EnrolmentHeld,
    CameoEnrolled, CameoRuleSet, CameoGranted, GrantApproved, ConsentRevoked, CameoErased,
    ClipDisowned, RevocationReached,
    GuardianAsked, GuardianLinked, GuardianUnlinked, CapsSet,
    GenerationRequested, GenerationRefused, RefusalAppealed, AppealDecided,
    GenerationStarted, GenerationCompleted, GenerationFailed, GenerationCancelled,
    ClipPublished, ClipWithdrawn,
    WellnessCheckDue, WellnessCheckAsked, WellnessCheckAnswered, WellnessCheckAnsweredV1,
    InstructionGiven, InstructionEdited, InstructionEnded, PersonalisationSet,
    PauseTaken, PauseEnded, WellnessRecordCleared,
)  # fmt: skip


class Meta(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who did it, in answer to what, and when: the same for every event of one append."""

    actor: str
    correlation: str
    causation: str
    recorded_at: datetime
