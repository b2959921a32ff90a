"""Who may wait for a country, and who may stop."""

from domain.decisions.waiting import BeginWaiting, EndWaiting
from domain.errors import CountryOpenAlready, TextEmpty, TextTooLong, WaitingUnknown
from domain.events import CountryClosed, CountryOpened, WaitingBegun, WaitingEnded
from tests.cast import GERMANY, WAITING
from tests.gwt import but, given

BEGIN = BeginWaiting(waiting_id=WAITING, country_id=GERMANY, secret_digest="d", contact=" ana@example.org\n")
BEGUN = WaitingBegun(waiting_id=WAITING, country_id=GERMANY, secret_digest="d", contact="ana@example.org")
END, ENDED = EndWaiting(WAITING, "d"), WaitingEnded(waiting_id=WAITING, country_id=GERMANY)
OPENED, CLOSED = CountryOpened(GERMANY), CountryClosed(GERMANY)


def test_somebody_waits_for_a_country_that_is_not_open_or_closed_again() -> None:
    given().when(BEGIN).then(BEGUN)
    given(OPENED, CLOSED).when(BEGIN).then(BEGUN)


def test_nobody_waits_for_one_that_is_open() -> None:
    given(OPENED).when(BEGIN).refused(CountryOpenAlready)


def test_a_contact_has_a_form() -> None:
    given().when(but(BEGIN, contact=" \u200b")).refused(TextEmpty)
    given().when(but(BEGIN, contact="x" * 201)).refused(TextTooLong)


def test_the_secret_takes_a_contact_off_once() -> None:
    given(BEGUN).when(END).then(ENDED)
    given(BEGUN, ENDED).when(END).then()


def test_nothing_else_does() -> None:
    given().when(END).refused(WaitingUnknown)
    given(BEGUN).when(but(END, secret_digest="e")).refused(WaitingUnknown)
