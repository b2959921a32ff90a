"""Asking how the feed makes people feel: not in a first session, not too often, and the answer is theirs."""

from datetime import datetime, timedelta

import pytest

from domain.decisions.wellness import (
    EFFECT_LASTS,
    AnswerWellnessCheck,
    AskWellnessCheck,
    CallWellnessCheck,
    ClearWellnessRecord,
    Effect,
    WellnessRule,
)
from domain.errors import CheckAnswered, CheckNotDue, CheckUnknown, TextTooLong
from domain.events import (
    InstructionGiven,
    WellnessCheckAnswered,
    WellnessCheckAnsweredV1,
    WellnessCheckAsked,
    WellnessCheckDue,
    WellnessRecordCleared,
)
from domain.ids import CheckId
from domain.limits import ANSWER_NOTE_CHARS_MAX
from tests.cast import ANA, ANSWER, BEN, CHECK, INSTRUCTION, NOON
from tests.gwt import Stray, but, given

EARLIER = CheckId("check-0")
RULE = WellnessRule(clips_seen_min=60, days_between_max=7, hours_between_min=24, hours_after_bad=4)
CALL = CallWellnessCheck(
    check_id=CHECK,
    person_id=ANA,
    joined_at=NOON - timedelta(days=1),
    clips_seen_count=0,
    rule=RULE,
    first_session=False,
    at=NOON,
)
MANY_SEEN = but(CALL, clips_seen_count=60)
ASK, ANSWER_IT = AskWellnessCheck(CHECK, ANA), AnswerWellnessCheck(CHECK, ANA, ANSWER, "good", None, NOON)
ASKED, ANSWERED = WellnessCheckAsked(CHECK, ANA), WellnessCheckAnswered(CHECK, ANA, ANSWER, NOON, "good")


def due(because: str = "clips_seen", check_id: CheckId = CHECK, at: datetime = NOON) -> WellnessCheckDue:
    """A check fell due."""
    return WellnessCheckDue(check_id=check_id, person_id=ANA, at=at, because=because)


def answered_before(felt: str, hours: int, due_hours: int | None = None) -> tuple[WellnessCheckDue, ...]:
    """An earlier check that was answered, and fell due, so many hours before noon."""
    fell_due = NOON - timedelta(hours=hours if due_hours is None else due_hours)
    answer = WellnessCheckAnswered(EARLIER, ANA, ANSWER, NOON - timedelta(hours=hours), felt)
    return (due(check_id=EARLIER, at=fell_due), answer)


def test_a_check_is_due_after_many_clips() -> None:
    given().when(MANY_SEEN).then(due("clips_seen"))
    given().when(but(CALL, clips_seen_count=59)).refused(CheckNotDue)


def test_a_check_is_due_after_a_week() -> None:
    week_ago = NOON - timedelta(days=7)
    given().when(but(CALL, joined_at=week_ago)).then(due("time_passed"))
    given().when(but(CALL, joined_at=week_ago + timedelta(seconds=1))).refused(CheckNotDue)
    given(*answered_before("good", hours=7 * 24)).when(CALL).then(due("time_passed"))


def test_nobody_is_asked_in_a_first_session() -> None:
    given().when(but(MANY_SEEN, first_session=True)).refused(CheckNotDue)
    bad = answered_before("bad", hours=30)
    given(*bad).when(but(MANY_SEEN, first_session=True)).refused(CheckNotDue)


def test_nobody_is_asked_twice_within_a_day() -> None:
    given(*answered_before("neutral", hours=23)).when(MANY_SEEN).refused(CheckNotDue)
    given(*answered_before("neutral", hours=24)).when(MANY_SEEN).then(due("clips_seen"))


def test_those_who_felt_bad_are_asked_again_after_four_hours() -> None:
    given(*answered_before("bad", hours=3)).when(MANY_SEEN).refused(CheckNotDue)
    given(*answered_before("bad", hours=4)).when(CALL).then(due("felt_bad"))


def test_an_answer_given_late_is_not_followed_by_another_question_at_once() -> None:
    given(*answered_before("bad", hours=0, due_hours=20)).when(CALL).refused(CheckNotDue)
    given(*answered_before("good", hours=0, due_hours=30)).when(MANY_SEEN).refused(CheckNotDue)


def test_only_the_last_answer_counts() -> None:
    bad_then_good = (*answered_before("bad", hours=12), due(check_id=CheckId("check-00")))
    good = WellnessCheckAnswered(CheckId("check-00"), ANA, ANSWER, NOON - timedelta(hours=5), "good")
    given(*bad_then_good, good).when(CALL).refused(CheckNotDue)


def test_one_check_at_a_time() -> None:
    given(due(check_id=EARLIER)).when(MANY_SEEN).then()


def test_another_persons_checks_are_none_of_its_business() -> None:
    with pytest.raises(Stray):
        given(but(due(), person_id=BEN)).when(MANY_SEEN)


def test_a_due_check_is_asked_once() -> None:
    given(due()).when(ASK).then(ASKED)
    given(due(), ASKED).when(ASK).then()


def test_what_was_answered_is_not_asked_any_more() -> None:
    given(due(), ANSWERED).when(ASK).then()


def test_a_check_is_answered_once() -> None:
    given(due(), ASKED).when(ANSWER_IT).then(ANSWERED)
    given(due()).when(ANSWER_IT).then(ANSWERED)
    given(due(), ANSWERED).when(but(ANSWER_IT, felt="bad")).refused(CheckAnswered)


@pytest.mark.parametrize("command", [ASK, ANSWER_IT])
def test_a_check_is_its_own_persons(command: AskWellnessCheck) -> None:
    given(due()).when(but(command, person_id=BEN)).refused(CheckUnknown)
    given().when(command).refused(CheckUnknown)


def test_a_note_is_trimmed_bounded_and_may_be_left_out() -> None:
    given(due()).when(but(ANSWER_IT, note=" too fast ")).then(but(ANSWERED, note="too fast"))
    given(due()).when(but(ANSWER_IT, note="  ")).then(ANSWERED)
    assert given(due()).when(but(ANSWER_IT, note="x" * ANSWER_NOTE_CHARS_MAX)).decided()
    given(due()).when(but(ANSWER_IT, note="x" * (ANSWER_NOTE_CHARS_MAX + 1))).refused(TextTooLong)


def test_only_a_bad_answer_has_its_effect_which_is_an_instruction_for_a_week() -> None:
    effect = Effect(INSTRUCTION, "more of my friends", '[{"kind":"more"}]')
    bad = but(ANSWER_IT, felt="bad", effect=effect)
    followed = InstructionGiven(
        instruction_id=INSTRUCTION,
        person_id=ANA,
        at=NOON,
        text="more of my friends",
        rules='[{"kind":"more"}]',
        until=NOON + EFFECT_LASTS,
        check_id=CHECK,
    )
    given(due()).when(bad).then(but(ANSWERED, felt="bad"), followed)
    for felt in ("good", "neutral"):
        given(due()).when(but(bad, felt=felt)).then(but(ANSWERED, felt=felt))


def test_a_record_is_cleared_where_there_is_one() -> None:
    clear, cleared = ClearWellnessRecord(ANA, NOON), WellnessRecordCleared(ANA, NOON)
    given().when(clear).then()
    given(ANSWERED).when(clear).then(cleared)
    given(ANSWERED, cleared).when(clear).then()


def test_in_the_night_of_ones_own_clock_half_as_many_clips_are_enough() -> None:
    some_seen = but(CALL, clips_seen_count=30)
    given().when(but(some_seen, utc_offset_min=12 * 60)).then(due("late_at_night"))
    given().when(but(some_seen, utc_offset_min=12 * 60, clips_seen_count=29)).refused(CheckNotDue)
    for hours in (0, 11, -7):
        given().when(but(some_seen, utc_offset_min=hours * 60)).refused(CheckNotDue)


def test_answers_of_the_first_shape_count_as_the_others_do() -> None:
    old = WellnessCheckAnsweredV1(CHECK, ANA, NOON, "good")
    given(old).when(ClearWellnessRecord(ANA, NOON)).then(WellnessRecordCleared(ANA, NOON))
    given(due(), old).when(but(MANY_SEEN, at=NOON + timedelta(hours=23))).refused(CheckNotDue)
    given(due(), old).when(ANSWER_IT).refused(CheckAnswered)
