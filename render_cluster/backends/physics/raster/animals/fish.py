"""The pieces of what swims with its tail: a lofted body, tail fin, back fin, side fins and eyes."""

from functools import cache
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Fish
from render_cluster.backends.physics.anatomy.skeletons import FISH_TAIL_LINKS
from render_cluster.backends.physics.raster.animals import flesh, loft
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import normalized

_RINGS, _SIDES = 60, 26


class Pieces(NamedTuple):
    """Everything of a fish at length 1, unpainted."""

    frame: Frame
    body: Pelt
    fins: list[Pelt]
    lines: list[Pelt]
    eyes: tuple[Pelt, Pelt]
    gaze: np.ndarray


@cache
def pieces(build: Fish) -> Pieces:
    """Lofts the pieces of a fish."""
    frame = Frame.of(build)
    swap = flesh.opposite(frame.index)
    side = _side_fin(build, frame)
    fins = [_tail(build, frame), side, side.mirrored(swap)]
    if build.dorsal > 0:
        fins.append(_back_fin(build, frame))
        if not build.level_tail:
            fins.append(_belly_fin(build, frame))
    radius = build.eye
    y = -0.5 + max(0.09, 1.2 * build.snout + 2.0 * radius) + (0.06 if "beak" in build.extras else 0.0)
    half, top, bottom = _section(build, np.array([y]))
    above = 0.22 * top[0] if not build.level_tail else -0.10 * bottom[0]
    wide = half[0] * np.sqrt(max(0.0, 1.0 - (above / (top[0] if above > 0 else bottom[0])) ** 2))
    gaze = normalized(np.array([1.0, -0.25, 0.1]))
    eye = loft.ball(
        np.array([wide - 0.45 * radius, y, above]), np.full(3, radius), frame.held_by("head"), 16, 10
    )
    return Pieces(frame, _body(build, frame), fins, _lines(build, frame), (eye, eye.mirrored(swap)), gaze)


def spine_weights(frame: Frame, y: np.ndarray) -> np.ndarray:
    """The weights (n, bones) of points by where along the body they are."""
    names = ("head", "trunk", *(f"tail_{link + 1}" for link in range(FISH_TAIL_LINKS)), "fluke")
    middles = np.array([0.5 * (frame.head(name)[1] + frame.tail(name)[1]) for name in names])
    place = np.interp(y, middles, np.arange(len(names)))
    low = np.minimum(place.astype(int), len(names) - 2)
    rest = place - low
    weights = np.zeros((len(y), len(frame.bones)))
    rows, chain = np.arange(len(y)), np.array(frame.chain(*names))
    weights[rows, chain[low]] = 1.0 - rest
    weights[rows, chain[low + 1]] += rest
    return weights


def _section(build: Fish, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Half width, height above and depth below the middle line at places along the body."""
    along = y + 0.5
    end = 0.88
    blunt = 0.78 if "blunt" in build.extras else 0.55
    start = 0.15 if "beak" in build.extras else 0.02
    face = blunt * (0.62 if start < 0.1 else 0.85)
    stem = build.peduncle / build.depth
    shape = [(0.0, 0.02), (start + 0.03, face), (0.5 * (start + build.deepest), 0.92), (build.deepest, 1.0)]
    shape += [(0.62, 0.70), (end - 0.08, 1.15 * stem), (end, stem), (0.93, 0.5 * stem), (0.96, 0.01)]
    if start > 0.1:
        # A dolphin's beak before its melon.
        shape[0:1] = [(0.0, 0.06), (0.05, 0.17), (0.10, 0.24)]
    deep = loft.profile(shape, along)
    wide = deep * build.width / 2.0
    if build.level_tail:
        wide = np.where(along > 0.6, np.maximum(wide, 0.35 * build.peduncle * (along < 0.9)), wide)
    return (
        np.maximum(wide, 1e-3),
        np.maximum(deep * build.depth * 0.5, 1e-3),
        np.maximum(deep * build.depth * 0.5, 1e-3),
    )


def _body(build: Fish, frame: Frame) -> Pelt:
    share = np.linspace(0.0, 1.0, _RINGS)
    y = -0.5 + 0.96 * (share - 0.10 * np.sin(2 * np.pi * share) / (2 * np.pi) * 1.5)
    wide, top, bottom = _section(build, y)
    angle = np.linspace(0.0, 2 * np.pi, _SIDES, endpoint=False)
    ring = np.zeros((_RINGS, _SIDES, 3))
    ring[..., 0] = wide[:, None] * np.cos(angle)
    ring[..., 2] = np.where(np.sin(angle) > 0, top[:, None], bottom[:, None]) * np.sin(angle)
    ring[..., 1] = y[:, None]
    ends = np.array([[0.0, y[0] - 0.002, 0.0], [0.0, y[-1], 0.0]])
    points = np.concatenate([ring.reshape(-1, 3), ends])
    return Pelt.of(points, loft.ring_faces(_RINGS, _SIDES)[:, ::-1], spine_weights(frame, points[:, 1]))


def _vane(build: Fish, frame: Frame, grid: np.ndarray, thick: float, held: np.ndarray | None = None) -> Pelt:
    u, v = np.linspace(0, 1, grid.shape[0]), np.linspace(0, 1, grid.shape[1])
    body = thick * (1.0 - 0.85 * u)[:, None] * np.sqrt(np.clip(1 - (2 * v - 1) ** 4, 0, 1))[None] + 0.001
    weights = spine_weights(frame, grid[..., 1].ravel()).reshape(*grid.shape[:2], -1)
    if held is not None:
        weights = np.broadcast_to(held, weights.shape)
    del build
    return loft.sheet(grid, body, weights)


def _tail(build: Fish, frame: Frame) -> Pelt:
    """The tail fin: upright, or level in what breathes air."""
    v = np.linspace(-1.0, 1.0, 25)
    u = np.linspace(0.0, 1.0, 9)
    high = build.tail_high / 2.0
    back = {
        "forked": 0.06 + 0.085 * np.abs(v) ** 1.2,
        "round": 0.15 - 0.06 * v**2,
        "lunate": 0.035 + 0.115 * np.abs(v) ** 1.4,
        "veil": 0.20 + 0.10 * np.abs(np.sin(2.2 * v)) - 0.05 * np.abs(v) ** 4,
    }[build.tail]
    front = 0.10 * np.abs(v) ** 1.1 if build.tail in ("lunate", "forked") else 0.03 * np.abs(v)
    root = 0.5 * build.peduncle
    spread = np.sign(v) * (root + (high - root) * np.abs(v) ** 0.9)
    y0, y1 = 0.37 + front, np.maximum(0.37 + back, 0.37 + front + 0.012)
    grid = np.zeros((len(u), len(v), 3))
    grid[..., 1] = y0 + u[:, None] * (y1 - y0)
    across = (
        (0.4 + 0.6 * u[:, None] ** 0.7) * spread
        if build.tail in ("round", "veil")
        else np.broadcast_to(spread, (9, 25))
    )
    grid[..., 0 if build.level_tail else 2] = across
    if build.level_tail:
        grid = grid[:, ::-1]
    return _vane(build, frame, grid, 0.022)


def _back_fin(build: Fish, frame: Frame) -> Pelt:
    start = build.dorsal_at - 0.5
    u, v = np.linspace(0.0, 1.0, 8), np.linspace(0.0, 1.0, 16)
    y = start + v * build.dorsal_long
    _, top, _ = _section(build, y)
    keel = loft.profile([(0, 0.2), (0.25, 0.9), (0.5, 1.0), (0.8, 0.6), (1, 0.25)], v)
    if build.dorsal_long < 0.2:
        keel = loft.profile([(0, 0.05), (0.45, 0.7), (0.75, 1.0), (0.9, 0.6), (1, 0.05)], v)
    grid = np.zeros((8, 16, 3))
    # A shark's fin sweeps backwards.
    sweep = 0.55 * build.dorsal if build.dorsal_long < 0.2 else 0.20 * build.dorsal
    grid[..., 1] = y + u[:, None] * sweep
    grid[..., 2] = 0.75 * top + u[:, None] * (0.25 * top + build.dorsal * keel)
    return _vane(build, frame, grid, 0.020)


def _belly_fin(build: Fish, frame: Frame) -> Pelt:
    u, v = np.linspace(0.0, 1.0, 6), np.linspace(0.0, 1.0, 10)
    y = 0.13 + 0.12 * v
    _, _, bottom = _section(build, y)
    grid = np.zeros((6, 10, 3))
    grid[..., 1] = y + u[:, None] * 0.05
    grid[..., 2] = -0.7 * bottom - u[:, None] * (
        0.3 * bottom + 0.55 * max(build.dorsal, 0.05) * np.sin(np.pi * v * 0.9 + 0.2)
    )
    return _vane(build, frame, grid[:, ::-1], 0.014)


def _side_fin(build: Fish, frame: Frame) -> Pelt:
    root, tip = frame.head("fin_l"), frame.tail("fin_l")
    u, v = np.linspace(0.0, 1.0, 9), np.linspace(-0.5, 0.5, 9)
    chord = build.pectoral * loft.profile([(0, 0.42), (0.4, 0.52), (0.8, 0.36), (1, 0.08)], u)
    grid = root + u[:, None, None] * (tip - root + np.array([0.0, 0.06, 0.0]))
    grid = np.tile(grid, (1, 9, 1))
    grid[..., 1] += chord[:, None] * v
    grid[..., 0] -= 0.03 * (1 - u[:, None])
    held = frame.held_by("fin_l")
    return _vane(build, frame, grid, 0.016, held)


def _lines(build: Fish, frame: Frame) -> list[Pelt]:
    """The mouth, and a shark's gills."""
    found = []
    held = frame.held_by("head")
    y = -0.5 + np.linspace(0.012, 0.075 + (0.06 if "beak" in build.extras else 0.0), 10)
    wide, _, bottom = _section(build, y)
    for side in (1.0, -1.0):
        share = 0.32 if not build.level_tail else 0.30
        line = np.stack([side * wide * np.sqrt(1 - share**2) * 0.995, y, -share * bottom], -1)
        width = 0.0035 * np.sin(np.linspace(0.4, np.pi - 0.2, 10)) + 0.0008
        found.append(loft.tube(line, width, width, np.tile(held, (10, 1)), 6))
        if "gills" in build.extras:
            for gill in range(4):
                at = np.full(8, -0.5 + 0.225 + 0.018 * gill)
                half, top, _ = _section(build, at)
                lift = np.linspace(-0.35, 0.40, 8)
                slit = np.stack([side * half * np.sqrt(1 - lift**2) * 1.0, at + 0.012 * lift, lift * top], -1)
                found.append(
                    loft.tube(slit, np.full(8, 0.0022), np.full(8, 0.0022), np.tile(held, (8, 1)), 5)
                )
    return found
