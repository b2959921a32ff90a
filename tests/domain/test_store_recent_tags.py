"""The memory of recent tags may doubt too much, and never too little."""

from eventsourcing.dcb.api import DCBAppendCondition, DCBSequencedEvent
from hypothesis import given
from hypothesis import strategies as st

from domain.store_recent_tags import RecentTags
from tests.domain.log_model import NaiveLog
from tests.domain.log_shapes import event, unless
from tests.domain.test_store_model import AFTER, EVENTS, QUERIES


def test_a_tag_that_nobody_wrote_since_is_ruled_out() -> None:
    recent = RecentTags()
    recent.catch_up(7)
    recent.add([DCBSequencedEvent(event("a.v1", "x"), 8), DCBSequencedEvent(event("b.v1", "y"), 9)])
    assert recent.may_break(unless("x", after=7))
    assert not recent.may_break(unless("x", after=8))
    assert not recent.may_break(unless("x", "y", after=8))
    assert recent.may_break(unless("z", after=6))


@given(
    writes=st.lists(st.tuples(st.booleans(), EVENTS), max_size=12),
    conditions=st.lists(st.builds(DCBAppendCondition, QUERIES, AFTER), max_size=8),
    tags_kept_max=st.integers(0, 4),
)
def test_it_never_rules_out_what_breaks(
    writes: list, conditions: list[DCBAppendCondition], tags_kept_max: int
) -> None:
    log, recent = NaiveLog(), RecentTags(tags_kept_max)
    for is_ours, written in writes:
        log.append([written], None)
        if is_ours:
            recent.catch_up(len(log.events) - 1)
            recent.add(log.events[-1:])
    recent.catch_up(len(log.events))
    for condition in conditions:
        if log.read(condition.fail_if_events_match, condition.after or 0):
            assert recent.may_break(condition)
