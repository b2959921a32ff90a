"""What is made of cloth on each kind of thing, in the thing's own frame: flags, banners, curtains, washing."""

import functools
import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.scene import Body, Vector
from render_cluster.backends.physics.things.thing import OWN_COLOUR

LINE_SAG_SHARE = 0.03
_WHITE: Vector = (0.93, 0.92, 0.89)
_RED: Vector = (0.78, 0.08, 0.10)
_BLUE: Vector = (0.16, 0.32, 0.62)
_YELLOW: Vector = (0.93, 0.74, 0.26)
_GREEN: Vector = (0.28, 0.50, 0.36)
_DENIM: Vector = (0.17, 0.24, 0.40)


class Fabric(NamedTuple):
    """A weave: kilograms a square metre, and its stiffness against bending (Nm), as the Kawabata tests have it."""

    areal_kgpm2: float
    bending_nm: float


BUNTING = Fabric(0.14, 2e-5)
CANVAS = Fabric(0.26, 1e-4)
VOILE = Fabric(0.10, 8e-6)
WET_COTTON = Fabric(0.36, 2e-5)


class Sheet(NamedTuple):
    """One piece of cloth: its corner points (3, rows, columns) in the frame of its thing as it hangs at first.

    `wide_m` and `high_m` are of the cloth laid flat; `bands` its colours from top to bottom. `draught` is None
    where the weather's wind blows on it, else the share of it that comes through an opening, out of the
    thing's front.
    """

    start_m: np.ndarray
    held: np.ndarray
    cells: np.ndarray
    wide_m: float
    high_m: float
    fabric: Fabric
    bands: tuple[Vector, ...]
    draught: float | None = None


@functools.lru_cache(maxsize=64)  # solver and picture ask for the same few in every chunk of a shot
def sheets_of(body: Body) -> tuple[Sheet, ...]:
    """The cloth of a thing, none of most; all sheets of one thing have grids of one shape."""
    make = _CUTS.get(body.kind)
    return () if make is None else make(body)


def line_m(body: Body, x_m: np.ndarray) -> np.ndarray:
    """How high a washing line hangs at places along it, in the frame of its thing: a shallow catenary's parabola."""
    half = 0.5 * body.size_m[0]
    top = 0.5 * body.size_m[2] - 0.06
    return top - LINE_SAG_SHARE * 2.0 * half * (1.0 - (x_m / half) ** 2)


def _flag(body: Body) -> tuple[Sheet, ...]:
    """Two by three, its hoist at the pole at the thing's left end."""
    wide, _, tall = body.size_m
    long = 0.95 * wide
    high = 0.66 * long
    u, v = _grid(13, 19)
    start = np.stack(
        [
            -0.5 * wide + 0.025 + 0.72 * long * u,
            0.06 * np.sin(7.0 * u) * u,
            0.5 * tall - 0.06 - high * v - 0.3 * u,
        ]
    )
    held = (u == 0.0) & (np.arange(13) % 3 == 0)[:, None]
    bands = (_RED, _WHITE, _RED) if body.colour == OWN_COLOUR else (body.colour,)
    return (Sheet(start, held, _whole(u), long, high, BUNTING, bands),)


def _banner(body: Body) -> tuple[Sheet, ...]:
    """Stretched between two poles, with a little to spare."""
    wide, _, tall = body.size_m
    high = 0.36 * tall
    u, v = _grid(11, 29)
    start = np.stack([(u - 0.5) * 0.96 * wide, 0.10 * np.sin(math.pi * u), 0.5 * tall - 0.08 - high * v])
    held = ((u == 0.0) | (u == 1.0)) & (np.arange(11) % 5 == 0)[:, None]
    colour = _YELLOW if body.colour == OWN_COLOUR else body.colour
    bands = (_RED, *(colour,) * 5, _RED) if body.colour == OWN_COLOUR else (colour,)
    return (Sheet(start, held, _whole(u), 0.99 * wide, high, CANVAS, bands),)


def _curtain(body: Body) -> tuple[Sheet, ...]:
    """On a rod of its own."""
    wide, _, tall = body.size_m
    return _drawn_apart(body.colour, wide, 0.5 * tall - 0.03, 0.955 * tall, 0.0)


def _window(body: Body) -> tuple[Sheet, ...]:
    """Before an open window, down to the floor (raster/things/windows)."""
    wide, deep, tall = body.size_m
    top = 0.34 * tall + 0.12
    return _drawn_apart(body.colour, 0.42 * wide + 0.9, top, top + 0.49 * tall, 0.5 * deep - 0.28)


def _drawn_apart(
    colour: Vector, wide_m: float, top_m: float, high_m: float, back_m: float
) -> tuple[Sheet, ...]:
    """Two gathered halves on one rod, drawn a little apart; the draught comes in between and from behind them."""
    wide, high, colour = wide_m, high_m, _WHITE if colour == OWN_COLOUR else colour
    u, v = _grid(15, 25)
    gathered = 0.40 * wide
    folds = 0.04 * np.sin(2.0 * math.pi * 6.0 * u)
    across = float(np.hypot(np.diff(gathered * u[0]), np.diff(folds[0])).sum())
    halves = []
    for side in (-1.0, 1.0):
        x = side * (0.49 * wide - gathered * u)
        start = np.stack([x, back_m + folds - 0.02 * v, top_m - high * v])
        halves.append(Sheet(start, v == 0.0, _whole(u), across, high, VOILE, (colour,), draught=0.27))
    return tuple(halves)


def _washing(body: Body) -> tuple[Sheet, ...]:
    """Sheets, shirts, a towel and trousers pegged to a line, as many as it has room for."""
    first = body.colour if body.colour != OWN_COLOUR else None
    hung = (
        (_whole, 1.15, 1.30, (first or _WHITE,)),
        (_shirt, 0.80, 0.76, (first or _RED,)),
        (_whole, 0.62, 1.05, (first or _BLUE, _WHITE, first or _BLUE, _WHITE, first or _BLUE)),
        (_trousers, 0.52, 1.05, (first or _DENIM,)),
        (_shirt, 0.72, 0.70, (first or _YELLOW,)),
    )
    scale, gap = body.size_m[2] / 2.1, 0.09
    x = -0.5 * sum(wide + gap for _, wide, _, _ in hung) * scale
    sheets = []
    for cells, wide, high, bands in hung:
        wide, high = wide * scale, high * scale
        u, v = _grid(12, 13)
        # Between two pegs there is a little more cloth than line.
        along = x + 0.97 * wide * u
        start = np.stack([along, 0.04 * np.sin(5.0 * u + x) * v, line_m(body, along) - high * v])
        held = (v == 0.0) & np.isin(np.arange(13), _PEGS[cells.__name__])[None, :]
        sheets.append(Sheet(start, held, cells(u), wide, high, WET_COTTON, bands, 0.34))
        x += wide + gap * scale
    return tuple(sheets)


def _grid(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """How far along and how far down each point is, both in 0..1."""
    down, along = np.meshgrid(np.linspace(0.0, 1.0, rows), np.linspace(0.0, 1.0, columns), indexing="ij")
    return along, down


def _whole(u: np.ndarray) -> np.ndarray:
    return np.ones((u.shape[0] - 1, u.shape[1] - 1), bool)


def _shirt(u: np.ndarray) -> np.ndarray:
    """Sleeves at the top, a body below; it hangs by its hem as well as by its shoulders, so upright."""
    cells = _whole(u)
    cells[4:, :3] = cells[4:, -3:] = False
    cells[:1, 5:-5] = False
    return cells


def _trousers(u: np.ndarray) -> np.ndarray:
    cells = _whole(u)
    cells[3:, 5:7] = False
    return cells


_PEGS: dict[str, tuple[int, ...]] = {"_whole": (0, 6, 12), "_shirt": (0, 4, 8, 12), "_trousers": (0, 6, 12)}
_CUTS: dict[str, Callable[[Body], tuple[Sheet, ...]]] = {
    "flag": _flag,
    "banner": _banner,
    "curtain": _curtain,
    "curtained_window": _window,
    "curtained_window_by_night": _window,
    "clothesline": _washing,
}
CLOTHS = frozenset(_CUTS)
"""The kinds of things that are of cloth, wholly or for what is seen of them."""
FLUTTER = "flutter"
"""The verb of such things: to do what the wind does with them."""
