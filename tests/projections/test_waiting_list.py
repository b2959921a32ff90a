"""How many wait for which country."""

from domain.events import WaitingBegun, WaitingEnded
from projections.views.waiting_list import WAITING_LIST, Waiting, counts
from tests.projections.given import given


def waits(number: int, country: str) -> WaitingBegun:
    """Somebody waits."""
    return WaitingBegun(f"waiting-{number}", country, "digest", "somebody@example.org")


def test_those_who_still_wait_are_counted_by_country() -> None:
    rows = given(
        WAITING_LIST,
        *(waits(1, "country-fr"), waits(2, "country-de"), waits(3, "country-de"), waits(4, "country-it")),
        WaitingEnded("waiting-4", "country-it"),
    )
    assert counts(rows) == [Waiting("country-de", 2), Waiting("country-fr", 1)]
