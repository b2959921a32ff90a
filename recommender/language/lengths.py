"""Reads how long a clip may be: "under 10 seconds", "nothing over half a minute", "short ones"."""

import re
from typing import NamedTuple

from recommender.language.line import Line
from recommender.language.numbers import NUMBER, SHORT_UNIT, span_s
from recommender.rules import Length

SHORT_S_MAX = 10.0
LONG_S_MIN = 30.0

_CLIPS = r"(?:videos?|clips?|ones|one|stuff|things|content|reels?|shorts|films?|movies?|footage)"
_NOT = r"(?:(?:nothing|no|not|never|none|without|do not show me|no more|avoid|skip|hide)(?: anything| any| something)?(?: (?:videos|clips|ones))?(?: that (?:is|are|lasts|last|goes|go|runs|run))?)"
_IS = r"(?:(?:that )?(?:is|are|be|lasts?|runs?|lasting|running|goes)(?: for)? |(?:should|must) (?:be|last) |(?:keep (?:it|them)|make (?:it|them)) )"
_UNDER = (
    r"(?:under|below|less than|shorter than|at most|up to|max|maximum|within|no (?:longer|more) than|not (?:longer|more) than|"
    r"not over|not above|no more than|fewer than|briefer than|never (?:longer|more) than|max of|a maximum of)"
)
_OVER = (
    r"(?:over|above|more than|longer than|at least|min|minimum|no (?:shorter|less) than|not (?:shorter|less|under) than|"
    r"not under|past|beyond|exceeding|upwards of|a minimum of)"
)
_TAIL = r"(?: (?:long|in length|or (?:less|under|shorter)|max|maximum|tops|at most|at the most)(?= |$))?"
_LIMIT = re.compile(
    rf"(?<!\S)(?:{_CLIPS} )?(?P<not>{_NOT} )?{_IS}?(?P<way>{_UNDER}|{_OVER}) (?P<amount>{NUMBER}) ?(?P<unit>{SHORT_UNIT})(?= |$){_TAIL}(?: {_CLIPS}(?= |$))?"
)
_RANGE = re.compile(
    rf"(?<!\S)(?:between |from )?(?P<low>{NUMBER})(?: {SHORT_UNIT})? (?:and|to|,) (?P<high>{NUMBER}) ?(?P<unit>{SHORT_UNIT})(?= |$)(?: long| {_CLIPS})?"
)
_TAILED = re.compile(
    rf"(?<!\S)(?P<amount>{NUMBER}) ?(?P<unit>{SHORT_UNIT}) (?P<way>or (?:less|under|shorter)|max|maximum|tops|at most|or (?:more|longer|over)|at least|minimum)(?= |$)"
)
_WORD = re.compile(
    rf"(?<!\S)(?P<not>{_NOT} )?(?:too |very |really |super |quite |so |nice and )*(?P<word>short|brief|quick|long|lengthy)(?: and sweet)? {_CLIPS}(?= |$)"
    rf"|(?<!\S)(?P<not2>{_NOT} )(?:too |very |really |that |so )*(?P<word2>long|lengthy|short|brief)(?= [,.]|$)"
    r"|(?<!\S)(?:keep (?:it|them)|make (?:it|them)|but|and|,) (?P<word3>short|brief|long)(?: and sweet)?(?= [,.]|$| please)"
)


class Found(NamedTuple):
    """A length that a text asks for, and the places of its tokens."""

    length: Length
    place: slice


def lengths(line: Line) -> list[Found]:
    """Every length that a line asks for; where two overlap the first kind below stands."""
    found = [
        Found(
            Length(*sorted((span_s(match["low"], match["unit"]), span_s(match["high"], match["unit"])))),
            place,
        )
        for match, place in line.matches(_RANGE)
    ]
    found += [
        Found(_limited(match["way"], bool(match["not"]), match["amount"], match["unit"]), place)
        for match, place in line.matches(_LIMIT)
    ]
    found += [
        Found(_limited(_way_of_tail(match["way"]), False, match["amount"], match["unit"]), place)
        for match, place in line.matches(_TAILED)
    ]
    found += [Found(_worded(match), place) for match, place in line.matches(_WORD)]
    return [each for each in found if is_sane(each.length)]


def is_sane(length: Length) -> bool:
    """Whether the bounds are above zero, so that "over 0 seconds" asks for nothing."""
    return (length.max_s is None or length.max_s > 0) and (length.min_s or 0) >= 0


def _limited(way: str, negated: bool, amount: str, unit: str) -> Length:
    bound_s = span_s(amount, unit)
    is_most = re.fullmatch(_UNDER, way) is not None
    return Length(max_s=bound_s) if is_most != negated else Length(min_s=bound_s)


def _way_of_tail(way: str) -> str:
    return "at least" if way in ("or more", "or longer", "or over", "at least", "minimum") else "at most"


def _worded(match: re.Match[str]) -> Length:
    word = match["word"] or match["word2"] or match["word3"]
    negated = bool(match["not"] or match["not2"])
    is_short = word in ("short", "brief", "quick")
    if negated:
        return Length(min_s=SHORT_S_MAX) if is_short else Length(max_s=LONG_S_MIN)
    return Length(max_s=SHORT_S_MAX) if is_short else Length(min_s=LONG_S_MIN)
