"""Boulders and pebbles: balls that a random swell has dented and cut flat."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, smooth_normals
from render_cluster.backends.physics.raster.part import Material, Part


def rock(
    rng: np.random.Generator, width_m: float, colour: Colour, top: Colour | None = None, detail: int = 14
) -> Part:
    """A boulder that sits in the ground at the origin; `top` lies on what faces up: moss or snow."""
    ball = shapes.sphere(detail, detail * 2 // 3)
    cuts = normalized(rng.standard_normal((9, 3)))
    reach = rng.uniform(0.62, 0.95, 9)
    out = ball.points @ cuts.T
    # The nearest of nine cutting planes, a little softened, makes facets.
    scale = np.min(np.where(out > 1e-3, reach / np.maximum(out, 1e-3), 9.0), axis=1)
    points = ball.points * np.minimum(scale, 1.0)[:, None]
    points *= rng.uniform(0.75, 1.2, 3) * (0.5, 0.5, 0.40) * width_m
    points[:, 2] += 0.16 * width_m
    normals = normalized(
        0.55 * smooth_normals(points, ball.faces) + 0.45 * cuts[np.argmax(out / reach, axis=1)]
    )
    grain = np.exp(rng.normal(0.0, 0.09, (len(points), 1)))
    colours = linear(colour) * grain * (0.8 + 0.25 * normals[:, 2:])
    if top is not None:
        lies = np.clip((normals[:, 2:] - 0.45) / 0.25 + rng.normal(0, 0.2, (len(points), 1)), 0, 1)
        colours = colours * (1 - lies) + linear(top) * lies
    surfaces = np.tile(np.float32([0.92, 0.0, 0.0]), (len(points), 1))
    mesh = Mesh(points.astype("f4"), normals.astype("f4"), ball.faces, colours.astype("f4"), surfaces)
    return Part(mesh, Material.FAR, outlined=False)
