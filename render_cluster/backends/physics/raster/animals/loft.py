"""Pieces drawn along a line: tails, ears, horns, beaks, feathers, fins and the bodies of fish and snakes."""

import math

import numpy as np
from scipy.interpolate import PchipInterpolator

from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import normalized

_TURN = 2.0 * math.pi


def smooth_line(points: np.ndarray, count: int) -> np.ndarray:
    """`count` points (count, 3) in even steps of parameter on the smooth curve through `points`."""
    points = np.asarray(points, float)
    marks = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    return PchipInterpolator(marks / marks[-1], points)(np.linspace(0.0, 1.0, count))


def profile(values: list[tuple[float, float]], shares: np.ndarray) -> np.ndarray:
    """The smooth curve through (share, value) pairs, read at `shares`."""
    marks, heights = zip(*values, strict=True)
    return np.maximum(PchipInterpolator(marks, heights)(np.clip(shares, marks[0], marks[-1])), 0.0)


def tube(line: np.ndarray, wide: np.ndarray, high: np.ndarray, weights: np.ndarray, sides: int = 12) -> Pelt:
    """A closed tube round `line` (n, 3) with half widths and heights (n,); `weights` (n, bones) by its points.

    Its width is level, its height stands upright on the line, or ahead where the line itself is upright.
    """
    across, up = frames_along(line)
    angle = np.linspace(0.0, _TURN, sides, endpoint=False)
    ring = np.cos(angle)[None, :, None] * (across * wide[:, None])[:, None]
    ring = ring + np.sin(angle)[None, :, None] * (up * high[:, None])[:, None]
    points = (line[:, None] + ring).reshape(-1, 3)
    points = np.concatenate([points, line[:1], line[-1:]])
    held = np.concatenate([np.repeat(weights, sides, axis=0), weights[:1], weights[-1:]])
    return Pelt.of(points, ring_faces(len(line), sides), held)


def frames_along(line: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Directions across and above a line (n, 3), each (n, 3), carried along it without twisting."""
    ahead = normalized(np.gradient(line, axis=0))
    first = np.array([0.0, 0.0, 1.0]) if abs(ahead[0, 2]) < 0.9 else np.array([0.0, -1.0, 0.0])
    up = np.empty_like(line)
    for index, way in enumerate(ahead):
        first = normalized(first - way * (first @ way))
        up[index] = first
    return normalized(np.cross(up, ahead)), up


def ring_faces(rings: int, sides: int) -> np.ndarray:
    """Triangles (m, 3) of `rings` closed rings of `sides` points, then one point at each end."""
    here = np.arange(sides)
    after = (here + 1) % sides
    faces = []
    for ring in range(rings - 1):
        low, high = ring * sides, (ring + 1) * sides
        faces.append(np.stack([low + here, high + after, high + here], 1))
        faces.append(np.stack([low + here, low + after, high + after], 1))
    start, end = rings * sides, rings * sides + 1
    last = (rings - 1) * sides
    faces.append(np.stack([here * 0 + start, after, here], 1))
    faces.append(np.stack([here * 0 + end, last + here, last + after], 1))
    return np.concatenate(faces)


def sheet(grid: np.ndarray, thick: np.ndarray | float, weights: np.ndarray) -> Pelt:
    """A thin closed sheet about the points `grid` (u, v, 3): fins, wings, ears, shells.

    `thick` (u, v) is its thickness, which should fall to 0 at the rim; `weights` (u, v, bones).
    """
    u_count, v_count, _ = grid.shape
    along_u, along_v = np.gradient(grid, axis=0), np.gradient(grid, axis=1)
    out = normalized(np.cross(along_u, along_v))
    lift = out * (np.broadcast_to(thick, (u_count, v_count)) / 2.0)[..., None]
    count = u_count * v_count
    points = np.concatenate([(grid + lift).reshape(-1, 3), (grid - lift).reshape(-1, 3)])
    corner = (np.arange(u_count - 1)[:, None] * v_count + np.arange(v_count - 1)).ravel()
    across = corner + v_count
    face = np.concatenate(
        [np.stack([corner, across, across + 1], 1), np.stack([corner, across + 1, corner + 1], 1)]
    )
    rim = np.concatenate(
        [
            np.arange(v_count - 1),
            np.arange(u_count - 1) * v_count + v_count - 1,
            np.arange(v_count - 1, 0, -1) + (u_count - 1) * v_count,
            np.arange(u_count - 1, 0, -1) * v_count,
        ]
    )
    after = np.roll(rim, -1)
    edge = np.concatenate(
        [np.stack([rim, after + count, rim + count], 1), np.stack([rim, after, after + count], 1)]
    )
    faces = np.concatenate([face, face[:, ::-1] + count, edge])
    held = weights.reshape(count, -1)
    return Pelt.of(points, faces, np.concatenate([held, held]))


def ball(middle: np.ndarray, radii: np.ndarray, weights: np.ndarray, sides: int = 14, rings: int = 9) -> Pelt:
    """An ellipsoid with half axes `radii` (3,), all of it held by one row of `weights` (bones,)."""
    polar = np.linspace(0.0, math.pi, rings + 2)[1:-1]
    angle = np.linspace(0.0, _TURN, sides, endpoint=False)
    ring = np.stack(
        [
            np.sin(polar)[:, None] * np.cos(angle),
            np.sin(polar)[:, None] * np.sin(angle),
            np.broadcast_to(np.cos(polar)[:, None], (rings, sides)),
        ],
        -1,
    )
    points = np.concatenate([ring.reshape(-1, 3), [[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]]])
    faces = ring_faces(rings, sides)[:, ::-1]
    round_normals = normalized(points / np.asarray(radii))
    placed = points * radii + middle
    return Pelt(placed, round_normals, faces, np.tile(weights, (len(points), 1)))


def chain_weights(shares: np.ndarray, bones: list[int], bones_count: int) -> np.ndarray:
    """Weights (n, bones_count) of points at `shares` 0..1 along a chain of bones, each passing into the next."""
    weights = np.zeros((len(shares), bones_count))
    if len(bones) == 1:
        weights[:, bones[0]] = 1.0
        return weights
    # A bone holds wholly at its middle and shares its ends with its neighbours.
    place = np.clip(np.asarray(shares) * len(bones) - 0.5, 0.0, len(bones) - 1.0)
    low = np.minimum(place.astype(int), len(bones) - 2)
    rest = place - low
    rest = rest * rest * (3.0 - 2.0 * rest)
    rows = np.arange(len(shares))
    chain = np.array(bones)
    weights[rows, chain[low]] += 1.0 - rest
    weights[rows, chain[low + 1]] += rest
    return weights
