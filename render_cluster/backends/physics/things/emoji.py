"""Any other noun: things whose body is blown up from a picture, with their size, weight and stuff by word."""

import json
import zipfile
from functools import cache
from pathlib import Path

from render_cluster.backends.physics.things import forms
from render_cluster.backends.physics.things.thing import Shape, Thing, Trait

PACK = Path(__file__).parents[1] / "raster" / "data" / "emoji.zip"
PREFIX = "emoji_"
_HELD_MOST_M = 0.6
_FIXED_LEAST_M = 4.0
# What a body blown up of this stuff weighs, kg/m3 of its solid: dishes, clothes and machines are hollow.
_DENSITY_KGPM3 = {
    "food": 600.0, "wood": 350.0, "metal": 600.0, "plastic": 200.0, "paper": 90.0,
    "cloth": 120.0, "leather": 200.0, "rubber": 300.0, "stone": 2000.0, "concrete": 300.0, "glass": 700.0,
    "ceramic": 700.0, "foam": 60.0, "ice": 900.0, "water": 950.0, "earth": 1500.0,
}  # fmt: skip
# Animals of the pack are plump; a real one weighs about this by the cube of its length.
_ANIMAL_KGPM3 = 25.0
# A body blown up over an ellipse fills this share of the box around it.
_FILLED = 0.5
_LIVING = frozenset({"fur", "flesh"})
_FLOATS = frozenset({"wood", "plastic", "paper", "foam", "rubber", "ice"})
_STANDS = (Shape("box", (0.78, 0.72, 1.0)),)


@cache
def pictured() -> dict[str, Thing]:
    """All things of the pack by kind."""
    with zipfile.ZipFile(PACK) as pack:
        rows = json.loads(pack.read("index.json"))
    return {thing.kind: thing for thing in map(_thing, rows)}


def picture_bytes(picture: str) -> bytes:
    """The WebP file of a picture of the pack; KeyError where there is none."""
    with zipfile.ZipFile(PACK) as pack:
        return pack.read(f"{picture}.webp")


def _thing(row: dict) -> Thing:
    longest_m, material = row["longest_m"], row["material"]
    size_m = tuple(round(longest_m * share, 4) for share in row["extent"])
    if material in _LIVING:
        mass_kg = _ANIMAL_KGPM3 * longest_m**3
    else:
        mass_kg = _FILLED * size_m[0] * size_m[1] * size_m[2] * _DENSITY_KGPM3[material]
    return Thing(
        kind=PREFIX + row["nouns"][0].replace(" ", "_").replace("-", "_"),
        words=tuple(row["nouns"]),
        size_m=size_m,
        mass_kg=float(f"{mass_kg:.2g}"),
        material=material,
        shapes=forms.EGG if material == "food" else _STANDS,
        traits=_traits(longest_m, material),
        picture=row["picture"],
    )


def _traits(longest_m: float, material: str) -> tuple[Trait, ...]:
    traits: list[Trait] = []
    if longest_m <= _HELD_MOST_M:
        traits.append("held")
    if material in _FLOATS:
        traits.append("floats")
    if longest_m >= _FIXED_LEAST_M and material in ("stone", "concrete", "earth"):
        traits.append("fixed")
    return tuple(traits)
