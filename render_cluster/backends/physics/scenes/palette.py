"""Colours by name and by chance: what a word means in sRGB, and what people wear."""

import numpy as np

from render_cluster.backends.physics.scene import Person, Vector

COLOURS: dict[str, Vector] = {
    "red": (0.80, 0.12, 0.10),
    "orange": (0.93, 0.45, 0.10),
    "yellow": (0.95, 0.79, 0.15),
    "green": (0.16, 0.55, 0.24),
    "turquoise": (0.15, 0.66, 0.66),
    "blue": (0.13, 0.33, 0.75),
    "purple": (0.45, 0.20, 0.62),
    "pink": (0.93, 0.48, 0.64),
    "brown": (0.42, 0.26, 0.14),
    "black": (0.06, 0.06, 0.07),
    "grey": (0.50, 0.50, 0.52),
    "white": (0.93, 0.93, 0.91),
    "gold": (0.83, 0.66, 0.22),
}
REST_HEIGHT_M = 1.76
_CAST = 7
_SKINS: tuple[Vector, ...] = ((0.93, 0.76, 0.65), (0.82, 0.61, 0.48), (0.66, 0.46, 0.33), (0.45, 0.30, 0.21))
_HAIRS: tuple[Vector, ...] = ((0.10, 0.07, 0.05), (0.28, 0.17, 0.09), (0.52, 0.36, 0.18), (0.35, 0.12, 0.06))
_TOPS = ("red", "yellow", "turquoise", "blue", "purple", "white", "green", "orange")
_BOTTOMS = ("black", "grey", "blue", "brown")


def dressed(seed: int, name: str, top: str | None) -> Person:
    """A person drawn from `seed`, the same in every scene of a clip; `top` names an asked colour."""
    rng = np.random.default_rng([seed, _CAST])
    skin = _SKINS[rng.integers(len(_SKINS))]
    hair = _HAIRS[rng.integers(len(_HAIRS))]
    some_top = _TOPS[rng.integers(len(_TOPS))]
    some_bottom = _BOTTOMS[rng.integers(len(_BOTTOMS))]
    shoes = COLOURS["white" if rng.random() < 0.5 else "red"]
    return Person(
        name=name,
        height_m=REST_HEIGHT_M,
        skin=skin,
        hair=hair,
        top=COLOURS[top or some_top],
        bottom=COLOURS[some_bottom],
        shoes=shoes,
    )
