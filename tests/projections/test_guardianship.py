"""Who stands as whose guardian, how it ended, and what is capped."""

from domain.events import Caps, CapsSet, Event, GuardianAsked, GuardianLinked, GuardianUnlinked
from projections.views.guardianship import GUARDIANSHIP, caps_on, get, links_of, standing_of, wards_of
from tests.projections.given import given, time_of

FEW, NONE = Caps(clips_made_max=3), Caps(personalised=False)


def link(number: int, *kinds: str, teen: str = "tess", adult: str = "gina") -> tuple[Event, ...]:
    """The events of one link, in the order of `kinds`."""
    pair = (f"link-{number}", teen, adult)
    events = {
        "asked": GuardianAsked(*pair, teen),
        "linked": GuardianLinked(*pair),
        "capped": CapsSet(*pair, FEW),
        "capped anew": CapsSet(*pair, NONE),
        "ended": GuardianUnlinked(*pair, teen),
    }
    return tuple(events[kind] for kind in kinds)


def test_an_ask_is_no_link_until_it_is_agreed_to() -> None:
    view = given(GUARDIANSHIP, *link(1, "asked"))
    assert standing_of(view, "tess") is None
    assert wards_of(view, "gina", 9) == []
    (asked,) = links_of(view, "gina", 9)
    assert (asked.asker_id, asked.asked_at, asked.linked_at) == ("tess", time_of(1), None)


def test_a_standing_link_has_its_newest_caps() -> None:
    view = given(GUARDIANSHIP, *link(1, "asked", "linked", "capped", "capped anew"))
    assert standing_of(view, "tess").guardian_id == "gina"
    assert caps_on(view, "tess") == NONE
    assert caps_on(view, "gina") == Caps()


def test_an_ended_link_caps_nothing_and_its_guardian_still_sees_how_it_ended() -> None:
    view = given(GUARDIANSHIP, *link(1, "asked", "linked", "capped", "ended"))
    assert (standing_of(view, "tess"), caps_on(view, "tess")) == (None, Caps())
    (ended,) = wards_of(view, "gina", 9)
    assert (ended.stands, ended.ender_id, ended.ended_at) == (False, "tess", time_of(4))


def test_links_come_newest_first_and_stand_each_alone() -> None:
    first, second = link(1, "asked", "linked", "ended"), link(2, "asked", "linked", adult="hal")
    view = given(GUARDIANSHIP, *first, *second)
    assert [each.link_id for each in links_of(view, "tess", 9)] == ["link-2", "link-1"]
    assert [each.link_id for each in links_of(view, "tess", 1)] == ["link-2"]
    assert standing_of(view, "tess").guardian_id == "hal"
    assert get(view, "link-1").stands is False
    assert get(view, "link-3") is None
