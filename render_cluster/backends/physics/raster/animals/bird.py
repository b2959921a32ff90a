"""The pieces of a bird: body, beak, feathered wings both spread and folded, tail, legs and face."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird
from render_cluster.backends.physics.raster.animals import flesh, loft
from render_cluster.backends.physics.raster.animals.flesh import Blob
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt, joined
from render_cluster.backends.physics.raster.matrices import normalized

_STEP = 0.030
_SOFTNESS = 0.07
_PRIMARIES, _SECONDARIES = 9, 9


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
    wing, legs = _wing(build, frame), _leg(build, frame)
    eye, gaze = _eye(build, frame, blobs)
    crown, discs = _crown(build, frame), _discs(build, frame, swap)
    return Pieces(
        frame, body, [wing, wing.mirrored(swap)], _tail(build, frame), _beak(build, frame),
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


def _feather(
    root: np.ndarray, tip: np.ndarray, wide: float, up: np.ndarray, weights: np.ndarray, thick: float
) -> Pelt:
    """A flat vane from root to tip, a little arched."""
    shares, across = np.linspace(0.0, 1.0, 8), np.linspace(-1.0, 1.0, 5)
    way = tip - root
    side = normalized(np.cross(up, way))
    half = wide * loft.profile([(0, 0.45), (0.3, 0.9), (0.8, 1.0), (0.95, 0.62), (1, 0.12)], shares)
    grid = root + shares[:, None, None] * way + (half[:, None] * across)[..., None] * side
    arch = (0.10 * wide * (1 - across**2))[None, :, None] * up
    droop = (-0.06 * np.linalg.norm(way) * shares**2)[:, None, None] * up
    body = thick * (1.0 - across**2)[None] * (1.0 - 0.8 * shares)[:, None] + 0.002
    return loft.sheet(grid + arch + droop, body, np.tile(weights, (8, 5, 1)))


def _wing(build: Bird, frame: Frame) -> Pelt:
    """The left wing, spread: an arm with coverts, secondaries on the forearm and primaries on the hand."""
    shoulder, elbow, wrist, tip = (
        frame.head("arm_l"), frame.head("forearm_l"), frame.head("hand_l"), frame.tail("hand_l")
    )  # fmt: skip
    up, back = np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0])
    chord, found = build.chord, []
    thin = 0.02 * build.depth
    flipper = build.chord < 0.3
    line = loft.smooth_line(
        np.array([shoulder + np.array([-0.06, 0.02, 0.0]), elbow, wrist, 0.25 * wrist + 0.75 * tip]), 20
    )
    shares = np.linspace(0.0, 1.0, 20)
    bones = loft.chain_weights(
        np.clip(shares * 1.05, 0, 1), frame.chain("arm_l", "forearm_l", "hand_l"), len(frame.bones)
    )
    bulk = loft.profile([(0, 1.0), (0.4, 0.8), (0.75, 0.5), (1, 0.12)], shares)
    wide = (
        (0.34 if not flipper else 0.75)
        * chord
        * loft.profile([(0, 0.8), (0.3, 1.0), (0.7, 0.9), (1, 0.35)], shares)
    )
    # The arm with its coverts: a flat tube whose front edge is the wing's.
    line = line + back * (wide * 0.6)[:, None]
    up_line = 0.09 * build.depth * bulk + thin
    found.append(_flat_tube(line, wide, up_line, bones))
    if flipper:
        return joined(found)
    for index in range(_SECONDARIES):
        share = (index + 0.2) / _SECONDARIES
        root = shoulder + (wrist - shoulder) * share + back * 0.30 * chord
        weight = loft.chain_weights(
            np.array([0.16 + 0.55 * share]), frame.chain("arm_l", "forearm_l", "hand_l"), len(frame.bones)
        )[0]
        end = root + back * chord * (0.72 + 0.10 * math.sin(share * 3.0)) + np.array([0.04, 0.0, 0.0])
        found.append(
            _feather(root, end, 0.62 * abs(wrist[0] - shoulder[0]) / _SECONDARIES * 1.6, up, weight, thin)
        )
    long = np.linalg.norm(tip - wrist)
    for index in range(_PRIMARIES):
        share = index / (_PRIMARIES - 1)
        root = wrist + (tip - wrist) * 0.42 * share + back * (0.26 - 0.16 * share) * chord
        angle = math.radians(84.0 - 70.0 * share)
        reach = (0.78 + 0.42 * share) * max(chord, 0.62 * long) * (1.0 if share < 0.9 else 0.92)
        end = root + reach * np.array([math.cos(angle), math.sin(angle), 0.02 * share])
        found.append(
            _feather(
                root + up * 0.004 * index,
                end,
                0.10 * max(chord, 0.5 * long),
                up,
                frame.held_by("hand_l"),
                thin,
            )
        )
    return joined(found)


def _flat_tube(line: np.ndarray, wide: np.ndarray, high: np.ndarray, weights: np.ndarray) -> Pelt:
    angle = np.linspace(0.0, 2 * math.pi, 12, endpoint=False)
    ring = np.zeros((len(line), 12, 3))
    ring[..., 1] = wide[:, None] * np.cos(angle)
    ring[..., 2] = high[:, None] * np.sin(angle)
    points = np.concatenate([(line[:, None] + ring).reshape(-1, 3), line[:1], line[-1:]])
    held = np.concatenate([np.repeat(weights, 12, axis=0), weights[:1], weights[-1:]])
    return Pelt.of(points, loft.ring_faces(len(line), 12), held)


def _tail(build: Bird, frame: Frame) -> Pelt:
    root, tip = frame.head("tail"), frame.tail("tail")
    way = tip - root
    up = normalized(np.cross(np.array([1.0, 0.0, 0.0]), -way)) * np.sign(-way[1] * -1.0)
    up = up if up[2] > 0 else -up
    found = []
    for index in range(7):
        share = (index - 3) / 3.0
        aside = np.array([share * build.tail_wide * 0.5, 0.0, 0.0])
        start = root - 0.22 * way + aside * 0.4 - up * 0.006 * abs(index - 3)
        end = tip + aside * 1.7 - 0.10 * way * share**2 - up * 0.006 * abs(index - 3)
        found.append(_feather(start, end, 0.26 * build.tail_wide, up, frame.held_by("tail"), 0.016))
    return joined(found)


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
