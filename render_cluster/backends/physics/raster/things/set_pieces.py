"""The things that scenes are about: hoop, boards, cones, concrete."""

import math

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import turned
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, smooth_normals
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.soft.cuts import line_m, sheets_of

_STEEL: Colour = (0.62, 0.64, 0.67)
_DARK: Colour = (0.12, 0.12, 0.13)
_GILT: Colour = (0.83, 0.66, 0.25)
_WOOD: Colour = (0.46, 0.33, 0.22)
_RED: Colour = (0.80, 0.16, 0.10)
_SIDEWAYS = turned((0, 1, 0), math.pi / 2)
_LENGTHWISE = turned((1, 0, 0), math.pi / 2)


def hoop_rim(body: Body) -> list[Part]:
    """The ring; its net hangs and swings on its own (net.py)."""
    outer, height = body.size_m[0] / 2, body.size_m[2]
    tube = max(0.008, min(height / 2, 0.02))
    return [Part(shapes.torus(outer - tube, tube, 48, 10).painted((0.90, 0.33, 0.08), 0.35, 0.3))]


def backboard(body: Body) -> list[Part]:
    """A white board with a red border and the shooter's square; it faces along its thin side, both ways."""
    x, y, z = body.size_m
    thin = int(y > x)
    wide, deep = (y, x) if thin else (x, y)
    turn = turned((0, 0, 1), math.pi / 2) if thin else np.eye(3)
    meshes = [shapes.box(wide, deep, z, 0.006).painted((0.93, 0.94, 0.95), 0.18)]
    line = 0.05
    frames = [(0.0, 0.0, wide - line, z - line), (0.0, -0.16 * z, 0.59, 0.45)]
    for side in (-1.0, 1.0):
        for cx, cz, w, h in frames:
            meshes += _frame(cx, cz, w, h, line, side * (deep / 2 + 0.003))
    return [Part(mesh.rotated(turn)) for mesh in meshes]


def _frame(cx: float, cz: float, width: float, height: float, line: float, y: float) -> list[Mesh]:
    bars = [(cx, cz + s * height / 2, width + line, line) for s in (-1, 1)]
    bars += [(cx + s * width / 2, cz, line, height - line) for s in (-1, 1)]
    return [shapes.box(w, 0.006, h).moved(bx, y, bz).painted(_RED, 0.4) for bx, bz, w, h in bars]


def hoop_pole(body: Body) -> list[Part]:
    """A painted pole of the body's size, padded where players run."""
    x, y, z = body.size_m
    pole = shapes.cylinder(1.0, 1.0, sides=18).scaled(x / 2, y / 2, z).painted((0.14, 0.18, 0.30), 0.4, 0.4)
    pad_height = min(1.8, 0.6 * z)
    pad = shapes.box(x * 1.7, y * 1.7, pad_height, 0.04).painted((0.16, 0.26, 0.50), 0.8)
    return [Part(pole), Part(pad.moved(0, 0, pad_height / 2 - z / 2))]


def _stadium(half_wide: float, half_long: float, corner_power: float = 2.6, count: int = 48) -> np.ndarray:
    """A superellipse-ended outline (n, 2), anticlockwise."""
    angle = np.linspace(0, 2 * math.pi, count, endpoint=False)
    straight = half_long - half_wide
    x = half_wide * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / corner_power)
    y = half_wide * np.sin(angle) + np.sign(np.sin(angle)) * straight
    return np.stack([x, y], 1)


def wheel(body: Body) -> list[Part]:
    """A wheel that turns about its thinnest axis, with a hub so that its spin can be seen."""
    size = np.array(body.size_m)
    axis = int(size.argmin())
    radius, width = size.max() / 2, size.min()
    rim = [
        (0.0, -0.5),
        (0.55, -0.5),
        (0.86, -0.5),
        (1.0, -0.3),
        (1.0, 0.3),
        (0.86, 0.5),
        (0.55, 0.5),
        (0.0, 0.5),
    ]
    tyre = shapes.turned_profile([(r * radius, z * width) for r, z in rim], 24).painted(body.colour, 0.45)
    hub = shapes.box(radius * 0.75, radius * 0.3, width * 1.06).painted(_STEEL, 0.3, 0.8)
    turn = (_SIDEWAYS, _LENGTHWISE, np.eye(3))[axis]
    return [Part(tyre.rotated(turn)), Part(hub.rotated(turn), outlined=False)]


def paddleboard(body: Body) -> list[Part]:
    """A long rounded board: coloured hull, pale deck, grip pad, rocker and a fin."""
    wide, long, thick = body.size_m
    angle = np.linspace(0, 2 * math.pi, 56, endpoint=False)
    y = np.sin(angle)
    x = np.cos(angle) * (1.0 - 0.10 * np.maximum(y, 0.0) ** 2)
    pointed = np.stack([np.sign(x) * np.abs(x) ** 0.78 * wide / 2, y * long / 2], 1)

    def rockered(mesh: Mesh) -> Mesh:
        lift = (
            0.16 * np.abs(mesh.points[:, 1] / (long / 2)) ** 3.2 * np.where(mesh.points[:, 1] > 0, 1.0, 0.45)
        )
        moved = mesh.points.copy()
        moved[:, 2] += lift
        return Mesh(
            moved, smooth_normals(moved, mesh.faces).astype("f4"), mesh.faces, mesh.colours, mesh.surfaces
        )

    hull = rockered(shapes.slab(pointed, thick)).painted((0.95, 0.95, 0.93), 0.22)
    stripe = rockered(shapes.slab(pointed * 1.006, thick * 0.42)).painted(body.colour, 0.3)
    pad = rockered(shapes.slab(pointed * (0.80, 0.46), 0.006).moved(0, -0.05 * long, thick / 2 + 0.004))
    nose = rockered(shapes.slab(pointed * (0.66, 0.15), 0.004).moved(0, 0.335 * long, thick / 2 + 0.003))
    fin = shapes.box(0.012, 0.20, 0.24, 0.005).moved(0, -0.42 * long, -thick / 2 - 0.08)
    return [
        Part(hull),
        Part(stripe, outlined=False),
        Part(pad.painted(body.colour, 0.85), outlined=False),
        Part(nose.painted(body.colour, 0.4), outlined=False),
        Part(fin.painted(_DARK, 0.4)),
    ]


def paddle(body: Body) -> list[Part]:
    """A shaft along the longest side with a blade at its low end and a grip at the other."""
    size = np.array(body.size_m)
    axis = int(size.argmax())
    long = float(size[axis])
    shaft = shapes.cylinder(0.014, long * 0.84, sides=10).moved(0, 0, 0.08 * long).painted(_DARK, 0.35)
    blade_outline = _stadium(0.095, 0.5 * max(0.2, 0.24 * long), 2.2, 32)
    blade = shapes.slab(blade_outline, 0.016).rotated(_LENGTHWISE).moved(0, 0, -0.38 * long)
    grip = shapes.cylinder(0.017, 0.11, sides=10).rotated(_SIDEWAYS).moved(0, 0, 0.5 * long)
    turn = (_SIDEWAYS, _LENGTHWISE.T, np.eye(3))[axis]
    parts = [shaft, blade.painted(body.colour, 0.35), grip.painted(_DARK, 0.6)]
    return [Part(mesh.rotated(turn)) for mesh in parts]


def traffic_cone(body: Body) -> list[Part]:
    """An orange cone with white bands on a square foot."""
    x, y, z = body.size_m
    orange, white = (0.96, 0.36, 0.06), (0.93, 0.93, 0.91)
    foot = shapes.box(x, y, 0.06 * z, 0.02 * z).moved(0, 0, -0.47 * z).painted(orange, 0.6)
    bands = [
        (0.06, 0.40, orange),
        (0.40, 0.58, white),
        (0.58, 0.72, orange),
        (0.72, 0.84, white),
        (0.84, 1.0, orange),
    ]
    radius = 0.40 * min(x, y)

    def at(share: float) -> float:
        return radius * (1.0 - 0.86 * share)

    stack = [
        shapes.turned_profile([(at(low), (low - 0.5) * z), (at(high), (high - 0.5) * z)], 24).painted(
            colour, 0.55
        )
        for low, high, colour in bands
    ]
    lid = shapes.turned_profile([(at(1.0), 0.5 * z), (0.0, 0.5 * z)], 24).painted(orange, 0.6)
    return [Part(foot), *(Part(mesh) for mesh in [*stack, lid])]


def concrete(body: Body) -> list[Part]:
    """A block with worn edges and a darker foot."""
    x, y, z = body.size_m
    block = shapes.box(x, y, z, min(0.03, 0.2 * z)).painted(body.colour, 0.75)
    return [Part(block)]


def ramp(body: Body) -> list[Part]:
    """A block of concrete with a steel lip along its long top edges."""
    x, y, z = body.size_m
    lips = [
        shapes.box(x * 1.002, 0.05, 0.012)
        .moved(0, side * (y / 2 - 0.025), z / 2 + 0.001)
        .painted(_STEEL, 0.3, 0.8)
        for side in (-1, 1)
    ]
    return [*concrete(body), *(Part(lip, outlined=False) for lip in lips)]


def rail(body: Body) -> list[Part]:
    """A steel bar along the longest side; it stands on legs where it is taller than thick."""
    size = np.array(body.size_m)
    axis = int(size[:2].argmax())
    bar_size = size.copy()
    bar_size[2] = min(size[2], 0.06)
    bar = shapes.box(*bar_size, 0.012).moved(0, 0, (size[2] - bar_size[2]) / 2)
    meshes = [bar]
    if size[2] > 0.12:
        for end in (-0.42, 0.42):
            place = [0.0, 0.0, -bar_size[2] / 2]
            place[axis] = end * size[axis]
            leg = shapes.cylinder(0.025, size[2] - bar_size[2], sides=12)
            meshes.append(leg.moved(*place))
    return [Part(mesh.painted(_STEEL, 0.32, 0.85)) for mesh in meshes]


def flag_pole(body: Body) -> list[Part]:
    """A steel pole with a gilt ball, at the left end of the flag, which flies on its own (soft)."""
    wide, _, tall = body.size_m
    x, thick = -0.5 * wide, 0.018 * max(1.0, tall / 2.6)
    pole = shapes.rod((x, 0.0, -0.5 * tall), (x, 0.0, 0.5 * tall), thick).painted(_STEEL, 0.35, 0.6)
    ball = shapes.sphere(14, 10).scaled(1.7 * thick).moved(x, 0.0, 0.5 * tall).painted(_GILT, 0.3, 0.7)
    return [Part(pole), Part(ball)]


def banner_poles(body: Body) -> list[Part]:
    """Two wooden poles, between which the banner is stretched."""
    wide, _, tall = body.size_m
    ends = [(side * 0.485 * wide, 0.0) for side in (-1.0, 1.0)]
    rods = [shapes.rod((x, y, -0.5 * tall), (x, y, 0.5 * tall), 0.03) for x, y in ends]
    return [Part(rod.painted(_WOOD, 0.7)) for rod in rods]


def curtain_rod(body: Body) -> list[Part]:
    """A brass rod with a knob at each end; the two halves hang from it on their own (soft)."""
    wide, _, tall = body.size_m
    z = 0.5 * tall - 0.02
    rod = shapes.rod((-0.53 * wide, 0.0, z), (0.53 * wide, 0.0, z), 0.014)
    knobs = [shapes.sphere(14, 10).scaled(0.032).moved(side * 0.54 * wide, 0.0, z) for side in (-1.0, 1.0)]
    return [Part(mesh.painted(_GILT, 0.35, 0.6)) for mesh in (rod, *knobs)]


def clothesline(body: Body) -> list[Part]:
    """Two posts with crossbars, a sagging line and the pegs; what hangs on it moves on its own (soft)."""
    wide, _, tall = body.size_m
    pieces = []
    for side in (-1.0, 1.0):
        x = side * 0.5 * wide
        pieces += [shapes.rod((x, 0.0, -0.5 * tall), (x, 0.0, 0.5 * tall), 0.035)]
        pieces += [shapes.rod((x, -0.3, 0.5 * tall - 0.06), (x, 0.3, 0.5 * tall - 0.06), 0.025)]
    along = np.linspace(-0.5 * wide, 0.5 * wide, 25)
    high = line_m(body, along)
    line = [
        shapes.rod((along[n], 0.0, high[n]), (along[n + 1], 0.0, high[n + 1]), 0.006)
        for n in range(len(along) - 1)
    ]
    pegs = [
        shapes.box(0.016, 0.03, 0.075, 0.003).moved(*point[:2], point[2] + 0.005)
        for sheet in sheets_of(body)
        for point in sheet.start_m[:, sheet.held].T
    ]
    parts = [Part(mesh.painted(_WOOD, 0.8)) for mesh in (*pieces, *pegs)]
    return parts + [Part(mesh.painted((0.86, 0.85, 0.80), 0.8), outlined=False) for mesh in line]
