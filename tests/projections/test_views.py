"""What every view promises: the same rows however the events come, and no word kept without its owner."""

import re
from collections.abc import Collection
from itertools import chain, pairwise
from typing import NamedTuple

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.codec import Codec, personal_fields
from domain.events import EVENT_TYPES
from domain.store import RawEvent
from projections.registry import PAGES, VIEW_GROUPS
from projections.replay import replay
from projections.view import Recorded
from projections.views.audit_trail import AUDIT_TRAIL
from tests.projections.given import Tables, empty, folded, tables
from tests.projections.town import histories
from tests.sealers import OpenSealer

VIEWS = tuple(view for group in VIEW_GROUPS for view in group.views)
# Each log is folded many times over by every view.
some_logs = settings(max_examples=20)
some_cuts = st.lists(st.integers(0, 200), max_size=6)
PERSONAL_FIELDS = {event_type: personal_fields(event_type) for event_type in EVENT_TYPES}


def rows_after(*batches: list[Recorded]) -> dict[str, Tables]:
    """All rows of all views after the batches, by view."""
    return {view.name: tables(folded(view, *batches)) for view in VIEWS}


class RawRows(NamedTuple):
    """A log in memory, as a replay reads it."""

    rows: list[RawEvent]

    def read_raw(self, after: int, limit: int, types: Collection[str] | None = None) -> list[RawEvent]:
        """Rows at the `limit` positions that follow `after`, of some types or of all."""
        rows = self.rows[after : after + limit]
        return rows if types is None else [row for row in rows if row[1] in types]

    def head(self) -> int:
        """The newest position."""
        return len(self.rows)


def batches_of(log: list[Recorded], cuts: list[int]) -> list[list[Recorded]]:
    """The log cut before each of some places; batches may be empty."""
    edges = [0, *sorted(cut % (len(log) + 1) for cut in cuts), len(log)]
    return [log[start:end] for start, end in pairwise(edges)]


def erased(one: Recorded) -> Recorded:
    """The event as it reads once the keys of all its subjects are destroyed."""
    nothing = {field: None for field, _ in PERSONAL_FIELDS[type(one.event)]}
    return Recorded(one.position, msgspec.structs.replace(one.event, **nothing), one.meta)


@some_logs
@given(log=histories(), cuts=some_cuts)
def test_batches_of_any_size_give_the_same_rows(log: list[Recorded], cuts: list[int]) -> None:
    at_once = rows_after(log)
    assert rows_after(*batches_of(log, cuts)) == at_once
    assert rows_after(*([one] for one in log)) == at_once


@some_logs
@given(log=histories(), cuts=some_cuts)
def test_a_batch_taken_twice_changes_nothing(log: list[Recorded], cuts: list[int]) -> None:
    twice = [batch for batch in batches_of(log, cuts) for _ in range(2)]
    assert rows_after(*twice) == rows_after(log)


@some_logs
@given(log=histories())
def test_events_taken_again_long_after_change_nothing(log: list[Recorded]) -> None:
    oldest_last = ([one] for one in reversed(log))
    assert rows_after(log, *oldest_last) == rows_after(log)


@some_logs
@given(log=histories())
def test_a_view_misses_nothing_but_what_it_does_not_look_at(log: list[Recorded]) -> None:
    for view in VIEWS:
        wanted = [one for one in log if view.types is None or one.event.name in view.types]
        assert tables(folded(view, wanted)) == tables(folded(view, log))


@some_logs
@given(log=histories(), cuts=some_cuts)
def test_a_view_that_follows_equals_one_built_as_of_each_position(
    log: list[Recorded], cuts: list[int]
) -> None:
    following = {view.name: empty(view) for view in VIEWS}
    taken: list[Recorded] = []
    for batch in batches_of(log, cuts):
        taken += batch
        for view in VIEWS:
            view.apply(following[view.name], batch)
        now = {name: tables(connection) for name, connection in following.items()}
        assert now == rows_after(taken)


@some_logs
@given(log=histories())
def test_words_stand_beside_their_owner_and_never_in_the_audit_trail(log: list[Recorded]) -> None:
    rows = rows_after(log)
    assert " of <" not in repr(rows[AUDIT_TRAIL.name])
    for view_tables in rows.values():
        for row in chain.from_iterable(view_tables.values()):
            owners = {owner for cell in row for owner in re.findall(r"of <(.+?)>", str(cell))}
            assert owners <= set(row)


@some_logs
@given(log=histories())
def test_an_erased_log_folds_and_keeps_no_word(log: list[Recorded]) -> None:
    rows = repr(rows_after([erased(one) for one in log]))
    assert " of <" not in rows
    assert "handle_" not in rows


def test_tables_are_named_after_their_view_so_that_views_may_share_a_file() -> None:
    for view in VIEWS:
        assert all(table.startswith(view.name) for table in tables(empty(view)))
    assert len({view.name for view in VIEWS}) == len(VIEWS)


@some_logs
@given(log=histories(), cut=st.integers(0, 200))
def test_a_replay_as_of_a_position_gives_the_tables_that_stood_then(log: list[Recorded], cut: int) -> None:
    codec = Codec(OpenSealer())
    raw = [(one.position, one.event.name, codec.encode(one.event, one.meta).data) for one in log]
    position = cut % (len(log) + 1)
    replayed = tables(replay(RawRows(raw), PAGES, codec.decode, position))
    for view in PAGES.views:
        for name, rows in tables(folded(view, log[:position])).items():
            assert replayed[name] == rows
