"""Reads in what state somebody watches, and what that asks of the feed: "before bed", "kids in the room"."""

import re
from typing import NamedTuple

from recommender.language.line import Line

_KIDS = r"(?:kids?|children|child|toddlers?|little ones|family|son|daughter|grandkids|nephews?|nieces?|students|class)"


class Mood(NamedTuple):
    """What a state of mind asks for: words that are wanted, and those that must not come."""

    more: str
    never: tuple[str, ...] = ()


FAMILY = Mood("family friendly", ("violence", "scary", "nudity"))
_MOODS: tuple[tuple[str, Mood], ...] = (
    (
        rf"(?:my |the |our |a |two |three |small |little |young )*{_KIDS} (?:is |are )?(?:in the room|around|watching|present|nearby|with me|here|next to me|looking over my shoulder)(?: with me| too)?"
        rf"|(?:watching |sitting |here )?with (?:my |the |our |small |little |young )+{_KIDS}(?: (?:here|around))?"
        rf"|(?:safe|ok|okay|fine|good|suitable|appropriate|fit|right) (?:for|to watch with) (?:my |the |our |small |little |young |all )*(?:{_KIDS}|the whole family|work|school)"
        rf"|for (?:my |the |our |small |little |young )*(?:{_KIDS}|the whole family)|(?:kids?|child|family) (?:friendly|safe)|sfw|all ages",
        FAMILY,
    ),
    (r"(?:before|at|until) (?:bed|bedtime|sleep|sleeping|going to bed|going to sleep|i sleep)|(?:to )?(?:fall asleep|wind down|unwind|drift off|doze off|sleep)(?: to)?|(?:help|helps|make|makes|let) me sleep", Mood("calm")),
    (r"(?:to )?(?:relax|calm down|de stress|destress|chill out|chill|decompress|calm me(?: down)?|soothe me|relax me|meditate)(?: to| with)?|(?:i am |i feel |feeling |so |really |very )*(?:tired|exhausted|sleepy|worn out)(?: today| tonight)?(?= [,.]|$)|(?:i am |i feel |feeling |so )*(?:stressed|anxious|overwhelmed|nervous|tense|on edge)(?: out)?", Mood("calm")),
    (r"(?:to )?(?:cheer me up|cheer us up|cheer up|makes? me (?:smile|happy|feel better|feel good)|lift my (?:mood|spirits)|brighten my (?:day|mood)|put me in a good mood|pick me up)|(?:i am |i feel |feeling |so |a bit |kind of )+(?:sad|down|blue|lonely|gloomy|heartbroken|depressed|low)(?= [,.]|$)", Mood("cheerful")),
    (r"(?:to )?(?:makes? me laugh|makes? us laugh|crack me up|for a laugh|for a giggle|giggle)|(?:i )?(?:need|want) a (?:good )?laugh", Mood("funny")),
    (r"(?:to )?(?:get me (?:going|pumped|moving|hyped)|pump me up|hype me up|wake me up|fire me up)|(?:need|want|for) (?:some )?(?:energy|a boost)", Mood("energetic")),
    (r"(?:to )?(?:inspire me|motivate me|get inspired|feel inspired|get motivated)|(?:need|want|for) (?:some )?(?:inspiration|motivation)", Mood("inspiring")),
    (r"(?:i am |feeling |so )*bored(?= [,.]|$)|(?:to )?(?:thrill me|blow my mind|amaze me|wow me|surprise me|get my heart racing)", Mood("exciting")),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"(?<!\S)(?:{pattern})(?= |$)"), mood) for pattern, mood in _MOODS)
_NEGATED = re.compile(r"(?:not|without|no|never|avoid)(?: (?:my|the|our|a|any|be|is|are))*$")


def moods(line: Line) -> list[tuple[Mood, slice]]:
    """Every mood that a line tells of, with the places of its tokens; "not for kids" tells of none."""
    return [
        (mood, place)
        for pattern, mood in _PATTERNS
        for match, place in line.matches(pattern)
        if not _NEGATED.search(line.text[: match.start()].rstrip())
    ]
