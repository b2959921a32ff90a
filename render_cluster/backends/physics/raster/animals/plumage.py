"""Feathers: a wing of coverts, secondaries and primaries, and the fan of a tail."""

import math

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird
from render_cluster.backends.physics.raster.animals import loft
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt, joined
from render_cluster.backends.physics.raster.matrices import normalized

_PRIMARIES, _SECONDARIES = 9, 9


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


def wing(build: Bird, frame: Frame) -> Pelt:
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


def tail(build: Bird, frame: Frame) -> Pelt:
    """A fan of seven feathers."""
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
