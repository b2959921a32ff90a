"""A still lake among woods and mountains that stand in it upside down."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Colour, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import growth, ridges, rocks, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing, Sheet
from render_cluster.backends.physics.raster.sets.leaves import blades
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.sets.swell import Swell
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_WOOD: Colour = (0.46, 0.37, 0.28)
_REED: tuple[Colour, Colour] = ((0.28, 0.34, 0.15), (0.56, 0.54, 0.28))
_SHORE_M = 52.0


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """Wooded banks all around, a jetty to one side, reeds and rocks in the shallows."""
    bank = Swell(rng, 60.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        return np.clip((away - _SHORE_M - 5.0 * bank.at(x, y)) * 0.12, 0.0, 9.0)

    def conifer() -> list[Part]:
        return trees.pine(rng, float(rng.uniform(6.5, 12.0)), (0.16, 0.29, 0.19), cards_count=40)

    def broadleaf() -> list[Part]:
        return trees.tree(rng, float(rng.uniform(5.0, 8.0)), (0.36, 0.46, 0.20), 46)

    forested: Colour = (0.20, 0.29, 0.19)
    parts = [
        ridges.range_around(
            rng, stage, ridges.Range(230.0, 120.0, 0.85, (0.30, 0.37, 0.34), (0.50, 0.50, 0.52), 0.46)
        ),
        ridges.range_around(rng, stage, ridges.Range(125.0, 26.0, 0.3, forested, (0.30, 0.36, 0.26))),
        ridges.range_around(rng, stage, ridges.Range(58.0, 5.0, 0.1, (0.34, 0.38, 0.22), (0.26, 0.33, 0.17))),
    ]
    parts += growth.tree_line(stage, rng, 68.0, 70, conifer, heights)
    parts += growth.tree_line(stage, rng, 61.0, 18, broadleaf, heights)
    for along, right in ((8.0, -9.0), (9.5, 10.5), (-2.0, -11.0), (14.0, -13.0)):
        if stage.clear(*stage.beside(along, right), 1.2):
            parts += facing_stage([_reeds(rng)], stage, along, right)
            parts += facing_stage(
                [rocks.rock(rng, 1.1, (0.42, 0.41, 0.39), detail=10)], stage, along + 1.4, right - 1.0
            )
    if stage.clear(*stage.beside(13.0, 8.0), 3.5):
        parts += facing_stage(_jetty(), stage, 13.0, 8.0)
    return Dressing(parts, None, sheet=Sheet(still=True))


def _reeds(rng: np.random.Generator) -> Part:
    roots = np.column_stack([rng.normal(0, (0.8, 0.4), (90, 2)), np.full(90, -0.3)])
    mesh = blades(rng, roots, rng.uniform(0.9, 1.9, 90), *_REED, width_m=0.022)
    return Part(mesh, Material.FOLIAGE, outlined=False, casts=False)


def _jetty() -> list[Part]:
    """Planks on posts, running off to the right."""
    planks = [shapes.box(0.22, 1.5, 0.05).moved(0.25 * i - 1.5, 0, 0.55) for i in range(34)]
    posts = [
        shapes.rod((x, side * 0.7, -1.0), (x, side * 0.7, 0.95), 0.08, sides=8)
        for x in (-1.4, 1.2, 3.8, 6.4)
        for side in (-1, 1)
    ]
    beams = [shapes.box(8.6, 0.10, 0.14).moved(2.6, side * 0.6, 0.46) for side in (-1, 1)]
    return [Part(merged(planks + posts + beams).painted(_WOOD, 0.9), Material.FAR, outlined=False)]
