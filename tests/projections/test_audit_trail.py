"""What happened to anything that has an id, and who did it."""

from projections.views.audit_trail import AUDIT_TRAIL, trail
from tests.projections.given import LATEST, folded, given, log, recorded, shown, time_of

HISTORY = (*shown("clip-1", "ada"), *shown("clip-2", "ben", remix_of="clip-1"))


def test_a_clips_trail_holds_its_own_events_and_those_of_its_remixes() -> None:
    entries = trail(given(AUDIT_TRAIL, *HISTORY), "clip-1", 10, 0, LATEST)
    assert [(entry.position, entry.type) for entry in entries] == [
        (1, "generation.requested.v1"),
        (2, "generation.completed.v1"),
        (3, "clip.published.v1"),
        (4, "generation.requested.v1"),
        (6, "clip.published.v1"),
    ]


def test_an_entry_says_who_in_answer_to_what_and_when() -> None:
    (entry,) = trail(folded(AUDIT_TRAIL, [recorded(1, HISTORY[0], actor="person-ada")]), "ada", 10, 0, LATEST)
    assert (entry.actor, entry.correlation, entry.causation) == ("person-ada", "correlation-1", "test")
    assert entry.recorded_at == time_of(1)


def test_a_trail_as_of_a_position_is_the_trail_that_stood_then() -> None:
    for position in range(len(HISTORY) + 1):
        then = folded(AUDIT_TRAIL, log(*HISTORY)[:position])
        now = given(AUDIT_TRAIL, *HISTORY)
        for tag in ("ada", "ben", "clip-1", "job-of-clip-2"):
            assert trail(now, tag, 10, 0, position) == trail(then, tag, 10, 0, LATEST)


def test_a_long_trail_is_read_in_pages() -> None:
    view = given(AUDIT_TRAIL, *HISTORY)
    first = trail(view, "clip-1", 3, 0, LATEST)
    rest = trail(view, "clip-1", 3, first[-1].position, LATEST)
    assert [entry.position for entry in first + rest] == [1, 2, 3, 4, 6]


def test_an_event_that_carries_an_id_twice_is_listed_once() -> None:
    remix_of_itself = shown("clip-1", "ada", remix_of="clip-1")
    assert len(trail(given(AUDIT_TRAIL, *remix_of_itself), "clip-1", 10, 0, LATEST)) == 3
