"""The words for looks that the prompt compiler knows in every scene, and what each becomes.

A pattern is a regular expression over lower-case words. `by` names the stand-in of what is only approximated.
"""

from typing import NamedTuple


class Meaning(NamedTuple):
    """What a phrase asks for: its role and value.

    Roles are style, time, setting, camera, colour, subject, dress and action. `outcomes` of an action
    are the ends that show it; a `decisive` one chooses the end.
    """

    pattern: str
    role: str
    value: str
    by: str | None = None
    outcomes: tuple[str, ...] = ()
    decisive: bool = True


STYLES: tuple[Meaning, ...] = (
    Meaning(r"(photo-?)?realistic(ally)?|lifelike|realism", "style", "realistic"),
    Meaning(r"documentary|live action", "style", "realistic", "the realistic style"),
    Meaning(r"cinematic|filmic|like a (movie|film)", "style", "cinematic"),
    Meaning(r"movie|film|blockbuster|hollywood|noir", "style", "cinematic", "the cinematic style"),
    Meaning(r"anime", "style", "anime"),
    Meaning(r"manga|cartoon|cel[- ]shaded|animated|comic|ghibli", "style", "anime", "the anime style"),
)

TIMES: tuple[Meaning, ...] = (
    Meaning(r"day(time|light)?|by day|sunny|noon|midday|afternoon", "time", "day"),
    Meaning(r"morning|overcast|cloudy", "time", "day", "clear daylight"),
    Meaning(r"sunset|golden[- ]hour", "time", "golden_hour"),
    Meaning(r"dusk|dawn|sunrise|twilight|evening|late afternoon", "time", "golden_hour", "the golden hour"),
    Meaning(r"night(time)?|by night", "time", "night"),
    Meaning(r"midnight|moonlight|moonlit|starlight", "time", "night", "night"),
)

CAMERAS: tuple[Meaning, ...] = (
    Meaning(r"close[- ]?ups?|close shot", "camera", "close"),
    Meaning(r"wide([- ](shot|angle))?|long shot|panorama", "camera", "wide"),
    Meaning(r"low[- ]angle|from below|ground level", "camera", "low"),
    Meaning(r"high[- ]angle|from above", "camera", "high"),
    Meaning(r"aerial|drone|bird'?s[- ]eye( view)?", "camera", "high", "a high angle"),
    Meaning(r"medium shot", "camera", "medium"),
)

COLOURS: tuple[Meaning, ...] = (
    *(
        Meaning(name, "colour", name)
        for name in (
            "red",
            "orange",
            "yellow",
            "green",
            "turquoise",
            "blue",
            "purple",
            "pink",
            "brown",
            "black",
        )
    ),
    Meaning(r"gr[ae]y", "colour", "grey"),
    Meaning(r"white", "colour", "white"),
    Meaning(r"gold(en)?", "colour", "gold"),
    Meaning(r"crimson|scarlet|maroon", "colour", "red", "red"),
    Meaning(r"teal|cyan|aqua", "colour", "turquoise", "turquoise"),
    Meaning(r"navy|azure", "colour", "blue", "blue"),
    Meaning(r"violet|lilac|magenta", "colour", "purple", "purple"),
    Meaning(r"silver", "colour", "grey", "grey"),
    Meaning(r"beige|tan", "colour", "brown", "brown"),
    Meaning(r"lime|olive", "colour", "green", "green"),
)

DRESS: tuple[Meaning, ...] = (
    Meaning(r"(t-?)?shirts?|tops?", "dress", "top"),
    Meaning(r"hoodie|jacket|jersey|sweater|vest|tank top|wetsuit", "dress", "top", "a shirt"),
)

NEGATIONS: frozenset[str] = frozenset({"not", "no", "never", "without", "doesn't", "don't", "isn't"})

STOPWORDS: frozenset[str] = frozenset({
    "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "from", "with", "by", "as",
    "into", "onto", "over", "under", "off", "out", "up", "down", "away", "back", "it", "its", "is", "are",
    "was", "be", "been", "being", "this", "that", "these", "those", "while", "when", "where", "who",
    "which", "then", "after", "before", "until", "so", "very", "his", "her", "their", "him", "them",
    "they", "he", "she", "we", "i", "you", "me", "my", "your", "our", "video", "clip", "scene", "shot",
    "style", "show", "shows", "showing", "make", "please", "there", "here", "some", "any", "one",
    "wearing", "wears", "dressed", "against", "along", "around", "for", "through", "just", "during",
    "about", "like", "making", "create", "generate", "light",
})  # fmt: skip
