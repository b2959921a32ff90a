"""Days and hours of somebody's own clock, by how many minutes that is ahead of UTC."""

from datetime import UTC, date, datetime, time, timedelta, timezone


def own_time(at: datetime, utc_offset_min: int) -> datetime:
    """The same moment as that clock shows it."""
    return at.astimezone(timezone(timedelta(minutes=utc_offset_min)))


def day_of(at: datetime, utc_offset_min: int) -> date:
    """The day that it is then."""
    return own_time(at, utc_offset_min).date()


def day_begins(day: date, utc_offset_min: int) -> datetime:
    """When a day begins by that clock, in UTC."""
    own_midnight = datetime.combine(day, time(), timezone(timedelta(minutes=utc_offset_min)))
    return own_midnight.astimezone(UTC)
