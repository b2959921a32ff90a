"""A teen who turns eighteen, and one whose guardian leaves: what tests of either begin from."""

from datetime import date

from domain.decisions.coming_of_age import ComeOfAge
from domain.decisions.lapses import LapseApprovals
from domain.events import (
    CameoGranted,
    ConsentRevoked,
    GrantApproved,
    GuardianAsked,
    GuardianLinked,
    GuardianUnlinked,
    PersonCameOfAge,
    PersonJoined,
    Terms,
)
from domain.ids import GrantId, LinkId, RevocationId
from tests.cast import ANA, BEN, CAMEO, CLEO, GRANT, LINK, REVOCATION, joined
from tests.gwt import but

BIRTH = date(2008, 2, 29)
ADULT_ON = date(2026, 3, 1)
TEEN: PersonJoined = but(joined(ANA, age_band="teen"), birth_date=BIRTH.isoformat())
ASKED, LINKED = GuardianAsked(LINK, ANA, CLEO, ANA), GuardianLinked(LINK, ANA, CLEO)
UNLINKED = GuardianUnlinked(LINK, ANA, CLEO, CLEO)
OF_AGE, UNLINKED_OF_AGE = PersonCameOfAge(ANA), GuardianUnlinked(LINK, ANA, CLEO, ANA, of_age=True)
TURN = ComeOfAge(ANA, ADULT_ON)
OTHER_GRANT, OTHER_LINK = GrantId("grant-other"), LinkId("link-other")
GRANTED = CameoGranted(GRANT, CAMEO, ANA, BEN, Terms(("appear",)), "{}")
UNAPPROVED = but(GRANTED, grant_id=OTHER_GRANT)
APPROVED = GrantApproved(GRANT, CAMEO, LINK, CLEO)
LAPSE = LapseApprovals(REVOCATION, CAMEO, LINK, ANA)
LAPSED = ConsentRevoked(RevocationId(f"{REVOCATION}-1"), CAMEO, ANA, CLEO, GRANT)
