"""Which requests were refused, and what became of the appeal."""

from domain.events import AppealDecided, GenerationRefused, PersonErased, RefusalAppealed
from projections.views.refusals import REFUSALS, again, get, of_appeal, of_maker, open_appeals
from tests.gwt import but
from tests.projections.given import LATEST, given, requested, time_of


def refused(number: int, maker: str = "ada") -> GenerationRefused:
    """The gate says no."""
    ids = (f"refusal-{number}", f"job-{number}", f"clip-{number}", maker, f"allowance-{maker}")
    return GenerationRefused(*ids, "accept", "theme_barred", (), "war: a battle", "{}")


def appealed(number: int, maker: str = "ada") -> RefusalAppealed:
    """The maker asks a person to look."""
    return RefusalAppealed(f"appeal-{number}", f"refusal-{number}", maker, "it is a concert")


def decided(number: int, overturned: bool) -> AppealDecided:
    """A reviewer has looked."""
    return AppealDecided(f"appeal-{number}", f"refusal-{number}", "ada", "rae", overturned, "because")


def test_a_makers_refusals_come_newest_first() -> None:
    view = given(REFUSALS, refused(1), refused(2), refused(3, "ben"))
    assert [row.refusal_id for row in of_maker(view, "ada", 9, LATEST)] == ["refusal-2", "refusal-1"]
    row = get(view, "refusal-1")
    assert (row.rule, row.evidence, row.refused_at) == ("theme_barred", "war: a battle", time_of(1))
    assert (row.appeal_id, row.decided_at) == (None, None)


def test_appeals_wait_oldest_first_until_they_are_decided() -> None:
    events = (refused(1), refused(2), refused(3), appealed(2), appealed(1), appealed(3), decided(2, False))
    view = given(REFUSALS, *events)
    first, second = open_appeals(view, 9, 0)
    assert (first.appeal_id, second.appeal_id) == ("appeal-1", "appeal-3")
    assert open_appeals(view, 9, first.appealed_position) == [second]
    upheld = of_appeal(view, "appeal-2")
    assert (bool(upheld.overturned), upheld.reason, upheld.decided_at) == (False, "because", time_of(7))


def test_a_withdrawal_names_who_took_the_clip_down() -> None:
    taken_down = but(refused(1), stage="review", rule="moderated", reviewer_id="rae")
    row = get(given(REFUSALS, taken_down), "refusal-1")
    assert (row.stage, row.reviewer_id) == ("review", "rae")


def test_nothing_waits_of_those_who_left() -> None:
    view = given(REFUSALS, refused(1), appealed(1), PersonErased("erasure-1", "ada"))
    assert open_appeals(view, 9, 0) == []


def test_an_overturned_refusal_leads_to_what_was_asked_for_again() -> None:
    anew = but(requested("clip-9", "ada"), appeal_id="appeal-1")
    view = given(REFUSALS, refused(1), appealed(1), decided(1, True), anew)
    assert of_appeal(view, "appeal-1").overturned
    assert (again(view, "appeal-1").job_id, again(view, "appeal-1").clip_id) == (anew.job_id, "clip-9")
    assert again(view, "appeal-2") is None
