"""Grows trees from a seed: branches that fork and thin, and leaves that sit about their tips."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear, normalized
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.things.kit import BARK, Paint, tube


class Habit(NamedTuple):
    """How a kind of tree grows; lengths are shares of its height.

    `fork` is where the crown starts, `spread_rad` the angle between a branch and its child, `lift` how much
    tips turn upwards, `leaf` a leaf's length and `leaves` how many sit about a tip.
    """

    fork: float = 0.27
    reach: float = 0.37
    spread_rad: float = 0.75
    lift: float = 0.15
    levels: int = 4
    children: int = 3
    trunk: float = 0.035
    leaf: float = 0.034
    leaves: int = 22
    cloud: float = 0.10


def grown(seed: int, height_m: float, habit: Habit, leaf: Colour | None, bark: Paint = BARK) -> list[Part]:
    """A tree on the origin, a bare one where `leaf` has no colour."""
    rng = np.random.default_rng(seed)
    wood: list[Mesh] = []
    tips: list[np.ndarray] = []
    top = np.array([0.0, 0.0, habit.fork * height_m])
    bend = rng.uniform(-0.02, 0.02, 2) * height_m
    radius = habit.trunk * height_m
    flare = [1.7 * radius, 1.05 * radius, 0.9 * radius, 0.8 * radius]
    middle = [(0, 0, 0), (0, 0, 0.06 * height_m), (bend[0], bend[1], 0.6 * top[2]), tuple(top)]
    wood.append(tube(bark, middle, flare, 12))
    _branch(rng, habit, height_m, top, np.array([0.0, 0.0, 1.0]), 0.8 * radius, 0, wood, tips)
    parts = [Part(merged(wood), Material.FAR, outlined=False)]
    if leaf is not None:
        parts.append(foliage(rng, np.array(tips), habit, height_m, leaf))
    return parts


def foliage(rng: np.random.Generator, tips: np.ndarray, habit: Habit, height_m: float, leaf: Colour) -> Part:
    """Bent leaves about the tips (n, 3), light above and outside, dark within."""
    count = len(tips) * habit.leaves
    off = normalized(rng.standard_normal((count, 3))) * rng.uniform(0.15, 1.0, (count, 1)) ** 0.5
    places = np.repeat(tips, habit.leaves, 0) + off * habit.cloud * height_m * (1.0, 1.0, 0.75)
    middle = tips.mean(0)
    size = np.maximum(np.abs(places - middle).max(0), 1e-6)
    from_middle = (places - middle) / size
    depth = np.linalg.norm(from_middle, axis=1)
    outward = normalized(places - middle)
    facing = normalized(outward + 0.9 * rng.standard_normal((count, 3)))
    along = normalized(np.cross(facing, normalized(rng.standard_normal((count, 3)))))
    across = np.cross(facing, along)
    long = habit.leaf * height_m * rng.uniform(0.7, 1.3, count)[:, None]
    points = np.stack([
        places - along * long, places - across * 0.5 * long + facing * 0.16 * long, places,
        places + across * 0.5 * long + facing * 0.16 * long, places + along * long + facing * 0.1 * long,
    ], 1)  # fmt: skip
    normals = np.repeat(normalized(0.75 * outward + 0.35 * facing + (0, 0, 0.25)), 5, 0)
    light = 0.42 + 0.42 * np.clip(depth, 0, 1.2) ** 1.5 + 0.24 * from_middle[:, 2]
    light = np.clip(light, 0.25, 1.35) * rng.uniform(0.85, 1.15, count)
    hue = linear(leaf) * np.exp(rng.normal(0, 0.07, (count, 3)))
    faces = np.array([[0, 2, 1], [0, 3, 2], [1, 2, 4], [2, 3, 4]])[None] + 5 * np.arange(count)[:, None, None]
    mesh = Mesh.of(points.reshape(-1, 3), normals, faces.reshape(-1, 3))
    colours = np.repeat(np.clip(hue * light[:, None], 0, 1), 5, 0).astype("f4")
    surfaces = np.tile(np.float32([0.85, 0, 0]), (count * 5, 1))
    return Part(
        Mesh(mesh.points, mesh.normals, mesh.faces, colours, surfaces), Material.FOLIAGE, outlined=False
    )


def tiers(
    rng: np.random.Generator, height_m: float, wide_m: float, from_m: float, leaf: Colour
) -> list[Part]:
    """The needles of a conifer: drooping sprays in whorls that shorten towards the top."""
    points, normals, lights = [], [], []
    whorls = 15
    for level in range(whorls):
        share = level / (whorls - 1)
        z = from_m + (height_m - from_m) * (0.02 + 0.96 * share**0.9)
        long = wide_m / 2 * (1.03 - share) ** 0.85 + 0.015 * height_m
        for i in range(max(6, round(20 * (1 - 0.6 * share)))):
            angle = 2 * math.pi * (i + rng.uniform(-0.3, 0.3)) / max(6, round(20 * (1 - 0.6 * share))) + level
            reach = long * rng.uniform(0.78, 1.08)
            out = np.array([math.cos(angle), math.sin(angle), 0.0])
            side = np.array([-out[1], out[0], 0.0])
            droop = 0.42 * reach * rng.uniform(0.7, 1.3)
            for step in range(5):
                at = (step + 0.5) / 5
                middle = out * reach * at + (0, 0, z - droop * at**1.4 + 0.06 * reach)
                half = 0.20 * reach * (1.15 - 0.75 * at) + 0.012 * height_m
                tip = middle + out * 0.30 * reach - (0, 0, 0.16 * reach)
                left, right = (
                    middle - side * half - (0, 0, 0.35 * half),
                    middle + side * half - (0, 0, 0.35 * half),
                )
                points.append([middle - out * 0.10 * reach + (0, 0, 0.03 * reach), left, tip, right])
                normals.append(normalized(out * 0.7 + (0, 0, 0.8)))
                lights.append((0.35 + 0.70 * at) * rng.uniform(0.8, 1.2) * (0.75 + 0.35 * share))
    count = len(points)
    faces = (np.array([[0, 1, 2], [0, 2, 3]])[None] + 4 * np.arange(count)[:, None, None]).reshape(-1, 3)
    mesh = Mesh.of(np.array(points).reshape(-1, 3), np.repeat(np.array(normals), 4, 0), faces)
    colours = np.repeat(np.clip(linear(leaf) * np.array(lights)[:, None], 0, 1), 4, 0).astype("f4")
    surfaces = np.tile(np.float32([0.85, 0, 0]), (count * 4, 1))
    needles = Mesh(mesh.points, mesh.normals, mesh.faces, colours, surfaces)
    trunk = shapes.rod((0, 0, 0), (0, 0, 0.96 * height_m), 0.022 * height_m, 0.004 * height_m, 10).painted(
        *BARK
    )
    return [Part(trunk, Material.FAR, outlined=False), Part(needles, Material.FOLIAGE, outlined=False)]


def _branch(
    rng: np.random.Generator, habit: Habit, height_m: float, start: np.ndarray, way: np.ndarray,
    radius: float, level: int, wood: list[Mesh], tips: list[np.ndarray],
) -> None:  # fmt: skip
    """Forks `start` into children; the last level leaves its ends in `tips`."""
    count = habit.children + (2 if level == 0 else 0)
    turn = rng.uniform(0, 2 * math.pi)
    side = normalized(np.cross(way, (1.0, 0.2, 0.1)))
    for child in range(count):
        angle = turn + 2 * math.pi * child / count + rng.uniform(-0.3, 0.3)
        lean = habit.spread_rad * rng.uniform(0.65, 1.25) * (0.35 if level == 0 and child == 0 else 1.0)
        out = side * math.cos(angle) + np.cross(way, side) * math.sin(angle)
        ahead = normalized(way * math.cos(lean) + out * math.sin(lean) + (0, 0, habit.lift))
        long = habit.reach * height_m * 0.70**level * rng.uniform(0.75, 1.1) * (0.62 if level else 0.85)
        end = start + ahead * long
        thin = radius * (0.62 if level else 0.55)
        wood.append(
            shapes.rod(start - ahead * 0.02 * long, end, thin, 0.6 * thin, 7 if level < 2 else 5).painted(
                *BARK
            )
        )
        if level + 1 < habit.levels - 1:
            _branch(rng, habit, height_m, end, ahead, 0.62 * thin, level + 1, wood, tips)
            if level + 2 >= habit.levels - 1:
                tips.append(start + 0.7 * (end - start))
        else:
            tips.append(end)
