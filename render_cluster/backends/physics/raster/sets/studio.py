"""A photographer's studio: a seamless backdrop that curves up from the floor, between soft boxes."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.sets.swell import smooth_step
from render_cluster.backends.physics.raster.sets.terrain import land
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_BACKDROPS: tuple[Colour, ...] = (
    (0.80, 0.80, 0.79),
    (0.62, 0.70, 0.76),
    (0.82, 0.74, 0.66),
    (0.66, 0.72, 0.66),
)
_CURVE_M = 3.2


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """One colour of paper, picked by the seed; it rises behind the action as a quarter of a circle."""
    colour = _BACKDROPS[int(rng.integers(len(_BACKDROPS)))]
    paper = np.empty((4, 4, 4), np.float32)
    paper[..., :3], paper[..., 3] = linear(colour), 0.75

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        along = (x - stage.centre_m[0]) * stage.ahead[0] + (y - stage.centre_m[1]) * stage.ahead[1]
        out = np.clip(along - 6.0, 0.0, _CURVE_M * 0.995)
        round_ = _CURVE_M - np.sqrt(_CURVE_M**2 - out**2)
        return round_ + 3.0 * np.maximum(along - 6.0 - _CURVE_M, 0.0)

    def white(x: np.ndarray, _y: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        # Light falls off a little up the paper.
        shade = 1.0 - 0.25 * smooth_step(0.0, 6.0, z)
        return np.tile(shade[:, None], (1, 3)), np.zeros((len(x), 3))

    parts: list[Part] = []
    for along, right in ((1.5, -4.6), (2.5, 4.9)):
        if stage.clear(*stage.beside(along, right), -1.0):
            parts += facing_stage(_soft_box(), stage, along, right)
    return Dressing(parts, paper, 4.0, land=land(stage, heights, white, 0.0, 0.5))


def _soft_box() -> list[Part]:
    """A lit box on a tripod, facing -y."""
    legs = [shapes.rod((0, 0, 0.9), (0.5 * np.cos(a), 0.5 * np.sin(a), 0.0), 0.015) for a in (0.3, 2.4, 4.5)]
    pole = shapes.rod((0, 0, 0.5), (0, 0, 2.3), 0.018)
    box = shapes.box(0.95, 0.34, 1.25, 0.05).moved(0, 0, 2.4).painted((0.05, 0.05, 0.055), 0.8)
    cloth = shapes.box(0.88, 0.02, 1.18).moved(0, -0.18, 2.4).painted((1.0, 0.98, 0.95), 0.5, glow=2.2)
    return [
        Part(merged([*legs, pole]).painted((0.08, 0.08, 0.09), 0.5)),
        Part(box, casts=False),
        Part(cloth, outlined=False, casts=False),
    ]
