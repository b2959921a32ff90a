"""A passkey signs its own person in for as long as it stands."""

from domain.decisions.passkeys import AddPasskey, EnterByPasskey, RemovePasskey
from domain.errors import PasskeysFull, PasskeyUnknown, PersonUnknown
from domain.events import AccessIssued, PasskeyAdded, PasskeyRemoved, PersonErased
from domain.ids import PasskeyId
from domain.limits import PASSKEYS_MAX
from tests.cast import ANA, ERASURE, PASSKEY, PHONE, joined
from tests.gwt import but, given

OWN = {"passkey_id": PASSKEY, "person_id": ANA}
ADD, ADDED = (
    AddPasskey(**OWN, credential="c", public_key="k"),
    PasskeyAdded(**OWN, credential="c", public_key="k"),
)
REMOVE, REMOVED = RemovePasskey(**OWN), PasskeyRemoved(**OWN)
ENTER = EnterByPasskey(**OWN, access_id=PHONE, secret_digest="d", client="web")
FULL = tuple(PasskeyAdded(PasskeyId(f"passkey-{n}"), ANA, "c", "k") for n in range(PASSKEYS_MAX))


def test_a_member_adds_some() -> None:
    given(joined(ANA)).when(ADD).then(ADDED)
    given(joined(ANA), *FULL).when(but(ADD, passkey_id="passkey-new")).refused(PasskeysFull)
    given().when(ADD).refused(PersonUnknown)


def test_one_that_stands_lets_its_person_in() -> None:
    issued = AccessIssued(access_id=PHONE, person_id=ANA, secret_digest="d", client="web")
    given(joined(ANA), ADDED).when(ENTER).then(issued)


def test_one_that_was_removed_or_whose_person_left_does_not() -> None:
    given(joined(ANA), ADDED, REMOVED).when(ENTER).refused(PasskeyUnknown)
    given(joined(ANA), ADDED, PersonErased(ERASURE, ANA)).when(ENTER).refused(PasskeyUnknown)


def test_one_is_removed_once() -> None:
    given(joined(ANA), ADDED).when(REMOVE).then(REMOVED)
    given(joined(ANA), ADDED, REMOVED).when(REMOVE).refused(PasskeyUnknown)
