"""What a log means, said as naively as possible: a list, searched from the start each time."""

from collections.abc import Sequence

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem, DCBSequencedEvent


class NaiveLog:
    """A list of events."""

    def __init__(self) -> None:
        self.events: list[DCBSequencedEvent] = []

    def append(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None) -> int | None:
        """The position of the last event, or None if the condition is broken."""
        if condition and self.read(condition.fail_if_events_match, condition.after or 0):
            return None
        for event in events:
            self.events.append(DCBSequencedEvent(event, len(self.events) + 1))
        return len(self.events)

    def read(self, query: DCBQuery, after: int) -> list[DCBSequencedEvent]:
        """The events that match."""
        return [
            row
            for row in self.events
            if row.position > after
            and (not query.items or any(self._matches(item, row.event) for item in query.items))
        ]

    def _matches(self, item: DCBQueryItem, event: DCBEvent) -> bool:
        return (event.type in item.types or not item.types) and set(item.tags) <= set(event.tags)
