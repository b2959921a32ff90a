"""The ways the domain says no: one class a reason, each with a code that never changes."""

from typing import ClassVar


class Refused(Exception):
    """The domain said no and nothing changed."""

    code: ClassVar[str] = "refused"


# accounts and invites


class InviteUnknown(Refused):
    """No invite has this code."""

    code = "invite_unknown"


class InviteSpent(Refused):
    """Somebody already joined with this invite."""

    code = "invite_spent"


class InviteVoid(Refused):
    """The invite was taken back."""

    code = "invite_void"


class InvitesExhausted(Refused):
    """All of a person's invites are out."""

    code = "invites_exhausted"


class HandleInvalid(Refused):
    """The handle breaks the form of handles."""

    code = "handle_invalid"


class HandleTaken(Refused):
    """Another member has this handle."""

    code = "handle_taken"


class AgeTooYoung(Refused):
    """The person is below the age of joining."""

    code = "age_too_young"


class BirthDateInvalid(Refused):
    """The birth date lies in the future or too far back."""

    code = "birth_date_invalid"


class CountryNotOpen(Refused):
    """Members of this country are not taken yet."""

    code = "country_not_open"


class AccessUnknown(Refused):
    """This person has no such access."""

    code = "access_unknown"


class PersonUnknown(Refused):
    """Nobody has this id."""

    code = "person_unknown"


# social


class SelfReference(Refused):
    """A person cannot do this to themselves."""

    code = "self_reference"


class Blocked(Refused):
    """A block stands between the two people."""

    code = "blocked"


class CommentUnknown(Refused):
    """No such comment stands."""

    code = "comment_unknown"


class TextEmpty(Refused):
    """There is nothing in the text."""

    code = "text_empty"


class TextTooLong(Refused):
    """The text is longer than its limit."""

    code = "text_too_long"


# generations


class PromptEmpty(Refused):
    """The prompt says nothing."""

    code = "prompt_empty"


class PromptTooLong(Refused):
    """The prompt is longer than its limit."""

    code = "prompt_too_long"


class ClipSettingsInvalid(Refused):
    """Length, size, style, seed or storyboard lie outside what is made here."""

    code = "clip_settings_invalid"


class AllowanceSpent(Refused):
    """Today's allowance is used up."""

    code = "allowance_spent"


class RefusalsSpent(Refused):
    """Too many requests were refused today; no more are taken."""

    code = "refusals_spent"


class CastTooLarge(Refused):
    """More people are cast, or one of them twice, than a clip may have."""

    code = "cast_too_large"


class CastIncomplete(Refused):
    """A remix leaves out somebody whom its source casts."""

    code = "cast_incomplete"


class JobUnknown(Refused):
    """No such job of this person."""

    code = "job_unknown"


class JobEnded(Refused):
    """The job already came to its end."""

    code = "job_ended"


class ClipUnknown(Refused):
    """No such clip that this person may see."""

    code = "clip_unknown"


class ClipWithdrawnAlready(Refused):
    """The clip was taken down."""

    code = "clip_withdrawn"


class ClipPublishedAlready(Refused):
    """The clip is already public."""

    code = "clip_published"


class ClipUnfinished(Refused):
    """The clip is not made yet."""

    code = "clip_unfinished"


# wellness


class CheckNotDue(Refused):
    """The rule does not ask for a check now."""

    code = "check_not_due"


class CheckUnknown(Refused):
    """No such check of this person."""

    code = "check_unknown"


class CheckAnswered(Refused):
    """The check was already answered."""

    code = "check_answered"
