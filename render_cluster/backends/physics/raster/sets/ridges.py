"""Ranges of hills and mountains around the whole horizon, in layers that the air tells apart."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, smooth_normals
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets.swell import Swell, smooth_step
from render_cluster.backends.physics.raster.stage import Stage

_COLUMNS_COUNT, _ROWS_COUNT = 300, 16


class Range(NamedTuple):
    """One ring of hills: how far, how high, how jagged (0..1), their two colours, snow above `snow_from`."""

    away_m: float
    high_m: float
    jagged: float
    low: Colour
    rock: Colour
    snow_from: float = 2.0
    gap_rad: float = 0.0


def range_around(rng: np.random.Generator, stage: Stage, hills: Range, base_m: float = -0.6) -> Part:
    """A ring of hills about the stage; within `gap_rad` of the camera's heading it sinks into a valley."""
    u, v = np.meshgrid(
        np.linspace(0.0, 2.0 * math.pi, _COLUMNS_COUNT + 1),
        np.linspace(0.0, 1.0, _ROWS_COUNT + 1),
        indexing="ij",
    )
    wide = 2.6 * hills.high_m
    ring = hills.away_m + v * wide
    x, y = np.cos(u) * ring, np.sin(u) * ring
    round_, sharp = Swell(rng, 5.0 * hills.high_m), Swell(rng, 3.2 * hills.high_m, 16, 0.75)
    body = 0.55 + 0.22 * round_.at(x, y)
    crest = 1.55 * sharp.ridged(x, y) - 0.25
    height = body * (1 - hills.jagged) + crest * hills.jagged
    # Up from its foot to a crest at three quarters of its width, and down behind.
    profile = np.sin(np.clip(v / 0.75, 0.0, 1.0) * math.pi / 2) ** 1.25 * np.where(
        v > 0.75, 1.6 - 0.8 * v, 1.0
    )
    heading = math.atan2(stage.ahead[1], stage.ahead[0])
    aside = np.abs((u - heading + math.pi) % (2.0 * math.pi) - math.pi)
    valley = (
        smooth_step(0.3 * hills.gap_rad, hills.gap_rad + 0.25, aside) if hills.gap_rad else np.ones_like(u)
    )
    height = np.maximum(height, 0.08) * profile * (0.25 + 0.75 * valley) * hills.high_m
    points = np.stack([x + stage.centre_m[0], y + stage.centre_m[1], height + base_m], -1).reshape(-1, 3)
    rows = _ROWS_COUNT + 1
    corner = (np.arange(_COLUMNS_COUNT)[:, None] * rows + np.arange(_ROWS_COUNT)).ravel()
    across = corner + rows
    faces = np.concatenate(
        [np.stack([corner, corner + 1, across + 1], 1), np.stack([corner, across + 1, across], 1)]
    )
    normals = normalized(smooth_normals(points, faces))
    share = height.ravel() / hills.high_m
    grain = rng.normal(0.0, 0.05, len(points))
    steep = 1.0 - normals[:, 2]
    rocky = smooth_step(0.30, 0.60, share * 0.6 + steep * 0.7 + grain)[:, None]
    white = smooth_step(hills.snow_from, hills.snow_from + 0.12, share + 2.5 * grain - 0.35 * steep)[:, None]
    colours = linear(hills.low) * (1 - rocky) + linear(hills.rock) * rocky
    colours = (colours * (1 - white) + linear((0.93, 0.95, 0.98)) * white) * np.exp(grain * 1.2)[:, None]
    surfaces = np.tile(np.float32([0.95, 0.0, 0.0]), (len(points), 1))
    mesh = Mesh(points.astype("f4"), normals.astype("f4"), faces.astype("i4"), colours.astype("f4"), surfaces)
    return Part(mesh, Material.FAR, outlined=False, casts=False)
