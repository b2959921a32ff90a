"""A recovery code serves once, and only while its person is here."""

from domain.decisions.recovery import RecoverAccount, SetRecoveryCode
from domain.errors import PersonUnknown, RecoveryWrong
from domain.events import AccessIssued, AccountRecovered, PersonErased, RecoveryCodeSet
from tests.cast import ANA, ERASURE, PHONE, joined
from tests.gwt import but, given

FIRST, SECOND = (
    RecoveryCodeSet(person_id=ANA, digest="first"),
    RecoveryCodeSet(person_id=ANA, digest="second"),
)
GONE = PersonErased(erasure_id=ERASURE, person_id=ANA)
RECOVER = RecoverAccount(
    person_id=ANA, spent_digest="first", digest="second", access_id=PHONE, secret_digest="d", client="web"
)


def test_a_member_takes_a_code_and_another_one() -> None:
    given(joined(ANA)).when(SetRecoveryCode(ANA, "first")).then(FIRST)
    given(joined(ANA), FIRST).when(SetRecoveryCode(ANA, "second")).then(SECOND)


def test_nobody_else_takes_one() -> None:
    given().when(SetRecoveryCode(ANA, "first")).refused(PersonUnknown)
    given(joined(ANA), GONE).when(SetRecoveryCode(ANA, "first")).refused(PersonUnknown)


def test_a_code_lets_its_person_in_and_is_replaced_in_the_same_append() -> None:
    given(joined(ANA), FIRST).when(RECOVER).then(
        AccountRecovered(person_id=ANA, access_id=PHONE),
        AccessIssued(access_id=PHONE, person_id=ANA, secret_digest="d", client="web"),
        SECOND,
    )


def test_a_code_serves_once() -> None:
    given(joined(ANA), FIRST, SECOND).when(RECOVER).refused(RecoveryWrong)
    given(joined(ANA), FIRST, SECOND).when(but(RECOVER, spent_digest="second", digest="third"))


def test_nobody_comes_back_without_a_code_or_after_leaving() -> None:
    given(joined(ANA)).when(RECOVER).refused(RecoveryWrong)
    given(joined(ANA), FIRST, GONE).when(RECOVER).refused(RecoveryWrong)
