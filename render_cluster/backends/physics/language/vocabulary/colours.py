"""Colours, materials and sizes by their words."""

from render_cluster.backends.physics.colours import COLOURS, SYNONYMS

_ALSO = {"gray": "grey", "golden": "gold", "silvery": "silver", "violet": "violet", "leafy": "green"}
_NEAR = (
    "red: ruby vermilion; maroon: burgundy wine cherry; coral: salmon; orange: apricot tangerine peach ginger rust copper; "
    "yellow: lemon mustard blond; cream: eggshell; tan: sandy bronze; brown: chestnut auburn mahogany brunette; emerald: jade; "
    "lime: chartreuse; turquoise: aquamarine; blue: cobalt sapphire; purple: plum; lavender: mauve; pink: rosy; "
    "black: jet ebony dark; charcoal: slate; grey: ash; white: snowy pale clear"
)


def _words() -> dict[str, tuple[str, str | None]]:
    table: dict[str, tuple[str, str | None]] = {name: (name, None) for name in COLOURS}
    table.update({word: (name, name) for word, name in SYNONYMS.items()})
    for entry in _NEAR.split(";"):
        name, words = entry.split(":")
        table.update({word: (name.strip(), name.strip()) for word in words.split()})
    table.update({word: (name, None) for word, name in _ALSO.items()})
    return table


COLOUR_WORDS: dict[str, tuple[str, str | None]] = _words()
"""Each word for a colour: its name in COLOURS, and that name again where it only comes near."""

SHADES = frozenset({"light", "dark", "bright", "pale", "deep", "neon", "pastel", "vivid"})
MANY_COLOURED = frozenset(
    "colorful colourful multicolored multicoloured rainbow striped spotted checkered dotted plaid polka patterned".split()
)
METALS = frozenset({"gold", "silver", "orange", "olive", "golden"})
"""Words that are colours wherever they stand before a noun, though they are things by themselves."""

NOT_ALONE = frozenset("sky dark clear rose sandy leafy snowy cherry peach ginger lemon wine rust coral plum slate "
                      "chocolate mint lavender lime olive cream chestnut mustard salmon ash apricot tangerine ruby jade "
                      "charcoal copper bronze amber emerald sapphire gold silver orange ivory jet rosy pale coral sky".split())  # fmt: skip
"""Colour words that may be things or moods: colours only before a noun that they can colour."""

MATERIALS: dict[str, str] = {
    word: material
    for material, words in {
        "wood": "wood wooden oak bamboo pine timber plywood teak",
        "metal": "metal metallic steel iron aluminium aluminum tin brass copper chrome bronze",
        "glass": "glass crystal",
        "plastic": "plastic vinyl acrylic lego",
        "foam": "foam styrofoam polystyrene",
        "rubber": "rubber latex",
        "stone": "stone marble granite rocky brick",
        "concrete": "concrete cement",
        "paper": "paper cardboard origami",
        "cloth": "cloth fabric cotton silk wool woolen woollen velvet linen knitted felt denim",
        "fur": "fur furry plush",
        "leather": "leather",
        "ceramic": "ceramic porcelain clay pottery",
        "ice": "ice icy frozen",
    }.items()
    for word in words.split()
}
"""Each word for a material: its own name or that of its family, as solver and sound know it."""

SIZES: dict[str, float] = {
    word: size
    for size, words in {
        3.0: "giant gigantic enormous colossal towering massive humongous monumental",
        1.6: "huge big large great oversized vast",
        1.12: "tall long high",
        0.9: "short slim narrow",
        0.65: "small little mini compact",
        0.4: "tiny miniature minuscule micro teeny toy",
    }.items()
    for word in words.split()
}
"""How much larger than usual each size word makes a thing."""
