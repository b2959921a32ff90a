"""The flesh of what goes on four legs: blobs for trunk, neck, head and legs, from its proportions."""

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Quadruped
from render_cluster.backends.physics.raster.animals.flesh import Blob, Detail
from render_cluster.backends.physics.raster.animals.frame import Frame

_LEGS = (("upper_arm_l", "forearm_l", "hand_l"), ("thigh_l", "shin_l", "foot_l"))


def blobs(build: Quadruped, frame: Frame) -> list[Blob]:
    """All blobs of the half at x >= 0."""
    parts = [*_trunk(build), *_neck(build, frame), *head(build, frame), *_legs(build, frame)]
    if "trunk" in build.extras:
        parts += _elephant_trunk(build, frame)
    if "hump" in build.extras:
        top = build.withers - 0.10
        parts.append(Blob("trunk", (0.0, 0.02, top), (0.0, 0.06, top + 0.26), 0.24, 0.13, 0.75, 0.14))
    return parts


def details(build: Quadruped, frame: Frame, step: float) -> list[Detail]:
    """Where the mesh is to be finer: the head and the feet."""
    nose, nape = frame.tail("head"), frame.head("head")
    reach = 0.6 * build.skull + 0.02
    low = np.minimum(nose, nape) - reach * np.array([1.0, 0.6, 1.0])
    high = np.maximum(nose, nape) + reach * np.array([1.0, 0.3, 0.9])
    feet = Detail((0.05, -0.9, -0.05), (1.0, 0.9, 0.09), 0.75 * step)
    return [Detail(tuple(low), tuple(high), 0.5 * step), feet]


def muzzle_axis(build: Quadruped) -> tuple[float, float]:
    """Where the muzzle's middle runs below the line from nape to nose, and how far ahead it begins."""
    return -0.16 * build.skull, build.head * (1.0 - build.muzzle)


def head(build: Quadruped, frame: Frame) -> list[Blob]:
    """Skull, cheeks, brow, muzzle and jaw."""
    skull, thick, long = build.skull, build.muzzle_thick, build.head
    low, begins = muzzle_axis(build)

    def at(aside: float, ahead: float, above: float) -> tuple[float, float, float]:
        return tuple(frame.on_head(aside, ahead, above))

    half = 0.5 * skull
    tip = long - 0.46 * thick
    return [
        Blob("head", at(0.0, 0.42 * skull, 0.06 * skull), at(0.0, 0.56 * skull, 0.04 * skull), half, 0.96 * half),
        Blob("head", at(0.26 * skull, 0.55 * skull, -0.16 * skull), at(0.13 * skull, begins, low),
             0.27 * skull, 0.44 * thick, 1.0, 0.08),
        Blob("head", at(0.17 * skull, 0.76 * skull, 0.20 * skull), at(0.14 * skull, 0.86 * skull, 0.10 * skull),
             0.17 * skull, 0.13 * skull, 1.0, 0.05),
        Blob("head", at(0.0, begins, low), at(0.0, tip, low), 0.66 * thick, 0.46 * thick, 0.92, 0.07),
        Blob("head", at(0.16 * thick, tip - 0.02 * thick, low - 0.10 * thick),
             at(0.14 * thick, tip - 0.25 * thick, low - 0.12 * thick), 0.36 * thick, 0.36 * thick, 1.0, 0.03),
        Blob("jaw", at(0.0, begins, low - 0.34 * thick), at(0.0, tip - 0.10 * thick, low - 0.38 * thick),
             0.40 * thick, 0.27 * thick, 0.95, 0.03),
    ]  # fmt: skip


def _trunk(build: Quadruped) -> list[Blob]:
    chest, rump = build.chest_depth / 2.0, build.rump_depth / 2.0
    waist = build.waist_depth / 2.0
    narrow = build.chest_width / build.chest_depth
    fore, hind = build.withers - chest, build.rump - rump
    # The belly line rises towards the flanks, the back line stays.
    middle = 0.55 * build.withers + 0.45 * build.rump - waist
    return [
        Blob("chest", (0.0, -0.50, fore + 0.02), (0.0, -0.30, fore), 0.78 * chest, 0.98 * chest, narrow, 0.10),
        Blob("chest", (0.0, -0.30, fore), (0.0, -0.10, 0.6 * fore + 0.4 * middle), 0.98 * chest,
             0.45 * chest + 0.53 * waist, narrow, 0.10),
        Blob("trunk", (0.0, -0.10, 0.6 * fore + 0.4 * middle), (0.0, 0.20, middle), 0.45 * chest + 0.53 * waist,
             waist, 1.04 * narrow, 0.10),
        Blob("pelvis", (0.0, 0.20, middle), (0.0, 0.44, hind), waist, 0.98 * rump, 1.04 * narrow, 0.10),
        Blob("pelvis", (0.0, 0.44, hind), (0.0, 0.54, hind + 0.02), 0.98 * rump, 0.82 * rump, narrow, 0.10),
    ]  # fmt: skip


def _neck(build: Quadruped, frame: Frame) -> list[Blob]:
    nape, root = frame.head("head"), frame.head("neck")
    thick = build.neck_thick / 2.0
    inside = root + np.array([0.0, 0.14, -0.10 * build.chest_depth])
    top = 0.62 * thick + 0.10 * build.skull
    return [
        Blob("neck", tuple(inside), tuple(0.5 * (root + nape)), 1.25 * thick, 0.92 * thick, 0.80, 0.14),
        Blob("neck", tuple(0.5 * (root + nape)), tuple(nape), 0.92 * thick, top, 0.85, 0.10),
    ]


def _legs(build: Quadruped, frame: Frame) -> list[Blob]:
    parts = []
    ankle = build.ankle_thick / 2.0
    for (upper, lower, foot), muscle in zip(_LEGS, (0.50, 0.66), strict=True):
        top, joint, wrist, toe = frame.head(upper), frame.head(lower), frame.head(foot), frame.tail(foot)
        thick = build.leg_thick * muscle
        # The thigh's flesh lies against the trunk, so that it swells out of it and not beside it.
        root = top + np.array([-0.12 * build.stance, 0.02, 0.08 * build.chest_depth])
        parts.append(Blob(upper, tuple(root), tuple(joint), 1.15 * thick, 0.70 * thick, 0.85, 0.10))
        parts.append(Blob(lower, tuple(joint), tuple(wrist), 0.66 * thick, 1.02 * ankle, 1.0, 0.05))
        parts += _foot(build, foot, wrist, toe, ankle)
    return parts


def _foot(build: Quadruped, bone: str, wrist: np.ndarray, toe: np.ndarray, ankle: float) -> list[Blob]:
    long = build.foot_long
    if build.foot == "hoof":
        fetlock = toe + np.array([0.0, 0.30 * long, 0.75 * long])
        return [
            Blob(bone, tuple(wrist), tuple(fetlock), ankle, 0.80 * ankle, 1.0, 0.04),
            Blob(bone, tuple(fetlock), tuple(toe + np.array([0.0, 0.25 * long, 0.30 * long])), 0.90 * ankle,
                 ankle, 1.0, 0.03),
        ]  # fmt: skip
    heel = toe + np.array([0.0, 0.80 * long, 0.95 * ankle])
    if build.foot == "pad":
        return [Blob(bone, tuple(wrist), tuple(toe + np.array([0.0, 0.35 * long, 0.2 * ankle])), 1.02 * ankle,
                     1.18 * ankle, 1.0, 0.05)]  # fmt: skip
    ball = toe + np.array([0.0, 0.28 * long, 0.62 * ankle])
    paw = [
        Blob(bone, tuple(wrist), tuple(heel), ankle, 0.92 * ankle, 1.0, 0.04),
        Blob(bone, tuple(heel), tuple(ball), 0.92 * ankle, 1.02 * ankle, 1.15, 0.05),
    ]
    toes = [
        Blob(bone, tuple(ball + np.array([aside * ankle, -0.02, -0.05 * ankle])),
             tuple(toe + np.array([aside * 1.1 * ankle, 0.10 * long, 0.36 * ankle])), 0.44 * ankle, 0.40 * ankle,
             1.0, 0.015)
        for aside in (-0.62, 0.0, 0.62)
    ]  # fmt: skip
    return paw + toes


def _elephant_trunk(build: Quadruped, frame: Frame) -> list[Blob]:
    thick = build.muzzle_thick / 2.0
    names = ("nose_1", "nose_2", "nose_3")
    radii = (0.92, 0.66, 0.48, 0.36)
    return [
        Blob(
            name,
            tuple(frame.head(name)),
            tuple(frame.tail(name)),
            thick * radii[n],
            thick * radii[n + 1],
            1.0,
            0.05,
        )
        for n, name in enumerate(names)
    ]
