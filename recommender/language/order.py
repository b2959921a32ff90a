"""Brings what is said of a thing after it before it: "leave politics out" becomes "without politics"."""

import re
from collections.abc import Sequence

from recommender.language.line import line_of
from recommender.language.tokens import Token

_THING = r"(?P<thing>(?:(?!and |but |or |me |us |the feed|my feed)[\w]+ ){1,4}?)"
_START = r"(?:(?<=^)|(?<=[,.] )|(?<=and )|(?<=but )|(?<=please ))"
_AFTER = tuple(
    (cue, re.compile(pattern))
    for cue, pattern in (
        ("without", rf"(?<!\S)(?:please )?(?:keep|leave|take|cut|filter|get) (?:the |any |all )?{_THING}(?:out|away|off)(?: of (?:it|this|here|my feed|the feed|my timeline))?(?= |$)"),
        ("without", rf"{_START}(?:the )?{_THING}(?:really |just )?(?:(?:bores?|annoys?|disgusts?|scares?|bothers?|upsets?|triggers?|depresses|irritates?|stresses) (?:me|us)|makes? (?:me|us) (?:feel )?(?:anxious|sad|sick|nervous|uncomfortable|angry|cringe|dizzy|cry|bored|uneasy|scared))(?: out)?(?= |$)"),
        ("without", rf"{_START}(?:the )?{_THING}(?:is|are) (?:so |really |just |too |very |totally )*(?:boring|annoying|out|banned|forbidden|off limits|unwanted|unwelcome|not (?:for me|my thing|my cup of tea|wanted|welcome|allowed|interesting|ok|okay))(?= |$)"),
        ("without", rf"{_START}(?:the )?{_THING}(?:, )?no thanks?(?: you)?(?= |$)"),
        ("only", rf"{_START}(?:the )?{_THING}only(?= [,.]|$| please)"),
        ("mostly", rf"{_START}(?:the )?{_THING}(?:mostly|mainly|preferably)(?= [,.]|$| please)"),
    )
)  # fmt: skip


def straightened(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with each such thing behind its cue and a full stop after it."""
    kept = tuple(tokens)
    for cue, pattern in _AFTER:
        line = line_of(kept)
        for match, place in reversed(list(line.matches(pattern))):
            first = place.start + len(match[0][: match.start("thing") - match.start()].split())
            thing = kept[first : first + len(match["thing"].split())]
            said = (Token(cue, kept[place.start].source), *thing, Token(".", kept[place.stop - 1].source))
            kept = (*kept[: place.start], *said, *kept[place.stop :])
    return kept
