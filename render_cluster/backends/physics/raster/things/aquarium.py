"""The model of an aquarium, with the fish that swim in it."""

import math

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    GRAPHITE,
    LEAF,
    Model,
    Paint,
    Piece,
    ball,
    block,
    prism,
    see_through,
    tube,
)

# A fish of the aquarium: where it swims, its colour and which way it looks.
_FISH = (
    ((-0.24, -0.08, 0.29), (0.98, 0.42, 0.04), 1),
    ((0.17, -0.12, 0.19), (0.99, 0.80, 0.12), -1),
    ((0.05, 0.04, 0.35), (0.88, 0.16, 0.20), 1),
    ((-0.08, -0.03, 0.15), (0.98, 0.42, 0.04), -1),
    ((0.28, 0.06, 0.30), (0.95, 0.95, 0.92), -1),
)


def _aquarium(main: Colour = (0.72, 0.88, 0.94)) -> list[Piece]:
    """Fish, plants and gravel in water behind four panes; the water is the main colour."""
    frame = [block(BLACK, (0.9, 0.4, 0.03), (0, 0, 0.0))] + [
        block(BLACK, size, (x, y, 0.47))
        for size, x, y in (
            ((0.9, 0.02, 0.03), 0.0, -0.19),
            ((0.9, 0.02, 0.03), 0.0, 0.19),
            ((0.02, 0.4, 0.03), -0.44, 0.0),
            ((0.02, 0.4, 0.03), 0.44, 0.0),
        )
    ]
    posts = [
        block(GRAPHITE, (0.014, 0.014, 0.46), (x, y, 0.02), 0)
        for x in (-0.442, 0.442)
        for y in (-0.192, 0.192)
    ]
    water = block(Paint(main, 0.05, 0.08), (0.88, 0.38, 0.40), (0, 0, 0.03), 0.0)
    gravel = block(Paint((0.82, 0.70, 0.50), 0.9), (0.87, 0.37, 0.05), (0, 0, 0.03), 0)
    stones = [
        ball(Paint((0.45, 0.44, 0.46), 0.9), (0.07, 0.05, 0.05), (x, 0.06, 0.08), 12) for x in (-0.02, 0.07)
    ]
    plants = [
        tube(
            LEAF,
            [(x, y, 0.07), (x + 0.015, y, 0.16), (x - 0.01, y, 0.24), (x + 0.01, y, 0.30 + 0.05 * math.sin(9 * x))],
            [0.012, 0.010, 0.008, 0.002],
        )
        for x, y in (
            (-0.40, -0.10), (-0.37, 0.04), (-0.34, -0.02), (-0.30, 0.10), (0.30, 0.11), (0.36, -0.06), (0.40, 0.03)
        )
    ]  # fmt: skip
    fish = [piece for at, colour, way in _FISH for piece in _small_fish(Paint(colour, 0.3), at, way)]
    return [*frame, *posts, see_through(water), gravel, *stones, *plants, *fish]


def _small_fish(paint: Paint, at: tuple[float, float, float], way: int) -> list[Piece]:
    """A fish of a finger's length that looks along x the given `way`, 1 or -1."""
    x, y, z = at
    tail = [(x - way * 0.04, z), (x - way * 0.085, z + 0.035), (x - way * 0.085, z - 0.035)]
    fin = [(x + way * 0.02, z + 0.025), (x - way * 0.03, z + 0.05), (x - way * 0.03, z + 0.015)]
    return [
        ball(paint, (0.05, 0.016, 0.03), at, 16),
        *(prism(paint, outline, 0.008, "y").moved(0, y, 0) for outline in (tail, fin)),
        *(ball(BLACK, 0.006, (x + way * 0.032, y + side * 0.012, z + 0.008), 8) for side in (-1, 1)),
    ]


MODELS: dict[str, Model] = {"aquarium": _aquarium}
