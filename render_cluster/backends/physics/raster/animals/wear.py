"""What some quadrupeds carry on top: manes, ruffs, wool, horns, antlers, tusks and shells."""

import math

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Quadruped
from render_cluster.backends.physics.raster.animals import flesh, loft
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt

_GOLDEN_RAD = 2.399963


def furred(build: Quadruped, frame: Frame) -> list[Pelt]:
    """Manes, ruffs, wool and beards."""
    found = []
    if "mane" in build.extras:
        found += [_mane(build, frame, 0.15, 0.9), _forelock(build, frame)]
    if "crest" in build.extras and build.neck_thick < build.neck:
        found.append(_mane(build, frame, 0.09, 0.0))
    if "ruff" in build.extras:
        found.append(_ruff(build, frame))
    if "wool" in build.extras:
        found.append(_wool(build, frame))
    if "beard" in build.extras:
        found.append(_beard(build, frame))
    return found


def horns(build: Quadruped, frame: Frame) -> list[Pelt]:
    """Horns, antlers and ossicones, both sides."""
    skull, swap = build.skull, flesh.opposite(frame.index)
    found: list[Pelt] = []
    if "horns" in build.extras:
        out = [(0.26, 0.16, 0.42), (0.62, 0.14, 0.60), (0.80, 0.30, 0.92), (0.74, 0.38, 1.12)]
        if "beard" in build.extras:
            out = [(0.18, 0.20, 0.42), (0.24, 0.06, 0.95), (0.36, -0.32, 1.22), (0.52, -0.70, 1.10)]
        found.append(_spike(frame, [(x * skull, f * skull, u * skull) for x, f, u in out], 0.115 * skull))
    if "nose_horn" in build.extras:
        for at, long in ((0.86, 0.55), (0.62, 0.28)):
            base = (0.0, at * build.head, 0.02 * skull)
            tip = (0.0, (at + 0.10) * build.head, long * skull)
            top = (0.0, (at + 0.07) * build.head, (long + 0.25) * skull)
            found.append(_spike(frame, [base, tip, top], 0.15 * skull))
        return found
    if "ossicones" in build.extras:
        out = [(0.24, 0.30, 0.36), (0.30, 0.24, 0.70), (0.32, 0.20, 0.86)]
        knob = [(x * skull, f * skull, u * skull) for x, f, u in out]
        found += [_spike(frame, knob, 0.10 * skull, 0.8)]
        found.append(
            loft.ball(frame.on_head(*knob[-1]), np.full(3, 0.12 * skull), frame.held_by("head"), 10, 6)
        )
    if "antlers" in build.extras:
        beam = [(0.24, 0.22, 0.36), (0.62, -0.10, 1.05), (1.05, 0.10, 1.85), (0.95, 0.60, 2.45)]
        tines = [
            [(0.40, 0.10, 0.70), (0.50, 0.60, 0.95), (0.52, 0.85, 1.25)],
            [(0.80, 0.0, 1.35), (0.95, 0.50, 1.65), (0.90, 0.75, 2.0)],
            [(1.05, 0.15, 1.90), (1.35, 0.30, 2.25), (1.35, 0.45, 2.55)],
        ]
        for line, wide in [(beam, 0.115), *((tine, 0.085) for tine in tines)]:
            found.append(_spike(frame, [(x * skull, f * skull, u * skull) for x, f, u in line], wide * skull))
    return found + [piece.mirrored(swap) for piece in found]


def tusks(build: Quadruped, frame: Frame) -> list[Pelt]:
    """An elephant's tusks."""
    if "tusks" not in build.extras:
        return []
    skull = build.skull
    line = [(0.22, 0.78, -0.30), (0.27, 1.0, -0.34), (0.32, 1.22, -0.22), (0.31, 1.38, 0.02)]
    left = _spike(frame, [(x * skull, f * skull, u * skull) for x, f, u in line], 0.075 * skull)
    return [left, left.mirrored(flesh.opposite(frame.index))]


def shells(build: Quadruped, frame: Frame) -> list[Pelt]:
    """A turtle's dome over its trunk."""
    if "shell" not in build.extras:
        return []
    middle = frame.head("trunk")
    around, rise = np.linspace(0, 2 * math.pi, 56, endpoint=False), np.linspace(0.0, 1.0, 18)
    radius = np.where(rise < 0.12, 0.93 + 0.6 * rise, np.sqrt(np.maximum(1 - ((rise - 0.12) / 0.88) ** 2, 0)))
    height = np.where(rise < 0.12, -0.06 + 0.5 * rise, 0.34 * (rise - 0.12) / 0.88)
    ring = np.stack(
        [
            0.50 * radius[:, None] * np.cos(around),
            0.66 * radius[:, None] * np.sin(around) - 0.0,
            np.broadcast_to(height[:, None], (18, 56)),
        ],
        -1,
    )
    points = np.concatenate(
        [(ring + middle).reshape(-1, 3), [middle - (0, 0, 0.10), middle + np.array([0, 0, 0.34])]]
    )
    faces = loft.ring_faces(18, 56)
    return [Pelt.of(points, faces, np.tile(frame.held_by("trunk"), (len(points), 1)))]


def _spike(frame: Frame, marks: list[tuple[float, float, float]], wide: float, end: float = 0.12) -> Pelt:
    line = loft.smooth_line(np.array([frame.on_head(*mark) for mark in marks]), 12)
    radius = wide * np.linspace(1.0, end, 12)
    return loft.tube(line, radius, radius, np.tile(frame.held_by("head"), (12, 1)), 9)


def _mane(build: Quadruped, frame: Frame, high: float, lean: float) -> Pelt:
    """A fringe along the crest of the neck; one that leans falls to the left."""
    poll, withers = frame.on_head(0.0, 0.30 * build.skull, 0.44 * build.skull), frame.head("neck")
    top = np.array([0.0, withers[1] + 0.22, build.withers + 0.01])
    up = np.array([0.0, 0.5, 0.85]) * 0.46 * build.neck_thick
    middle = 0.5 * (frame.head("neck") + frame.head("head")) + up
    line = loft.smooth_line(np.array([poll, middle, top]), 26)
    shares = np.linspace(0, 1, 26)
    locks = 1.0 + 0.22 * np.sin(shares * 61.0) + 0.12 * np.sin(shares * 23.0)
    tall = high * locks * loft.profile([(0, 0.5), (0.15, 1.0), (0.75, 0.9), (1, 0.1)], shares)
    drop = np.linspace(-0.5, 1.0, 9)
    _, ups = loft.frames_along(line)
    side = np.array([1.0, 0.0, 0.0])
    out = 0.62 * build.neck_thick * 0.80
    grid = []
    for level in drop:
        if lean and level > 0:
            # Over the crest, then down the side of the neck.
            place = (
                line
                + ups * 0.02
                + side * out * math.sin(1.3 * level)
                - ups * (tall * 2.0 * level**1.5)[:, None]
            )
        else:
            place = line + ups * (tall * max(level, -0.3))[:, None]
        grid.append(place)
    chain = frame.chain("head", "neck", "chest")
    weights = loft.chain_weights(np.clip(0.16 + shares * 0.84, 0, 1), chain, len(frame.bones))
    thick = (
        0.055
        * (1.0 - np.clip(drop, 0, 1) ** 3)[:, None]
        * np.sin(np.clip(shares, 0.03, 0.97) * math.pi)[None] ** 0.4
    )
    return loft.sheet(np.array(grid), thick + 0.006, np.broadcast_to(weights, (9, *weights.shape)))


def _forelock(build: Quadruped, frame: Frame) -> Pelt:
    skull = build.skull
    marks = [(0.0, 0.16, 0.42), (0.02, 0.62, 0.46), (0.03, 1.05, 0.26), (0.03, 1.25, 0.14)]
    line = loft.smooth_line(
        np.array([frame.on_head(x * skull, f * skull, u * skull) for x, f, u in marks]), 10
    )
    radius = skull * loft.profile([(0, 0.10), (0.4, 0.15), (1, 0.02)], np.linspace(0, 1, 10))
    return loft.tube(line, radius, 0.45 * radius, np.tile(frame.held_by("head"), (10, 1)), 10)


def _ruff(build: Quadruped, frame: Frame) -> Pelt:
    """A lion's mane: locks that stand out round the head and lie back over the neck and the breast."""
    skull = build.skull
    rng = np.random.default_rng(3)
    nape, breast = frame.head("head"), frame.head("neck") + np.array([0.0, 0.06, -0.24])
    crown, brow = frame.on_head(0.0, 0.10 * skull, 0.0), frame.on_head(0.0, 0.34 * skull, 0.0)
    throat = frame.head("neck") + np.array([0.0, 0.02, 0.0])
    blobs = [
        flesh.Blob("head", tuple(crown), tuple(brow), 0.62 * skull, 0.60 * skull, 1.0, 0.05),
        flesh.Blob("neck", tuple(nape), tuple(throat), 0.66 * skull, 0.74 * skull, 0.9, 0.10),
        flesh.Blob("chest", tuple(frame.head("neck")), tuple(breast), 0.70 * skull, 0.42 * skull, 0.85, 0.10),
    ]
    for index in range(44):
        angle = index * _GOLDEN_RAD
        ring = index % 3
        out = np.array([abs(math.sin(angle)), 0.0, math.cos(angle)])
        base = frame.on_head(0.0, (0.42 - 0.34 * ring) * skull, -0.10 * skull * ring)
        root = base + out * 0.40 * skull
        tip = root + out * (0.42 + 0.12 * rng.random()) * skull
        tip += np.array([0.0, 0.16 + 0.10 * ring, -0.24 - 0.05 * ring]) * skull * (1.0 + 0.4 * rng.random())
        bone = ("head", "head", "neck")[ring]
        blobs.append(flesh.Blob(bone, tuple(root), tuple(tip), 0.20 * skull, 0.05 * skull, 1.0, 0.035))
    return flesh.grown(blobs, 0.026, (), frame.index, 0.10)


def _wool(build: Quadruped, frame: Frame) -> Pelt:
    """A fleece of curls over trunk and neck, with a cap on the head."""
    chest, waist = build.chest_depth / 2.0, build.waist_depth / 2.0
    narrow = build.chest_width / build.chest_depth
    rng = np.random.default_rng(8)
    blobs = []
    for index in range(130):
        share = (index + 0.5) / 130.0
        angle = index * _GOLDEN_RAD
        # Points in even spread over an egg about the trunk.
        along = 1.0 - 2.0 * share
        radius = math.sqrt(1.0 - along * along) ** 0.7
        across = abs(math.sin(angle)) * radius * chest * narrow * 1.08
        up = math.cos(angle) * radius * (chest if along > 0 else waist) * 1.02
        middle = build.withers - chest if along > 0 else build.rump - waist
        point = (across, -0.68 * along + 0.01, middle + up)
        bone = "chest" if along > 0.25 else "pelvis" if along < -0.25 else "trunk"
        size = 0.105 + 0.03 * rng.random()
        blobs.append(flesh.Blob(bone, point, point, size, size, 1.0, 0.03))
    head, neck = frame.on_head(0.0, 0.20 * build.skull, 0.40 * build.skull), frame.head("neck")
    for index in range(26):
        along = index / 25.0
        angle = index * _GOLDEN_RAD
        middle = head * (1 - along) + (neck + np.array([0.0, 0.08, 0.0])) * along
        out = (0.06 + 0.34 * build.neck_thick * along) * np.array(
            [abs(math.sin(angle)), 0.0, math.cos(angle) * 0.8 + 0.2]
        )
        bone = "head" if along < 0.3 else "neck"
        blobs.append(flesh.Blob(bone, tuple(middle + out), tuple(middle + out), 0.075, 0.075, 1.0, 0.03))
    return flesh.grown(blobs, 0.030, (), frame.index, 0.12)


def _beard(build: Quadruped, frame: Frame) -> Pelt:
    long = build.head
    hangs = ((0.86, 0.30), (0.80, 0.62), (0.76, 1.0))
    marks = np.array([frame.on_head(0.0, ahead * long, -below * build.skull) for ahead, below in hangs])
    line = loft.smooth_line(marks, 9)
    radius = build.skull * loft.profile([(0, 0.12), (0.5, 0.11), (1, 0.01)], np.linspace(0, 1, 9))
    return loft.tube(line, radius, radius, np.tile(frame.held_by("jaw"), (9, 1)), 9)
