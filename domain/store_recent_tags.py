"""Remembers which tags were written lately, so that most conditions are judged without asking the file."""

from collections.abc import Iterable

from eventsourcing.dcb.api import DCBAppendCondition, DCBQueryItem, DCBSequencedEvent

TAGS_KEPT_MAX = 100_000


class RecentTags:
    """The newest position of every tag among the events after `_complete_after` and up to `_head`.

    A tag that is missing here was not written in between. This can only rule a conflict out: what it cannot
    rule out is for the file to decide.
    """

    def __init__(self, tags_kept_max: int = TAGS_KEPT_MAX) -> None:
        self._tags_kept_max = tags_kept_max
        self._complete_after = 0
        self._head = 0
        self._newest: dict[str, int] = {}

    def catch_up(self, head: int) -> None:
        """Forget everything if the log is not where the last `add` left it: somebody else wrote to it."""
        if head != self._head:
            self._restart(head)

    def add(self, events: Iterable[DCBSequencedEvent]) -> None:
        """Take note of events once they are committed, in order and without a gap."""
        if len(self._newest) > self._tags_kept_max:
            self._restart(self._head)
        for sequenced in events:
            self._head = sequenced.position
            for tag in sequenced.event.tags:
                self._newest[tag] = sequenced.position

    def may_break(self, condition: DCBAppendCondition) -> bool:
        """Whether an event in the log might break the condition."""
        after = condition.after or 0
        if after >= self._head:
            return False
        items = condition.fail_if_events_match.items
        if after < self._complete_after or not items:
            return True
        return any(self._may_match(item, after) for item in items)

    def _may_match(self, item: DCBQueryItem, after: int) -> bool:
        return all(self._newest.get(tag, 0) > after for tag in item.tags)

    def _restart(self, head: int) -> None:
        self._complete_after = self._head = head
        self._newest.clear()
