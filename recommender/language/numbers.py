"""Reads how much of what: numbers in digits or words, and spans of time."""

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90, "hundred": 100, "couple": 2, "couple of": 2, "a couple of": 2, "a few": 3, "few": 3,
    "half": 0.5, "half a": 0.5, "half an": 0.5, "one and a half": 1.5,
    "a quarter of a": 0.25, "quarter of an": 0.25, "a quarter of an": 0.25,
}  # fmt: skip
_UNITS_S = {
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "day": 86_400, "days": 86_400,
    "night": 86_400, "nights": 86_400, "week": 604_800, "weeks": 604_800, "fortnight": 1_209_600,
    "month": 2_592_000, "months": 2_592_000, "year": 31_536_000, "years": 31_536_000,
}  # fmt: skip

_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d+(?:[.,]\d+)?|{_WORDS})"
SHORT_UNIT = r"(?:seconds?|secs?|s|minutes?|mins?|m|hours?)"
LONG_UNIT = r"(?:minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?|fortnight|months?|years?)"
# A number past this is no span of time that a feed can mean.
_NUMBER_MAX = 100_000.0


def number(text: str) -> float:
    """What a text that `NUMBER` matches counts."""
    known = _NUMBERS.get(text)
    return float(known) if known is not None else min(float(text.replace(",", ".")), _NUMBER_MAX)


def span_s(amount: str, unit: str) -> float:
    """How long an amount of a unit is, in seconds."""
    return number(amount) * _UNITS_S[unit]
