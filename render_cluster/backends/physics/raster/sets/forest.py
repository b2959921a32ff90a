"""A forest: trunks into the haze, ferns, a mossy floor with litter, light between the crowns."""

import functools

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized, turned
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import growth, rocks, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.leaves import crown
from render_cluster.backends.physics.raster.sets.paint import relief
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.sets.terrain import land, mixed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_LITTER: tuple[Colour, Colour] = ((0.50, 0.38, 0.25), (0.27, 0.20, 0.13))
_MOSS: tuple[Colour, Colour] = ((0.36, 0.42, 0.18), (0.18, 0.24, 0.10))
_LEAVES: tuple[Colour, ...] = ((0.30, 0.44, 0.18), (0.24, 0.40, 0.18), (0.38, 0.48, 0.20))
_NEEDLE: Colour = (0.16, 0.30, 0.18)
_SEED = 25


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, _lit: bool) -> Dressing:
    """A small clearing with the wood closing in on all sides."""
    swell, patches = Swell(rng, 34.0), Swell(rng, 11.0)

    def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x - stage.centre_m[0], y - stage.centre_m[1])
        return (0.5 + 0.6 * swell.at(x, y)) * smooth_step(6.0, 40.0, away) * 2.6

    def shades(x: np.ndarray, y: np.ndarray, _z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        moss = smooth_step(-0.2, 0.9, patches.at(x, y))
        light, dark = (
            mixed(np.tile(linear(litter), (len(x), 1)), np.tile(linear(green), (len(x), 1)), moss)
            for litter, green in zip(_LITTER, _MOSS, strict=True)
        )
        return light, dark

    def old_tree() -> list[Part]:
        return _old_tree(rng, float(rng.uniform(13.0, 18.0)), _LEAVES[int(rng.integers(3))])

    def conifer() -> list[Part]:
        return trees.pine(rng, float(rng.uniform(9.0, 15.0)), _NEEDLE, cards_count=90)

    def far_conifer() -> list[Part]:
        return trees.pine(rng, float(rng.uniform(9.0, 15.0)), _NEEDLE, cards_count=40)

    def sapling() -> list[Part]:
        return trees.tree(rng, float(rng.uniform(2.2, 4.0)), _LEAVES[2], 90)

    def fern() -> list[Part]:
        return [_fern(rng, float(rng.uniform(0.5, 0.95)))]

    def stone() -> list[Part]:
        return [rocks.rock(rng, float(rng.uniform(0.4, 1.2)), (0.40, 0.39, 0.36), (0.30, 0.36, 0.16), 10)]

    parts: list[Part] = []
    for count, near, far, margin, grow in (
        (46, 7.0, 36.0, 1.2, old_tree), (32, 10.0, 38.0, 2.0, conifer), (18, 7.5, 24.0, 1.2, sapling),
        (70, 5.0, 20.0, 0.4, fern), (14, 5.5, 22.0, 0.8, stone),
    ):  # fmt: skip
        places = growth.scattered(stage, rng, count, near, far, margin)
        parts += growth.planted(stage, rng, places, grow, heights)
    parts += growth.tree_line(stage, rng, 48.0, 54, far_conifer, heights)
    if stage.clear(*stage.beside(7.5, -4.5), 1.5):
        parts += facing_stage(_fallen_log(), stage, 7.5, -4.5)
    parts.append(growth.grass_near(stage, rng, 900, 0.10, ((0.22, 0.28, 0.11), (0.38, 0.44, 0.18))))
    return Dressing(parts, _floor(), 2.6, relief=True, land=land(stage, heights, shades, 0.0, 6.0))


def _old_tree(rng: np.random.Generator, height_m: float, leaf: Colour) -> list[Part]:
    """A tall trunk whose crown begins well over people's heads."""
    lean = rng.normal(0, 0.35, 2)
    middle = np.array([*lean * 0.5, height_m * 0.5])
    top = np.array([*lean, height_m * 0.86])
    girth = 0.016 * height_m * rng.uniform(0.8, 1.25)
    wood = [
        shapes.rod((0, 0, 0.35), middle, girth, girth * 0.7, 9),
        shapes.rod(middle, top, girth * 0.7, girth * 0.3, 7),
    ]
    wood.append(shapes.rod((0, 0, -0.2), (0, 0, 0.4), girth * 1.7, girth, 9))
    lumps = []
    for branch in range(6):
        angle = branch * 2.4 + rng.uniform(-0.4, 0.4)
        start = middle + (top - middle) * rng.uniform(0.0, 0.8)
        tip = start + np.array([np.cos(angle), np.sin(angle), 0.5]) * height_m * rng.uniform(0.10, 0.17)
        wood.append(shapes.rod(start, tip, girth * 0.35, girth * 0.12, 5))
        lumps.append((tip, height_m * 0.10))
    lumps.append((top, height_m * 0.12))
    bark = merged(wood).painted((0.34, 0.28, 0.22), 0.95)
    stripes = np.exp(
        0.25 * np.sin(np.arctan2(bark.normals[:, 1], bark.normals[:, 0]) * 7.0 + bark.points[:, 2])
    )
    moss = np.clip(1.0 - bark.points[:, 2] / 1.2, 0, 0.7)[:, None] * np.clip(bark.normals[:, 1:2] + 0.3, 0, 1)
    bark.colours[:] = (bark.colours * stripes[:, None]) * (1 - moss) + linear((0.28, 0.36, 0.14)) * moss
    leaves = crown(rng, lumps, 110, 0.052 * height_m, leaf)
    return [
        Part(bark, Material.FAR, outlined=False),
        Part(leaves, Material.LEAVES, outlined=False, casts=False),
    ]


def _fern(rng: np.random.Generator, high_m: float) -> Part:
    """A rosette of bowed fronds, each a row of shrinking leaflets."""
    points, colours = [], []
    base = linear((0.32, 0.46, 0.16)) * np.exp(rng.normal(0, 0.12))
    for index in range(9):
        angle = index * 2.39996 + rng.uniform(-0.2, 0.2)
        out, side = (
            np.array([np.cos(angle), np.sin(angle), 0.0]),
            np.array([-np.sin(angle), np.cos(angle), 0.0]),
        )
        share = np.linspace(0.1, 1.0, 8)[:, None]
        rib = out * share * high_m * 0.85 + np.array([0, 0, 1.0]) * (1.5 * share - 1.05 * share**2) * high_m
        reach = 0.23 * high_m * (1.08 - share)
        for sign in (-1.0, 1.0):
            tips = rib + sign * side * reach + out * reach * 0.35 - (0, 0, 0.02)
            for i in range(7):
                points += [rib[i], rib[i + 1], tips[i]]
                colours += [base * 0.6, base * 0.7, base * 1.1]
    count = len(points)
    normals = np.tile((0.0, 0.0, 1.0), (count, 1))
    mesh = Mesh.of(np.array(points), normals, np.arange(count).reshape(-1, 3)).painted((1, 1, 1), 0.9)
    mesh.colours[:] = np.array(colours)
    return Part(mesh, Material.FOLIAGE, outlined=False, casts=False)


def _fallen_log() -> list[Part]:
    log = shapes.cylinder(0.26, 3.6, 0.20, 14).rotated(turned((0, 1, 0), 1.5708)).moved(0, 0, 0.22)
    mesh = log.painted((0.36, 0.29, 0.21), 0.95)
    moss = np.clip((normalized(mesh.normals)[:, 2:] - 0.3) * 2.0, 0, 0.8)
    mesh.colours[:] = mesh.colours * (1 - moss) + linear((0.32, 0.40, 0.15)) * moss
    return [Part(mesh, outlined=False)]


@functools.lru_cache(maxsize=1)
def _floor() -> np.ndarray:
    return relief(np.random.default_rng(_SEED), 512, 0.55, 1.7, 0.004)
