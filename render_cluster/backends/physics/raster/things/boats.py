"""Models of what floats; their bow looks to -y."""

import math

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CREAM,
    GRAPHITE,
    IRON,
    LAMP,
    PANE,
    PINE,
    STEEL,
    WALNUT,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    bars,
    block,
    both,
    drum,
    hull,
    loft,
    oval,
    plate,
    prism,
    ring,
    sheet,
    tube,
    turn,
)  # fmt: skip


def _sailing_boat(main: Colour = (0.14, 0.30, 0.55)) -> list[Piece]:
    """A keelboat under mainsail and jib, heeling to nothing."""
    shell = _boat(Paint(main, 0.2), 1.2, 3.2, 0.95, 0.35)
    deck = plate(Paint((0.72, 0.54, 0.34), 0.6), oval(1.05, 2.85, 2.3), 0.06, (0, 0.1, 0.86))
    cabin = hull(
        WHITE,
        [(-0.9, 0.42, 0.9, 1.05), (-0.5, 0.62, 0.9, 1.25), (0.7, 0.62, 0.9, 1.25), (0.8, 0.6, 0.9, 1.2)],
        5,
    )
    mast, boom = (
        bar(STEEL, (0, -0.45, 0.9), (0, -0.45, 8.5), 0.06),
        bar(STEEL, (0, -0.45, 1.6), (0.25, 2.5, 1.6), 0.04),
    )

    def mainsail(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        long = 2.85 * (1 - v) * (1 + 0.25 * v)
        belly = 0.38 * np.sin(np.pi * np.clip(u, 0, 1)) * (1 - 0.6 * v)
        return np.stack([belly + 0.08 * u * long, -0.40 + u * long, 1.7 + 6.6 * v], -1)

    def jib(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        low = np.stack([0 * u, -3.05 + 2.5 * u, 1.05 + 0.1 * u], -1)
        tip = np.array([0.0, -0.62, 7.2])
        point = low * (1 - v[..., None]) + tip * v[..., None]
        point[..., 0] += 0.30 * np.sin(np.pi * np.clip(u, 0, 1)) * (1 - v)
        return point

    sails = [
        Part(sheet(Paint((0.96, 0.95, 0.92), 0.8), mainsail, 16), Material.CLOTH),
        Part(sheet(Paint((0.93, 0.90, 0.86), 0.8), jib, 14), Material.CLOTH),
    ]
    stays = bars(
        STEEL,
        0.012,
        ((0, -3.1, 1.0), (0, -0.45, 8.4)),
        ((0, 3.0, 0.9), (0, -0.45, 8.4)),
        ((1.0, -0.2, 0.9), (0, -0.45, 6.5)),
        ((-1.0, -0.2, 0.9), (0, -0.45, 6.5)),
    )
    return [
        shell,
        deck,
        cabin,
        mast,
        boom,
        *sails,
        *stays,
        *both(block(PANE, (0.02, 0.8, 0.14), (0.61, 0.1, 1.05), 0.0)),
    ]


def _rowing_boat(main: Colour = (0.62, 0.42, 0.24)) -> list[Piece]:
    outer = _open_boat(Paint(main, 0.4), 0.62, 1.75, 0.52)
    thwarts = [
        block(PINE, (w, 0.24, 0.03), (0, y, 0.34)) for y, w in ((-0.7, 0.95), (0.15, 1.12), (0.95, 0.92))
    ]
    oars = both(
        bar(PINE, (0.25, 0.2, 0.50), (0.62, -0.9, 0.58), 0.02),
        turn(block(PINE, (0.12, 0.40, 0.02)), "x", 4).moved(0.66, -1.05, 0.58),
    )
    return [*outer, *thwarts, *oars]


def _kayak(main: Colour = (0.92, 0.42, 0.08)) -> list[Piece]:
    sections = [
        (-1.9, 0.02, 0.22, 0.30),
        (-1.5, 0.16, 0.08, 0.28),
        (-0.6, 0.30, 0.0, 0.30),
        (0.4, 0.32, 0.0, 0.30),
        (1.4, 0.18, 0.08, 0.28),
        (1.9, 0.02, 0.22, 0.30),
    ]
    shell = hull(Paint(main, 0.2), sections, 2.4)
    hole = [
        ring(BLACK, 1.0, 0.07, sides=32).scaled(0.22, 0.40, 0.35).moved(0, 0.15, 0.30),
        drum(Paint((0.05, 0.05, 0.06), 0.9), 1.0, 0.012).scaled(0.21, 0.39, 1).moved(0, 0.15, 0.295),
    ]
    seat = block(GRAPHITE, (0.30, 0.06, 0.12), (0, 0.42, 0.26))
    stripe = both(
        tube(
            WHITE,
            [(0.04, -1.7, 0.24), (0.22, -1.0, 0.19), (0.315, 0.2, 0.17), (0.2, 1.2, 0.2), (0.05, 1.7, 0.24)],
            0.012,
        )
    )
    return [shell, *hole, seat, *stripe]


def _speedboat(main: Colour = (0.94, 0.94, 0.95)) -> list[Piece]:
    shell = _boat(Paint(main, 0.12), 1.1, 3.0, 1.0, 0.5)
    band = hull(
        Paint((0.80, 0.10, 0.10), 0.2),
        [
            (-2.8, 0.12, 0.82, 0.93),
            (-1.6, 0.85, 0.74, 0.85),
            (0.5, 1.11, 0.70, 0.81),
            (2.95, 1.06, 0.70, 0.81),
        ],
        4,
    )
    deck = hull(WHITE, [(-2.6, 0.25, 0.92, 1.0), (-1.6, 0.85, 0.92, 1.05), (-0.4, 1.0, 0.92, 1.02)], 4)
    screen = hull(PANE, [(-0.75, 0.70, 1.0, 1.05), (-0.45, 0.80, 1.0, 1.50), (-0.38, 0.80, 1.0, 1.52)], 4)
    cockpit = block(Paint((0.70, 0.60, 0.48), 0.7), (1.75, 2.6, 0.04), (0, 1.2, 0.92))
    seats = [block(CREAM, (0.62, 0.55, 0.32), (x, y, 0.95), 0.06) for x in (-0.45, 0.45) for y in (0.3, 1.6)]
    engine = block(GRAPHITE, (0.42, 0.40, 0.70), (0, 2.9, 0.65), 0.08)
    return [shell, band, deck, screen, cockpit, *seats, engine]


def _ship(main: Colour = (0.95, 0.95, 0.94)) -> list[Piece]:
    """A passenger ship: dark hull, white decks, a funnel."""
    shell = _boat(Paint((0.10, 0.14, 0.26), 0.35), 6.9, 40.0, 8.5, 1.6)
    line = hull(
        Paint((0.70, 0.12, 0.10), 0.4),
        [(-36, 1.6, 0, 1.6), (-24, 5.6, 0, 1.6), (0, 6.6, 0, 1.6), (34, 6.0, 0, 1.6), (39.2, 4.2, 0.2, 1.6)],
        4,
    )
    decks = [
        block(Paint(main, 0.4), (12.6 - 0.9 * i, 52.0 - 5 * i, 2.2), (0, 4.5 + 1.2 * i, 8.2 + 2.5 * i), 0.4)
        for i in range(4)
    ]
    rails = [
        block(
            Paint((0.80, 0.82, 0.84), 0.4),
            (13.2 - 0.9 * i, 53.0 - 5 * i, 0.35),
            (0, 4.5 + 1.2 * i, 10.3 + 2.5 * i),
            0.05,
        )
        for i in range(4)
    ]
    panes = [
        block(PANE, (12.7 - 0.9 * i, 1.5, 1.0), (0, y, 8.9 + 2.5 * i), 0.0)
        for i in range(4)
        for y in np.arange(-18 + 3 * i, 27 - 2 * i, 2.8)
    ]
    bridge = [
        block(Paint(main, 0.4), (12, 4.5, 2.4), (0, -13, 16.2), 0.3),
        block(PANE, (12.1, 3.0, 1.0), (0, -13.9, 17.0), 0.1),
    ]
    funnel = [
        hull(
            Paint((0.82, 0.16, 0.10), 0.35),
            [(10, 0.5, 18, 18.5), (10.4, 1.7, 17.5, 23.6), (14.5, 1.7, 17.5, 24.0), (15, 0.8, 18, 23.4)],
            4,
        ),
        block(BLACK, (3.3, 4.6, 0.9), (0, 12.5, 23.1), 0.2),
    ]
    boats = both(
        *(
            ball(Paint((0.92, 0.42, 0.08), 0.4), (0.9, 2.6, 0.9), (6.5, y, 11.3), 12)
            for y in (-8, 0, 8, 16, 24)
        )
    )
    mast = bar(WHITE, (0, -11, 18), (0, -11, 23.5), 0.22)
    return [shell, line, *decks, *rails, *panes, *bridge, *funnel, *boats, mast]


def _pirate_ship(main: Colour = (0.42, 0.26, 0.14)) -> list[Piece]:
    wood = Paint(main, 0.6)
    shell = _boat(wood, 3.2, 11.5, 4.2, 1.6)
    stripe = hull(
        BRASS, [(-9.5, 1.5, 3.1, 3.5), (-5, 3.0, 2.7, 3.1), (3, 3.26, 2.7, 3.1), (11.4, 2.7, 3.0, 3.4)], 4
    )
    stern = [
        block(wood, (5.4, 4.5, 2.2), (0, 9.0, 3.8), 0.15),
        block(BRASS, (5.6, 4.7, 0.2), (0, 9.0, 6.0)),
        *[block(LAMP._replace(glow=0.8), (0.7, 0.1, 0.8), (x, 11.28, 4.6), 0.0) for x in (-1.6, 0, 1.6)],
    ]
    ports = both(*(block(BLACK, (0.12, 0.55, 0.5), (3.08, y, 2.0), 0.02) for y in np.linspace(-5, 6, 6)))
    sprit = bar(wood, (0, -10.0, 4.2), (0, -16.0, 6.6), 0.20, 0.10)
    pieces: list[Piece] = [shell, stripe, *stern, *ports, sprit]
    for y, top, wide in ((-5.5, 19.0, 6.2), (0.6, 23.0, 7.0), (6.8, 17.5, 5.2)):
        pieces.append(bar(wood, (0, y, 3.5), (0, y, top), 0.24, 0.14))
        for level, share in ((0.30, 1.0), (0.64, 0.78)):
            low, high = 3.5 + (top - 3.5) * level, 3.5 + (top - 3.5) * (level + 0.29)
            half = wide * share / 2
            pieces.append(bar(wood, (-half, y, high), (half, y, high), 0.12))

            def sail(
                u: np.ndarray,
                v: np.ndarray,
                y: float = y,
                low: float = low,
                high: float = high,
                half: float = half,
            ) -> np.ndarray:
                belly = (
                    -1.0
                    * np.sin(np.pi * np.clip(u, 0, 1)) ** 0.7
                    * np.sin(np.pi * np.clip(0.15 + 0.8 * v, 0, 1))
                )
                return np.stack(
                    [(u - 0.5) * 2 * half * (1.0 - 0.10 * v), y - 0.2 + belly, low + (high - low) * v], -1
                )

            pieces.append(Part(sheet(Paint((0.90, 0.85, 0.74), 0.9), sail, 10), Material.CLOTH))
        pieces += both(bar(IRON, (3.0, y + 0.6, 3.8), (0.05, y, top - 1.5), 0.05))
    flag = sheet(BLACK, lambda u, v: np.stack([0.15 * np.sin(6 * u), 0.6 + 2.0 * u, 22.6 + 1.3 * v], -1), 8)
    return [*pieces, Part(flag, Material.CLOTH)]


def _raft(main: Colour = (0.55, 0.38, 0.22)) -> list[Piece]:
    logs = [
        turn(drum(Paint(main, 0.85), 0.125, 2.6, (0, 0, -1.3), sides=14), "x", 90).moved(x, 0, 0.13)
        for x in np.linspace(-0.78, 0.78, 7)
    ]
    ties = [block(Paint((0.76, 0.62, 0.40), 0.9), (1.82, 0.10, 0.05), (0, y, 0.25)) for y in (-0.95, 0, 0.95)]
    return [*logs, *ties]


def _boat(paint: Paint, half: float, end: float, high: float, rise: float) -> Mesh:
    """A hull with a sharp bow to -y that rises, and a square stern."""
    rings = []
    for t in np.linspace(0, 1, 22):
        y = -end + 2 * end * t
        wide = (
            half
            * min(1.0, math.sin(min(1.0, (t + 0.015) / 0.55) * math.pi / 2))
            * (1 - 0.14 * max(0, t - 0.7) / 0.3)
        )
        top = high + rise * (1 - t) ** 3
        low = 0.10 * high * max(0, t - 0.8) / 0.2 + 0.75 * high * max(0, 0.14 - t) / 0.14
        angle = np.linspace(math.pi, 2 * math.pi, 15)
        x = wide * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.62
        z = top + (top - low) * np.sin(angle)
        rings.append(np.column_stack([x, np.full(15, y), z]))
    return loft(paint, np.array(rings))


def _open_boat(paint: Paint, half: float, end: float, high: float) -> list[Piece]:
    """Planks bent round an empty hull, to be seen inside and outside, with a rim."""

    def skin(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        t, s = np.clip(u, 0, 1), 2 * v - 1
        wide = half * np.sin(np.pi * np.clip(0.02 + 0.80 * t, 0, 1)) ** 0.75
        top = high * (0.80 + 0.35 * (2 * t - 0.9) ** 2)
        return np.stack(
            [wide * np.sign(s) * np.abs(s) ** 0.7, -end + 2 * end * u, top * np.abs(s) ** 2.2], -1
        )

    edge = np.linspace(0, 1, 24)
    rim = [tube(WALNUT, skin(edge, np.full(24, v))[::3], 0.025) for v in (0.0, 1.0)]
    stern = skin(np.ones(17), np.linspace(0, 1, 17))
    board = prism(WALNUT, [(x, z) for x, _, z in stern], 0.04, "y").moved(0, end - 0.02, 0)
    return [sheet(paint, skin, 22), *rim, board]


MODELS: dict[str, Model] = {
    "kayak": _kayak, "pirate_ship": _pirate_ship, "raft": _raft, "rowing_boat": _rowing_boat,
    "sailing_boat": _sailing_boat, "ship": _ship, "speedboat": _speedboat,
}  # fmt: skip
