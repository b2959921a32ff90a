"""Cameos and the events of their consent, for tests to begin from."""

from datetime import timedelta

from domain.consent import Themes
from domain.decisions.cameos import encoded_themes
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
    Terms,
)
from domain.ids import CameoId, EnrolmentId, GrantId, PersonId, RevocationId
from tests.cast import ANA, BEN, NOON

CAMEO, OTHER_CAMEO = CameoId("cameo-ana"), CameoId("cameo-ben")
TRY, NEXT_TRY = EnrolmentId("enrolment-1"), EnrolmentId("enrolment-2")
GRANT, OTHER_GRANT = GrantId("grant-1"), GrantId("grant-2")
REVOCATION = RevocationId("revocation-1")
TERMS = Terms(("appear", "voice"))
THEMES = Themes((), ("violence",))
SOON = NOON + timedelta(minutes=5)


def opened(enrolment_id: EnrolmentId = TRY, person_id: PersonId = ANA) -> EnrolmentOpened:
    """A challenge was given."""
    return EnrolmentOpened(enrolment_id, person_id, "482915", ("left", "up", "right"), SOON, "notice-1")


def submitted(enrolment_id: EnrolmentId = TRY, person_id: PersonId = ANA) -> EnrolmentSubmitted:
    """Its recording arrived."""
    return EnrolmentSubmitted(enrolment_id, person_id)


def refused(*checks: str, enrolment_id: EnrolmentId = TRY, person_id: PersonId = ANA) -> EnrolmentRefused:
    """It did not pass."""
    return EnrolmentRefused(enrolment_id, person_id, checks)


def held(*checks: str, enrolment_id: EnrolmentId = TRY, person_id: PersonId = ANA) -> EnrolmentHeld:
    """A reviewer is asked."""
    return EnrolmentHeld(enrolment_id, person_id, checks)


def enrolled(
    cameo_id: CameoId = CAMEO, owner_id: PersonId = ANA, enrolment_id: EnrolmentId = TRY
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
