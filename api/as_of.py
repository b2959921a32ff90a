"""Reads what people write for a place in the log: a position, or a moment with its time zone."""

from datetime import datetime

from domain.store import POSITION_MAX


def parse_as_of(text: str | None) -> int | datetime | None:
    """The position or moment; None for none. Raises ValueError."""
    if text is None:
        return None
    if text.isascii() and text.isdigit():
        position = int(text)
        if position > POSITION_MAX:
            raise ValueError(f"a position is at most {POSITION_MAX}")
        return position
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone, as in 2026-03-14T12:00:00Z")
    return moment
