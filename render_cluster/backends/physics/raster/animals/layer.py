"""A painted piece of an animal: mesh, bones and material, ready to be uploaded."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.part import Material

Colour = tuple[float, float, float]


class Layer(NamedTuple):
    """A piece and its paint: `colours` (n, 3) in linear light, `rough` and `second` its surface.

    `second` is how metallic it is, or for fur how long the animal is in metres. An eye's colours say where on
    the ball each point is and `iris` (3,) is its colour.
    """

    pelt: Pelt
    colours: np.ndarray
    rough: float = 0.6
    second: float = 0.0
    material: Material = Material.PLAIN
    outlined: bool = True
    iris: np.ndarray | None = None


def plain(pelt: Pelt, srgb: Colour, rough: float = 0.6, outlined: bool = True) -> Layer:
    """A piece in one colour."""
    colours = np.tile(linear(srgb), (len(pelt.points), 1))
    return Layer(pelt, colours, rough, outlined=outlined)
