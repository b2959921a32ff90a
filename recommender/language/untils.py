"""Reads when an instruction ends by itself: "for tonight", "this weekend", "for an hour", "until Friday"."""

import re
from datetime import datetime, time, timedelta

from recommender.language.line import Line
from recommender.language.numbers import LONG_UNIT, NUMBER, span_s

# A night ends when the last are in bed, not at midnight.
NIGHT_ENDS_H = 4
UNTIL_MAX = timedelta(days=366)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPOKEN = re.compile(
    rf"(?<!\S)(?:just |only |at least )?(?:for )?(?:the )?(?:next |following |coming )?(?:(?P<amount>{NUMBER}) |(?<=the next ))(?P<unit>{LONG_UNIT})(?= |$)"
)
_NAMED = re.compile(
    r"(?<!\S)(?:just |only )?(?:for )?(?:just |only )?(?P<name>tonight|this evening|the evening|the night|this afternoon|the afternoon|this morning|today|"
    r"the day|the rest of the day|tomorrow|the week|this week|the rest of the week|this weekend|the weekend|this month|the month)(?= |$)"
)
_BY = re.compile(
    rf"(?<!\S)(?:until|till|til|up to|through) (?:the )?(?:end of )?(?:the |this |next |coming |on )*(?P<day>{'|'.join(_DAYS)}|tomorrow|tonight|midnight|noon|weekend|week|month|day|today|bedtime|"
    r"(?P<hour>\d{1,2})(?: ?(?P<half>am|pm|o'clock))?)(?: (?:morning|evening|night|afternoon))?(?= |$)"
)
_ALONE = frozenset(("tonight", "this evening", "this weekend"))


def until(line: Line, moment: datetime, utc_offset: timedelta) -> tuple[datetime, slice] | None:
    """When a line says that it ends, in UTC, and the places of its tokens; None where it says nothing."""
    local = moment + utc_offset
    for match, place in line.matches(_BY):
        end = _by(match, local)
        if end is not None and local < end <= local + UNTIL_MAX:
            return end - utc_offset, place
    for match, place in line.matches(_SPOKEN):
        span = timedelta(seconds=span_s(match["amount"] or "one", match["unit"]))
        if ("for" in match[0].split() or "next" in match[0]) and timedelta(0) < span <= UNTIL_MAX:
            return moment + span, place
    for match, place in line.matches(_NAMED):
        if match["name"] in _ALONE or "for" in match[0].split() or match[0].startswith(("just ", "only ")):
            return _named(match["name"], local) - utc_offset, place
    return None


def _by(match: re.Match[str], local: datetime) -> datetime | None:
    name = match["day"]
    if match["hour"]:
        hour = int(match["hour"]) % 12 + 12 if match["half"] == "pm" else int(match["hour"])
        return _next_hour(local, hour) if hour < 24 else None
    if name in _DAYS:
        days = (_DAYS.index(name) - local.weekday()) % 7 or 7
        # "Until Friday" ends as Friday begins; "the end of", "through" hold the day itself.
        whole = "end of" in match[0] or match[0].startswith("through")
        return _midnight(local, days + whole)
    if name in ("midnight", "noon"):
        return _next_hour(local, 0 if name == "midnight" else 12)
    if name == "tomorrow":
        return _midnight(local, 2 if "end of" in match[0] else 1)
    if name == "weekend" and "end of" not in match[0]:
        return _midnight(local, (5 - local.weekday()) % 7 or 7)
    return _named({"day": "today", "bedtime": "tonight"}.get(name, name), local)


def _named(name: str, local: datetime) -> datetime:
    if name.endswith(("tonight", "evening", "night")):
        return _next_hour(local, NIGHT_ENDS_H)
    if name.endswith("afternoon"):
        return _next_hour(local, 18)
    if name.endswith("morning"):
        return _next_hour(local, 12)
    if name.endswith("tomorrow"):
        return _midnight(local, 2)
    if name.endswith(("weekend", "week")):
        return _midnight(local, 7 - local.weekday())
    if name.endswith("month"):
        return _midnight((local.replace(day=1) + timedelta(days=32)).replace(day=1), 0)
    return _midnight(local, 1)


def _midnight(local: datetime, days: int) -> datetime:
    return datetime.combine(local.date() + timedelta(days=days), time(), local.tzinfo)


def _next_hour(local: datetime, hour: int) -> datetime:
    today = datetime.combine(local.date(), time(hour), local.tzinfo)
    return today if today > local else today + timedelta(days=1)
