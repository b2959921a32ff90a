"""Short ways to say events, queries and conditions as the log knows them."""

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem

from domain.store_sqlite import SQLiteRecorder


def event(type_name: str = "thing.happened.v1", *tags: str, data: bytes = b"{}") -> DCBEvent:
    """An event with these tags."""
    return DCBEvent(type_name, data, list(tags))


def query(*items: tuple[tuple[str, ...], tuple[str, ...]]) -> DCBQuery:
    """A query of (types, tags) pairs."""
    return DCBQuery([DCBQueryItem(list(types), list(tags)) for types, tags in items])


def unless(*tags: str, types: tuple[str, ...] = (), after: int | None = None) -> DCBAppendCondition:
    """Holds unless an event after that position has all these tags, and one of the types if any are named."""
    return DCBAppendCondition(query((types, tags)), after)


def positions(recorder: SQLiteRecorder) -> list[int]:
    """All positions in the log, in order."""
    return [row.position for row in recorder.read()]
