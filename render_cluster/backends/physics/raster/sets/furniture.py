"""Benches, lamps, fences and bins: what makes a place look used."""

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Colour
from render_cluster.backends.physics.raster.part import Part

_IRON: Colour = (0.17, 0.19, 0.21)
_WOOD: Colour = (0.58, 0.40, 0.25)


def bench() -> list[Part]:
    """A slatted bench along x whose sitter looks to -y."""
    slats = [shapes.box(1.8, 0.10, 0.035, 0.008).moved(0, -0.18 + 0.12 * i, 0.45) for i in range(4)]
    slats += [shapes.box(1.8, 0.035, 0.10, 0.008).moved(0, 0.24, 0.62 + 0.14 * i) for i in range(2)]
    legs = [shapes.box(0.06, 0.46, 0.44).moved(side * 0.75, 0, 0.21) for side in (-1, 1)]
    legs += [shapes.box(0.06, 0.05, 0.45).moved(side * 0.75, 0.27, 0.62) for side in (-1, 1)]
    return [Part(mesh.painted(_WOOD, 0.75)) for mesh in slats] + [
        Part(mesh.painted(_IRON, 0.5)) for mesh in legs
    ]


def street_lamp(height_m: float, lit: bool) -> list[Part]:
    """A post with an arm towards -y; its bulb hangs at (0, -0.9, height_m)."""
    pole = shapes.rod((0, 0, 0), (0, 0, height_m), 0.075, 0.05, 12).painted(_IRON, 0.45, 0.5)
    arm = shapes.rod((0, 0, height_m - 0.1), (0, -0.95, height_m + 0.06), 0.035).painted(_IRON, 0.45, 0.5)
    head = shapes.box(0.30, 0.62, 0.09, 0.03).moved(0, -0.95, height_m + 0.06).painted(_IRON, 0.5)
    bulb = (
        shapes.box(0.22, 0.50, 0.03)
        .moved(0, -0.95, height_m)
        .painted((1.0, 0.88, 0.68), 0.4, glow=7.0 if lit else 0.15)
    )
    return [Part(mesh, outlined=False) for mesh in (pole, arm, head, bulb)]


def fence(length_m: float, height_m: float = 2.4) -> list[Part]:
    """Posts and rails along x, too open to make a pattern."""
    posts_count = max(2, round(length_m / 2.5))
    meshes = []
    for index in range(posts_count + 1):
        x = index / posts_count * length_m - length_m / 2
        meshes.append(shapes.rod((x, 0, 0), (x, 0, height_m), 0.035, sides=8))
    for z in (0.12, height_m * 0.5, height_m - 0.05):
        meshes.append(shapes.rod((-length_m / 2, 0, z), (length_m / 2, 0, z), 0.024, sides=6))
    return [Part(mesh.painted((0.32, 0.36, 0.38), 0.45, 0.6), outlined=False) for mesh in meshes]


def planter(width_m: float) -> list[Part]:
    """A concrete trough to put a hedge in."""
    trough = shapes.box(width_m, 0.9, 0.5, 0.03).moved(0, 0, 0.25).painted((0.66, 0.64, 0.60), 0.85)
    soil = shapes.box(width_m - 0.16, 0.74, 0.02).moved(0, 0, 0.50).painted((0.20, 0.15, 0.11), 0.95)
    return [Part(trough), Part(soil, outlined=False)]
