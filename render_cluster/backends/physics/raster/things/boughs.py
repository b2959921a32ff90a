"""The model of a bough: a branch of a tree by itself, with twigs and leaves, for what sits on it."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.things.kit import Model, Paint, Piece, ball, tube, turn

_BARK = Paint((0.33, 0.24, 0.16), 0.95)
_TWIGS_COUNT, _LEAVES_COUNT = 9, 7
_SEED = 11


def _bough(main: Colour = (0.30, 0.48, 0.18)) -> list[Piece]:
    """Lying along x, thick at the left end; the same twigs each time."""
    rng = np.random.default_rng(_SEED)
    line = [(-1.3, 0.0, 0.20), (-0.6, 0.02, 0.25), (0.0, 0.0, 0.25), (0.6, -0.02, 0.25), (1.3, 0.02, 0.33)]
    pieces = [tube(_BARK, line, [0.07, 0.055, 0.045, 0.035, 0.012])]
    for _ in range(_TWIGS_COUNT):
        # None grows in the middle, where something is to sit.
        x = float(rng.uniform(0.32, 1.25)) * (1.0 if rng.random() < 0.6 else -1.0)
        angle = float(rng.uniform(0.0, 2.0 * math.pi))
        out = np.array([0.12 * np.sign(x), 0.20 * math.sin(angle), 0.17 * math.cos(angle)])
        root = np.array([x, 0.0, 0.25])
        pieces.append(
            tube(_BARK, [tuple(root), tuple(root + 0.5 * out), tuple(root + out)], [0.012, 0.008, 0.004])
        )
        for share in rng.uniform(0.35, 1.1, _LEAVES_COUNT):
            shade = float(rng.uniform(0.75, 1.15))
            paint = Paint(tuple(min(1.0, shade * part) for part in main), 0.8)
            leaf = turn(
                turn(ball(paint, (0.055, 0.024, 0.006)), "y", rng.uniform(-60, 60)), "z", rng.uniform(0, 360)
            )
            pieces.append(leaf.moved(*(root + share * out + rng.normal(0.0, 0.025, 3))))
    return pieces


MODELS: dict[str, Model] = {"bough": _bough}
