"""Reads how new a clip must be: "this week", "from the last 3 days", "new ones"."""

import re

from recommender.language.line import Line
from recommender.language.numbers import LONG_UNIT, NUMBER, span_s
from recommender.rules import Age

NEW_MAX_H = 72.0
_NAMED_H = {
    "today": 24.0, "today is": 24.0, "yesterday": 48.0, "this week": 168.0, "last week": 336.0, "this month": 720.0,
    "last month": 1440.0, "this year": 8760.0, "this morning": 24.0, "last night": 36.0, "this weekend": 96.0,
}  # fmt: skip
_FROM = r"(?:from|of|posted|made|published|uploaded|shared|since|made in|posted in|released|out|dated)"
_CLIPS = r"(?:videos|clips|ones|stuff|things|content|posts|uploads|releases|reels)"
_NAMED = re.compile(
    rf"(?<!\S)(?:{_CLIPS} )?(?:{_FROM} )(?:only )?(?P<name>today|yesterday|this week|last week|this month|last month|this year|this morning|"
    rf"last night|this weekend)(?= |$)|(?<!\S)(?P<bare>this week|this month|this year)(?= |$)"
)
_PAST = re.compile(
    rf"(?<!\S)(?:{_CLIPS} )?(?:{_FROM} |in |within |not older than |no older than |nothing older than |newer than |younger than |less than )+"
    rf"(?:the )?(?:last |past |previous )?(?P<amount>{NUMBER}) (?P<unit>{LONG_UNIT})(?: old| ago)?(?= |$)"
    rf"|(?<!\S)(?:{_FROM} |in |within )?(?:the )?(?:last|past) (?:(?P<amount2>{NUMBER}) )?(?P<unit2>{LONG_UNIT})(?= |$)"
)
_NEW = re.compile(
    rf"(?<!\S)(?:brand |only |just |the )*(?:new|newest|recent|latest|fresh|freshest) {_CLIPS}(?= |$)"
    rf"|(?<!\S)(?:nothing|no|not|never) (?:too |very |that |any )?old(?: {_CLIPS})?(?= |$)"
    r"|(?<!\S)(?:posted|made|uploaded|published|shared) (?:recently|lately|just now)(?= |$)"
)


def ages(line: Line) -> list[tuple[Age, slice]]:
    """Every age that a line asks for, with the places of its tokens."""
    found = [
        (Age(_NAMED_H[match["name"] or match["bare"]]), place)
        for match, place in line.matches(_NAMED)
        # "For this week" says how long the wish holds.
        if line.text[: match.start()].split()[-1:] not in (["for"], ["until"], ["just"])
    ]
    for match, place in line.matches(_PAST):
        amount = match["amount"] or match["amount2"] or "one"
        hours = span_s(amount, match["unit"] or match["unit2"]) / 3600
        if hours > 0 and (
            match["unit2"]
            or "old" in match[0]
            or "new" in match[0]
            or "last" in match[0]
            or "past" in match[0]
        ):
            found.append((Age(hours), place))
    found += [(Age(NEW_MAX_H), place) for _, place in line.matches(_NEW)]
    return found
