"""The pieces of insects, snakes and octopuses."""

import math
from functools import cache
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Insect, Octopus, Snake
from render_cluster.backends.physics.anatomy.skeletons import OCTOPUS_ARMS, SNAKE_LINKS
from render_cluster.backends.physics.raster.animals import flesh, loft
from render_cluster.backends.physics.raster.animals.flesh import Blob
from render_cluster.backends.physics.raster.animals.frame import Frame
from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import normalized


class Pieces(NamedTuple):
    """A small creature unpainted: what is coated, what is dark, its wings and its eyes."""

    frame: Frame
    body: list[Pelt]
    dark: list[Pelt]
    wings: list[Pelt]
    eyes: tuple[Pelt, Pelt]
    gaze: np.ndarray


@cache
def insect(build: Insect) -> Pieces:
    """Head, thorax and abdomen with legs, feelers and wings."""
    frame = Frame.of(build)
    swap = flesh.opposite(frame.index)
    head, thorax = frame.tail("head"), 0.5 * (frame.head("trunk") + frame.tail("trunk"))
    tail, waist = frame.tail("abdomen"), frame.head("abdomen")
    size, fat = build.head / 2.0, build.abdomen_thick / 2.0
    middle = head + np.array([0.0, size, 0.0])
    held = frame.held_by
    body = [
        loft.ball(middle, np.full(3, size), held("head"), 16, 10),
        loft.ball(thorax, np.array([0.5, 0.62, 0.5]) * build.thorax_thick, held("trunk"), 18, 12),
        loft.ball(
            0.5 * (waist + tail),
            np.array([fat, 0.5 * (tail - waist)[1] + 0.4 * fat, 0.9 * fat]),
            held("abdomen"),
            22,
            18,
        ),
    ]
    dark = []
    for name in (f"leg_{index}_{side}" for side in "lr" for index in (1, 2, 3)):
        hip, foot = frame.head(name), frame.tail(name)
        knee = 0.5 * (hip + foot) + np.array([0.0, 0.0, 0.12])
        line = loft.smooth_line(np.array([hip, knee, foot + np.array([0, 0, 0.012])]), 9)
        radius = np.linspace(0.022, 0.010, 9)
        dark.append(loft.tube(line, radius, radius, np.tile(held(name), (9, 1)), 6))
    for side in (1.0, -1.0):
        line = middle + np.array([(side * x * size, y * size, z * size) for x, y, z in
                                  ((0.3, -0.5, 0.7), (0.7, -1.2, 1.5), (1.2, -1.9, 1.7))])  # fmt: skip
        radius = size * np.array([0.07, 0.05, 0.09])
        dark.append(loft.tube(line, radius, radius, np.tile(held("head"), (3, 1)), 6))
    eye = loft.ball(
        middle + size * np.array([0.62, -0.42, 0.30]), np.full(3, 0.42 * size), held("head"), 12, 8
    )
    wings = [both for wing in _insect_wings(build, frame) for both in (wing, wing.mirrored(swap))]
    return Pieces(frame, body, dark, wings, (eye, eye.mirrored(swap)), normalized(np.array([0.8, -0.6, 0.2])))


def _insect_wings(build: Insect, frame: Frame) -> list[Pelt]:
    if build.wings == "none":
        return []
    found = []
    for name, wide, sweep in (("fore_wing_l", 0.62, 0.10), ("hind_wing_l", 0.66, 0.34)):
        root, tip = frame.head(name), frame.tail(name)
        u, v = np.linspace(0.0, 1.0, 22), np.linspace(-1.0, 1.0, 21)
        if build.wings == "broad":
            shape = [(0, 0.10), (0.3, 0.62), (0.7, 1.0), (0.92, 0.72), (1, 0.06)]
        else:
            shape = [(0, 0.20), (0.4, 0.80), (0.75, 1.0), (0.95, 0.6), (1, 0.06)]
        half = 0.5 * wide * build.chord * loft.profile(shape, u)
        across = normalized(np.cross(np.array([0.0, 0.0, 1.0]), tip - root))
        grid = root + u[:, None, None] * (tip - root) + (half[:, None] * v)[..., None] * across
        grid[..., 1] += sweep * build.chord * u[:, None] * 0.4
        grid[..., 2] += 0.03 * np.sin(u * 2.0)[:, None]
        # The margin of a butterfly's wing is scalloped.
        if build.wings == "broad":
            grid = grid + (0.03 * np.sin(v * 12.0) * (u[:, None] > 0.8))[..., None] * (tip - root) * 0.5
        found.append(loft.sheet(grid, 0.010, np.tile(frame.held_by(name), (22, 21, 1))))
    if build.wings == "case":
        fat = build.abdomen_thick / 2.0
        middle = 0.5 * (frame.head("abdomen") + frame.tail("abdomen"))
        polar, angle = np.linspace(0.06, math.pi / 2, 10), np.linspace(-math.pi / 2, math.pi / 2, 16)
        ring = np.stack([np.sin(polar)[:, None] * np.cos(angle), np.sin(polar)[:, None] * np.sin(angle),
                         np.broadcast_to(np.cos(polar)[:, None], (10, 16))], -1)  # fmt: skip
        case = middle + ring * np.array([fat, 0.36, 0.95 * fat]) * 1.08 + np.array([0.008, 0.0, 0.0])
        found.append(loft.sheet(case, 0.015, np.tile(frame.held_by("abdomen"), (10, 16, 1))))
        found = found[2:]
    return found


@cache
def snake(build: Snake) -> Pieces:
    """One long tube with a head."""
    frame = Frame.of(build)
    names = ("head", "trunk", *(f"tail_{link}" for link in range(1, SNAKE_LINKS)))
    count = 130
    y = np.linspace(-0.5, 0.5, count)
    high = 0.5 * build.thick
    line = np.stack([np.zeros(count), y, np.full(count, high)], -1)
    share = y + 0.5
    wide = high * loft.profile(
        [
            (0, 0.35),
            (0.02, 0.95),
            (0.045, 1.15),
            (0.075, 0.75),
            (0.2, 0.95),
            (0.5, 1.05),
            (0.8, 0.7),
            (1, 0.05),
        ],
        share,
    )
    tall = wide * np.where(share < 0.07, 0.72, 1.0)
    middles = np.array([0.5 * (frame.head(name)[1] + frame.tail(name)[1]) for name in names])
    place = np.interp(y, middles, np.arange(len(names)))
    low = np.minimum(place.astype(int), len(names) - 2)
    weights = np.zeros((count, len(frame.bones)))
    chain = np.array(frame.chain(*names))
    weights[np.arange(count), chain[low]] = 1.0 - (place - low)
    weights[np.arange(count), chain[low + 1]] += place - low
    body = loft.tube(line, wide, tall, weights, 16)
    radius = 0.16 * build.thick
    eye = loft.ball(
        np.array([0.44 * build.thick, -0.472, high * 1.35]), np.full(3, radius), frame.held_by("head"), 12, 8
    )
    tongue = loft.tube(np.array([[0, -0.495, high], [0, -0.515, high], [0, -0.53, high * 1.1]]), np.full(3, 0.0025),
                       np.full(3, 0.001), np.tile(frame.held_by("head"), (3, 1)), 6)  # fmt: skip
    return Pieces(
        frame,
        [body],
        [tongue],
        [],
        (eye, eye.mirrored(np.arange(len(frame.bones)))),
        np.array([0.9, -0.4, 0.2]),
    )


@cache
def octopus(build: Octopus) -> Pieces:
    """A mantle with eyes over eight tapering arms."""
    frame = Frame.of(build)
    top, neck = frame.tail("head"), frame.head("trunk")
    blobs = [
        Blob("head", tuple(0.45 * neck + 0.55 * top), tuple(top - (0, 0, 0.05)), 0.16, 0.13, 1.0, 0.08),
        Blob(
            "trunk", tuple(neck - (0, 0, 0.02)), tuple(neck + np.array([0, 0, 0.08])), 0.11, 0.11, 1.0, 0.10
        ),
        Blob("trunk", (0.08, -0.06, neck[2] + 0.10), (0.08, -0.05, neck[2] + 0.12), 0.055, 0.05, 1.0, 0.05),
    ]
    body = [flesh.grown(blobs, 0.020, (), frame.index, 0.07)]
    for arm in range(1, OCTOPUS_ARMS + 1):
        names = [f"arm_{arm}_{link}" for link in (1, 2, 3)]
        marks = [neck, *(frame.head(name) for name in names), frame.tail(names[-1])]
        line = loft.smooth_line(np.array(marks), 26)
        share = np.linspace(0, 1, 26)
        radius = 0.5 * build.arm_thick * loft.profile([(0, 1.0), (0.5, 0.7), (1, 0.06)], share)
        body.append(
            loft.tube(
                line, radius, radius, loft.chain_weights(share, frame.chain(*names), len(frame.bones)), 10
            )
        )
    eye = loft.ball(np.array([0.10, -0.10, neck[2] + 0.11]), np.full(3, 0.034), frame.held_by("trunk"), 14, 9)
    other = loft.ball(
        np.array([-0.10, -0.10, neck[2] + 0.11]), np.full(3, 0.034), frame.held_by("trunk"), 14, 9
    )
    return Pieces(frame, body, [], [], (eye, other), normalized(np.array([0.8, -0.7, 0.1])))
