"""Models of what stands on a playground."""

import numpy as np

from render_cluster.backends.physics.raster.mesh import Colour, Mesh
from render_cluster.backends.physics.raster.things.kit import (
    IRON,
    RUBBER,
    STEEL,
    Model,
    Paint,
    Piece,
    bar,
    bars,
    block,
    circle,
    drum,
    ring,
    sheet,
    tube,
)  # fmt: skip


def _trampoline(main: Colour = (0.12, 0.30, 0.70)) -> list[Piece]:
    mat = drum(RUBBER, 1.26, 0.02, (0, 0, 0.85), sides=40)
    pad = ring(Paint(main, 0.5), 1.0, 0.1, sides=48).scaled(1.37, 1.37, 0.5).moved(0, 0, 0.86)
    legs = [bar(STEEL, (*p[:2], 0), (*p[:2], 0.84), 0.03) for p in circle(6, 1.3)]
    feet = [
        bar(STEEL, (*p[:2], 0.03), (*q[:2], 0.03), 0.03)
        for p, q in zip(circle(6, 1.3)[::2], circle(6, 1.3)[1::2], strict=True)
    ]
    return [mat, pad, *legs, *feet]


def _seesaw(main: Colour = (0.86, 0.20, 0.14)) -> list[Piece]:
    plank = block(Paint(main, 0.4), (3.0, 0.26, 0.05), (0, 0, 0.50))
    seats = [block(Paint((0.96, 0.78, 0.15), 0.4), (0.34, 0.34, 0.04), (x, 0, 0.55)) for x in (-1.3, 1.3)]
    handles = [
        tube(STEEL, [(x, -0.12, 0.55), (x, -0.12, 0.74), (x, 0.12, 0.74), (x, 0.12, 0.55)], 0.016)
        for x in (-1.0, 1.0)
    ]
    stand = bars(
        IRON,
        0.04,
        ((-0.25, -0.2, 0), (0, -0.16, 0.48)),
        ((0.25, -0.2, 0), (0, -0.16, 0.48)),
        ((-0.25, 0.2, 0), (0, 0.16, 0.48)),
        ((0.25, 0.2, 0), (0, 0.16, 0.48)),
        ((0, -0.22, 0.47), (0, 0.22, 0.47)),
    )
    return [plank, *seats, *handles, *stand]


def _swing(main: Colour = (0.80, 0.16, 0.12)) -> list[Piece]:
    """Two seats on chains under an A-frame."""
    frame = Paint(main, 0.35)
    legs = [bar(frame, (x, y, 0), (0.86 * x, 0, 2.25), 0.04) for x in (-1.26, 1.26) for y in (-0.86, 0.86)]
    top = bar(frame, (-1.25, 0, 2.25), (1.25, 0, 2.25), 0.045)
    seats: list[Mesh] = []
    for x in (-0.52, 0.52):
        seats.append(block(RUBBER, (0.46, 0.20, 0.03), (x, 0, 0.48)))
        seats += bars(
            STEEL, 0.010, ((x - 0.21, 0, 0.5), (x - 0.21, 0, 2.25)), ((x + 0.21, 0, 0.5), (x + 0.21, 0, 2.25))
        )
    return [*legs, top, *seats]


def _slide(main: Colour = (0.95, 0.75, 0.12)) -> list[Piece]:
    """A chute towards -y and a ladder behind."""

    def chute(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        fall = 0.5 + 0.5 * np.cos(np.pi * np.clip(v, 0, 1))
        wall = 0.14 * np.abs(2 * u - 1) ** 6
        return np.stack([(u - 0.5) * 0.62, 0.72 - 2.2 * v, 0.16 + 1.22 * fall + wall], -1)

    steps = [block(STEEL, (0.5, 0.10, 0.03), (0, 1.48 - 0.1 * i, 0.25 * (i + 1))) for i in range(5)]
    rails = [bar(Paint((0.80, 0.14, 0.12), 0.4), (x, 1.52, 0), (x, 0.95, 2.0), 0.035) for x in (-0.36, 0.36)]
    legs = [bar(Paint((0.80, 0.14, 0.12), 0.4), (x, 0.72, 0), (x, 0.72, 2.0), 0.035) for x in (-0.36, 0.36)]
    deck = block(STEEL, (0.66, 0.55, 0.05), (0, 0.96, 1.33))
    feet = [bar(Paint((0.80, 0.14, 0.12), 0.4), (x, -1.3, 0), (x, -1.3, 0.2), 0.035) for x in (-0.3, 0.3)]
    return [sheet(Paint(main, 0.2), chute, 24), *steps, *rails, *legs, deck, *feet]


MODELS: dict[str, Model] = {
    "seesaw": _seesaw, "slide": _slide, "swing": _swing, "trampoline": _trampoline,
}  # fmt: skip
