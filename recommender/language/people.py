"""Reads who the makers are to be: "only from @maya", "people I follow", "nothing by strangers"."""

import re

from recommender.language.line import Line
from recommender.rules import Maker, Rule, RuleKind

FOLLOWING = "following"
_WHO = r"(?:people|those|everyone|accounts|makers|creators|ones|folks|anyone|somebody|someone|users|channels|friends)"
_FRIENDS = (
    rf"(?:(?:my |our )?(?:{_WHO} )?(?:that |whom |who )?(?:i|we) (?:already )?(?:follow|am following|are following|know)|"
    r"(?:my|our) (?:own )?(?:friends|buddies|mates|pals|circle|followings|follows|subscriptions|crew)|friends(?= only))"
)
_STRANGERS = rf"(?:strangers|{_WHO} (?:that |whom |who )?(?:i|we) do not (?:follow|know)|people outside my (?:friends|circle)|randoms|random people)"
_BY = r"(?:from|by|of|made by|posted by|shared by|with|that|which)"
_CLIPS = r"(?:videos|clips|stuff|content|things|posts|anything|something|what|everything|only)"
_PLAIN_WHO = rf"(?:(?P<handles>@\w+(?: (?:,|and|or|, and|, or|nor) @\w+)*)|(?P<strangers>{_STRANGERS})|(?P<friends>{_FRIENDS}|(?<=from )friends|(?<=only )friends(?= [,.]|$)|(?<=by )friends))"
_MAKER = re.compile(
    rf"(?<!\S)(?P<way>(?:(?:i|we) )?(?:do not (?:want|show|like)(?: me)?(?: to see)?|show me|give me|i want|want|only|just|never|no more|no|nothing but|nothing|not|without|hide|skip|avoid|"
    rf"mute|block|exclude|except|except for|less|fewer|more|enough|too much|stop showing me|stick to|limit to|tired of|sick of|hate)(?: (?:of|show me|see))? )?"
    rf"(?:(?:any|the|more|see) )*(?:{_CLIPS} )*(?:{_BY} )?(?P<only2>only )?{_PLAIN_WHO}(?P<only> only)?(?: (?:made|make|posted|post|share|shared))?(?= |$)"
)
_NEVER = frozenset(
    ("never", "no", "nothing", "not", "without", "hide", "skip", "avoid", "mute", "block", "exclude", "except", "do", "enough",
     "stop", "tired", "sick", "hate")
)  # fmt: skip
_LESS = frozenset(("less", "fewer", "too"))
_HANDLE = re.compile(r"@(\w+)")


def makers(line: Line) -> list[tuple[tuple[Rule, ...], slice]]:
    """Every group of rules on makers, their words still empty, with the places of its tokens."""
    return [(_rules(match), place) for match, place in line.matches(_MAKER)]


def _rules(match: re.Match[str]) -> tuple[Rule, ...]:
    kind = _kind(match)
    if match["handles"]:
        return tuple(
            Rule(kind, Maker(handle), "") for handle in dict.fromkeys(_HANDLE.findall(match["handles"]))
        )
    if match["strangers"]:
        # Strangers are all whom one does not follow: to bar them is to ask for the others alone.
        kind = {"never": "only", "only": "never", "where": "never", "less": "more", "more": "less"}[kind]  # type: ignore[assignment]
    return (Rule(kind, Maker(FOLLOWING), ""),)


def _kind(match: re.Match[str]) -> RuleKind:
    words = (match["way"] or "").split()
    words = words[1:] if words[:1] in (["i"], ["we"]) else words
    if (
        match["only"]
        or match["only2"]
        or "only" in words
        or "only" in match[0].split()
        or words[:2] == ["nothing", "but"]
        or words[:1] in (["just"], ["stick"], ["limit"])
    ):
        return "only"
    if not words:
        return "where"
    if words[0] in _NEVER:
        return "never"
    if words[0] in _LESS:
        return "less"
    return "more" if "more" in match[0].split() and words[0] != "want" else "where"
