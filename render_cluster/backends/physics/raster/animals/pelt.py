"""A skinned piece of an animal before it is painted."""

from dataclasses import dataclass, replace

import numpy as np

from render_cluster.backends.physics.raster.mesh import smooth_normals

BONES_A_POINT = 3


@dataclass(frozen=True, slots=True)
class Pelt:
    """`points`, `normals` (n, 3) in the rest pose; `faces` (m, 3); `weights` (n, bones), each row summing to 1."""

    points: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    weights: np.ndarray

    @staticmethod
    def of(points: np.ndarray, faces: np.ndarray, weights: np.ndarray) -> "Pelt":
        """A piece whose normals follow from its faces."""
        points, faces = np.asarray(points, float), np.asarray(faces, np.int64)
        return Pelt(points, smooth_normals(points, faces), faces, np.asarray(weights, float))

    def moved_to(self, points: np.ndarray) -> "Pelt":
        """The same piece with its points elsewhere and normals to match."""
        return replace(self, points=points, normals=smooth_normals(points, self.faces))

    def mirrored(self, swap: np.ndarray) -> "Pelt":
        """The piece of the other side; `swap` (bones,) is the index of each bone's opposite."""
        flip = np.array([-1.0, 1.0, 1.0])
        return Pelt(self.points * flip, self.normals * flip, self.faces[:, ::-1], self.weights[:, swap])

    def bones_and_weights(self) -> tuple[np.ndarray, np.ndarray]:
        """The strongest bones of each point and their shares, which sum to 1: both (n, 3)."""
        bones = np.argsort(-self.weights, axis=1, kind="stable")[:, :BONES_A_POINT]
        shares = np.take_along_axis(self.weights, bones, 1)
        return bones, shares / np.maximum(shares.sum(1, keepdims=True), 1e-9)


def joined(pelts: list[Pelt]) -> Pelt:
    """All the pieces as one; at least one is needed."""
    starts = np.cumsum([0] + [len(pelt.points) for pelt in pelts[:-1]])
    return Pelt(
        np.concatenate([pelt.points for pelt in pelts]),
        np.concatenate([pelt.normals for pelt in pelts]),
        np.concatenate([pelt.faces + start for pelt, start in zip(pelts, starts, strict=True)]),
        np.concatenate([pelt.weights for pelt in pelts]),
    )
