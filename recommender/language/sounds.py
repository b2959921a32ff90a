"""Reads what is to be heard: "with music", "silent", "no talking"."""

import re

from recommender.language.line import Line
from recommender.rules import Heard, Rule, RuleKind

_WHAT = {
    "music": "music", "a soundtrack": "music", "songs": "music", "a song": "music", "a tune": "music", "background music": "music",
    "sound": "sound", "audio": "sound", "noise": "sound", "sounds": "sound",
    "speech": "speech", "talking": "speech", "voices": "speech", "voice": "speech", "dialogue": "speech", "dialog": "speech",
    "people talking": "speech", "speaking": "speech", "narration": "speech", "voiceover": "speech", "voiceovers": "speech",
    "commentary": "speech", "spoken words": "speech",
}  # fmt: skip
_NAMES = "|".join(sorted(_WHAT, key=len, reverse=True))
_FILL = r"(?:(?:any|some|the|a|of|loud|good|nice|background|all|annoying) )*"
_SOME = r"(?:(?:any|some|the|a|of|loud|good|nice|background) )*(?:\w+ )?"  # "with soft music"
_HEARD = re.compile(
    rf"(?<!\S)(?P<way>not without|never without|with no|without|with|no|needs?|has|have|having|no more|just|only|sound of|that has|nothing without|nothing with|only with|must have)"
    rf" (?:{_FILL}|(?<=with ){_SOME})(?P<what>{_NAMES})(?= |$)(?! (?:videos?|stuff|boxes|boats))"
)
_QUIET = re.compile(
    r"(?<!\S)(?P<not>(?:not|no|never) )?(?:silent|muted|soundless|wordless)(?: (?:clips|videos|ones|only|please|stuff))?(?= |$)(?! (?:film|movie|hill|night))"
    r"|(?<!\S)(?P<on>sound on)(?= |$)|(?<!\S)(?:on mute|sound off)(?= |$)"
    r"|(?<!\S)(?P<mute>nobody|no one) (?:is )?(?:talks?|talking|speaks?|speaking)(?= |$)"
)


def heard(line: Line) -> list[tuple[Rule, slice]]:
    """Every rule on what is heard, its words still empty, with the places of its tokens."""
    found: list[tuple[Rule, slice]] = []
    for match, place in line.matches(_HEARD):
        way = match["way"]
        kind: RuleKind = (
            "never" if way in ("without", "no", "with no", "no more", "nothing with") else "where"
        )
        found.append((Rule(kind, Heard(_WHAT[match["what"]]), ""), place))  # type: ignore[arg-type]
    for match, place in line.matches(_QUIET):
        wanted = bool(match["not"] or match["on"])
        what = "speech" if match["mute"] or "wordless" in match[0] else "sound"
        found.append((Rule("where" if wanted else "never", Heard(what), ""), place))  # type: ignore[arg-type]
    return found
