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


class CountryOpenAlready(Refused):
    """Nobody need wait for this country."""

    code = "country_open"


class WaitingUnknown(Refused):
    """Nothing on the waiting list has this secret."""

    code = "waiting_unknown"


class PasskeyUnknown(Refused):
    """This person has no such passkey."""

    code = "passkey_unknown"


class PasskeysFull(Refused):
    """As many passkeys stand as one person may have."""

    code = "passkeys_full"


class AccessUnknown(Refused):
    """This person has no such access."""

    code = "access_unknown"


class PersonUnknown(Refused):
    """Nobody has this id."""

    code = "person_unknown"


class RecoveryWrong(Refused):
    """Handle and recovery code do not belong together, or the code is spent."""

    code = "recovery_wrong"


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


# likeness


class CameoUnknown(Refused):
    """No such cameo of this person stands."""

    code = "cameo_unknown"


# roles, guardians


class CameoEnrolledAlready(Refused):
    """A cameo of this person stands; it is erased before another one."""

    code = "cameo_enrolled"


class EnrolmentUnknown(Refused):
    """No such enrolment of this person."""

    code = "enrolment_unknown"


class EnrolmentOpenAlready(Refused):
    """Another enrolment of this person is open or under examination."""

    code = "enrolment_open"


class EnrolmentsSpent(Refused):
    """The person asked for too many challenges in a day."""

    code = "enrolments_spent"


class EnrolmentSpent(Refused):
    """The challenge was answered; it serves once."""

    code = "enrolment_spent"


class EnrolmentStale(Refused):
    """The challenge ran out before its recording came."""

    code = "enrolment_stale"


class EnrolmentDecided(Refused):
    """The enrolment does not wait for this verdict."""

    code = "enrolment_decided"


class LevelNotForTeens(Refused):
    """A teen is cast by approved grants alone: nobody else may."""

    code = "level_not_for_teens"


class TermsInvalid(Refused):
    """No use is named, or one twice; the end lies in the past, or the count is out of bounds."""

    code = "terms_invalid"


class ThemesInvalid(Refused):
    """Too many themes, an empty or too long one, or one both allowed and barred."""

    code = "themes_invalid"


class GrantsExhausted(Refused):
    """As many grants as there may be stand already."""

    code = "grants_exhausted"


class RoleMissing(Refused):
    """This person does not have the role for it."""

    code = "role_missing"


class RoleNotForTeens(Refused):
    """What a reviewer or auditor must look at is not for teens."""

    code = "role_not_for_teens"


class GuardianNotPossible(Refused):
    """The two are not a teen and an adult, or the teen does not follow the adult who asks."""

    code = "guardian_not_possible"


class GuardianStands(Refused):
    """The teen has a guardian."""

    code = "guardian_stands"


class GuardianAskedAlready(Refused):
    """One of the two asked before, and the other has not answered."""

    code = "guardian_asked"


class GuardianAsksExhausted(Refused):
    """Too many asks of and to this teen wait for an answer."""

    code = "guardian_asks_exhausted"


class LinkUnknown(Refused):
    """No such link of this person, or it does not stand."""

    code = "link_unknown"


class CapsInvalid(Refused):
    """A cap is negative or beyond all use."""

    code = "caps_invalid"


class GrantUnknown(Refused):
    """No such grant of this cameo."""

    code = "grant_unknown"


class RevocationUnknown(Refused):
    """No such revocation of this person."""

    code = "revocation_unknown"


class ContactClosed(Refused):
    """A guardian bounded who may come into contact with this person."""

    code = "contact_closed"


class MakeCapReached(Refused):
    """The guardian's cap on today's clips is used up."""

    code = "make_cap_reached"


# appeals, moderation


class RefusalUnknown(Refused):
    """No such refusal of this person."""

    code = "refusal_unknown"


class RefusalAppealedAlready(Refused):
    """The refusal was appealed before."""

    code = "refusal_appealed"


class AppealUnknown(Refused):
    """No such appeal, or its maker has left."""

    code = "appeal_unknown"


class AppealDecidedAlready(Refused):
    """The appeal was decided before."""

    code = "appeal_decided"


class RefusalNotOverturnable(Refused):
    """It is for want of consent, which only its owner can give."""

    code = "refusal_not_overturnable"


class ConsentMissing(Refused):
    """Judged anew, somebody in the cast still does not consent."""

    code = "consent_missing"


class ReportUnknown(Refused):
    """No such report."""

    code = "report_unknown"


class ReportDecidedAlready(Refused):
    """The report was decided before."""

    code = "report_decided"


class OwnCase(Refused):
    """A reviewer has a part in the case."""

    code = "own_case"


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


# the feed


class InstructionEmpty(Refused):
    """An instruction without a rule would do nothing."""

    code = "instruction_empty"


class RulesTooMany(Refused):
    """An instruction has more rules, or longer ones, than one may have."""

    code = "rules_too_many"


class InstructionsTooMany(Refused):
    """As many instructions as a person may have hold already."""

    code = "instructions_too_many"


class InstructionUnknown(Refused):
    """No such instruction of this person."""

    code = "instruction_unknown"


class InstructionOver(Refused):
    """The instruction has ended; one that ended is not changed any more."""

    code = "instruction_over"


class UntilPast(Refused):
    """An instruction cannot end before it begins."""

    code = "until_past"


class PauseInvalid(Refused):
    """A pause is of a minute at least and of thirty days at most."""

    code = "pause_invalid"
