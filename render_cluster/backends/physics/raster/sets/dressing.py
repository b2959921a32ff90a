"""The contract of set dressing: what a set gives to the camera, and what it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.effects.effect import Effect
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene


class Shore(NamedTuple):
    """A coast: the sea lies towards the unit vector (`x`, `y`), beginning `offset_m` along it from the origin."""

    x: float
    y: float
    offset_m: float


class Sheet(NamedTuple):
    """A water's surface at `level_m`; it mirrors the whole set where `still`, else only what moves."""

    level_m: float = 0.0
    shore: Shore | None = None
    still: bool = False


@dataclass(frozen=True, slots=True)
class Dressing:
    """What a set puts around the action.

    `parts` never move. `ground` (n, n, 4) repeats over `ground_side_m`: linear colour and roughness of what is
    paved, or, where `relief`, what `paint.relief` makes of nature's; None where there is none. It covers the
    `land`, or without one a flat slab to the horizon. `sheet` is water that the camera looks down on.
    `effects` are what the place itself puts into the air, told by the same contract as a scene's.
    """

    parts: list[Part]
    ground: np.ndarray | None
    ground_side_m: float = 1.0
    lamps: tuple[Lamp, ...] = ()
    relief: bool = False
    land: Mesh | None = None
    sheet: Sheet | None = None
    effects: tuple[Effect, ...] = ()


Dresser = Callable[[Scene, Stage, np.random.Generator, bool], Dressing]
"""Takes the scene, its stage, a seeded generator and whether lamps are lit."""
