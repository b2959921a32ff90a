"""The small words of English that hold a sentence together."""

from render_cluster.storyboard import Relation

DETERMINERS = frozenset(
    "a an the this that these those my your his her its their our some any each every all no".split()
)
POSSESSIVES = frozenset("his her its their".split())
SUBJECT_PRONOUNS = frozenset("he she it they i you we himself herself themselves itself him them".split())
RELATIVES = frozenset({"who", "which", "that", "whose"})
BE = frozenset("is are was were be been being am 's 're 'm".split())
MODALS = frozenset(
    "can could will would shall should may might must does do did 'll 'd has have had to".split()
)
CONJUNCTIONS = frozenset(
    "and or but while as when because so then before after until where if than like &".split()
)
NEGATIONS = frozenset({"not", "no", "without", "never", "nor"})
PARTICLES = frozenset(
    "up down off out over away back in on through around along apart together about forward upside".split()
)

PHRASAL: dict[str, tuple[str, ...]] = {
    "pick": ("up",), "put": ("on", "down", "away", "out"), "take": ("off", "out"), "turn": ("on", "off", "over"),
    "throw": ("away", "out"), "hold": ("up", "out"), "lift": ("up",), "blow": ("out", "up"), "knock": ("over", "down"),
    "set": ("down", "up"), "cut": ("up", "down", "off"), "open": ("up",), "wake": ("up",), "pull": ("out", "up"), "push": ("over",),
    "kick": ("over",), "tip": ("over",), "give": ("back",), "carry": ("away",), "break": ("down",), "let": ("go",),
    "bring": ("back",), "lay": ("down",), "try": ("on",), "light": ("up",), "flip": ("over",),
}  # fmt: skip
"""Verbs whose particle belongs to them even before a noun: "picks up a glass"."""

RELATIONS: dict[str, Relation | None] = {
    "on": "on", "onto": "on", "upon": "on", "atop": "on", "in": "in", "inside": "in", "into": "in", "within": "in",
    "under": "under", "below": "under", "beneath": "under", "underneath": "under", "above": "above", "over": "above",
    "behind": "behind", "beside": "beside", "near": "beside", "by": "beside", "alongside": "beside", "at": "beside",
    "against": "beside", "between": "beside", "among": "beside", "around": "around", "with": "beside", "to": None,
    "towards": None, "toward": None, "through": None, "across": None, "along": None, "past": None, "from": None, "off": None,
    "of": None, "for": None, "about": None, "during": None, "without": None, "via": None, "up": None, "down": None, "out": None,
    "amid": "beside", "outside": "beside", "beyond": "behind", "like": None, "throughout": None, "using": "held_by",
    "in front of": "in_front_of", "opposite": "in_front_of", "facing": "in_front_of",
}  # fmt: skip
"""Prepositions, by where they put what stands before them."""

COMPOUND_PREPOSITIONS: dict[tuple[str, ...], str] = {
    tuple(text.split()): preposition
    for text, preposition in (
        ("in front of", "in front of"), ("next to", "beside"), ("on top of", "on"), ("close to", "beside"),
        ("on the edge of", "on"), ("at the edge of", "beside"), ("to the left of", "beside"), ("to the right of", "beside"),
        ("in the middle of", "in"), ("out of", "from"), ("away from", "from"), ("inside of", "in"), ("in between", "between"),
        ("on the side of", "beside"), ("at the top of", "on"), ("at the bottom of", "under"), ("on the back of", "on"),
        ("in the center of", "in"), ("in the centre of", "in"), ("on the end of", "on"), ("at the end of", "beside"),
        ("on the other side of", "behind"), ("from the other side of", "behind"), ("ahead of", "in front of"), ("along with", "with"),
        ("together with", "with"), ("surrounded by", "around by"), ("full of", "with content"), ("filled with", "with content"),
        ("covered with", "with content"), ("covered in", "with content"), ("because of", "from"), ("up to", "to"),
        ("down to", "to"), ("such as", "like"), ("dressed as", "as"), ("dressed like", "as"), ("disguised as", "as"), ("due to", "from"), ("on the corner of", "in"), ("in the corner of", "in"),
        ("as well as", "and"), ("in the depth of", "in"), ("up and down", "along"), ("made of", "made of"), ("made from", "made of"),
        ("made out of", "made of"), ("in the shape of", "like"), ("on the surface of", "on"),
    )
}  # fmt: skip
"""Several words that are one preposition, or come to one."""

TOOLS = frozenset(
    "hammer mallet broom mop rake shovel spoon ladle whisk brush paintbrush knife axe hatchet bat racket saw fork pencil".split()
)
"""What a deed is done with, where a clause says "with" it."""
