"""Draws cloth from the points that the solver found: both sides, smooth between its threads, in its colours."""

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Mesh, sheet_faces
from render_cluster.backends.physics.soft.cuts import Sheet

_ROUGH = 0.85


class Fabrics:
    """The sheets of one thing: points (frames, n, 3) sheet by sheet, row by row, drawn at twice their fineness."""

    def __init__(self, points_m: np.ndarray, sheets: tuple[Sheet, ...]) -> None:
        self._grid = (len(sheets), *sheets[0].held.shape)
        self._points_m = points_m
        count, rows, columns = len(sheets), 2 * self._grid[1] - 1, 2 * self._grid[2] - 1
        front = np.concatenate(
            [_faces(sheet) + number * rows * columns for number, sheet in enumerate(sheets)]
        )
        self._faces = np.concatenate([front, front[:, ::-1] + count * rows * columns])
        colours = np.concatenate([_painted(sheet, rows, columns) for sheet in sheets])
        self._colours = np.concatenate([colours, colours]).astype(np.float32)

    def mesh(self, index: int) -> Mesh:
        """The sheets of a frame in world coordinates, their backs after their fronts."""
        points = _finer(_finer(self._points_m[index].reshape(*self._grid, 3).astype(float), 1), 2)
        down, along = np.gradient(points, axis=1), np.gradient(points, axis=2)
        normals = normalized(np.cross(down, along)).reshape(-1, 3)
        points = points.reshape(-1, 3)
        both = Mesh.of(np.concatenate([points, points]), np.concatenate([normals, -normals]), self._faces)
        both.surfaces[:] = (_ROUGH, 0.0, 0.0)
        both.colours[:] = self._colours
        return both


def _faces(sheet: Sheet) -> np.ndarray:
    """The triangles of the cells where there is cloth, each parted in four, seen from the front."""
    cells = np.repeat(np.repeat(sheet.cells, 2, 0), 2, 1).ravel()
    faces = sheet_faces(2 * sheet.held.shape[0] - 1, 2 * sheet.held.shape[1] - 1)
    # Two triangles a cell, the first ones before the second.
    return faces[np.concatenate([cells, cells])][:, ::-1]


def _painted(sheet: Sheet, rows: int, columns: int) -> np.ndarray:
    """The colour of each point in linear light, (rows * columns, 3)."""
    band = np.minimum(np.arange(rows) * len(sheet.bands) // rows, len(sheet.bands) - 1)
    return np.repeat(linear(np.array(sheet.bands))[band], columns, 0)


def _finer(points: np.ndarray, axis: int) -> np.ndarray:
    """Twice as many points along an axis, the new ones on cubics through four."""
    points = np.moveaxis(points, axis, 0)
    middle = 0.5 * (points[:-1] + points[1:])
    middle[1:-1] += 0.125 * (middle[1:-1] - 0.5 * (points[:-3] + points[3:]))
    fine = np.empty((2 * len(points) - 1, *points.shape[1:]))
    fine[::2], fine[1::2] = points, middle
    return np.moveaxis(fine, 0, axis)
