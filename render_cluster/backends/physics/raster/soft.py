"""Draws what has no fixed shape from the points that the solver found: cords of nets and ropes, sheets of cloth."""

import math

import numpy as np

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, smooth_normals
from render_cluster.backends.physics.scene import Body

_CORD_SIDES = 3
_ROPE_SIDES = 6


class Cords:
    """Thin rods between the points (frames, n, 3) that `pairs` (m, 2) joins."""

    def __init__(
        self,
        points_m: np.ndarray,
        pairs: np.ndarray,
        radius_m: float,
        colour: Colour,
        sides: int = _CORD_SIDES,
    ) -> None:
        self.points_m, self._pairs, self._radius_m, self._colour = points_m, pairs, radius_m, colour
        self._sides = sides
        self._faces = _rod_faces(len(pairs), sides)

    def mesh(self, index: int) -> Mesh:
        """The rods of a frame in world coordinates."""
        points = self.points_m[index].astype(float)
        start, end = points[self._pairs[:, 0]], points[self._pairs[:, 1]]
        along = normalized(end - start)
        side = normalized(np.cross(along, normalized(start - points.mean(0) + (0, 0, 1e-3))))
        out = np.cross(along, side)
        angle = 2 * math.pi * np.arange(self._sides) / self._sides
        normals = side[:, None] * np.cos(angle)[None, :, None] + out[:, None] * np.sin(angle)[None, :, None]
        ends = np.stack(
            [start[:, None] + normals * self._radius_m, end[:, None] + normals * self._radius_m], 1
        )
        spread = np.repeat(normals[:, None], 2, axis=1)
        return Mesh.of(ends.reshape(-1, 3), spread.reshape(-1, 3), self._faces).painted(self._colour, 0.85)


class Cloth:
    """A sheet that shows both its sides: points (frames, n, 3) row by row, each row `columns` long."""

    def __init__(self, points_m: np.ndarray, columns: int, colour: Colour) -> None:
        self.points_m, self._colour = points_m, colour
        row, column = np.meshgrid(
            np.arange(points_m.shape[1] // columns - 1), np.arange(columns - 1), indexing="ij"
        )
        corner = (row * columns + column).ravel()
        below = corner + columns
        self._front = np.concatenate(
            [np.stack([corner, below, below + 1], 1), np.stack([corner, below + 1, corner + 1], 1)]
        )

    def mesh(self, index: int) -> Mesh:
        """The sheet of a frame in world coordinates, its back after its front."""
        points = self.points_m[index].astype(float)
        normals = smooth_normals(points, self._front)
        faces = np.concatenate([self._front, self._front[:, ::-1] + len(points)])
        both = Mesh.of(np.concatenate([points, points]), np.concatenate([normals, -normals]), faces)
        return both.painted(self._colour, 0.85)


def soft_body(body: Body, points_m: np.ndarray) -> Cords | Cloth:
    """How a body is drawn whose points (frames, n, 3) the solver found: a chain, or a sheet as wide as `size_m` says.

    Ropes are chains in the order of their points. Sheets have as many columns to rows as x to the larger of
    y and z, and as many points as that makes.
    """
    count = points_m.shape[1]
    if body.kind in ("rope", "string", "chain", "jump_rope"):
        chain = np.stack([np.arange(count - 1), np.arange(1, count)], 1)
        return Cords(points_m, chain, max(0.004, min(body.size_m) / 2), body.colour, _ROPE_SIDES)
    return Cloth(points_m, columns_of(count, body.size_m[0] / max(body.size_m[1:])), body.colour)


def columns_of(count: int, wide: float) -> int:
    """The columns of a grid of `count` points whose shape comes nearest to `wide` times as wide as high."""
    fitting = [columns for columns in range(2, count // 2 + 1) if count % columns == 0]
    return min(fitting, key=lambda columns: abs(math.log(columns * columns / count / wide)), default=count)


def _rod_faces(count: int, sides: int) -> np.ndarray:
    here = np.arange(sides)
    after = (here + 1) % sides
    one = np.concatenate(
        [np.stack([here, after, after + sides], 1), np.stack([here, after + sides, here + sides], 1)]
    )
    return (one[None] + 2 * sides * np.arange(count)[:, None, None]).reshape(-1, 3)
