"""Models of tools, arms and what lies on a desk."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.kit import (
    BLACK,
    BRASS,
    CHROME,
    CREAM,
    OAK,
    PANE,
    PINE,
    RED,
    STEEL,
    WHITE,
    Model,
    Paint,
    Piece,
    ball,
    bar,
    block,
    circle,
    drum,
    hull,
    lathe,
    prism,
    ring,
    sheet,
    tinted,
    tube,
    turn,
)  # fmt: skip

_UPRIGHT = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


def _book(main: Colour = (0.60, 0.12, 0.12)) -> list[Piece]:
    """Lying with its spine to the left."""
    cover = Paint(main, 0.5)
    boards = [block(cover, (0.15, 0.22, 0.004), (0, 0, z), 0.001) for z in (0.0, 0.031)]
    spine = block(cover, (0.005, 0.22, 0.035), (-0.0725, 0, 0), 0.002)
    pages = block(CREAM, (0.140, 0.210, 0.027), (-0.001, 0, 0.004), 0.0)
    title = [block(BRASS, (0.08, 0.012, 0.001), (0.005, 0.05 - 0.022 * i, 0.0348), 0) for i in range(2)]
    return [*boards, spine, pages, *title, block(BRASS, (0.1, 0.003, 0.001), (0, -0.06, 0.0348), 0)]


def _open_book(main: Colour = (0.14, 0.30, 0.55)) -> list[Piece]:
    """Lying open, the pages of both halves bulging from the fold."""
    cover, ink = Paint(main, 0.5), Paint((0.35, 0.34, 0.33), 0.8)
    halves = [
        turn(piece, "y", -side * 11).moved(0, 0, 0.004)
        for side in (-1, 1)
        for piece in (
            block(cover, (0.17, 0.24, 0.006), (side * 0.085, 0, 0), 0.001),
            block(CREAM, (0.162, 0.226, 0.018), (side * 0.082, 0, 0.006), 0.004),
            *(
                block(ink, (0.115, 0.004, 0.001), (side * 0.085, 0.085 - 0.018 * row, 0.0242), 0)
                for row in range(10)
            ),
        )
    ]
    return [*halves, block(cover, (0.02, 0.24, 0.006), (0, 0, 0), 0.001)]


def _hammer(main: Colour = (0.66, 0.44, 0.24)) -> list[Piece]:
    head = [
        turn(drum(STEEL, 0.017, 0.045, (0, 0, 0.02)), "y", -90).moved(0, 0, 0.295),
        block(STEEL, (0.04, 0.03, 0.034), (0, 0, 0.278)),
    ]
    claw = [
        tube(
            STEEL,
            [(0.015, s * 0.006, 0.298), (0.04, s * 0.008, 0.30), (0.065, s * 0.011, 0.278)],
            [0.011, 0.008, 0.004],
        )
        for s in (-1, 1)
    ]
    return [
        *head,
        *claw,
        hull(
            Paint(main, 0.5),
            [(-0.0, 0.011, -0.015, 0.015), (0.1, 0.010, -0.014, 0.014), (0.29, 0.009, -0.011, 0.011)],
            3,
        ).rotated(_UPRIGHT),
    ]


def _axe(main: Colour = (0.66, 0.44, 0.24)) -> list[Piece]:
    head = prism(
        STEEL,
        [
            (0.055, 0.57),
            (0.055, 0.66),
            (0.0, 0.665),
            (-0.10, 0.70),
            (-0.115, 0.63),
            (-0.10, 0.54),
            (0.0, 0.58),
        ],
        0.032,
        "y",
    )
    edge = prism(
        CHROME, [(-0.085, 0.695), (-0.115, 0.70), (-0.13, 0.62), (-0.115, 0.53), (-0.085, 0.545)], 0.012, "y"
    )
    return [
        head,
        edge,
        tube(Paint(main, 0.5), [(0.03, 0, 0), (0.02, 0, 0.2), (0.028, 0, 0.68)], [0.018, 0.013, 0.015]),
    ]


def _sword(main: Colour = (0.30, 0.16, 0.10)) -> list[Piece]:
    blade = prism(
        CHROME, [(-0.024, 0.22), (0.024, 0.22), (0.018, 0.95), (0.0, 1.05), (-0.018, 0.95)], 0.008, "y"
    )
    fuller = prism(STEEL, [(-0.006, 0.24), (0.006, 0.24), (0.004, 0.85), (-0.004, 0.85)], 0.010, "y")
    grip = [
        bar(Paint(main, 0.7), (0, 0, 0.03), (0, 0, 0.2), 0.013),
        *(ring(BLACK, 0.0135, 0.002, (0, 0, z), 16) for z in np.arange(0.05, 0.19, 0.02)),
    ]
    return [
        blade,
        fuller,
        *grip,
        ball(BRASS, 0.02, (0, 0, 0.02), 14),
        tube(
            BRASS,
            [(-0.09, 0, 0.225), (-0.04, 0, 0.205), (0.04, 0, 0.205), (0.09, 0, 0.225)],
            [0.011, 0.010, 0.010, 0.011],
        ),
    ]


def _shield(main: Colour = (0.14, 0.26, 0.60)) -> list[Piece]:
    line = [(-0.28, 0.68), (0.28, 0.68), (0.28, 0.38), (0.20, 0.16), (0.0, 0.0), (-0.20, 0.16), (-0.28, 0.38)]
    face = prism(Paint(main, 0.35, 0.3), line, 0.04, "y")
    rim = [
        bar(BRASS, (a[0], 0, a[1]), (b[0], 0, b[1]), 0.022)
        for a, b in zip(line, [*line[1:], line[0]], strict=True)
    ]
    cross = [
        block(WHITE, (0.09, 0.05, 0.55), (0, 0, 0.09), 0.004),
        block(WHITE, (0.50, 0.05, 0.09), (0, 0, 0.42), 0.004),
    ]
    return [face, *rim, *cross, ball(BRASS, (0.06, 0.05, 0.06), (0, -0.02, 0.465), 16)]


def _pen(main: Colour = (0.95, 0.74, 0.10)) -> list[Piece]:
    """A pencil: six sides, a cut point, a rubber."""
    pieces = [
        drum(Paint(main, 0.35), 0.006, 0.125, (0, 0, 0.022), sides=6),
        drum(Paint((0.85, 0.68, 0.46), 0.8), 0.0018, 0.018, (0, 0, 0.004), 0.006, 12),
        drum(BLACK, 0.0003, 0.005, (0, 0, 0), 0.0019, 10),
        drum(CHROME, 0.0062, 0.012, (0, 0, 0.147)),
        drum(Paint((0.92, 0.50, 0.52), 0.8), 0.006, 0.011, (0, 0, 0.159)),
    ]
    return [turn(piece, "x", 90) for piece in pieces]


def _paper(main: Colour = (0.95, 0.95, 0.93)) -> list[Piece]:
    def page(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        return np.stack(
            [(u - 0.5) * 0.21, (v - 0.5) * 0.30, 0.0015 + 0.006 * np.clip(u + v - 1.1, 0, 1) ** 2 * 1.4], -1
        )

    lines = [
        block(
            Paint((0.35, 0.40, 0.52), 0.8),
            (0.15 if i % 4 else 0.09, 0.003, 0.0006),
            (0.0 if i % 4 else -0.03, 0.11 - 0.018 * i, 0.0016),
            0,
        )
        for i in range(11)
    ]
    return [sheet(Paint(main, 0.8), page, 14), *(Part(line, outlined=False) for line in lines)]


def _easel(main: Colour = (0.70, 0.50, 0.30)) -> list[Piece]:
    """With a canvas of a red sun over water."""
    wood = Paint(main, 0.6)
    legs = [bar(wood, (s * 0.06, 0.0, 1.6), (s * 0.36, -0.22, 0), 0.018) for s in (-1, 1)] + [
        bar(wood, (0, 0.02, 1.55), (0, 0.38, 0), 0.018),
        block(wood, (0.62, 0.07, 0.03), (0, -0.17, 0.56)),
    ]
    art = [
        block(WHITE, (0.75, 0.025, 0.6)),
        block(Paint((0.98, 0.72, 0.45), 0.8), (0.72, 0.03, 0.33), (0, 0, 0.25), 0),
        block(Paint((0.18, 0.40, 0.58), 0.8), (0.72, 0.03, 0.24), (0, 0, 0.015), 0),
        turn(drum(RED, 0.09, 0.032, (0, 0, -0.016)), "x", 90).moved(0.08, 0, 0.34),
        *(
            block(Paint((0.95, 0.60, 0.40), 0.8), (w, 0.032, 0.014), (0.08, 0, z), 0)
            for w, z in ((0.16, 0.2), (0.10, 0.16), (0.18, 0.11))
        ),
    ]
    return [*legs, *(turn(piece, "x", -8).moved(0, -0.18, 0.59) for piece in art)]


def _telescope(main: Colour = (0.90, 0.91, 0.93)) -> list[Piece]:
    parts = [
        turn(drum(Paint(main, 0.2), 0.065, 0.75, (0, 0, -0.3)), "x", 90),
        turn(drum(BLACK, 0.075, 0.10, (0, 0, 0.42)), "x", 90),
        turn(drum(BLACK, 0.03, 0.14, (0, 0, -0.43)), "x", 90),
        turn(drum(PANE, 0.062, 0.01, (0, 0, 0.516)), "x", 90),
        bar(BLACK, (0.075, 0.1, 0.05), (0.075, 0.28, 0.05), 0.018),
    ]
    tube_ = [turn(piece, "x", -32).moved(0, 0.02, 1.15) for piece in parts]
    return [*tube_, *_legs(1.08, 0.38, PINE)]


def _tripod(main: Colour = (0.12, 0.12, 0.13)) -> list[Piece]:
    return [
        *_legs(1.18, 0.42, Paint(main, 0.4)),
        bar(STEEL, (0, 0, 1.0), (0, 0, 1.3), 0.014),
        block(Paint(main, 0.4), (0.09, 0.09, 0.05), (0, 0, 1.3)),
        block(Paint(main, 0.4), (0.07, 0.11, 0.02), (0, 0, 1.36)),
        bar(Paint(main, 0.4), (0, 0.04, 1.32), (0.05, 0.30, 1.24), 0.010),
    ]


def _globe(main: Colour = (0.16, 0.40, 0.66)) -> list[Piece]:
    ball_ = ball(Paint(main, 0.2), 0.15, fine=84)

    def land(p: np.ndarray) -> np.ndarray:
        q = p / 0.15
        field = (
            np.sin(3.1 * q[:, 0] + 1.2) * np.cos(2.7 * q[:, 1])
            + 0.8 * np.sin(2.3 * q[:, 2] + 2.6 * q[:, 0])
            + 0.5 * np.sin(6.3 * q[:, 1] + 4.1 * q[:, 2])
        )
        return (field > 0.55) & (np.abs(q[:, 2]) < 0.93)

    earth = tinted(
        tinted(ball_, land, Paint((0.40, 0.58, 0.26), 0.5)), lambda p: np.abs(p[:, 2]) > 0.14, WHITE
    )
    bow = turn(ring(BRASS, 0.160, 0.006, sides=48), "x", 90)
    return [
        *(turn(piece, "y", 23).moved(0, 0, 0.25) for piece in (earth, bow)),
        lathe(
            OAK,
            [(0.0, 0.0), (0.09, 0.0), (0.09, 0.0), (0.085, 0.02), (0.03, 0.035), (0.015, 0.085), (0.0, 0.09)],
        ),
    ]


def _legs(high: float, out: float, paint: Paint) -> list[Mesh]:
    return [
        p
        for x, y, _ in circle(3, out, from_deg=90)
        for p in (
            bar(paint, (0.08 * x, 0.08 * y, high), (x, y, 0), 0.02, 0.012),
            ball(BLACK, 0.018, (x, y, 0.014), 10),
        )
    ]


MODELS: dict[str, Model] = {
    "axe": _axe, "book": _book, "easel": _easel, "globe": _globe, "hammer": _hammer, "open_book": _open_book,
    "paper": _paper, "pen": _pen, "shield": _shield, "sword": _sword, "telescope": _telescope, "tripod": _tripod,
}  # fmt: skip
