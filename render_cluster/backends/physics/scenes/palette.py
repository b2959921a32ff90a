"""Colours by name and by chance: what a word means in sRGB, and what people wear."""

import zlib

import numpy as np

from render_cluster.backends.physics.scene import Clothing, Person, Vector

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
_DENIM: Vector = (0.20, 0.29, 0.46)
_BOTTOMS: tuple[Vector, ...] = (
    (0.12, 0.12, 0.14), _DENIM, (0.13, 0.17, 0.30), (0.76, 0.70, 0.58), (0.27, 0.33, 0.22), (0.58, 0.60, 0.63),
)  # fmt: skip
# Cloth nearer to the skin or to other cloth than this reads as bare skin or as one piece, seen small.
_APART_LEAST = 0.36


def dressed(seed: int, name: str, top: str | None, legs: str = "trousers", shod: bool = True) -> Person:
    """A person drawn from `seed` and `name`: the same in every scene of a clip; `top` names an asked colour."""
    rng = np.random.default_rng([seed, zlib.crc32(name.encode()), _CAST])
    skin = _SKINS[rng.integers(len(_SKINS))]
    hair = _HAIRS[rng.integers(len(_HAIRS))]
    worn_top = COLOURS[top] if top else _apart_from((skin,), [COLOURS[word] for word in _TOPS], rng)
    bottom = _apart_from((skin, worn_top), list(_BOTTOMS), rng)
    shoes = _apart_from((bottom, skin), [COLOURS["white"], COLOURS["red"], COLOURS["black"]], rng)
    worn_shoes = (Clothing("shoes", shoes),) if shod else ()
    return Person(
        name=name,
        height_m=REST_HEIGHT_M,
        skin=skin,
        hair=hair,
        wardrobe=(Clothing("t_shirt", worn_top), Clothing(legs, bottom), *worn_shoes),
    )


def _apart_from(others: tuple[Vector, ...], offered: list[Vector], rng: np.random.Generator) -> Vector:
    """One of the colours that none of `others` is near to; the farthest where all are near."""
    nearest = [min(float(np.linalg.norm(np.subtract(one, other))) for other in others) for one in offered]
    fit = [one for one, apart in zip(offered, nearest, strict=True) if apart >= _APART_LEAST]
    return fit[rng.integers(len(fit))] if fit else offered[int(np.argmax(nearest))]
