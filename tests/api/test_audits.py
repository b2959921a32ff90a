"""The audit of a dispute: as of any position it says what a replay stopped there would say."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest

from api.as_of import parse_as_of
from api.consent.audits import AsOf, as_of, audit_clip, audit_subject
from domain.audit.clip_audit import clip_audits
from domain.audit.subject_audit import subject_audit
from domain.codec import Codec
from domain.errors import ClipUnknown, PersonUnknown
from domain.ledger import Ledger, Wish
from domain.recorded import Recorded
from domain.store import EVENTS_PER_APPEND_MAX
from domain.store_sqlite import SQLiteRecorder
from tests.cast import NOON
from tests.domain.consent_history import SUBJECTS, histories
from tests.sealers import OpenSealer
from tests.writers import SynchronousWriter

EVENTS_COUNT = 1_500
POSITIONS_COUNT = 500


class Clock:
    """A clock that goes on by a second at each event."""

    def __init__(self) -> None:
        self._seconds = 0

    def __call__(self):
        self._seconds += 1
        return NOON + timedelta(seconds=self._seconds)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, list[Recorded]]]:
    """A long random log, and all that it holds in order."""
    recorder = SQLiteRecorder(tmp_path_factory.mktemp("log") / "log.db")
    codec, clock = Codec(OpenSealer()), Clock()
    ledger = Ledger(recorder, SynchronousWriter(recorder), codec, clock)
    facts, all_rows = [], []
    for position, event in enumerate(histories(seed=4, count=EVENTS_COUNT), 1):
        rows = ledger._rows((event,), Wish("person-0", "request-1", "request-1"))
        all_rows += rows
        facts.append(Recorded(position, event, codec.decode(rows[0].type, rows[0].data)[1]))
    for first in range(0, len(all_rows), EVENTS_PER_APPEND_MAX):
        recorder.append(all_rows[first : first + EVENTS_PER_APPEND_MAX])
    yield ledger, facts
    recorder.close()


@pytest.mark.parametrize("positions_count", [50, pytest.param(POSITIONS_COUNT, marks=pytest.mark.slow)])
def test_an_audit_as_of_any_position_equals_a_replay_stopped_there(
    told: tuple[Ledger, list[Recorded]], positions_count: int
) -> None:
    ledger, facts = told
    rng = random.Random(1)
    seen_in_force = seen_clips = 0
    for position in rng.sample(range(10, len(facts)), positions_count):
        person = rng.choice(SUBJECTS)
        where = as_of(ledger, position, NOON)
        audit = audit_subject(ledger, person, where).audit
        assert audit == subject_audit(person, facts[:position], where.at)
        seen_in_force += len(audit.leaves)
        seen_clips += len(audit.clips)
    assert min(seen_in_force, seen_clips) > positions_count  # the histories had something to say


def test_a_clip_as_of_any_position_equals_a_replay_stopped_there(told: tuple[Ledger, list[Recorded]]) -> None:
    ledger, facts = told
    rng = random.Random(2)
    for position in rng.sample(range(200, len(facts)), 30):
        where = AsOf(position, NOON)
        for clip_id, audit in clip_audits(facts[:position]).items():
            assert audit_clip(ledger, clip_id, where).audit == audit


def test_a_moment_stands_for_the_last_position_recorded_by_then(told: tuple[Ledger, list[Recorded]]) -> None:
    ledger, facts = told
    for fact in facts[::300]:
        assert as_of(ledger, fact.meta.recorded_at, NOON).position == fact.position
        just_before = fact.meta.recorded_at - timedelta(microseconds=1)
        assert as_of(ledger, just_before, NOON).position == fact.position - 1


def test_what_was_not_known_by_then_is_unknown(told: tuple[Ledger, list[Recorded]]) -> None:
    ledger, _ = told
    with pytest.raises(PersonUnknown):
        audit_subject(ledger, SUBJECTS[0], AsOf(0, NOON))
    with pytest.raises(ClipUnknown):
        audit_clip(ledger, "clip-1", AsOf(1, NOON))


@pytest.mark.parametrize("text", ["-1", "soon", "2026-03-14", "2026-03-14T12:00:00", "9" * 30, "½"])
def test_what_is_no_place_in_the_log_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_as_of(text)


def test_a_place_in_the_log_is_a_position_or_a_moment_with_its_zone() -> None:
    assert parse_as_of(None) is None
    assert parse_as_of("17") == 17
    assert parse_as_of("2026-03-14T12:00:00Z") == NOON
