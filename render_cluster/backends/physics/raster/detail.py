"""Levels of detail: the same points with fewer faces, where more could not be told apart."""

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.film import Take
from render_cluster.backends.physics.raster.whereabouts import outline_of
from render_cluster.backends.physics.scene import Scene

# The outermost points that are known of a performer lie this far within it.
_FLESH_M = 0.25
_LEAST_M = 0.4
# Many shapes have points at zero: no cube has its side there.
_ASIDE = 0.37


def coarser(points: np.ndarray, faces: np.ndarray, cell_m: float) -> np.ndarray:
    """Faces (k, 3) over the same points (n, 3), as if all points in a cube of side `cell_m` were one.

    Of each cube the point nearest to its points' mean stays, so that what is left lies on the old surface;
    points of one place stay together, so that no crack opens (after Rossignac and Borrel, 1993).
    """
    # Seams hold two points of one place, which rounding must not put into two cubes.
    cubes = np.floor(np.round(points.astype(float), 5) / cell_m + _ASIDE).astype(np.int64)
    _, group = np.unique(cubes, axis=0, return_inverse=True)
    group = group.ravel()
    counts = np.bincount(group)
    means = np.stack([np.bincount(group, points[:, axis]) / counts for axis in range(3)], 1)
    off = np.linalg.norm(points - means[group], axis=1)
    order = np.lexsort((off, group))
    stays = order[np.cumsum(counts) - counts]
    moved = stays[group][faces]
    a, b, c = moved.T
    return moved[(a != b) & (b != c) & (c != a)]


def pixel_m(name: str, scene: Scene, motion: Motion, take: Take, lines_count: int) -> float:
    """How wide a pixel is, in metres, where something comes nearest to the eye in the whole of a take.

    The picture has `lines_count` lines. One level serves all frames, so that nothing changes its shape.
    """
    points = outline_of(name, scene, motion)
    far_m = np.linalg.norm(points - take.eyes_m[:, None], axis=2).min(1) - _FLESH_M
    return float((2.0 * np.maximum(far_m, _LEAST_M) * np.tan(take.fovs_rad / 2.0)).min()) / lines_count
