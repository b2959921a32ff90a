"""Fits a model built at its natural size into the extent of a body."""

from collections.abc import Sequence

import numpy as np

from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import Piece
from render_cluster.backends.physics.scene import Vector


def extent(parts: list[Part]) -> tuple[np.ndarray, np.ndarray]:
    """The lowest and the highest corner (3,) of all parts, metres."""
    low = np.min([part.mesh.points.min(0) for part in parts], axis=0)
    high = np.max([part.mesh.points.max(0) for part in parts], axis=0)
    return low.astype(float), high.astype(float)


def fitted(pieces: Sequence[Piece], size_m: Vector) -> list[Part]:
    """The pieces stretched to fill `size_m` about the origin."""
    parts = [piece if isinstance(piece, Part) else Part(piece) for piece in pieces]
    low, high = extent(parts)
    factors = np.array(size_m) / np.maximum(high - low, 1e-9)
    middle = (low + high) / 2
    return [Part(part.mesh.moved(*-middle).scaled(*factors), part.material, part.outlined) for part in parts]
