"""Colours by name: what a colour word means in sRGB."""

Rgb = tuple[float, float, float]

COLOURS: dict[str, Rgb] = {
    "red": (0.80, 0.12, 0.10),
    "crimson": (0.62, 0.06, 0.13),
    "maroon": (0.38, 0.07, 0.10),
    "coral": (0.93, 0.42, 0.34),
    "orange": (0.93, 0.45, 0.10),
    "amber": (0.93, 0.60, 0.12),
    "yellow": (0.95, 0.79, 0.15),
    "gold": (0.83, 0.66, 0.22),
    "cream": (0.93, 0.88, 0.74),
    "beige": (0.80, 0.71, 0.56),
    "tan": (0.72, 0.55, 0.38),
    "brown": (0.42, 0.26, 0.14),
    "khaki": (0.62, 0.57, 0.40),
    "olive": (0.38, 0.40, 0.16),
    "lime": (0.60, 0.82, 0.18),
    "green": (0.16, 0.55, 0.24),
    "emerald": (0.05, 0.47, 0.33),
    "mint": (0.62, 0.87, 0.74),
    "teal": (0.07, 0.44, 0.46),
    "turquoise": (0.15, 0.66, 0.66),
    "cyan": (0.20, 0.76, 0.87),
    "sky": (0.47, 0.72, 0.92),
    "blue": (0.13, 0.33, 0.75),
    "navy": (0.08, 0.12, 0.29),
    "indigo": (0.23, 0.18, 0.53),
    "purple": (0.45, 0.20, 0.62),
    "violet": (0.52, 0.34, 0.80),
    "lavender": (0.73, 0.68, 0.90),
    "magenta": (0.80, 0.16, 0.55),
    "pink": (0.93, 0.48, 0.64),
    "white": (0.93, 0.93, 0.91),
    "silver": (0.75, 0.76, 0.78),
    "grey": (0.50, 0.50, 0.52),
    "charcoal": (0.17, 0.18, 0.20),
    "black": (0.06, 0.06, 0.07),
}
SYNONYMS: dict[str, str] = {
    "gray": "grey", "scarlet": "red", "golden": "gold", "blonde": "gold", "azure": "sky", "burgundy": "maroon",
    "light blue": "sky", "dark blue": "navy", "dark green": "emerald", "light green": "mint", "aqua": "cyan",
    "ivory": "cream", "rose": "pink", "lilac": "lavender", "fuchsia": "magenta", "chocolate": "brown",
}  # fmt: skip


def colour(word: str) -> Rgb | None:
    """The colour that this word names, or None."""
    plain = word.strip().lower()
    return COLOURS.get(SYNONYMS.get(plain, plain))
