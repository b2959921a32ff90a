"""Judges the appends of one group in order, as if each were already in the log when the next is looked at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from eventsourcing.dcb.api import DCBEvent, DCBQueryItem, DCBSequencedEvent
from eventsourcing.persistence import IntegrityError, ProgrammingError

from domain.store import Append, Outcome, check_append


class JudgedGroup(msgspec.Struct, frozen=True):
    """What became of each append, and the events to write with the positions they take."""

    outcomes: list[Outcome]
    accepted: list[DCBSequencedEvent]


def find_invalid(appends: Sequence[Append]) -> dict[int, Exception]:
    """The appends, by index, that no recorder would take whatever stands in the log."""
    invalid: dict[int, Exception] = {}
    for index, append in enumerate(appends):
        try:
            check_append(append)
        except ProgrammingError as error:
            invalid[index] = error
    return invalid


def judge_in_order(
    appends: Sequence[Append], refused: Mapping[int, Exception], head_position: int
) -> JudgedGroup:
    """Decide which appends may be written after `head_position`.

    `refused` names, by index, those that are invalid or whose condition is broken by what stands in the log.
    What is left to see here is whether an earlier append of this very group breaks a condition. Positions run
    on from the head without a gap.
    """
    outcomes: list[Outcome] = []
    accepted = _Accepted(head_position)
    for index, append in enumerate(appends):
        if index in refused:
            outcomes.append(refused[index])
        elif accepted.breaks(append):
            outcomes.append(IntegrityError(append.condition))
        else:
            outcomes.append(accepted.add(append.events))
    return JudgedGroup(outcomes, accepted.events)


class _Accepted:
    """The events of a group that were let in so far, found by tag."""

    def __init__(self, head_position: int) -> None:
        self.events: list[DCBSequencedEvent] = []
        self._head_position = head_position
        self._by_tag: dict[str, list[DCBSequencedEvent]] = defaultdict(list)

    def add(self, events: Sequence[DCBEvent]) -> int:
        for event in events:
            self._head_position += 1
            sequenced = DCBSequencedEvent(event, self._head_position)
            self.events.append(sequenced)
            for tag in event.tags:
                self._by_tag[tag].append(sequenced)
        return self._head_position

    def breaks(self, append: Append) -> bool:
        if append.condition is None or not self.events:
            return False
        after = append.condition.after or 0
        # A query without items means every event, as the library has it.
        for item in append.condition.fail_if_events_match.items or [DCBQueryItem()]:
            candidates = self._by_tag.get(item.tags[0], ()) if item.tags else self.events
            if any(candidate.position > after and matches(item, candidate.event) for candidate in candidates):
                return True
        return False


def matches(item: DCBQueryItem, event: DCBEvent) -> bool:
    """Whether an event has one of the item's types, if it names any, and all of its tags."""
    return (not item.types or event.type in item.types) and all(tag in event.tags for tag in item.tags)
