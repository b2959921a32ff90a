"""Is a wellness check open, and what did the person answer before."""

from domain.events import WellnessCheckAnswered, WellnessCheckAnsweredV1, WellnessCheckAsked, WellnessCheckDue
from projections.views.wellness_state import WELLNESS_STATE, answers_of, get, latest
from tests.projections.given import LATEST, given, time_of


def due(check: str, person: str = "ada", because: str | None = "clips_seen") -> WellnessCheckDue:
    return WellnessCheckDue(check_id=check, person_id=person, because=because, at=time_of(50))


def answered(check: str, felt: str | None, note: str | None = None) -> WellnessCheckAnswered:
    return WellnessCheckAnswered(
        check_id=check, person_id="ada", answer_id=f"answer-{check}", at=time_of(60), felt=felt, note=note
    )


def test_a_check_is_open_until_it_is_answered() -> None:
    asked = (due("check-1"), WellnessCheckAsked(check_id="check-1", person_id="ada"))
    check = latest(given(WELLNESS_STATE, *asked), "ada")
    assert (check.check_id, check.due_at, check.asked_at) == ("check-1", time_of(50), time_of(2))
    assert (check.answered_at, check.felt) == (None, None)
    check = latest(given(WELLNESS_STATE, *asked, answered("check-1", "good", "calm")), "ada")
    assert (check.answered_at, check.felt, check.note) == (time_of(60), "good", "calm")


def test_answers_are_listed_newest_first_and_each_person_has_their_own() -> None:
    checks = given(
        WELLNESS_STATE,
        due("check-1"),
        answered("check-1", "bad"),
        due("check-ben", "ben"),
        due("check-2"),
        answered("check-2", "good"),
        due("check-3"),
    )
    assert [check.felt for check in answers_of(checks, "ada", 10, LATEST)] == ["good", "bad"]
    assert [check.felt for check in answers_of(checks, "ada", 10, before_position=4)] == ["bad"]
    assert answers_of(checks, "ben", 10, LATEST) == []
    assert latest(checks, "ada").check_id == "check-3"
    assert get(checks, "check-ben").person_id == "ben"


def test_an_erased_answer_leaves_only_that_it_was_given() -> None:
    (check,) = answers_of(
        given(WELLNESS_STATE, due("check-1", because=None), answered("check-1", None)), "ada", 10, LATEST
    )
    assert (check.because, check.felt, check.note) == (None, None, None)
    assert (check.due_at, check.answered_at) == (time_of(50), time_of(60))


def test_nobody_was_asked_yet() -> None:
    assert latest(given(WELLNESS_STATE), "ada") is None


def test_answers_of_the_first_shape_are_read_as_the_others_are() -> None:
    old = WellnessCheckAnsweredV1(
        check_id="check-1", person_id="ada", at=time_of(60), felt="bad", note="loud"
    )
    (check,) = answers_of(given(WELLNESS_STATE, due("check-1"), old), "ada", 10, LATEST)
    assert (check.felt, check.note) == ("bad", "loud")
