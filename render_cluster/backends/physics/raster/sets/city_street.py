"""A street of town houses over shops that runs away from the camera, with lamps, trees and parked cars."""

import functools
import math
from dataclasses import replace

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.matrices import turned
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets import facades, furniture, trees
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import Ground
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene

_CARS: tuple[Colour, ...] = (
    (0.62, 0.12, 0.10),
    (0.14, 0.22, 0.38),
    (0.78, 0.78, 0.76),
    (0.16, 0.17, 0.18),
    (0.42, 0.46, 0.44),
)
_HALF_ROAD_M, _PAVEMENT_M, _KERB_M = 5.6, 3.4, 0.07
_FROM_M, _TO_M, _DETAILED_M = -26.0, 92.0, 34.0
_SEED = 31


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Houses left and right as far as can be seen, and a tower where the street ends."""
    right_of_eyes = (stage.eyes_m[:, :2] - stage.centre_m) @ (stage.ahead[1], -stage.ahead[0])
    half = max(_HALF_ROAD_M, float(np.abs(right_of_eyes).max()) + 1.5)
    parts: list[Part] = [*_road(stage, half)]
    for side in (-1.0, 1.0):
        along = _FROM_M
        while along < _TO_M:
            wide = float(rng.uniform(9.0, 14.0))
            wall = facades.WALLS[int(rng.integers(len(facades.WALLS)))]
            house = facades.town_house(rng, wide, int(rng.integers(2, 6)), wall, lit, along < _DETAILED_M)
            # A front that faces -y is turned to look across the street.
            turn = turned((0, 0, 1), -side * math.pi / 2)
            house = [
                Part(part.mesh.rotated(turn), part.material, outlined=False, casts=False) for part in house
            ]
            parts += facing_stage(house, stage, along + wide / 2, side * (half + _PAVEMENT_M))
            along += wide + (0.0 if rng.random() < 0.85 else 3.0)
    end = facades.tower(rng, 26.0, 46.0, (0.52, 0.54, 0.58), lit)
    parts += facing_stage([end], stage, _TO_M + 24.0, -6.0)
    parts += facing_stage(
        [facades.tower(rng, 20.0, 62.0, (0.44, 0.47, 0.52), lit)], stage, _TO_M + 50.0, 17.0
    )
    lamps = _furnish(stage, rng, half, lit, parts)
    return Dressing(parts, _asphalt().layers, 16.0, tuple(lamps) if lit else ())


def _furnish(stage: Stage, rng: np.random.Generator, half: float, lit: bool, parts: list[Part]) -> list[Lamp]:
    """Adds lamps, trees and cars to `parts`; gives the lamps nearest to the action."""
    lamps: list[Lamp] = []
    for index, along in enumerate(range(-12, 70, 9)):
        for side in (-1.0, 1.0):
            post = [
                Part(p.mesh.rotated(turned((0, 0, 1), -side * math.pi / 2)), p.material, p.outlined)
                for p in furniture.street_lamp(5.4, lit)
            ]
            if index % 2 == 0 and stage.clear(*stage.beside(along, side * (half + 0.5)), 0.2):
                parts += facing_stage(post, stage, along, side * (half + 0.5))
                x, y = stage.beside(along, side * (half - 0.4))
                if -4 < along < 16:
                    lamps.append(Lamp((x, y, 5.2), (26.0, 18.5, 10.5)))
            elif stage.clear(*stage.beside(along, side * (half + 0.8)), 0.8):
                tree = trees.tree(rng, float(rng.uniform(4.2, 5.6)), (0.34, 0.46, 0.22), 150)
                # Their shade would lie over half the road.
                tree = [replace(part, casts=False) for part in tree]
                parts += facing_stage(tree, stage, along, side * (half + 0.8))
    for along in (8.0, 13.5, 21.0, 27.0, 36.0, 44.0, -8.0, 52.0):
        side = -1.0 if rng.random() < 0.5 else 1.0
        if stage.clear(*stage.beside(along, side * (half - 1.1)), 2.0):
            parts += facing_stage(
                _car(_CARS[int(rng.integers(len(_CARS)))], lit), stage, along, side * (half - 1.1)
            )
    return lamps[:2] if len(lamps) > 1 else lamps


def _road(stage: Stage, half: float) -> list[Part]:
    """Pavements with kerbs, and the marks on the carriageway."""
    stone: Colour = (0.80, 0.78, 0.74)
    long = _TO_M - _FROM_M + 40.0
    mid = (_TO_M + _FROM_M) / 2.0
    parts: list[Part] = []
    for side in (-1.0, 1.0):
        slab = shapes.box(_PAVEMENT_M, long, _KERB_M).moved(0, 0, _KERB_M / 2).painted(stone, 0.9)
        slab.colours[:] *= 2.1
        kerb = (
            shapes.box(0.18, long, _KERB_M + 0.012)
            .moved(-side * _PAVEMENT_M / 2, 0, _KERB_M / 2)
            .painted((1, 1, 1))
        )
        kerb.colours[:] *= 2.9
        parts += facing_stage(
            [Part(merged([slab, kerb]), Material.GROUND, outlined=False)],
            stage,
            mid,
            side * (half + _PAVEMENT_M / 2),
        )
    marks = [shapes.box(0.13, 2.4, 0.012).moved(0, along, 0.0) for along in np.arange(_FROM_M, _TO_M, 6.0)]
    zebra = [shapes.box(0.5, 3.0, 0.012).moved(x, 11.0, 0.0) for x in np.arange(-half + 0.6, half - 0.3, 1.0)]
    paint = merged(marks + zebra).painted((1, 1, 1))
    paint.colours[:] *= 5.2
    return parts + facing_stage([Part(paint, Material.GROUND, outlined=False)], stage, 0.0, 0.0)


def _car(colour: Colour, lit: bool) -> list[Part]:
    """A parked saloon along y: its nose to -y."""
    side = np.array(
        [
            (-2.1, 0.35),
            (-2.15, 0.62),
            (-1.25, 0.82),
            (-0.70, 1.36),
            (0.85, 1.40),
            (1.45, 0.92),
            (2.1, 0.86),
            (2.15, 0.4),
        ]
    )
    body = _extruded(side, 0.84).painted(colour, 0.25, 0.2)
    glass = np.array([(-1.12, 0.86), (-0.66, 1.30), (0.80, 1.33), (1.30, 0.92)])
    panes = _extruded(glass, 0.852).painted((0.08, 0.10, 0.12), 0.1)
    wheels = [
        shapes.cylinder(0.32, 0.22, sides=16).rotated(turned((0, 1, 0), math.pi / 2)).moved(x, y, 0.32)
        for x in (-0.76, 0.76)
        for y in (-1.32, 1.30)
    ]
    lights = [shapes.box(0.32, 0.06, 0.14).moved(x, -2.12, 0.60) for x in (-0.6, 0.6)]
    tails = [shapes.box(0.30, 0.06, 0.12).moved(x, 2.12, 0.72) for x in (-0.62, 0.62)]
    return [
        Part(body),
        Part(panes, outlined=False),
        Part(merged(wheels).painted((0.05, 0.05, 0.055), 0.7), outlined=False),
        Part(merged(lights).painted((0.95, 0.93, 0.85), 0.2, glow=0.4 if lit else 0.0), outlined=False),
        Part(merged(tails).painted((0.75, 0.05, 0.04), 0.3, glow=0.8 if lit else 0.0), outlined=False),
    ]


def _extruded(outline: np.ndarray, half_m: float) -> Mesh:
    """A convex outline (n, 2) of y and z, made solid from -half_m to half_m along x, narrower above."""
    count = len(outline)
    inset = np.where(outline[:, 1] > 0.9, 0.82, 1.0)
    sides = [np.column_stack([np.full(count, sign * half_m) * inset, outline]) for sign in (-1.0, 1.0)]
    meshes = []
    for sign, ring in zip((-1.0, 1.0), sides, strict=True):
        fan = np.stack([np.zeros(count - 2), np.arange(1, count - 1), np.arange(2, count)], 1).astype(int)
        # Outlines run clockwise seen from +x: front, up and over the roof to the back.
        faces = fan[:, ::-1] if sign > 0 else fan
        meshes.append(Mesh.of(ring, np.tile((sign, 0.0, 0.15), (count, 1)), faces))
    for i in range(count):
        j = (i + 1) % count
        quad = np.array([sides[0][i], sides[0][j], sides[1][j], sides[1][i]])
        normal = np.cross(quad[3] - quad[0], quad[1] - quad[0])
        normal = normal / max(float(np.linalg.norm(normal)), 1e-9)
        meshes.append(Mesh.of(quad, np.tile(normal, (4, 1)), np.array([[0, 2, 1], [0, 3, 2]])))
    return merged(meshes)


@functools.lru_cache(maxsize=1)
def _asphalt() -> Ground:
    rng = np.random.default_rng(_SEED)
    ground = Ground(16.0, 1024, (0.33, 0.33, 0.34), 0.8)
    ground.weather(rng, 0.10, 0.5)
    speckle = rng.normal(1.0, 0.13, ground.layers.shape[:2])
    ground.layers[..., :3] *= np.clip(speckle, 0.6, 1.5)[..., None].astype(np.float32)
    return ground
