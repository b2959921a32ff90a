"""Colours, materials and sizes by their words."""

Rgb = tuple[float, float, float]

COLOURS: dict[str, Rgb] = {
    "red": (0.80, 0.12, 0.10), "crimson": (0.62, 0.05, 0.14), "maroon": (0.40, 0.06, 0.10),
    "orange": (0.93, 0.45, 0.10), "yellow": (0.95, 0.79, 0.15), "gold": (0.83, 0.66, 0.22),
    "beige": (0.87, 0.80, 0.66), "cream": (0.96, 0.92, 0.80), "tan": (0.75, 0.60, 0.42),
    "brown": (0.42, 0.26, 0.14), "green": (0.16, 0.55, 0.24), "lime": (0.55, 0.83, 0.16),
    "olive": (0.42, 0.44, 0.16), "mint": (0.65, 0.90, 0.76), "turquoise": (0.15, 0.66, 0.66),
    "cyan": (0.15, 0.80, 0.90), "blue": (0.13, 0.33, 0.75), "light blue": (0.53, 0.75, 0.93),
    "navy": (0.07, 0.12, 0.32), "purple": (0.45, 0.20, 0.62), "lavender": (0.72, 0.65, 0.88),
    "magenta": (0.82, 0.14, 0.55), "pink": (0.93, 0.48, 0.64), "black": (0.06, 0.06, 0.07),
    "grey": (0.50, 0.50, 0.52), "silver": (0.74, 0.75, 0.77), "white": (0.93, 0.93, 0.91),
}  # fmt: skip
"""What each colour's name means in sRGB."""

_NEAR = (
    "red: scarlet ruby vermilion; crimson: cherry; maroon: burgundy wine; orange: amber apricot tangerine peach ginger "
    "rust copper coral; yellow: lemon mustard blond blonde; gold: golden; cream: ivory eggshell; tan: khaki sandy bronze; "
    "brown: chestnut chocolate auburn mahogany brunette; green: emerald leafy jade; lime: chartreuse; "
    "turquoise: teal aquamarine; cyan: aqua; blue: azure cobalt sapphire indigo; light blue: sky; purple: violet plum; "
    "lavender: lilac mauve; magenta: fuchsia; pink: rose salmon rosy; black: jet ebony dark; grey: gray ash charcoal slate; "
    "silver: silvery; white: snowy pale clear"
)


def _words() -> dict[str, tuple[str, str | None]]:
    table: dict[str, tuple[str, str | None]] = {name: (name, None) for name in COLOURS}
    for entry in _NEAR.split(";"):
        name, words = entry.split(":")
        table.update({word: (name.strip(), name.strip()) for word in words.split()})
    for word, name in (("gray", "grey"), ("golden", "gold"), ("silvery", "silver"), ("violet", "purple")):
        table[word] = (name, None)
    return table


COLOUR_WORDS: dict[str, tuple[str, str | None]] = _words()
"""Each word for a colour: its name in COLOURS, and that name again where it only comes near."""

SHADES = frozenset({"light", "dark", "bright", "pale", "deep", "neon", "pastel", "vivid"})
MANY_COLOURED = frozenset(
    "colorful colourful multicolored multicoloured rainbow striped spotted checkered dotted plaid polka patterned".split()
)
NOT_ALONE = frozenset("sky dark clear rose sandy leafy snowy cherry peach ginger lemon wine rust coral plum slate "
                      "chocolate mint lavender lime olive cream chestnut mustard salmon ash apricot tangerine ruby jade "
                      "charcoal copper bronze amber emerald sapphire gold silver orange ivory jet rosy pale".split())  # fmt: skip
"""Colour words that may be things or moods: colours only before a noun that they can colour."""

MATERIALS: dict[str, str] = {
    word: material
    for material, words in {
        "wood": "wood wooden oak bamboo pine timber plywood teak",
        "metal": "metal metallic steel iron aluminium aluminum tin brass copper chrome bronze",
        "glass": "glass crystal",
        "plastic": "plastic vinyl acrylic lego styrofoam",
        "rubber": "rubber latex",
        "stone": "stone marble granite rocky brick",
        "concrete": "concrete cement",
        "brick": "brick",
        "paper": "paper origami papery",
        "cardboard": "cardboard",
        "cloth": "cloth fabric cotton silk wool woolen woollen velvet linen knitted plush felt denim",
        "leather": "leather",
        "ceramic": "ceramic porcelain clay pottery",
        "ice": "ice icy frozen",
    }.items()
    for word in words.split()
}
"""Each word for a material: its own name or that of its family."""

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
