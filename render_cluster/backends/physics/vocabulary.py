"""The words that the prompt compiler knows, and what each becomes: plain tables, no grammar.

A pattern is a regular expression over lower-case words. `by` names the stand-in of what is only approximated.
"""

from typing import NamedTuple


class Meaning(NamedTuple):
    """What a phrase asks for: a `role` (style, time, setting, camera, colour, subject, dress, action), its value.

    `outcomes` of an action are the ends that show it; a `decisive` one chooses the end.
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

_PERSON = (
    Meaning(r"person|someone|somebody|figure|human", "subject", "person"),
    Meaning(r"(wo)?man|guy|girl|boy|lady|kid|child|teen(ager)?|dude", "subject", "person", "a grown figure"),
)

SUBJECTS: dict[str, tuple[Meaning, ...]] = {
    "basketball": (
        *_PERSON,
        Meaning(r"basket ?balls?|balls?", "subject", "basketball"),
        Meaning(r"(basketball )?(hoops?|rims?|baskets?|backboards?|nets?)", "subject", "hoop"),
        Meaning(r"(basketball )?(players?|shooters?)", "subject", "person"),
        Meaning(r"athlete", "subject", "person", "a player"),
        Meaning(r"(jump |free )?(shots?|throws?)", "subject", "throw"),
    ),
    "paddleboard": (
        *_PERSON,
        Meaning(r"(stand[- ]?up )?paddle ?-?boards?|sup|boards?", "subject", "paddleboard"),
        Meaning(r"surf ?boards?|canoe|kayak|raft", "subject", "paddleboard", "a paddleboard"),
        Meaning(r"paddle( ?board)?ers?|riders?", "subject", "person"),
        Meaning(r"surfers?", "subject", "person", "a paddler"),
        Meaning(r"paddles?", "subject", "paddle"),
        Meaning(r"waves?|swell", "subject", "wave"),
    ),
    "skater": (
        *_PERSON,
        Meaning(r"skate ?-?boards?|boards?|wheels?", "subject", "skateboard"),
        Meaning(r"long ?boards?|scooter", "subject", "skateboard", "a skateboard"),
        Meaning(r"skat(ers?|ing)|skate ?-?boarders?|riders?", "subject", "person"),
        Meaning(r"kerbs?|curbs?", "subject", "kerb"),
        Meaning(r"cones?", "subject", "cone"),
    ),
}

NAMING: dict[str, str] = {
    "basketball": r"basket ?balls?|hoops?|rims?|backboards?|free throws?",
    "paddleboard": r"(stand[- ]?up )?paddle ?-?board(er|ing)?s?|paddlers?|surf ?board(er)?s?|surfers?|sup",
    "skater": r"skat(ers?|ing)|skate ?-?board(er|ing)?s?|long ?board(er)?s?",
}
"""Words that name a scene beyond doubt."""

SETTINGS: dict[str, tuple[Meaning, ...]] = {
    "basketball": (
        Meaning(r"(basketball |outdoor |street )?courts?|playground|outdoors", "setting", "court"),
        Meaning(r"gym|arena|stadium|park|street|city", "setting", "court", "an outdoor court"),
    ),
    "paddleboard": (
        Meaning(r"sea|ocean|water|open water", "setting", "sea"),
        Meaning(r"lake|river|bay|lagoon|harbou?r|pool|beach|coast", "setting", "sea", "the open sea"),
    ),
    "skater": (
        Meaning(r"streets?|road|asphalt|outdoors", "setting", "street"),
        Meaning(
            r"skate ?-?park|park|plaza|sidewalk|pavement|city|car park|parking lot|alley",
            "setting", "street", "a street",
        ),
    ),
}  # fmt: skip

ACTIONS: dict[str, tuple[Meaning, ...]] = {
    "basketball": (
        Meaning(r"throw(s|ing|n)?|threw|shoot(s|ing)?|takes", "action", "throws", None,
                ("bounces_off", "goes_in", "swish", "misses"), False),
        Meaning(r"(is )?bounc(es?|ing|ed)( (off|away|back|out))?|rebounds?|ricochets?|rattles out",
                "action", "bounces off", None, ("bounces_off",)),
        Meaning(r"hit(s|ting)?|strikes?|clips?|clanks?|clangs?|rolls around", "action", "touches the rim", None,
                ("bounces_off", "goes_in"), False),
        Meaning(r"miss(es|ed|ing)?|air ?balls?", "action", "misses", None, ("misses",)),
        Meaning(r"(go|goes|going|falls?|drops?|bounces) in(to|side)?|through|scores?|sinks|makes", "action",
                "goes in", None, ("goes_in", "swish")),
        Meaning(r"swish(es)?|nothing but net|cleanly", "action", "swishes", None, ("swish",)),
    ),
    "paddleboard": (
        Meaning(r"(almost|nearly) (falls?|falling|tips?|tipping|capsiz(es|ing))|(stays?|keeps|remains?) (afloat|up"
                r"|upright|standing|balance(d)?)|recovers?|balances?|afloat"
                r"|(does not|doesn't|never|without) (falls?|falling|sink|sinking|tip|tipping)", "action",
                "stays up", None, ("wobbles_afloat",)),
        Meaning(r"wobbl(es?|ing|y)|sway(s|ing)?|rock(s|ing)|hit(s|ting)?|slaps?|paddl(es|ing)|rid(es|ing)"
                r"|stand(s|ing)?", "action", "wobbles", None, ("tips_and_sinks", "wobbles_afloat"), False),
        Meaning(r"tip(s|ping|ped)?( over)?|capsiz(es?|ing)|flip(s|ping)?( over)?|turns over|overturns?"
                r"|fall(s|ing|en)?( (in|off|over|into))?|fell|sink(s|ing)?|sank|flood(s|ing)?|splash(es|ing)?",
                "action", "tips and sinks", None, ("tips_and_sinks",)),
    ),
    "skater": (
        Meaning(r"(almost|nearly) (falls?|falling|fell|crash(es|ing)?|wipes out)|recover(s|ing|ed)?"
                r"|(stays?|keeps?) (up|upright|standing|balance(d)?|(her|his|their) balance)|catches (her|him|them)sel(f|ves)"
                r"|regains balance|(does not|doesn't|never|without) (falls?|falling|crash|crashing)", "action",
                "recovers", None, ("wobbles_recovers",)),
        Meaning(r"wobbl(es?|ing|y)|windmill(s|ing)?|loses (her |his |their )?balance|stumbl(es?|ing)", "action",
                "wobbles", None, ("wobbles_recovers", "falls"), False),
        Meaning(r"(is )?shoved|pushed", "action", "is shoved", None, ("wobbles_recovers", "falls"), False),
        Meaning(r"fall(s|ing|en)?( (off|over|down))?|fell|crash(es|ing)?|wip(es|ing) out|bails?", "action", "falls",
                None, ("falls",)),
        Meaning(r"land(s|ing|ed)?( cleanly)?|drops? off|rolls off|jumps off", "action", "lands", None,
                ("lands_cleanly",)),
        Meaning(r"cleanly", "action", "lands", None, ("lands_cleanly",), False),
        Meaning(r"roll(s|ing)?( along)?|rid(es?|ing)|skates?|cruis(es?|ing)|pass(es|ing)", "action",
                "rolls along", None, ("wobbles_recovers", "falls", "lands_cleanly"), False),
        Meaning(r"jump(s|ing)?|ollies?|tricks?|hops?", "action", "lands", "a drop off a kerb", ("lands_cleanly",)),
    ),
}  # fmt: skip

NEGATIONS: frozenset[str] = frozenset({"not", "no", "never", "without", "doesn't", "don't", "isn't"})

STOPWORDS: frozenset[str] = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "from",
        "with",
        "by",
        "as",
        "into",
        "onto",
        "over",
        "under",
        "off",
        "out",
        "up",
        "down",
        "away",
        "back",
        "it",
        "its",
        "is",
        "are",
        "was",
        "be",
        "been",
        "being",
        "this",
        "that",
        "these",
        "those",
        "while",
        "when",
        "where",
        "who",
        "which",
        "then",
        "after",
        "before",
        "until",
        "so",
        "very",
        "his",
        "her",
        "their",
        "him",
        "them",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "me",
        "my",
        "your",
        "our",
        "video",
        "clip",
        "scene",
        "shot",
        "style",
        "show",
        "shows",
        "showing",
        "make",
        "please",
        "there",
        "here",
        "some",
        "any",
        "one",
        "wearing",
        "wears",
        "dressed",
        "against",
        "along",
        "around",
        "for",
        "through",
        "just",
        "during",
        "about",
        "like",
        "make",
        "making",
        "create",
        "generate",
        "light",
    ]
)

EXAMPLES: dict[str, tuple[str, ...]] = {
    "basketball": (
        "a basketball bounces off the rim",
        "a player throws a ball at a hoop on a court and misses",
        "a ball sport: shooting, scoring, dunking, throwing something into a goal",
    ),
    "paddleboard": (
        "a paddleboard tips over and sinks",
        "a rider on a board in the sea is hit by a wave and falls into the water",
        "boats, swimming, fishing, surfing and floating on water",
    ),
    "skater": (
        "a skater wobbles, nearly falls and recovers",
        "someone rides a skateboard down a street and falls or lands a trick",
        "walking, running, cycling, driving, dancing and moving along a street",
    ),
}
"""What each scene is like, for finding the nearest to a prompt that names none."""
