"""Days of somebody's own clock."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.days import day_begins, day_of, own_time
from domain.limits import UTC_OFFSET_LEAST_MIN, UTC_OFFSET_MOST_MIN

offsets = st.integers(UTC_OFFSET_LEAST_MIN, UTC_OFFSET_MOST_MIN)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))


def test_late_in_the_evening_it_is_tomorrow_further_east() -> None:
    at = datetime(2026, 6, 1, 23, tzinfo=UTC)
    assert [day_of(at, minutes).day for minutes in (-120, 0, 120)] == [1, 1, 2]
    assert own_time(at, 120).hour == 1
    assert day_begins(date(2026, 6, 2), 120) == datetime(2026, 6, 1, 22, tzinfo=UTC)


@given(moments, offsets)
def test_a_moment_lies_within_its_day(at: datetime, utc_offset_min: int) -> None:
    day = day_of(at, utc_offset_min)
    following = day_begins(day + timedelta(days=1), utc_offset_min)
    assert day_begins(day, utc_offset_min) <= at < following
    assert day_of(following, utc_offset_min) == day + timedelta(days=1)
