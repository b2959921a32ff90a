"""Random events of every type, built from the types of their fields."""

import string
import types
from datetime import UTC, datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from domain.codec import personal_fields
from domain.events import EVENT_TYPES, Event, Meta

MARK = "secret:"
INT64 = st.integers(-(2**63), 2**63 - 1)
WORDS = st.text(string.ascii_letters + string.digits + 'äß水🏀"\\\n', min_size=1, max_size=40)
LEAVES: dict[type, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: INT64,
    float: st.floats(allow_nan=False, allow_infinity=False),
    datetime: st.datetimes(timezones=st.just(UTC)),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    if hasattr(hint, "__supertype__"):  # an id
        return WORDS.map(lambda text: f"{hint.__name__}-{text}")
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*(values(option) for option in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return structs(hint)
    return LEAVES[hint] if hint in LEAVES else st.from_type(hint)


def structs(kind: type[msgspec.Struct], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a struct; some fields may be given."""
    hints = get_type_hints(kind)
    fields = {field: values(hints[field]) for field in kind.__struct_fields__}
    return st.builds(kind, **(fields | given))


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Events of one type; each personal text is marked, so that it can be looked for."""
    personal = st.none() | WORDS.map(lambda text: MARK + text)
    return structs(kind, **{field: personal for field, _ in personal_fields(kind)})


EVENTS = st.sampled_from(EVENT_TYPES).flatmap(events_of)
METAS = structs(Meta)
