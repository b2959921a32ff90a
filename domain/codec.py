"""Events to bytes and back: cached decoders, tags from id-typed fields, personal fields sealed."""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol, get_args, get_type_hints

import msgspec

from domain.events import EVENT_TYPES, Event, Meta, Personal
from domain.ids import ID_TYPES


class Sealer(Protocol):
    """Where personal fields are sealed and opened."""

    def seal(self, subject: str, plaintext: str, context: str) -> str:
        """The sealed text."""

    def open(self, subject: str, sealed: str, context: str) -> str | None:
        """The plaintext, or None once it may no longer be read."""


class Encoded(NamedTuple):
    """An event as the recorder keeps it."""

    type: str
    data: bytes
    tags: list[str]


class _Shape(NamedTuple):
    """What the codec must know of one event class."""

    decoder: msgspec.json.Decoder
    tag_fields: tuple[str, ...]
    personal_fields: tuple[tuple[str, str], ...]


class UnknownEvent(Exception):
    """The log holds a type that this program does not know."""


def tag_fields(event_type: type[Event]) -> tuple[str, ...]:
    """Names of the fields whose type is an id, an id or None, or a tuple of ids."""
    hints = get_type_hints(event_type)
    return tuple(
        field
        for field in event_type.__struct_fields__
        if hints[field] in ID_TYPES or any(option in ID_TYPES for option in get_args(hints[field]))
    )


def tags_in(event: Event, fields: Iterable[str]) -> list[str]:
    """The ids that stand in these fields of an event, each once."""
    values = (getattr(event, field) for field in fields)
    ids = (each for value in values for each in (value if isinstance(value, tuple) else (value,)))
    return list(dict.fromkeys(each for each in ids if each is not None))


def personal_fields(event_type: type[Event]) -> tuple[tuple[str, str], ...]:
    """Pairs of a sealed field and the field that names its subject."""
    hints = get_type_hints(event_type, include_extras=True)
    return tuple(
        (field, mark.subject)
        for field in event_type.__struct_fields__
        for mark in getattr(hints[field], "__metadata__", ())
        if isinstance(mark, Personal)
    )


def _envelope(event_type: type[Event]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        f"{event_type.__name__}Envelope", [("meta", Meta), ("event", event_type)], frozen=True
    )


def _shape(event_type: type[Event]) -> _Shape:
    decoder = msgspec.json.Decoder(_envelope(event_type))
    return _Shape(decoder, tag_fields(event_type), personal_fields(event_type))


class Codec:
    """Turns events with their meta into log rows and back."""

    def __init__(self, sealer: Sealer, event_types: Iterable[type[Event]] = EVENT_TYPES) -> None:
        self._sealer = sealer
        self._types = {event_type.name: event_type for event_type in event_types}
        self._shapes = {name: _shape(event_type) for name, event_type in self._types.items()}

    def tags(self, event: Event) -> list[str]:
        """The event's tags, each once."""
        return tags_in(event, self._shapes[event.name].tag_fields)

    def encode(self, event: Event, meta: Meta) -> Encoded:
        """One log row; seals personal fields. Raises KeyDestroyed for an erased subject."""
        sealed = self._with_personal(event, self._sealer.seal)
        data = msgspec.json.encode({"meta": meta, "event": sealed})
        return Encoded(event.name, data, self.tags(event))

    def decode(self, name: str, data: bytes) -> tuple[Event, Meta]:
        """The event and its meta, personal fields opened. Raises UnknownEvent, msgspec.ValidationError."""
        event, meta = self.decode_sealed(name, data)
        return self._with_personal(event, self._sealer.open), meta

    def decode_for(self, name: str, data: bytes, subjects: Collection[str]) -> tuple[Event, Meta]:
        """The same for a reader to whom only what is sealed as one of `subjects` is opened; the rest is None."""
        event, meta = self.decode_sealed(name, data)

        def opened(subject: str, sealed: str, context: str) -> str | None:
            return self._sealer.open(subject, sealed, context) if subject in subjects else None

        return self._with_personal(event, opened), meta

    def decode_sealed(self, name: str, data: bytes) -> tuple[Event, Meta]:
        """The event as it stands in the log: what is sealed stays sealed."""
        if name not in self._shapes:
            raise UnknownEvent(name)
        envelope = self._shapes[name].decoder.decode(data)
        return envelope.event, envelope.meta

    def _with_personal(self, event: Event, change: Callable[[str, str, str], str | None]) -> Event:
        changes: dict[str, str | None] = {}
        for field, subject_field in self._shapes[event.name].personal_fields:
            text = getattr(event, field)
            if text is not None:
                # The event's own ids are part of the place: a text moved to another event does not open.
                place = "/".join((event.name, field, *self.tags(event)))
                changes[field] = change(getattr(event, subject_field), text, place)
        return msgspec.structs.replace(event, **changes) if changes else event
