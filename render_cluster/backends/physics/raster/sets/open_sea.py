"""Open water off a wooded coast, with a buoy to judge the waves by."""

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, smooth_normals
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.sets.dressing import Dressing, Sheet
from render_cluster.backends.physics.raster.sets.place import facing_stage
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.scene import Scene


def dress(_scene: Scene, stage: Stage, rng: np.random.Generator, lit: bool) -> Dressing:
    """Two ranges of hills on the horizon and a buoy; the water itself is water.py's."""
    parts = facing_stage(
        [Part(_range(rng, 420.0, 24.0, (0.36, 0.44, 0.46)), Material.FAR, outlined=False)], stage, 210.0, 60.0
    )
    parts += facing_stage(
        [Part(_range(rng, 190.0, 15.0, (0.26, 0.40, 0.24)), Material.FAR, outlined=False)],
        stage,
        120.0,
        -85.0,
    )
    x, y = stage.beside(11.0, 6.5)
    if stage.clear(x, y, 1.0):
        parts += facing_stage(_buoy(lit), stage, 11.0, 6.5)
    return Dressing(parts, None, sheet=Sheet())


def _buoy(lit: bool) -> list[Part]:
    float_ = shapes.turned_profile([(0.0, -0.35), (0.42, -0.25), (0.46, 0.12), (0.30, 0.24), (0.0, 0.26)], 24)
    mast = shapes.rod((0, 0, 0.2), (0, 0, 1.25), 0.10, 0.05, 12)
    band = shapes.cylinder(0.086, 0.28, 0.074, 16).moved(0, 0, 0.75)
    lamp = shapes.sphere(16, 10).scaled(0.09).moved(0, 0, 1.33)
    red: Colour = (0.86, 0.20, 0.10)
    return [
        Part(float_.painted(red, 0.4)),
        Part(mast.painted(red, 0.4)),
        Part(band.painted((0.94, 0.94, 0.92), 0.4)),
        Part(lamp.painted((1.0, 0.85, 0.4), 0.3, glow=6.0 if lit else 0.3)),
    ]


def _range(rng: np.random.Generator, wide_m: float, high_m: float, leaf: Colour) -> Mesh:
    """A long hill along x with wooded folds."""
    columns, rows = 96, 14
    u, v = np.meshgrid(np.linspace(-1, 1, columns + 1), np.linspace(0, 1, rows + 1), indexing="ij")
    ridge = (1 - np.abs(u) ** 2.4) * (0.62 + 0.0 * u)
    for octave, share in ((2.0, 0.22), (5.0, 0.13), (11.0, 0.06), (25.0, 0.03)):
        phase = rng.uniform(0, 6.28, 2)
        ridge += (
            share
            * np.sin(octave * u * 2.0 + phase[0] + 1.5 * np.sin(v * 3.0 + phase[1]))
            * (1 - np.abs(u) ** 4)
        )
    height = np.maximum(ridge, 0.0) * np.sin(v * np.pi / 2) ** 0.8 * high_m
    height += rng.normal(0, 0.02 * high_m, height.shape) * (v > 0.05)
    points = np.stack([u * wide_m / 2, v * high_m * 2.2, height - 0.4], -1).reshape(-1, 3)
    corner = (np.arange(columns)[:, None] * (rows + 1) + np.arange(rows)).ravel()
    across = corner + rows + 1
    faces = np.stack([corner, across, across + 1, corner, across + 1, corner + 1], 1).reshape(-1, 3)
    normals = normalized(smooth_normals(points, faces))
    mesh = Mesh.of(points, normals, faces).painted(leaf, 0.95)
    tint = np.exp(rng.normal(0, 0.10, (len(points), 1)))
    sand = np.clip(1.0 - (points[:, 2:] + 0.4) / (0.05 * high_m), 0, 1)
    colours = mesh.colours * tint * (1 - sand) + linear((0.72, 0.66, 0.52)) * sand
    return Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype("f4"), mesh.surfaces)
