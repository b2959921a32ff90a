"""An event where it stands in the log."""

from typing import NamedTuple

from domain.events import Event, Meta


class Recorded(NamedTuple):
    """An event with its place in the log."""

    position: int
    event: Event
    meta: Meta
