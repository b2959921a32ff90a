"""Cameos and the events of their consent, for tests to begin from."""

from datetime import timedelta

from domain.consent import Themes
from domain.decisions.cameos import GrantCameo, SetCameoRule, encoded_themes
from domain.decisions.enrolments import (
    EnrolCameo,
    HoldEnrolment,
    OpenEnrolment,
    RefuseEnrolment,
    ReviewEnrolment,
    SubmitEnrolment,
)
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    EnrolmentHeld,
    EnrolmentOpened,
    EnrolmentRefused,
    EnrolmentSubmitted,
    Level,
    RoleGiven,
    Terms,
)
from domain.ids import CameoId, EnrolmentId, GrantId, PersonId
from tests.cast import ANA, BEN, CAMEO, CLEO, ENROLMENT, GRANT, NOON, REVOCATION

NEXT_TRY = EnrolmentId("enrolment-2")
TERMS = Terms(("appear", "voice"))
THEMES = Themes((), ("violence",))
SOON = NOON + timedelta(minutes=5)
REVIEWER = RoleGiven(CLEO, "reviewer")

OPEN = OpenEnrolment(
    enrolment_id=NEXT_TRY,
    person_id=ANA,
    digits="482915",
    turns=("left", "up", "right"),
    expires_at=SOON,
    notice="notice-1",
    per_day=3,
    at=NOON,
)
SUBMIT = SubmitEnrolment(enrolment_id=ENROLMENT, person_id=ANA, at=NOON)
REFUSE = RefuseEnrolment(enrolment_id=ENROLMENT, person_id=ANA, checks=("turns_wrong",))
HOLD = HoldEnrolment(enrolment_id=ENROLMENT, person_id=ANA, checks=("twin",))
ENROL = EnrolCameo(enrolment_id=ENROLMENT, person_id=ANA, cameo_id=CAMEO, template="a face")
PASS = ReviewEnrolment(
    enrolment_id=ENROLMENT, person_id=ANA, reviewer_id=CLEO, cameo_id=CAMEO, template="a face"
)
RULE = SetCameoRule(cameo_id=CAMEO, owner_id=ANA, level="mutuals", terms=TERMS, themes=THEMES, at=NOON)
GIVE = GrantCameo(
    grant_id=GRANT, cameo_id=CAMEO, owner_id=ANA, grantee_id=BEN, terms=TERMS, themes=THEMES, at=NOON
)


def opened(enrolment_id: EnrolmentId = ENROLMENT, person_id: PersonId = ANA) -> EnrolmentOpened:
    """A challenge was given."""
    return EnrolmentOpened(enrolment_id, person_id, "482915", ("left", "up", "right"), SOON, "notice-1")


def submitted(enrolment_id: EnrolmentId = ENROLMENT, person_id: PersonId = ANA) -> EnrolmentSubmitted:
    """Its recording arrived."""
    return EnrolmentSubmitted(enrolment_id, person_id)


def refused(
    *checks: str, enrolment_id: EnrolmentId = ENROLMENT, person_id: PersonId = ANA
) -> EnrolmentRefused:
    """It did not pass."""
    return EnrolmentRefused(enrolment_id, person_id, checks)


def held(*checks: str, enrolment_id: EnrolmentId = ENROLMENT, person_id: PersonId = ANA) -> EnrolmentHeld:
    """A reviewer is asked."""
    return EnrolmentHeld(enrolment_id, person_id, checks)


def enrolled(
    cameo_id: CameoId = CAMEO, owner_id: PersonId = ANA, enrolment_id: EnrolmentId = ENROLMENT
) -> CameoEnrolled:
    """A cameo came into being."""
    return CameoEnrolled(cameo_id, owner_id, enrolment_id, "a face")


def erased(cameo_id: CameoId = CAMEO, owner_id: PersonId = ANA) -> CameoErased:
    """A cameo is gone."""
    return CameoErased(REVOCATION, cameo_id, owner_id)


def ruled(level: Level, terms: Terms = TERMS, themes: Themes = THEMES) -> CameoRuleSet:
    """The owner set a rule."""
    return CameoRuleSet(CAMEO, ANA, level, terms, encoded_themes(themes))


def granted(
    grant_id: GrantId = GRANT, grantee_id: PersonId = BEN, terms: Terms = TERMS, themes: Themes = THEMES
) -> CameoGranted:
    """The owner let one person cast them."""
    return CameoGranted(grant_id, CAMEO, ANA, grantee_id, terms, encoded_themes(themes))


def revoked(grant_id: GrantId | None = None) -> ConsentRevoked:
    """The owner took it back."""
    return ConsentRevoked(REVOCATION, CAMEO, ANA, ANA, grant_id)
