"""Triangles with their colour and surface: what shapes make and the engine uploads."""

from dataclasses import dataclass, replace

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear, normalized

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Mesh:
    """`points`, `normals`, `colours` (linear light), `surfaces` (roughness, metal, glow): each (n, 3).

    `faces`: int (m, 3), anticlockwise seen from outside.
    """

    points: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    colours: np.ndarray
    surfaces: np.ndarray

    @staticmethod
    def of(points: np.ndarray, normals: np.ndarray, faces: np.ndarray) -> "Mesh":
        """A light grey, half rough mesh of this shape."""
        count = len(points)
        return Mesh(
            np.asarray(points, np.float32),
            np.asarray(normals, np.float32),
            np.asarray(faces, np.int32),
            np.full((count, 3), 0.6, np.float32),
            np.tile(np.float32([0.5, 0.0, 0.0]), (count, 1)),
        )

    def painted(self, srgb: Colour, rough: float = 0.5, metal: float = 0.0, glow: float = 0.0) -> "Mesh":
        """The same shape in one colour and surface; `glow` is the light it gives off, times its colour."""
        count = len(self.points)
        return replace(
            self,
            colours=np.tile(linear(srgb).astype(np.float32), (count, 1)),
            surfaces=np.tile(np.float32([rough, metal, glow]), (count, 1)),
        )

    def scaled(self, x: float, y: float | None = None, z: float | None = None) -> "Mesh":
        """Stretched along the axes; one number stretches all three."""
        factors = np.array([x, x if y is None else y, x if z is None else z], float)
        normals = normalized(self.normals / np.where(factors == 0, 1e-9, factors))
        faces = self.faces if np.prod(factors) >= 0 else self.faces[:, ::-1]
        points = (self.points * factors).astype(np.float32)
        return replace(self, points=points, normals=normals.astype(np.float32), faces=faces)

    def rotated(self, rotation: np.ndarray) -> "Mesh":
        """Turned by a (3, 3) rotation about the origin."""
        turn = rotation.astype(np.float32)
        return replace(self, points=self.points @ turn.T, normals=self.normals @ turn.T)

    def moved(self, x: float, y: float, z: float) -> "Mesh":
        """Moved by some metres."""
        return replace(self, points=self.points + np.float32([x, y, z]))


def merged(meshes: list[Mesh]) -> Mesh:
    """All the meshes as one; at least one is needed."""
    starts = np.cumsum([0] + [len(mesh.points) for mesh in meshes[:-1]])
    return Mesh(
        np.concatenate([mesh.points for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate([mesh.faces + start for mesh, start in zip(meshes, starts, strict=True)]),
        np.concatenate([mesh.colours for mesh in meshes]),
        np.concatenate([mesh.surfaces for mesh in meshes]),
    )


def sheet_faces(rows_count: int, points_count: int) -> np.ndarray:
    """The triangles (m, 3) of a sheet through rows of points that are numbered row by row."""
    index = np.arange(rows_count * points_count).reshape(rows_count, points_count)
    a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
    c, d = index[1:, 1:].ravel(), index[1:, :-1].ravel()
    return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])


def smooth_normals(points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Normals (n, 3) of shared points: the mean of the faces around each, weighted by their area."""
    corners = points[faces]
    areas = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    summed = np.zeros_like(points, dtype=float)
    for corner in range(3):
        np.add.at(summed, faces[:, corner], areas)
    return normalized(summed)
