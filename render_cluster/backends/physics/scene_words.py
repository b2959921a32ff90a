"""The words that each scene knows: who and what it shows, where it plays, what happens and how it ends."""

from render_cluster.backends.physics.vocabulary import Meaning


def _ends(pattern: str, value: str, *outcomes: str, by: str | None = None) -> Meaning:
    """An action that chooses the end."""
    return Meaning(pattern, "action", value, by, outcomes)


def _happens(pattern: str, value: str, *outcomes: str) -> Meaning:
    """An action that those ends show, and that chooses none of them."""
    return Meaning(pattern, "action", value, None, outcomes, decisive=False)


_NEARLY = (
    r"(almost|nearly) (falls?|falling|fell|tips?|tipping|capsiz(es|ing)|crash(es|ing)?|wipes out|sinks?)"
)
_NEVER = r"(does not|doesn't|never|without) (falls?|falling|tips?|tipping|sinks?|sinking|crash(ing)?)"
_STAYS = r"(stays?|keeps?|remains?) (afloat|up|upright|standing|balance(d)?|(her|his|their) balance)"

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
        Meaning(r"paddlers?|paddle ?-?boarders?|riders?", "subject", "person"),
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
        Meaning(r"sea|ocean|water|open water", "setting", "open_sea"),
        Meaning(r"lake|river|bay|lagoon|harbou?r|pool|beach|coast", "setting", "open_sea", "the open sea"),
    ),
    "skater": (
        Meaning(r"skate ?-?park|outdoors", "setting", "skate_park"),
        Meaning(r"plaza|square|city", "setting", "plaza"),
        Meaning(r"park|bowl|half ?-?pipe", "setting", "skate_park", "a skate park"),
        Meaning(r"streets?|road|asphalt|alley|sidewalk|pavement|car park", "setting", "plaza", "a plaza"),
    ),
}

ACTIONS: dict[str, tuple[Meaning, ...]] = {
    "basketball": (
        _happens(
            r"throw(s|ing|n)?|threw|shoot(s|ing)?|takes",
            "throws",
            "bounces_off",
            "goes_in",
            "swish",
            "misses",
        ),
        _happens(
            r"hit(s|ting)?|strikes?|clips?|clanks?|clangs?", "touches the rim", "bounces_off", "goes_in"
        ),
        _ends(r"(is )?bounc(es?|ing|ed)( (off|away|back|out))?", "bounces off", "bounces_off"),
        _ends(r"rebounds?|ricochets?|rattles out", "bounces off", "bounces_off"),
        _ends(r"miss(es|ed|ing)?|air ?balls?", "misses", "misses"),
        _ends(r"(go|goes|going|falls?|drops?|bounces) in(to|side)?", "goes in", "goes_in", "swish"),
        _ends(r"through|scores?|sinks|makes", "goes in", "goes_in", "swish"),
        _ends(r"swish(es)?|nothing but net|cleanly", "swishes", "swish"),
    ),
    "paddleboard": (
        _ends(rf"{_NEARLY}|{_NEVER}|{_STAYS}", "stays up", "wobbles_afloat"),
        _ends(r"recovers?|balances?|afloat", "stays up", "wobbles_afloat"),
        _happens(
            r"wobbl(es?|ing|y)|sway(s|ing)?|rock(s|ing)|hit(s|ting)?|slaps?|paddl(es|ing)|rid(es|ing)|stand(s|ing)?",
            "wobbles",
            "tips_and_sinks",
            "wobbles_afloat",
        ),
        _ends(
            r"(tip|flip)(s|ping|ped)?( over)?|capsiz(es?|ing)|turns over|overturns?", "tips", "tips_and_sinks"
        ),
        _ends(r"fall(s|ing|en)?( (in|off|over|into))?|fell", "the rider falls", "tips_and_sinks"),
        _ends(r"sink(s|ing)?|sank|flood(s|ing)?|splash(es|ing)?", "sinks", "tips_and_sinks"),
    ),
    "skater": (
        _ends(rf"{_NEARLY}|{_NEVER}|{_STAYS}", "recovers", "wobbles_recovers"),
        _ends(r"recover(s|ing|ed)?|regains balance", "recovers", "wobbles_recovers"),
        _ends(r"catches (herself|himself|themsel(f|ves))", "recovers", "wobbles_recovers"),
        _happens(
            r"wobbl(es?|ing|y)|windmill(s|ing)?|stumbl(es?|ing)", "wobbles", "wobbles_recovers", "falls"
        ),
        _happens(r"loses (her |his |their )?balance|shoved|pushed", "is shoved", "wobbles_recovers", "falls"),
        _ends(
            r"fall(s|ing|en)?( (off|over|down))?|fell|crash(es|ing)?|wip(es|ing) out|bails?", "falls", "falls"
        ),
        _ends(r"land(s|ing|ed)?( cleanly)?|(drops?|rolls) off", "lands", "lands_cleanly"),
        _ends(r"jump(s|ing)?( off)?|ollies?|tricks?|hops?", "lands", "lands_cleanly", by="a drop off a kerb"),
        _happens(r"cleanly", "lands", "lands_cleanly"),
        _happens(
            r"roll(s|ing)?( along)?|rid(es?|ing)|skates?|cruis(es?|ing)|pass(es|ing)",
            "rolls along",
            "wobbles_recovers",
            "falls",
            "lands_cleanly",
        ),
    ),
}

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
