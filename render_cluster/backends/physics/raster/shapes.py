"""Plain shapes from formulas: the bricks that props and sets are built of."""

import itertools
import math
from collections.abc import Callable
from functools import cache

import numpy as np

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Mesh, smooth_normals

_TURN = 2.0 * math.pi


def surface(shape: Callable[[np.ndarray, np.ndarray], np.ndarray], u_count: int, v_count: int) -> Mesh:
    """The mesh of points `shape(u, v)` (..., 3) for u and v in 0..1, normals towards dp/du x dp/dv."""
    u, v = np.meshgrid(np.linspace(0, 1, u_count + 1), np.linspace(0, 1, v_count + 1), indexing="ij")
    points = shape(u, v).reshape(-1, 3)
    step = 1e-4
    along_u = shape(u + step, v) - shape(u - step, v)
    along_v = shape(u, v + step) - shape(u, v - step)
    normals = normalized(np.cross(along_u, along_v)).reshape(-1, 3)
    return Mesh.of(points, normals, _grid_faces(u_count, v_count))


@cache
def _grid_faces(u_count: int, v_count: int) -> np.ndarray:
    corner = (np.arange(u_count)[:, None] * (v_count + 1) + np.arange(v_count)).ravel()
    across = corner + v_count + 1
    triangles = (corner, across, across + 1, corner, across + 1, corner + 1)
    return np.stack(triangles, axis=1).reshape(-1, 3)


def sphere(u_count: int = 28, v_count: int = 16) -> Mesh:
    """A ball of radius 1."""
    angle = np.linspace(0, _TURN, u_count + 1)[:, None]
    polar = np.linspace(math.pi, 0, v_count + 1)[None, :]
    ring = np.sin(polar)
    grid = np.broadcast_arrays(np.cos(angle) * ring, np.sin(angle) * ring, np.cos(polar))
    points = np.stack(grid, axis=-1).reshape(-1, 3)
    return Mesh.of(points, points, _grid_faces(u_count, v_count))


def box(size_x: float, size_y: float, size_z: float, bevel_m: float = 0.0) -> Mesh:
    """A box around the origin; a bevel catches light on the edges and keeps outlines closed."""
    half = np.array([size_x, size_y, size_z]) / 2.0
    bevel = min(bevel_m, *(0.45 * half * 2))
    outwards, inwards, normals, faces = _box_rule(bevel > 0)
    return Mesh.of(outwards * half + inwards * max(bevel, 0.0), normals, faces)


@cache  # a set is built of hundreds of boxes and rods: only their sizes differ
def _box_rule(bevelled: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """What a box's points (n, 3) take of its half sides and of its bevel; its normals and faces."""
    cuts = [-1.0, -1.0, 1.0, 1.0] if bevelled else [-1.0, 1.0]
    edges = [True, False, False, True] if bevelled else [False, False]
    outwards, inwards, normals, faces = [], [], [], []
    for axis, sign in itertools.product(range(3), (-1.0, 1.0)):
        right, up = (axis + 1) % 3, (axis + 2) % 3
        side = len(cuts) - 1
        faces.append(_grid_faces(side, side) + len(outwards))
        for (a, edge_a), (b, edge_b) in itertools.product(zip(cuts, edges, strict=True), repeat=2):
            out, inside, normal = np.zeros(3), np.zeros(3), np.zeros(3)
            out[axis], out[right], out[up] = sign, a * sign, b
            # The rim of each side lies halfway round the bevel, where it meets its neighbour's rim.
            inside[axis] = -0.3 * sign * (edge_a or edge_b)
            inside[right] = -a * sign * (0.3 if edge_a else 1.0)
            inside[up] = -b * (0.3 if edge_b else 1.0)
            normal[axis], normal[right], normal[up] = sign, a * sign * edge_a, b * edge_b
            outwards.append(out)
            inwards.append(inside)
            normals.append(normal)
    return np.array(outwards), np.array(inwards), normalized(np.array(normals)), np.concatenate(faces)


def cylinder(
    radius: float = 1.0, height: float = 2.0, top_radius: float | None = None, sides: int = 20
) -> Mesh:
    """An upright closed cylinder or cone around the origin."""
    top = radius if top_radius is None else top_radius
    profile = [(0.0, -height / 2), (radius, -height / 2), (top, height / 2), (0.0, height / 2)]
    return turned_profile(profile, sides)


def turned_profile(profile: list[tuple[float, float]], sides: int = 20) -> Mesh:
    """A lathe: straight walls between the (radius, z) points, listed from below to above, edges sharp."""
    ends = np.array(profile, float)
    steps = np.diff(ends, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    walls = lengths >= 1e-9
    radius, z = (np.stack([ends[:-1, i], ends[1:, i]], 1)[walls][:, None, :] for i in (0, 1))
    cos, sin = _circle(sides)
    points = np.empty((int(walls.sum()), sides + 1, 2, 3))
    points[..., 0], points[..., 1], points[..., 2] = cos * radius, sin * radius, z
    normals = np.empty_like(points)
    out, up = (steps[walls] / lengths[walls, None] * (-1.0, 1.0)).T[:, :, None, None]
    normals[..., 0], normals[..., 1], normals[..., 2] = cos * up, sin * up, out
    faces = _grid_faces(sides, 1)
    starts = np.arange(len(points))[:, None, None] * 2 * (sides + 1)
    return Mesh.of(points.reshape(-1, 3), normals.reshape(-1, 3), (faces + starts).reshape(-1, 3))


@cache
def _circle(sides: int) -> tuple[np.ndarray, np.ndarray]:
    """Cosines and sines (sides + 1, 1) once round."""
    angle = np.linspace(0, _TURN, sides + 1)[:, None]
    return np.cos(angle), np.sin(angle)


def torus(radius: float, tube: float, sides: int = 40, tube_sides: int = 10) -> Mesh:
    """A ring in the xy plane: `radius` to the middle of a tube of radius `tube`."""

    def point(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        around, across = _TURN * u, _TURN * v
        out = radius + tube * np.cos(across)
        return np.stack([out * np.cos(around), out * np.sin(around), tube * np.sin(across)], -1)

    return surface(point, sides, tube_sides)


def rod(
    start: np.ndarray, end: np.ndarray, radius: float, end_radius: float | None = None, sides: int = 8
) -> Mesh:
    """A round bar between two points."""
    start, end = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(end - start))
    bar = cylinder(radius, length, end_radius, sides)
    return bar.rotated(_towards(end - start)).moved(*((start + end) / 2.0))


def _towards(direction: np.ndarray) -> np.ndarray:
    z = normalized(direction)
    x = normalized(np.cross((0.0, 0.0, 1.0) if abs(z[2]) < 0.9 else (1.0, 0.0, 0.0), z))
    return np.stack([x, np.cross(z, x), z], axis=1)


def slab(outline: np.ndarray, thickness: float) -> Mesh:
    """A flat thing with this anticlockwise (n, 2) outline about z = 0 and softly rounded edges."""
    rings = []
    for inset, height in ((0.25, -1.0), (0.06, -0.92), (0.0, -0.5), (0.0, 0.5), (0.06, 0.92), (0.25, 1.0)):
        scale = 1.0 - inset * min(1.0, thickness / np.abs(outline).max() * 2.0)
        z = np.full((len(outline), 1), height * thickness / 2.0)
        rings.append(np.hstack([outline * scale, z]))
    count, depth = len(outline), len(rings)
    points = np.concatenate([*rings, [[0.0, 0.0, -thickness / 2.0], [0.0, 0.0, thickness / 2.0]]])
    here = np.arange(count)
    after = (here + 1) % count
    faces = []
    for ring in range(depth - 1):
        low, high = ring * count, (ring + 1) * count
        faces += [np.stack([low + here, low + after, high + after], 1)]
        faces += [np.stack([low + here, high + after, high + here], 1)]
    bottom, top = depth * count, depth * count + 1
    faces += [np.stack([here * 0 + bottom, after, here], 1)]
    last = (depth - 1) * count
    faces += [np.stack([here * 0 + top, last + here, last + after], 1)]
    joined = np.concatenate(faces)
    return Mesh.of(points, smooth_normals(points, joined), joined)
