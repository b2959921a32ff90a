"""The shapes of request bodies: what does not fit is refused before any rule is asked."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar.params import PathParameter, QueryParameter
from msgspec import Meta

from domain.consent import THEME_CHARS_MAX, THEMES_COUNT_MAX, Themes
from domain.events import Contact, FeltAnswer, Level, ReportReason, Terms, Use
from domain.gate import CAST_COUNT_MAX
from domain.ids import CameoId, ClipId, InviteId, PersonId
from domain.limits import (
    ANSWER_NOTE_CHARS_MAX,
    APPEAL_CHARS_MAX,
    CAP_CLIPS_MAX,
    CAPTION_CHARS_MAX,
    CLIP_DURATION_S,
    CLIP_DURATION_S_MAX,
    CLIP_DURATION_S_MIN,
    CLIP_SEED_MAX,
    COMMENT_CHARS_MAX,
    CONTACT_CHARS_MAX,
    HANDLE_CHARS_MAX,
    ID_CHARS_MAX,
    ID_PATTERN,
    INSTRUCTION_CHARS_MAX,
    PAUSE_MINUTES_MAX,
    PROMPT_CHARS_MAX,
    REPORT_NOTE_CHARS_MAX,
    RULES_PER_INSTRUCTION_MAX,
    UTC_OFFSET_LEAST_MIN,
    UTC_OFFSET_MOST_MIN,
)
from domain.store import POSITION_MAX
from recommender.rules import Rule
from render_cluster.storyboard import Storyboard, Style

POSITION_HEADER = "Castmates-Position"
SEEN_CLIPS_MAX = 100
PASSKEY_ID_CHARS_MAX = 1_400  # 1,023 bytes in base64url
TOKEN_CHARS_MAX = 200
CODE_CHARS_MAX = 64
THEMES_MAX = CAST_COUNT_MAX * THEMES_COUNT_MAX
POSITION_DIGITS = len(str(POSITION_MAX))
# No "$": that would let a line break follow.
COUNTRY_PATTERN = r"^[A-Za-z]{2}(?![\s\S])"
SIZE_PATTERN = r"^[0-9]{3,4}x[0-9]{3,4}(?![\s\S])"

IdInPath = Annotated[str, PathParameter(pattern=ID_PATTERN, max_length=ID_CHARS_MAX)]
"""An id as part of an address; what cannot be one is no address."""

PersonInPath = Annotated[
    str, PathParameter(pattern="^@?" + ID_PATTERN.removeprefix("^"), max_length=ID_CHARS_MAX)
]
"""A person's id, or their handle after an @."""

HandlePart = Annotated[str, QueryParameter(max_length=HANDLE_CHARS_MAX + 1)]
"""The beginning or a part of a handle, an @ before it or not."""

PositionInQuery = Annotated[int, QueryParameter(ge=0, le=POSITION_MAX)]
PositionInQueryOrNone = Annotated[int | None, QueryParameter(ge=0, le=POSITION_MAX)]
"""A position of the log."""

# A little longer than a prompt may be: the rule itself refuses, with a reason.
Prompt = Annotated[str, Meta(max_length=PROMPT_CHARS_MAX * 4)]
ClipSeconds = Annotated[float, Meta(ge=CLIP_DURATION_S_MIN, le=CLIP_DURATION_S_MAX)]
ClipSeed = Annotated[int, Meta(ge=0, le=CLIP_SEED_MAX)]
# A little longer than an ask may be: the rule itself refuses, with a reason.
InstructionText = Annotated[str, Meta(max_length=INSTRUCTION_CHARS_MAX * 4)]
Rules = Annotated[tuple[Rule, ...], Meta(max_length=RULES_PER_INSTRUCTION_MAX * 2)]
UtcOffset = Annotated[
    int,
    Meta(ge=UTC_OFFSET_LEAST_MIN, le=UTC_OFFSET_MOST_MIN, description="minutes that a clock is ahead of UTC"),
]
ShortClipId = Annotated[ClipId, Meta(pattern=ID_PATTERN, max_length=ID_CHARS_MAX)]


def position_in(header: str | None) -> int:
    """The position that a header names; 0 where it names none, the last possible where it names too much."""
    if header is None or not (header.isascii() and header.isdecimal()):
        return 0
    return int(header) if len(header) < POSITION_DIGITS else POSITION_MAX


CountryInPath = Annotated[str, PathParameter(pattern=COUNTRY_PATTERN)]
"""An ISO 3166-1 alpha-2 code as part of an address."""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A request body: unknown fields are refused, so that a misspelt wish is never half heard."""


class JoinBody(Body):
    """Join the community by an invite."""

    invite: Annotated[InviteId, Meta(pattern=ID_PATTERN, max_length=ID_CHARS_MAX)]
    # A little longer than a handle may be: the rule itself refuses, with a reason.
    handle: Annotated[str, Meta(max_length=4 * HANDLE_CHARS_MAX)]
    birth_date: date
    country: Annotated[str, Meta(pattern=COUNTRY_PATTERN, description="ISO 3166-1 alpha-2 code")]


class SessionBody(Body):
    """Sign a browser in by a token."""

    token: Annotated[str, Meta(max_length=TOKEN_CHARS_MAX)]


class PasskeyBody(msgspec.Struct, frozen=True):
    """What a browser made of a passkey's options, as WebAuthn's `toJSON` writes it; newer ones may add to it."""

    id: Annotated[str, Meta(max_length=PASSKEY_ID_CHARS_MAX)]
    rawId: Annotated[str, Meta(max_length=PASSKEY_ID_CHARS_MAX)]  # noqa: N815 - the standard's name
    type: Literal["public-key"]
    response: dict[str, Any]
    authenticatorAttachment: str | None = None  # noqa: N815
    clientExtensionResults: dict[str, Any] = {}  # noqa: N815


class WaitBody(Body):
    """Ask to be told when a country opens."""

    country: Annotated[str, Meta(pattern=COUNTRY_PATTERN, description="ISO 3166-1 alpha-2 code")]
    # A little longer than a contact may be: the rule itself refuses, with a reason.
    contact: Annotated[str, Meta(max_length=2 * CONTACT_CHARS_MAX)]


class WaitOverBody(Body):
    """Take a contact off the waiting list."""

    secret: Annotated[str, Meta(max_length=TOKEN_CHARS_MAX)]


class RecoveryBody(Body):
    """Come back without any device."""

    handle: Annotated[str, Meta(max_length=4 * HANDLE_CHARS_MAX)]
    recovery_code: Annotated[str, Meta(max_length=CODE_CHARS_MAX)]


class LeaveBody(Body):
    """Leave for good; one's own handle, typed once more, says that it is meant."""

    handle: Annotated[str, Meta(max_length=4 * HANDLE_CHARS_MAX)]


class ClipSettings(Body):
    """What a clip should be like, its words apart; what is left out is chosen well.

    Beside a storyboard, `style` and `seed` take the place of its own, and `seconds` must be its length.
    """

    seconds: ClipSeconds | None = None
    size: Annotated[str, Meta(pattern=SIZE_PATTERN, description="width x height")] = "640x360"
    style: Style | None = None
    seed: ClipSeed | None = None
    storyboard: Storyboard | None = None

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height."""
        width, height = self.size.split("x")
        return int(width), int(height)


class GenerationBody(ClipSettings, kw_only=True):
    """Ask for a clip by a prompt, a storyboard or both."""

    prompt: Prompt | None = None

    def __post_init__(self) -> None:
        if self.prompt is None and self.storyboard is None:
            raise ValueError("Object missing required field `prompt` or `storyboard`")


class StoryboardBody(Body):
    """Ask what a prompt would become."""

    prompt: Prompt
    seconds: ClipSeconds = CLIP_DURATION_S
    style: Style | None = None
    seed: ClipSeed | None = None


class PublishBody(Body):
    """Show a draft to the community."""

    caption: Annotated[str, Meta(max_length=CAPTION_CHARS_MAX)] | None = None


class CommentBody(Body):
    """Write under a clip."""

    text: Annotated[str, Meta(max_length=COMMENT_CHARS_MAX)]


class ReportBody(Body):
    """Ask the reviewers to look at a clip."""

    reason: ReportReason
    note: Annotated[str, Meta(max_length=REPORT_NOTE_CHARS_MAX)] | None = None


class TermsBody(Body):
    """What is allowed: uses, until when, and how many clips each maker may make."""

    uses: Annotated[tuple[Use, ...], Meta(max_length=3)] = ()
    expires_at: datetime | None = None
    clips_count_max: int | None = None

    @property
    def terms(self) -> Terms:
        """The terms as the domain takes them."""
        return Terms(self.uses, self.expires_at, self.clips_count_max)


class RuleBody(Body):
    """Who may cast one's cameo without a grant of their own, on which terms, with which themes."""

    level: Level
    terms: TermsBody = TermsBody()
    themes: Themes = Themes()


class GrantBody(Body):
    """Let one person cast one's cameo; `grantee` is their handle."""

    grantee: Annotated[str, Meta(pattern=r"^@?[A-Za-z0-9_]+(?![\s\S])", max_length=HANDLE_CHARS_MAX + 1)]
    terms: TermsBody
    themes: Themes = Themes()


class BacktestBody(Body):
    """A rule, grants or both that are not set yet; a rule left out stays as it was at each time."""

    rule: RuleBody | None = None
    grants: Annotated[tuple[GrantBody, ...], Meta(max_length=20)] = ()


class ReviewEnrolmentBody(Body):
    """A reviewer's word on an enrolment: whether the recording shows this person, live."""

    passed: bool


class SeenNoticesBody(Body):
    """One saw one's notices up to this position."""

    position: Annotated[int, Meta(ge=0, le=POSITION_MAX)]


class SeenBody(Body):
    """Clips that stood on the screen; there is no field for how long."""

    clip_ids: Annotated[tuple[ShortClipId, ...], Meta(max_length=SEEN_CLIPS_MAX)]
    utc_offset_min: UtcOffset = 0


class ReadingBody(Body):
    """Words to be read as rules, "tonight" and "until Friday" by one's own clock."""

    text: InstructionText
    utc_offset_min: UtcOffset = 0


class InstructionBody(Body):
    """Words that shall hold; `rules` take the place of what they would be read as, `until` of their end."""

    text: InstructionText
    rules: Rules | None = None
    until: Annotated[datetime, Meta(tz=True)] | None = None
    utc_offset_min: UtcOffset = 0


class InstructionEditBody(Body):
    """What an instruction says from now on; without `until` it has no end."""

    rules: Rules
    until: Annotated[datetime, Meta(tz=True)] | None = None


class PersonalisationBody(Body):
    """Whether one's feed may build on whom one follows and what one saw."""

    personalised: bool


class AnswerBody(Body):
    """Answer a wellness check."""

    felt: FeltAnswer
    note: Annotated[str, Meta(max_length=ANSWER_NOTE_CHARS_MAX)] | None = None


class PauseBody(Body):
    """Want no feed for a while."""

    minutes: Annotated[int, Meta(ge=1, le=PAUSE_MINUTES_MAX)]


class GuardianBody(Body):
    """Ask somebody to stand as one's guardian, or to let one be theirs."""

    person_id: Annotated[PersonId, Meta(pattern=ID_PATTERN, max_length=ID_CHARS_MAX)]
    they_are: Literal["guardian", "teen"]


class CapsBody(Body):
    """What a guardian bounds; a number that is left out is no bound."""

    clips_made_max: Annotated[int, Meta(ge=0, le=CAP_CLIPS_MAX)] | None = None
    clips_watched_max: Annotated[int, Meta(ge=0, le=CAP_CLIPS_MAX)] | None = None
    contact: Contact = "everyone"
    personalised: bool = True
    utc_offset_min: UtcOffset = 0


class AppealBody(Body):
    """Say why a refusal was wrong."""

    words: Annotated[str, Meta(max_length=APPEAL_CHARS_MAX)]


class ThemeRead(Body):
    """Whether a theme of somebody's terms is in the wish."""

    cameo_id: Annotated[CameoId, Meta(pattern=ID_PATTERN, max_length=ID_CHARS_MAX)]
    theme: Annotated[str, Meta(max_length=THEME_CHARS_MAX)]
    found: bool


class DecideAppealBody(Body):
    """A reviewer's word on an appeal; `themes` take the place of what the machine read."""

    overturn: bool
    reason: Annotated[str, Meta(max_length=APPEAL_CHARS_MAX)]
    themes: Annotated[tuple[ThemeRead, ...], Meta(max_length=THEMES_MAX)] = ()


class DecideReportBody(Body):
    """A reviewer's word on a report: take the clip down, or dismiss."""

    withdraw: bool
