"""The pieces of a bird: body, beak, feathered wings both spread and folded, tail, legs and face."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird
from render_cluster.backends.physics.raster.animals import flesh, loft, plumage
from render_cluster.backends.physics.raster.animals.flesh import Blob
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt, joined
from render_cluster.backends.physics.raster.matrices import normalized

_STEP = 0.030
_SOFTNESS = 0.07


class Pieces(NamedTuple):
    """Everything of a bird in the units of its build, unpainted."""

    frame: Frame
    body: Pelt
    wings: list[Pelt]
    tail: Pelt
    beak: list[Pelt]
    legs: list[Pelt]
    crown: list[Pelt]
    discs: list[Pelt]
    eyes: tuple[Pelt, Pelt]
    gaze: np.ndarray


@cache
def pieces(build: Bird) -> Pieces:
    """Grows the pieces of a bird."""
    frame = Frame.of(build)
    swap = flesh.opposite(frame.index)
    blobs = _blobs(build, frame)
    nape = frame.head("head")
    reach = 0.62 * build.head
    near = flesh.Detail(tuple(nape - reach), tuple(nape + reach * np.array([1, 0.6, 1.2])), 0.55 * _STEP)
    body = flesh.grown(blobs, _STEP, (near,), frame.index, _SOFTNESS)
    wing, legs = plumage.wing(build, frame), _leg(build, frame)
    eye, gaze = _eye(build, frame, blobs)
    crown, discs = _crown(build, frame), _discs(build, frame, swap)
    return Pieces(
        frame, body, [wing, wing.mirrored(swap)], plumage.tail(build, frame), _beak(build, frame),
        [legs, legs.mirrored(swap)], crown, discs, (eye, eye.mirrored(swap)), gaze,
    )  # fmt: skip


def _blobs(build: Bird, frame: Frame) -> list[Blob]:
    ahead = normalized(frame.tail("trunk") - frame.head("trunk"))
    middle = frame.head("trunk")
    deep, narrow = build.depth / 2.0, build.width / build.depth
    breast, rump = middle + 0.20 * ahead, middle - 0.14 * ahead
    vent = middle - 0.42 * ahead
    nape, neck = frame.head("head"), frame.head("neck")
    thick, skull = build.neck_thick / 2.0, build.head / 2.0
    face = frame.on_head(0.0, 0.30 * build.head, 0.0)
    inside = neck - 0.16 * ahead
    parts = [
        Blob("trunk", tuple(breast), tuple(rump), deep, 0.88 * deep, narrow, 0.10),
        Blob("trunk", tuple(rump), tuple(vent), 0.86 * deep, 0.30 * deep, narrow, 0.14),
        Blob("neck", tuple(inside), tuple(0.6 * neck + 0.4 * nape), 1.15 * min(thick, 0.9 * deep), 0.95 * thick,
             0.92, 0.16),
        Blob("neck", tuple(0.6 * neck + 0.4 * nape), tuple(nape), 0.95 * thick, 0.85 * min(thick, skull), 0.95, 0.08),
        Blob("head", tuple(frame.on_head(0.0, 0.16 * build.head, 0.02 * build.head)), tuple(face), 0.92 * skull,
             0.78 * skull, 0.95, 0.10),
    ]  # fmt: skip
    for name in ("thigh_l",):
        top, knee = frame.head(name), frame.tail(name)
        fat = max(0.13 * build.depth, 1.1 * build.leg_thick)
        parts.append(Blob(name, tuple(top), tuple(knee), 1.5 * fat, 0.75 * fat, 1.0, 0.10))
    # The folded wing, which lies in the flank.
    side = np.array([0.40 * build.width, 0.0, 0.10 * build.depth])
    back = middle - 0.40 * ahead + side * (0.75, 1, 1)
    parts.append(Blob("trunk", tuple(middle + 0.12 * ahead + side), tuple(back), 0.20 * build.depth,
                      0.10 * build.depth, 0.55, 0.06))  # fmt: skip
    return parts


def _eye(build: Bird, frame: Frame, blobs: list[Blob]) -> tuple[Pelt, np.ndarray]:
    radius = 0.62 * build.eye
    forward, _ = frame.head_axes()
    owl = "face_disc" in build.extras
    start = frame.on_head(
        (0.24 if owl else 0.42) * build.head, (0.62 if owl else 0.36) * build.head, 0.10 * build.head
    )
    skin = flesh.on_surface(blobs, start[None])
    out = flesh.normals(blobs, skin)[0]
    gaze = normalized(out + (0.9 if owl else 0.25) * forward)
    middle = skin[0] - (0.35 if owl else 0.45) * radius * out
    return loft.ball(middle, np.full(3, radius), frame.held_by("head"), 16, 10), gaze


def _beak(build: Bird, frame: Frame) -> list[Pelt]:
    base, long = 0.38 * build.head, build.beak + 0.12 * build.head
    shares = np.linspace(0.0, 1.0, 14)
    drop = build.beak_bend * 0.42 * build.beak * shares**2.2
    found = []
    flat = build.beak_wide > 1.2 * build.beak_thick
    for name, above, thick in (("head", 0.02, 0.64), ("jaw", -0.24, 0.36)):
        reach = long * (1.0 if name == "head" else 0.86 if build.beak_bend > -0.5 else 0.62)
        line = np.array([
            frame.on_head(0.0, base + share * reach, above * build.beak_thick + fall - 0.02 * build.head)
            for share, fall in zip(shares, drop if name == "head" else 0.55 * drop, strict=True)
        ])  # fmt: skip
        taper = (
            loft.profile([(0, 1.0), (0.5, 0.82), (0.85, 0.9), (1, 0.25)], shares)
            if flat
            else loft.profile([(0, 1.0), (0.5, 0.72), (0.85, 0.36), (1, 0.05)], shares)
        )
        high = (
            thick
            * build.beak_thick
            * (loft.profile([(0, 1), (0.6, 0.5), (1, 0.1)], shares) if flat else taper)
        )
        found.append(
            loft.tube(line, 0.5 * build.beak_wide * taper, high, np.tile(frame.held_by(name), (14, 1)), 12)
        )
    return found


def _leg(build: Bird, frame: Frame) -> Pelt:
    """Shin, foot and toes of the left leg."""
    thick, found = build.leg_thick / 2.0, []
    for name in ("shin_l", "foot_l"):
        line = np.linspace(frame.head(name), frame.tail(name), 6)
        radius = np.full(6, thick) * (1.0 if name == "foot_l" else np.linspace(1.5, 1.0, 6))
        found.append(loft.tube(line, radius, radius, np.tile(frame.held_by(name), (6, 1)), 8))
    foot = frame.tail("foot_l")
    toe = max(0.10, 0.30 * min(build.leg, 0.7)) * (1.35 if build.foot == "talon" else 1.0)
    held = frame.held_by("foot_l")
    tips = []
    for angle in (-0.5, 0.0, 0.5, math.pi):
        way = np.array([math.sin(angle), -math.cos(angle), 0.0]) * toe * (1.0 if angle < 3 else 0.6)
        end = np.array([foot[0] + way[0], foot[1] + way[1], 0.35 * thick])
        line = loft.smooth_line(np.array([foot, foot * 0.45 + end * 0.55 + (0, 0, 0.5 * thick), end]), 6)
        radius = thick * np.array([1.0, 0.9, 0.85, 0.8, 0.7, 0.25])
        found.append(loft.tube(line, radius, radius, np.tile(held, (6, 1)), 7))
        tips.append(end)
    if build.foot == "web":
        grid = np.stack([np.linspace(foot, end, 5) for end in tips[:3]])
        grid[..., 2] = np.maximum(grid[..., 2], 0.4 * thick)
        found.append(loft.sheet(grid, 0.5 * thick, np.tile(held, (3, 5, 1))))
    return joined(found)


def _crown(build: Bird, frame: Frame) -> list[Pelt]:
    """A cock's comb and wattles, a crest, an owl's tufts."""
    skull, held = build.head, frame.held_by("head")
    found = []
    if "comb" in build.extras:
        for share in np.linspace(0, 1, 4):
            place = frame.on_head(
                0.0, (0.05 + 0.42 * share) * skull, (0.46 + 0.05 * math.sin(3 * share)) * skull
            )
            found.append(loft.ball(place, skull * np.array([0.06, 0.12, 0.19]), held, 10, 7))
        for side in (1.0, -1.0):
            place = frame.on_head(side * 0.08 * skull, 0.52 * skull, -0.42 * skull)
            found.append(loft.ball(place, skull * np.array([0.06, 0.09, 0.19]), held, 10, 7))
    if "crest" in build.extras:
        for share in np.linspace(-1, 1, 5):
            start = frame.on_head(0.0, 0.10 * skull, 0.40 * skull)
            end = frame.on_head(0.05 * share * skull, (0.05 - 0.40 * share) * skull, 1.15 * skull)
            line = np.linspace(start, end, 6)
            radius = skull * np.array([0.02, 0.02, 0.02, 0.025, 0.09, 0.02])
            found.append(loft.tube(line, radius, radius, np.tile(held, (6, 1)), 7))
    if "tufts" in build.extras:
        for side in (1.0, -1.0):
            marks = [(0.24, 0.28, 0.34), (0.32, 0.24, 0.58), (0.36, 0.14, 0.74)]
            line = np.array([frame.on_head(side * x * skull, f * skull, u * skull) for x, f, u in marks])
            radius = skull * np.array([0.10, 0.07, 0.01])
            found.append(loft.tube(line, radius, radius, np.tile(held, (3, 1)), 8))
    return found


def _discs(build: Bird, frame: Frame, swap: np.ndarray) -> list[Pelt]:
    """An owl's face: a pale saucer round each eye."""
    if "face_disc" not in build.extras:
        return []
    skull = build.head
    forward, _ = frame.head_axes()
    middle = frame.on_head(0.21 * skull, 0.60 * skull, 0.04 * skull)
    way = normalized(forward + np.array([0.38, 0.0, 0.0]))
    side = normalized(np.cross(way, np.array([0.0, 0.0, 1.0])))
    up = np.cross(side, way)
    rings, angle = np.linspace(0.0, 1.0, 7), np.linspace(0.0, 2 * math.pi, 25)
    radius = 0.26 * skull * rings[:, None]
    grid = (
        middle + (radius * np.cos(angle))[..., None] * side + (radius * 1.15 * np.sin(angle))[..., None] * up
    )
    grid = grid - (0.10 * skull * rings[:, None, None] ** 2) * way * 0.6
    grid = grid[::-1]
    disc = loft.sheet(
        grid, 0.06 * skull * (1 - rings[::-1, None] ** 2) + 0.012, np.tile(frame.held_by("head"), (7, 25, 1))
    )
    return [disc, disc.mirrored(swap)]
