"""Models of goals, bats and boards."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    GRAPHITE,
    RED,
    STEEL,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
    bent,
    block,
    both,
    drum,
    lathe,
    oval,
    plate,
    ring,
    tinted,
    tube,
    turn,
)  # fmt: skip


def _bowling_pin(main: Colour = (0.95, 0.94, 0.90)) -> list[Piece]:
    line = [
        (0.0, 0.0),
        (0.028, 0.0),
        (0.028, 0.0),
        (0.045, 0.04),
        (0.060, 0.115),
        (0.052, 0.18),
        (0.026, 0.25),
        (0.024, 0.28),
        (0.033, 0.33),
        (0.028, 0.365),
        (0.0, 0.38),
    ]
    mesh = lathe(Paint(main, 0.15), line)
    return [tinted(mesh, lambda p: np.abs(np.abs(p[:, 2] - 0.262) - 0.014) < 0.0075, RED)]


def _hoop(main: Colour = (0.90, 0.33, 0.08)) -> list[Piece]:
    """Pole, board, ring and a net at rest; the ring's middle is 3.05 m up."""
    board_y, ring_y = 0.22, -0.16 - 0.02
    rim = ring(Paint(main, 0.35, 0.3), 0.23, 0.011, (0, ring_y, 3.05), 40)
    board = block(WHITE, (1.8, 0.04, 1.05), (0, board_y, 2.90), 0.008)
    square = _border(0.60, 0.45, 0.05, (0, board_y - 0.024, 3.02))
    edge = _border(1.76, 1.01, 0.04, (0, board_y - 0.024, 2.92))
    pole = bar(Paint((0.14, 0.18, 0.30), 0.4, 0.4), (0, 0.72, 0), (0, 0.72, 3.2), 0.09)
    arm = bar(Paint((0.14, 0.18, 0.30), 0.4, 0.4), (0, 0.72, 3.15), (0, board_y, 3.4), 0.06)
    foot = block(GRAPHITE, (0.7, 0.7, 0.10), (0, 0.55, 0))
    mount = block(Paint(main, 0.35), (0.14, 0.20, 0.03), (0, 0.12, 3.03))
    return [rim, board, *square, *edge, pole, arm, foot, mount, *_net(0.225, 0.12, 0.42, (0, ring_y, 3.04))]


def _goal(main: Colour = (0.94, 0.94, 0.93)) -> list[Piece]:
    """Posts and bar with a net that slopes to the back."""
    w, d, h = 1.46, 1.16, 1.96
    posts = bars(
        Paint(main, 0.3), 0.04, ((-w, 0, 0), (-w, 0, h)), ((w, 0, 0), (w, 0, h)), ((-w, 0, h), (w, 0, h))
    )
    frame = bars(
        STEEL,
        0.02,
        ((-w, 0, 0.02), (-w, d, 0.02)),
        ((w, 0, 0.02), (w, d, 0.02)),
        ((-w, d, 0.02), (w, d, 0.02)),
    )
    cords: list[Mesh] = []
    cord = Paint((0.88, 0.89, 0.90), 0.8)
    for x in np.linspace(-w, w, 17):
        cords += [bar(cord, (x, 0.35, h), (x, d, 0.02), 0.006), bar(cord, (x, 0, h), (x, 0.35, h), 0.006)]
    for t in np.linspace(0, 1, 9):
        y, z = 0.35 + t * (d - 0.35), h + t * (0.02 - h)
        cords.append(bar(cord, (-w, y, z), (w, y, z), 0.006))
        cords += [bar(cord, (x, 0, z), (x, y, z), 0.006) for x in (-w, w)]
    return [*posts, *frame, *(Part(one, outlined=False) for one in cords)]


def _baseball_bat(main: Colour = (0.80, 0.60, 0.36)) -> list[Piece]:
    line = [
        (0.0, 0.0),
        (0.024, 0.0),
        (0.026, 0.015),
        (0.0125, 0.03),
        (0.0125, 0.25),
        (0.020, 0.45),
        (0.034, 0.70),
        (0.034, 0.82),
        (0.028, 0.845),
        (0.0, 0.85),
    ]
    mesh = tinted(lathe(Paint(main, 0.25), line), lambda p: (p[:, 2] > 0.03) & (p[:, 2] < 0.24), BLACK)
    return [turn(mesh, "x", -90)]


def _baseball_glove(main: Colour = (0.52, 0.28, 0.13)) -> list[Piece]:
    """A cup of leather with four fat fingers, a thumb and a web."""
    leather = Paint(main, 0.65)
    palm = ball(leather, (0.105, 0.055, 0.105), (0, 0.01, 0.0))
    hollow = ball(Paint((0.30, 0.15, 0.07), 0.7), (0.075, 0.03, 0.075), (0, -0.032, 0.01))
    fingers = [
        tube(
            leather, [(x, 0.0, 0.03), (1.15 * x, 0.0, 0.10), (1.25 * x, -0.03, 0.155)], [0.034, 0.030, 0.022]
        )
        for x in (-0.065, -0.02, 0.026, 0.070)
    ]
    thumb = tube(
        leather, [(-0.06, 0, -0.04), (-0.12, -0.01, 0.02), (-0.115, -0.035, 0.10)], [0.04, 0.032, 0.022]
    )
    web = [bar(WHITE, (-0.105, -0.03, z), (-0.07, -0.025, z + 0.01), 0.006) for z in (0.03, 0.06, 0.09)]
    return [palm, hollow, *fingers, thumb, *web]


def _tennis_racket(main: Colour = (0.82, 0.16, 0.14)) -> list[Piece]:
    frame = [ring(Paint(main, 0.25), 1.0, 0.08, sides=40).scaled(0.122, 0.16, 0.15).moved(0, 0.165, 0)]
    strings = []
    for t in np.linspace(-0.85, 0.85, 12):
        reach = math.sqrt(1 - t * t)
        strings.append(
            bar(WHITE, (0.122 * t, 0.165 - 0.16 * reach, 0), (0.122 * t, 0.165 + 0.16 * reach, 0), 0.0012)
        )
        strings.append(
            bar(WHITE, (-0.122 * reach, 0.165 + 0.16 * t, 0), (0.122 * reach, 0.165 + 0.16 * t, 0), 0.0012)
        )
    throat = bars(
        Paint(main, 0.25), 0.010, ((-0.07, 0.035, 0), (0, -0.12, 0)), ((0.07, 0.035, 0), (0, -0.12, 0))
    )
    grip = bar(BLACK, (0, -0.12, 0), (0, -0.345, 0), 0.015)
    return [*frame, *(Part(one, outlined=False) for one in strings), *throat, grip]


def _frisbee(main: Colour = (0.90, 0.30, 0.12)) -> list[Piece]:
    line = [
        (0.118, 0.0),
        (0.134, 0.0),
        (0.134, 0.0),
        (0.135, 0.012),
        (0.126, 0.025),
        (0.10, 0.0285),
        (0.0, 0.030),
    ]
    mesh = lathe(Paint(main, 0.25), line, sides=40)
    under = lathe(Paint(main, 0.4), [(0.0, 0.024), (0.115, 0.023), (0.118, 0.0)][::-1], sides=40)
    return [
        tinted(mesh, lambda p: np.abs(np.hypot(p[:, 0], p[:, 1]) - 0.085) < 0.013, WHITE),
        under.scaled(1, 1, 1),
    ]


def _skateboard(main: Colour = (0.80, 0.20, 0.14)) -> list[Piece]:
    """A deck with kicktails and grip, two trucks, four wheels."""
    outline = oval(0.105, 0.105, 2.6, 48)
    outline[:, 1] += np.sign(outline[:, 1]) * 0.295

    def kicked(p: np.ndarray) -> np.ndarray:
        p[:, 2] += 1.5 * np.maximum(np.abs(p[:, 1]) - 0.26, 0.0) ** 1.6
        return p

    deck = bent(plate(Paint(main, 0.4), outline, 0.014, (0, 0, 0.085)), kicked)
    grip = bent(plate(Paint((0.07, 0.07, 0.08), 0.95), outline * 0.985, 0.003, (0, 0, 0.0985)), kicked)
    pieces: list[Piece] = [deck, Part(grip, outlined=False)]
    for y in (-0.21, 0.21):
        pieces += [
            block(STEEL, (0.05, 0.08, 0.03), (0, y, 0.058)),
            bar(STEEL, (-0.09, y, 0.028), (0.09, y, 0.028), 0.010),
        ]
        for x in (-0.085, 0.085):
            pieces.append(
                turn(drum(Paint((0.93, 0.90, 0.80), 0.5), 0.028, 0.034, (0, 0, -0.017)), "y", 90).moved(
                    x, y, 0.028
                )
            )
    return pieces


def _surfboard(main: Colour = (0.14, 0.55, 0.70)) -> list[Piece]:
    """A pointed board with rocker, a stripe and three fins."""
    outline = oval(0.27, 1.05, 2.2, 64)
    outline[:, 0] *= 1.0 - 0.22 * np.abs(outline[:, 1] / 1.05) ** 3

    def rockered(p: np.ndarray) -> np.ndarray:
        p[:, 2] += 0.11 * np.abs(p[:, 1] / 1.05) ** 2.6
        return p

    hull = bent(plate(WHITE, outline, 0.06, (0, 0, 0.08)), rockered)
    band = bent(plate(Paint(main, 0.25), outline * (0.98, 0.42), 0.062, (0, 0.1, 0.0792)), rockered)
    stringer = bent(plate(Paint(main, 0.25), oval(0.012, 1.0, 4, 40), 0.063, (0, 0, 0.079)), rockered)
    fins = [
        block(BLACK, (0.012, 0.12, 0.10), (x, y, 0.02)) for x, y in ((0, 0.92), (-0.12, 0.8), (0.12, 0.8))
    ]
    return [hull, Part(band, outlined=False), Part(stringer, outlined=False), *fins]


def _snowboard(main: Colour = (0.15, 0.35, 0.80)) -> list[Piece]:
    outline = oval(0.145, 0.775, 4.0, 56)
    outline[:, 0] *= 0.86 + 0.14 * np.abs(outline[:, 1] / 0.775) ** 2

    def tipped(p: np.ndarray) -> np.ndarray:
        p[:, 2] += 1.3 * np.maximum(np.abs(p[:, 1]) - 0.58, 0.0) ** 1.8
        return p

    deck = bent(plate(Paint(main, 0.2), outline, 0.014), tipped)
    art = bent(plate(Paint((0.96, 0.78, 0.15), 0.2), outline * (0.96, 0.22), 0.0155), tipped)
    straps = [
        piece
        for y in (-0.24, 0.24)
        for piece in (
            block(BLACK, (0.24, 0.13, 0.03), (0, y, 0.014)),
            block(BLACK, (0.23, 0.02, 0.07), (0, y + 0.06, 0.02)),
            tube(GRAPHITE, [(-0.1, y - 0.02, 0.03), (0, y - 0.02, 0.095), (0.1, y - 0.02, 0.03)], 0.012),
        )
    ]
    return [deck, Part(art, outlined=False), *straps]


def _skis(main: Colour = (0.85, 0.15, 0.12)) -> list[Piece]:
    def tipped(p: np.ndarray) -> np.ndarray:
        p[:, 2] += 1.4 * np.maximum(-p[:, 1] - 0.6, 0.0) ** 1.8
        return p

    outline = oval(0.05, 0.85, 4.0, 48)
    one = [
        bent(plate(Paint(main, 0.2), outline, 0.015), tipped),
        block(BLACK, (0.06, 0.30, 0.045), (0, 0.08, 0.015)),
        block(WHITE, (0.05, 0.08, 0.06), (0, -0.1, 0.015)),
        block(WHITE, (0.05, 0.08, 0.07), (0, 0.24, 0.015)),
    ]
    return [piece.moved(x, 0, 0) for x in (-0.08, 0.08) for piece in one]


def _dumbbell(main: Colour = (0.16, 0.16, 0.18)) -> list[Piece]:
    handle = turn(drum(STEEL, 0.014, 0.16, (0, 0, -0.08)), "y", 90)
    disc = turn(drum(Paint(main, 0.45), 0.065, 0.035, (0, 0, 0.075), sides=6), "y", 90)
    small = turn(drum(Paint(main, 0.45), 0.052, 0.035, (0, 0, 0.113), sides=6), "y", 90)
    return [handle, *both(disc, small)]


def _border(wide: float, high: float, line: float, at: tuple[float, float, float]) -> list[Mesh]:
    x, y, z = at
    across = [block(RED, (wide, 0.008, line), (x, y, z + dz), 0.0) for dz in (0.0, high - line)]
    up = [block(RED, (line, 0.008, high), (x + side * (wide - line) / 2, y, z), 0.0) for side in (-1, 1)]
    return across + up


def _net(top: float, low: float, long: float, at: tuple[float, float, float]) -> list[Piece]:
    """Cords that cross on their way down from the ring."""
    cord = Paint((0.93, 0.93, 0.92), 0.8)
    pieces: list[Piece] = []
    count, levels = 12, 5

    def place(i: float, level: int) -> tuple[float, float, float]:
        share = level / levels
        radius = top + (low - top) * share**0.7
        angle = 2 * math.pi * (i + 0.5 * level) / count
        return (at[0] + radius * math.cos(angle), at[1] + radius * math.sin(angle), at[2] - long * share)

    for level in range(levels):
        for i in range(count):
            for step in (0, -1):
                cordlet = bar(cord, place(i, level), place(i + step, level + 1), 0.005)
                pieces.append(Part(cordlet, outlined=False))
    return pieces


MODELS: dict[str, Model] = {
    "baseball_bat": _baseball_bat, "baseball_glove": _baseball_glove, "bowling_pin": _bowling_pin,
    "dumbbell": _dumbbell, "frisbee": _frisbee, "goal": _goal, "hoop": _hoop, "skateboard": _skateboard,
    "skis": _skis, "snowboard": _snowboard, "surfboard": _surfboard, "tennis_racket": _tennis_racket,
}  # fmt: skip
