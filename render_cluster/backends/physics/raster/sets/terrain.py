"""Land that is flat where things happen and rises around: dunes, hills, slopes to the horizon."""

import math
from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, smooth_normals
from render_cluster.backends.physics.raster.sets.swell import smooth_step
from render_cluster.backends.physics.raster.stage import Stage

Heights = Callable[[np.ndarray, np.ndarray], np.ndarray]
Shades = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
"""Light and dark colours (n, 3), linear, of points at x, y, z."""

_ANGLES_COUNT, _RINGS_COUNT = 144, 46
_NEAREST_M, _FARTHEST_M = 3.0, 420.0


def land(
    stage: Stage,
    heights: Heights,
    shades: Shades,
    rise_from_m: float = 1.0,
    rise_to_m: float = 9.0,
    floor_m: float = 0.0,
) -> Mesh:
    """A round of land about the stage: `heights` count fully `rise_to_m` beyond what must be kept clear."""
    angle = np.linspace(0.0, 2.0 * math.pi, _ANGLES_COUNT + 1)
    rings = np.concatenate([[0.0], np.geomspace(_NEAREST_M, _FARTHEST_M, _RINGS_COUNT)])
    turn, ring = np.meshgrid(angle, rings, indexing="ij")
    x = stage.centre_m[0] + np.cos(turn) * ring
    y = stage.centre_m[1] + np.sin(turn) * ring
    z = grown(stage, heights, x, y, rise_from_m, rise_to_m)
    points = np.stack([x, y, z + floor_m], -1).reshape(-1, 3)
    corner = (np.arange(_ANGLES_COUNT)[:, None] * len(rings) + np.arange(_RINGS_COUNT)).ravel()
    across = corner + len(rings)
    faces = np.concatenate(
        [np.stack([corner, corner + 1, across + 1], 1), np.stack([corner, across + 1, across], 1)]
    )
    flat = points[:, 0], points[:, 1], points[:, 2] - floor_m
    light, dark = shades(*flat)
    normals = smooth_normals(points, faces)
    # Where the round closes, both seams share their normals.
    ends = normals[: len(rings)] + normals[-len(rings) :]
    normals[: len(rings)] = normals[-len(rings) :] = ends / np.linalg.norm(ends, axis=1, keepdims=True)
    return Mesh(
        points.astype(np.float32),
        normals.astype(np.float32),
        faces.astype(np.int32),
        light.astype(np.float32),
        dark.astype(np.float32),
    )


def grown(
    stage: Stage, heights: Heights, x_m: np.ndarray, y_m: np.ndarray, from_m: float = 1.0, to_m: float = 9.0
) -> np.ndarray:
    """How high the land stands at some points; what grows there stands on it."""
    return heights(x_m, y_m) * smooth_step(from_m, to_m, stage.distance_m(x_m, y_m))


def even(light: Colour, dark: Colour) -> Shades:
    """The same two colours (sRGB) everywhere."""

    def shades(x_m: np.ndarray, _y: np.ndarray, _z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return np.tile(linear(light), (len(x_m), 1)), np.tile(linear(dark), (len(x_m), 1))

    return shades


def mixed(one: np.ndarray, other: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Colours (n, 3) between two, by `share` (n,) of the other."""
    return one + (other - one) * share[:, None]
