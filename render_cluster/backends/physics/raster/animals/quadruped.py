"""The pieces of what goes on four legs: body, face, ears, tail, feet and what else its kind wears."""

from functools import cache
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Quadruped
from render_cluster.backends.physics.raster.animals import flesh, loft, quadruped_flesh
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import normalized

_STEP = 0.034
_FINE_STEP = 0.022
_SOFTNESS = 0.075


class Face(NamedTuple):
    """Eyes as (middle, radius, gaze) of the left one, nose, mouth and nostrils; some have no nose to show."""

    eye_middle: np.ndarray
    eye_radius: float
    gaze: np.ndarray
    eyes: tuple[Pelt, Pelt]
    nose: list[Pelt]
    lines: list[Pelt]


class Pieces(NamedTuple):
    """Everything of a quadruped in the units of its build, unpainted."""

    frame: Frame
    body: Pelt
    face: Face
    ears: list[Pelt]
    tail: list[Pelt]
    hooves: list[Pelt]


@cache
def pieces(build: Quadruped, fine: bool) -> Pieces:
    """Grows the pieces; `fine` for coats whose pattern needs more points to be painted on."""
    frame = Frame.of(build)
    blobs = quadruped_flesh.blobs(build, frame)
    step = _FINE_STEP if fine else _STEP
    body = flesh.grown(blobs, step, quadruped_flesh.details(build, frame, step), frame.index, _SOFTNESS)
    # Soles are flat.
    body = Pelt(np.maximum(body.points, (-9.0, -9.0, 0.0)), body.normals, body.faces, body.weights)
    swap = flesh.opposite(frame.index)
    ears = _both(_ear(build, frame), swap) if build.ear != "none" else []
    tail = [_tail(build, frame)] if build.tail != "none" else []
    hooves = [two for foot in _hooves(build, frame) for two in _both(foot, swap)]
    return Pieces(frame, body, _face(build, frame, blobs, swap), ears, tail, hooves)


def _both(left: Pelt, swap: np.ndarray) -> list[Pelt]:
    return [left, left.mirrored(swap)]


def _face(build: Quadruped, frame: Frame, blobs: list[flesh.Blob], swap: np.ndarray) -> Face:
    skull = build.skull
    forward, _ = frame.head_axes()
    # Hunters look ahead, the hunted to the sides.
    aside, ahead = (
        (0.46, 0.66)
        if build.foot == "hoof" or (build.muzzle < 0.36 and build.ear == "long")
        else (0.25, 1.10)
    )
    height = 0.14
    if "goggle_eyes" in build.extras:
        aside, ahead, height = 0.34, 0.55, 0.55
    if "trunk" in build.extras or "nose_horn" in build.extras:
        aside, ahead, height = 0.42, 0.72, 0.02
    radius = 0.62 * build.eye
    start = frame.on_head(aside * skull, ahead * skull, height * skull)
    on_skin = flesh.on_surface(blobs, start[None])
    out = flesh.normals(blobs, on_skin)[0]
    middle = on_skin[0] - 0.55 * radius * out
    gaze = normalized(out + 0.35 * forward)
    eye = loft.ball(middle, np.full(3, radius), frame.held_by("head"), 18, 11)
    return Face(
        middle, radius, gaze, (eye, eye.mirrored(swap)), _nose(build, frame), _lines(build, frame, blobs)
    )


def _nose(build: Quadruped, frame: Frame) -> list[Pelt]:
    thick, held = build.muzzle_thick, frame.held_by("head")
    low, _ = quadruped_flesh.muzzle_axis(build)
    if "trunk" in build.extras:
        return []
    if "snout" in build.extras:
        line = np.array(
            [frame.on_head(0.0, build.head + by * thick, low) for by in (-0.35, -0.05, 0.10, 0.12)]
        )
        wide, high = thick * np.array([[0.50, 0.52, 0.50, 0.40], [0.42, 0.46, 0.44, 0.36]])
        return [loft.tube(line, wide, high, np.tile(held, (4, 1)), 20)]
    if build.foot == "hoof" or build.ear == "none":
        return []
    middle = frame.on_head(0.0, build.head - 0.08 * thick, low + 0.20 * thick)
    return [loft.ball(middle, thick * np.array([0.24, 0.17, 0.16]), held)]


def _lines(build: Quadruped, frame: Frame, blobs: list[flesh.Blob]) -> list[Pelt]:
    """The mouth and the nostrils, as thin dark pieces on the skin."""
    thick, long = build.muzzle_thick, build.head
    low, begins = quadruped_flesh.muzzle_axis(build)
    if "trunk" in build.extras:
        return []
    held = frame.held_by("head")
    tip = long - 0.04 * thick
    back = begins + (0.22 if build.muzzle > 0.3 else 0.50) * (long - begins)
    corners = [
        (0.02 * thick, tip, low + 0.02 * thick),
        (0.04 * thick, tip, low - 0.22 * thick),
        (0.30 * thick, tip - 0.12 * thick, low - 0.32 * thick),
        (0.50 * thick, tip - 0.40 * thick, low - 0.26 * thick),
        (0.60 * thick, back, low - 0.20 * thick),
    ]
    if build.foot == "hoof" or build.ear == "none":
        corners = corners[2:]
    lines = []
    for side in (1.0, -1.0):
        marks = np.array([frame.on_head(side * x, f, u) for x, f, u in corners])
        line = loft.smooth_line(marks, 18)
        line = flesh.on_surface(blobs, np.abs(line) * (1, 0, 0) + line * (0, 1, 1))
        line[:, 0] *= side
        width = 0.030 * thick * np.sin(np.linspace(0.25, np.pi - 0.1, 18)) + 0.002
        lines.append(loft.tube(line, width, width, np.tile(held, (18, 1)), 6))
    if build.foot == "hoof" or build.ear == "none":
        ahead = 0.13 if "snout" in build.extras else -0.06
        spread = 0.17 if "snout" in build.extras else 0.26
        where = frame.on_head(
            spread * thick, long + ahead * thick, low + (0.0 if ahead > 0 else 0.16) * thick
        )
        if ahead < 0:
            where = flesh.on_surface(blobs, where[None])[0]
        for side in (1.0, -1.0):
            lines.append(loft.ball(where * (side, 1, 1), thick * np.array([0.06, 0.06, 0.09]), held, 8, 5))
    return lines


def _ear(build: Quadruped, frame: Frame) -> Pelt:
    root = frame.head("ear_l")
    long = build.ear_long
    # Out of the skull's side: where it points, where its hollow looks, and how wide it is along its length.
    toward, hollow, wide, cup = {
        "pricked": ((0.22, 0.05, 1.0), (0.45, -1.0, 0.0), [(0, 0.34), (0.35, 0.36), (0.75, 0.20), (1, 0.02)], 0.45),
        "floppy": ((0.55, 0.10, -1.0), (0.7, -0.6, 0.3), [(0, 0.22), (0.4, 0.38), (0.8, 0.34), (1, 0.08)], 0.10),
        "round": ((0.55, 0.12, 1.0), (0.3, -1.0, 0.0), [(0, 0.42), (0.4, 0.56), (0.8, 0.44), (1, 0.05)], 0.30),
        "long": ((0.16, 0.30, 1.0), (0.35, -1.0, 0.2), [(0, 0.10), (0.45, 0.17), (0.8, 0.13), (1, 0.02)], 0.60),
        "leaf": ((1.0, 0.10, 0.18), (0.1, -1.0, -0.35), [(0, 0.16), (0.45, 0.34), (0.8, 0.24), (1, 0.02)], 0.40),
        "fan": ((0.85, 0.55, -0.15), (0.55, -1.0, 0.0), [(0, 0.55), (0.35, 0.66), (0.75, 0.50), (1, 0.10)], 0.10),
    }[build.ear]  # fmt: skip
    ahead = normalized(np.array(toward))
    front = normalized(np.array(hollow) - ahead * (np.array(hollow) @ ahead))
    across = np.cross(ahead, front)
    shares, around = np.linspace(-0.18, 1.0, 13), np.linspace(-1.0, 1.0, 11)
    half = long * loft.profile(wide, np.clip(shares, 0.0, 1.0)) * (1.0 if build.ear != "fan" else 0.85)
    bend = 0.0
    if build.ear == "floppy":
        # It stands out from the skull before it hangs.
        root = root + np.array([0.01, 0.0, 0.02])
        bend = 0.16 * long
    grid = root + shares[:, None, None] * long * ahead + (half[:, None] * around)[..., None] * across
    depth = (
        half[:, None] * cup * (around**2 - 0.4)
        + (bend * np.sin(np.clip(shares, 0, 1) * np.pi) * 0.8)[:, None]
    )
    grid = grid + depth[..., None] * front
    if build.ear == "floppy":
        grid = grid + (np.sin(np.clip(shares, 0, 1) * 2.2) * 0.18 * long)[:, None, None] * np.array(
            [1.0, 0.0, 0.25]
        )
    thick = (
        0.085 * long * (1.0 - np.abs(around) ** 3)[None] * (1.0 - np.clip(shares, 0, 1) ** 4)[:, None] + 0.004
    )
    held = np.tile(frame.held_by("ear_l"), (len(shares), len(around), 1))
    root_share = np.clip(1.0 - shares / 0.25, 0.0, 1.0)[:, None, None]
    held = held * (1 - root_share) + frame.held_by("head") * root_share
    return loft.sheet(grid, thick, held)


def _tail(build: Quadruped, frame: Frame) -> Pelt:
    names = ("tail_1", "tail_2", "tail_3")
    start = frame.head("tail_1")
    inside = start + (start - frame.tail("tail_1")) * 0.25 * min(1.0, 0.6 / build.tail_long)
    marks = np.array([inside, start, *(frame.tail(name) for name in names)])
    count = 28 if build.tail != "stub" else 12
    line = loft.smooth_line(marks, count)
    if build.tail == "curl":
        turn = np.linspace(0, 2.6 * np.pi, count)
        line = (
            line
            + 0.05
            * np.stack([np.sin(turn), 0 * turn, 1 - np.cos(turn)], -1)
            * np.linspace(0, 1, count)[:, None]
        )
    shares = np.linspace(0.0, 1.0, count)
    shape = {
        "plain": [(0, 1.1), (0.2, 0.85), (0.8, 0.55), (0.97, 0.34), (1, 0.02)],
        "thin": [(0, 1.5), (0.2, 0.8), (0.8, 0.35), (1, 0.05)],
        "bushy": [(0, 0.40), (0.15, 0.50), (0.55, 1.0), (0.82, 0.80), (1, 0.02)],
        "tuft": [(0, 1.2), (0.3, 0.7), (0.72, 0.55), (0.85, 1.7), (1, 0.02)],
        "stub": [(0, 0.8), (0.5, 1.0), (0.85, 0.75), (1, 0.02)],
        "curl": [(0, 1.0), (0.8, 0.7), (1, 0.05)],
        "hair": [(0, 0.30), (0.18, 0.55), (0.5, 0.95), (0.85, 0.75), (1, 0.05)],
    }[build.tail]
    radius = 0.5 * build.tail_thick * loft.profile(shape, shares)
    if build.tail in ("bushy", "hair"):
        radius = radius * (1.0 + 0.10 * np.sin(shares * 37.0) * np.sin(shares * 11.0))
    weights = loft.chain_weights(np.clip((shares - 0.12) / 0.88, 0, 1), frame.chain(*names), len(frame.bones))
    root = np.clip(1.0 - shares / 0.16, 0.0, 1.0)[:, None]
    weights = weights * (1 - root) + frame.held_by("pelvis") * root
    return loft.tube(line, radius, radius, weights, 14)


def _hooves(build: Quadruped, frame: Frame) -> list[Pelt]:
    if build.foot != "hoof":
        return []
    found = []
    for bone in ("hand_l", "foot_l"):
        toe, wide = frame.tail(bone), 0.5 * build.ankle_thick
        middle = toe + np.array([0.0, 0.22 * build.foot_long, 0.0])
        line = (
            middle
            + np.array([(0.0, -0.10, 0.0), (0.0, -0.08, 0.04), (0.0, 0.05, 0.38), (0.0, 0.07, 0.44)])
            * build.foot_long
        )
        width = wide * np.array([1.25, 1.30, 1.08, 0.80])
        found.append(loft.tube(line, width, 1.15 * width, np.tile(frame.held_by(bone), (4, 1)), 14))
    return found
