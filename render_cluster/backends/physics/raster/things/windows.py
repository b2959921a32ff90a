"""An open window in a piece of wall, before which curtains hang that move on their own (soft)."""

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets.rooms import view
from render_cluster.backends.physics.scene import Body
from render_cluster.storyboard import TimeOfDay

SILL_SHARE, TOP_SHARE, WIDE_SHARE = 0.28, 0.84, 0.42
_WALL: Colour = (0.74, 0.76, 0.70)
_FRAME: Colour = (0.90, 0.89, 0.86)
_BRASS: Colour = (0.62, 0.48, 0.24)
_BOARD_M, _THICK_M = 0.12, 0.16


def by_day(body: Body) -> list[Part]:
    """With daylight behind."""
    return _window(body, "day")


def by_night(body: Body) -> list[Part]:
    """With the night behind."""
    return _window(body, "night")


def _window(body: Body, time_of_day: TimeOfDay) -> list[Part]:
    """Wall, frame, sill, skirting and rod; its pane is the light outside."""
    wide, deep, tall = body.size_m
    back = 0.5 * deep
    sill, top, half = (SILL_SHARE - 0.5) * tall, (TOP_SHARE - 0.5) * tall, 0.5 * WIDE_SHARE * wide
    wall = [
        _board(-0.5 * wide, -half, -0.5 * tall, 0.5 * tall, back, _THICK_M),
        _board(half, 0.5 * wide, -0.5 * tall, 0.5 * tall, back, _THICK_M),
        _board(-half, half, -0.5 * tall, sill, back, _THICK_M),
        _board(-half, half, top, 0.5 * tall, back, _THICK_M),
    ]
    front = back - _THICK_M
    frame = [
        _board(-half - 0.06, -half + 0.03, sill, top, front + 0.06, 0.09),
        _board(half - 0.03, half + 0.06, sill, top, front + 0.06, 0.09),
        _board(-half - 0.06, half + 0.06, top - 0.03, top + 0.07, front + 0.06, 0.09),
        _board(-half - 0.14, half + 0.14, sill - 0.05, sill, front + 0.08, 0.26),
        _board(-0.5 * wide, 0.5 * wide, -0.5 * tall, -0.5 * tall + _BOARD_M, front, 0.02),
    ]
    rod_m = top + 0.14
    rod = shapes.rod((-half - 0.55, front - 0.12, rod_m), (half + 0.55, front - 0.12, rod_m), 0.015)
    knobs = [
        shapes.sphere(14, 10).scaled(0.035).moved(side * (half + 0.57), front - 0.12, rod_m)
        for side in (-1, 1)
    ]
    sky = view(2.0 * half, top - sill, time_of_day).moved(0.0, back, sill)
    return [
        Part(merged(wall).painted(_WALL, 0.9), outlined=False),
        Part(merged(frame).painted(_FRAME, 0.5)),
        Part(merged([rod, *knobs]).painted(_BRASS, 0.35, 0.6)),
        Part(sky, outlined=False, casts=False),
    ]


def _board(low_x: float, high_x: float, low_z: float, high_z: float, back_m: float, deep_m: float) -> Mesh:
    """A block between these sides whose back is at y = `back_m`."""
    box = shapes.box(high_x - low_x, deep_m, high_z - low_z)
    return box.moved(0.5 * (low_x + high_x), back_m - 0.5 * deep_m, 0.5 * (low_z + high_z))
