"""The verbs of the world: what people, animals and things can set out to do."""

PERSON_VERBS: tuple[str, ...] = (
    "stand", "walk", "run", "jump", "throw", "kick", "dance", "sit", "wave", "clap", "bow", "fall", "wobble",
    "push", "lift", "hold", "catch", "ride", "swim", "talk", "look", "stretch", "cheer", "crouch", "kneel",
    "lie", "eat", "drink", "play", "work", "climb", "spin", "point", "row", "hug",
    "laugh", "cry",
)  # fmt: skip
"""`play` is of an instrument held, `work` of hands busy at something before one, `ride` of a board or vehicle."""

ANIMAL_VERBS: tuple[str, ...] = (
    "stand", "walk", "run", "jump", "sit", "lie", "fly", "swim", "eat", "shake", "look", "play", "fall",
)  # fmt: skip

THING_VERBS: tuple[str, ...] = (
    "rest", "fall", "roll", "slide", "bounce", "tip", "topple", "spin", "swing", "float", "sink", "shatter",
    "burn", "fly", "rise", "drive", "pour", "collide", "explode", "blow", "hang",
)  # fmt: skip

OUTCOMES: tuple[str, ...] = (
    "falls", "recovers", "lands", "misses", "goes_in", "swish", "bounces_off", "hits", "tips", "sinks",
    "floats", "shatters", "topples", "stands", "stops",
)  # fmt: skip
"""How an action may end; the solver decides whether it does."""
