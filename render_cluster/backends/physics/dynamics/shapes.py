"""The collision shape and the inertia of each kind of rigid thing, for Rapier.

Round things have their axis along their own z: poles, cones, wheels and rims alike.
"""

import math
from collections.abc import Callable

import numpy as np
import rapier3d

from render_cluster.backends.physics.scene import Body, Vector

RIM_TUBE_M = 0.009
RIM_SEGMENTS = 64
TUBE_SEGMENTS = 8
# Rapier's own round shapes stand along y; the turn is an axis times its angle.
_Y_TO_Z = (math.pi / 2.0, 0.0, 0.0)


def collider(body: Body) -> rapier3d.ColliderBuilder:
    """A massless collider for `body`; KeyError for a kind without a shape."""
    return _SHAPES[body.kind](body.size_m).density(0.0)


def inertia_kgm2(body: Body) -> Vector:
    """Principal moments of inertia: a ball is a hollow shell, 2/3 m r^2, anything else a full box."""
    x, y, z = body.size_m
    if body.kind in ("basketball", "sphere"):
        shell = (2.0 / 3.0 if body.kind == "basketball" else 0.4) * body.mass_kg * (x / 2.0) ** 2
        return (shell, shell, shell)
    twelfth = body.mass_kg / 12.0
    return (twelfth * (y * y + z * z), twelfth * (x * x + z * z), twelfth * (x * x + y * y))


def torus(ring_m: float, tube_m: float) -> tuple[np.ndarray, np.ndarray]:
    """Vertices (n, 3) and triangles (m, 3) of a torus about z: a rim that a ball can pass through."""
    around, across = np.meshgrid(np.arange(RIM_SEGMENTS), np.arange(TUBE_SEGMENTS), indexing="ij")
    ring = 2.0 * np.pi * around / RIM_SEGMENTS
    tube = 2.0 * np.pi * across / TUBE_SEGMENTS
    reach = ring_m + tube_m * np.cos(tube)
    vertices = np.stack([reach * np.cos(ring), reach * np.sin(ring), tube_m * np.sin(tube)], -1)

    def index(i: np.ndarray, j: np.ndarray) -> np.ndarray:
        return (i % RIM_SEGMENTS) * TUBE_SEGMENTS + j % TUBE_SEGMENTS

    corner = index(around, across)
    ahead = index(around + 1, across)
    opposite = index(around + 1, across + 1)
    beside = index(around, across + 1)
    triangles = [np.stack([corner, ahead, opposite], -1), np.stack([corner, opposite, beside], -1)]
    return vertices.reshape(-1, 3), np.concatenate([part.reshape(-1, 3) for part in triangles])


def _ball(size_m: Vector) -> rapier3d.ColliderBuilder:
    return rapier3d.Collider.ball(size_m[0] / 2.0)


def _box(size_m: Vector) -> rapier3d.ColliderBuilder:
    return rapier3d.Collider.cuboid(*(extent / 2.0 for extent in size_m))


def _cylinder(size_m: Vector) -> rapier3d.ColliderBuilder:
    return rapier3d.Collider.cylinder(size_m[2] / 2.0, size_m[0] / 2.0).rotation(_Y_TO_Z)


def _cone(size_m: Vector) -> rapier3d.ColliderBuilder:
    return rapier3d.Collider.cone(size_m[2] / 2.0, size_m[0] / 2.0).rotation(_Y_TO_Z)


def _rim(size_m: Vector) -> rapier3d.ColliderBuilder:
    vertices, triangles = torus(size_m[0] / 2.0 - RIM_TUBE_M, RIM_TUBE_M)
    return rapier3d.Collider.trimesh(vertices.tolist(), triangles.tolist())


def _ramp(size_m: Vector) -> rapier3d.ColliderBuilder:
    """A wedge that rises along +y."""
    x, y, z = (extent / 2.0 for extent in size_m)
    corners = [(side, *edge) for side in (-x, x) for edge in ((-y, -z), (y, -z), (y, z))]
    return rapier3d.Collider.convex_hull(corners)


_SHAPES: dict[str, Callable[[Vector], rapier3d.ColliderBuilder]] = {
    "basketball": _ball,
    "sphere": _ball,
    "backboard": _box,
    "box": _box,
    "kerb": _box,
    "ground": _box,
    "skateboard": _box,
    "paddleboard": _box,
    "paddle": _box,
    "hoop_pole": _cylinder,
    "cylinder": _cylinder,
    "wheel": _cylinder,
    "cone": _cone,
    "hoop_rim": _rim,
    "ramp": _ramp,
}
