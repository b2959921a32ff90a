"""Small scenes with made-up motion: enough to see whether the camera works, without the solver."""

import math
from dataclasses import replace

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.netting import nets
from render_cluster.backends.physics.scene import Body, Camera, Clothing, Person, Scene, Vector, Wave
from render_cluster.backends.physics.skeleton import BONES, skin_matrix
from render_cluster.storyboard import TimeOfDay

FPS = 24
_STILL = (1.0, 0.0, 0.0, 0.0)
Angles = dict[str, tuple[tuple[float, float, float], float]]


def turned(axis: tuple[float, float, float], angle_rad: float) -> np.ndarray:
    """Rodrigues' formula, written apart from the code under test."""
    x, y, z = np.array(axis, float) / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + math.sin(angle_rad) * cross + (1 - math.cos(angle_rad)) * cross @ cross


def pose(
    at_m: tuple[float, float, float], heading_rad: float = 0.0, angles: Angles | None = None
) -> np.ndarray:
    """Skin matrices (bones, 4, 4): each named bone turned about an axis, relative to its parent."""
    angles = angles or {}
    turns: dict[str, np.ndarray] = {}
    heads: dict[str, np.ndarray] = {}
    matrices = []
    for bone in BONES:
        own = turned(*angles[bone.name]) if bone.name in angles else np.eye(3)
        rest = np.array(bone.head)
        if bone.parent is None:
            turns[bone.name] = turned((0, 0, 1), heading_rad) @ own
            heads[bone.name] = rest + at_m
        else:
            parent = next(one for one in BONES if one.name == bone.parent)
            turns[bone.name] = turns[bone.parent] @ own
            heads[bone.name] = heads[bone.parent] + turns[bone.parent] @ (rest - parent.head)
        matrices.append(skin_matrix(rest, heads[bone.name], turns[bone.name]))
    return np.array(matrices, np.float32)


def _track(
    points: list[np.ndarray], turns: list[tuple[float, float, float, float]] | None = None
) -> np.ndarray:
    turns = turns or [_STILL] * len(points)
    return np.hstack([np.array(points), np.array(turns)]).astype(np.float32)


def _wardrobe(top: Vector, legs: Vector, shoes: Vector | None = None) -> tuple[Clothing, ...]:
    worn = (Clothing("t_shirt", top), Clothing("trousers", legs))
    return worn if shoes is None else (*worn, Clothing("shoes", shoes))


def court(time_of_day: TimeOfDay = "day", frames_count: int = 24) -> tuple[Scene, Motion]:
    """A ball on a parabola towards a hoop, and the one who threw it."""
    bodies = (
        Body("ground", "ground", "asphalt", (40, 40, 0.1), 0.0, (0, 0, -0.05)),
        Body(
            "ball",
            "basketball",
            "rubber",
            (0.24, 0.24, 0.24),
            0.62,
            (0.2, 1.2, 2.2),
            colour=(0.86, 0.42, 0.14),
        ),
        Body("rim", "hoop_rim", "steel", (0.468, 0.468, 0.018), 0.0, (0, 5.2, 3.05)),
        Body("board", "backboard", "wood", (1.8, 0.04, 1.05), 0.0, (0, 5.58, 3.425)),
        Body("pole", "hoop_pole", "steel", (0.14, 0.14, 3.4), 0.0, (0, 6.4, 1.7)),
        Body("arm", "box", "steel", (0.08, 0.8, 0.1), 0.0, (0, 6.0, 3.3), colour=(0.2, 0.2, 0.22)),
    )
    person = Person(
        "ada",
        1.75,
        (0.80, 0.58, 0.46),
        (0.20, 0.13, 0.09),
        _wardrobe((0.85, 0.18, 0.15), (0.14, 0.16, 0.27), (0.9, 0.9, 0.9)),
    )
    camera = Camera(((2.9, -1.6, 1.45), (2.3, -1.2, 1.6)), ((0.0, 3.6, 1.9), (0.0, 3.9, 2.2)), 0.80)
    scene = Scene("throw", "court", time_of_day, frames_count / FPS, 4, bodies, (person,), camera)
    times = np.arange(frames_count) / FPS
    flight = [np.array([0.2 - 0.17 * t, 1.2 + 3.0 * t, 2.2 + 5.6 * t - 4.905 * t * t]) for t in times]
    spins = [(math.cos(2 * t), -math.sin(2 * t), 0.0, 0.0) for t in times]
    reach = {
        "upper_arm_r": ((1.0, 0.25, 0.0), -2.3),
        "forearm_r": ((1.0, 0.0, 0.3), -0.5),
        "upper_arm_l": ((1.0, -0.25, 0.0), -1.9),
        "forearm_l": ((1.0, 0.0, -0.3), -0.8),
        "head": ((1.0, 0.0, 0.0), 0.2),
        "thigh_l": ((1.0, 0.0, 0.0), -0.25),
        "shin_l": ((1.0, 0.0, 0.0), 0.45),
    }
    skins = np.array([pose((0.1, 0.7, 0.1 * abs(math.sin(3 * t))), math.pi, reach) for t in times])
    motion = Motion(FPS, frames_count, {"ball": _track(flight, spins)}, {"ada": skins})
    return scene, replace(motion, meshes=nets(scene, motion))


def skate_park(time_of_day: TimeOfDay = "day", frames_count: int = 24) -> tuple[Scene, Motion]:
    """Someone rolls past on a board; the camera follows."""
    wheels = [
        (f"wheel{i}", sx * 0.075, sy * 0.225)
        for i, (sx, sy) in enumerate([(1, 1), (-1, 1), (1, -1), (-1, -1)])
    ]
    bodies = [
        Body("ground", "ground", "concrete", (60, 60, 0.1), 0.0, (0, 0, -0.05)),
        Body("board", "skateboard", "wood", (0.21, 0.84, 0.1), 2.0, (0, 0, 0.09), colour=(0.20, 0.62, 0.70)),
        Body("kerb", "kerb", "concrete", (1.2, 0.3, 0.1), 0.0, (0, -4, 0.05), colour=(0.7, 0.68, 0.64)),
        Body("rail", "rail", "steel", (0.06, 2.4, 0.35), 0.0, (-1.6, -2.5, 0.175)),
        Body("cone", "cone", "plastic", (0.32, 0.32, 0.5), 0.0, (1.1, -3.0, 0.25)),
    ]
    bodies += [
        Body(n, "wheel", "rubber", (0.035, 0.056, 0.056), 0.1, (0, 0, 0.028), colour=(0.93, 0.9, 0.8))
        for n, _, _ in wheels
    ]
    person = Person(
        "kit",
        1.75,
        (0.55, 0.36, 0.26),
        (0.08, 0.06, 0.05),
        _wardrobe((0.95, 0.72, 0.15), (0.18, 0.24, 0.40), (0.85, 0.2, 0.2)),
    )
    camera = Camera(
        ((2.9, -1.5, 1.0), (2.6, -1.9, 0.95)), ((0.1, -0.1, -0.05), (0.1, -0.1, 0.0)), 0.75, follows="kit"
    )
    scene = Scene("roll", "skate_park", time_of_day, frames_count / FPS, 9, tuple(bodies), (person,), camera)
    times = np.arange(frames_count) / FPS
    along = [-3.0 * t for t in times]
    poses = {"board": _track([np.array([0, y, 0.085]) for y in along])}
    for name, dx, dy in wheels:
        turns = [(math.cos(-y / 0.056), math.sin(-y / 0.056), 0.0, 0.0) for y in along]
        poses[name] = _track([np.array([dx, y + dy, 0.028]) for y in along], turns)
    skins = np.array(
        [
            pose((0.0, y, 0.0), math.pi / 2 - 0.4, _crouch(math.sin(5 * t)))
            for t, y in zip(times, along, strict=True)
        ]
    )
    skins[:, :, 2, 3] += 0.02
    return scene, Motion(FPS, frames_count, poses, {"kit": skins})


def _crouch(sway: float) -> Angles:
    return {
        "upper_arm_l": ((0.0, 1.0, 0.0), -0.4 - 0.3 * sway),
        "upper_arm_r": ((0.0, 1.0, 0.0), 0.4 - 0.3 * sway),
        "spine": ((1.0, 0.2 * sway, 0.0), 0.2),
        "thigh_l": ((1.0, 0.0, 0.0), -0.5),
        "shin_l": ((1.0, 0.0, 0.0), 0.9),
        "foot_l": ((1.0, 0.0, 0.0), -0.4),
        "thigh_r": ((1.0, 0.0, 0.0), -0.5),
        "shin_r": ((1.0, 0.0, 0.0), 0.9),
        "foot_r": ((1.0, 0.0, 0.0), -0.4),
    }


def open_sea(time_of_day: TimeOfDay = "day", frames_count: int = 24) -> tuple[Scene, Motion]:
    """A paddler on a board who tips over into the water."""
    waves = (
        Wave(0.10, 7.0, (0.8, 0.6), 0.0),
        Wave(0.06, 3.1, (-0.3, 0.95), 1.3),
        Wave(0.03, 1.7, (0.95, -0.3), 2.1),
    )
    bodies = (
        Body(
            "board", "paddleboard", "foam", (0.76, 3.2, 0.12), 11.0, (0, 0, 0.05), colour=(0.16, 0.55, 0.72)
        ),
        Body("paddle", "paddle", "wood", (0.2, 0.2, 1.9), 0.8, (0.4, 0.3, 1.0), colour=(0.95, 0.75, 0.2)),
    )
    person = Person(
        "mo",
        1.75,
        (0.78, 0.56, 0.44),
        (0.35, 0.20, 0.10),
        _wardrobe((0.15, 0.55, 0.62), (0.90, 0.35, 0.20)),
    )
    camera = Camera(((2.9, -4.4, 1.35), (2.6, -4.0, 1.25)), ((0.0, 0.0, 0.75), (0.0, 0.0, 0.55)), 0.72)
    scene = Scene(
        "tip", "open_sea", time_of_day, frames_count / FPS, 2, bodies, (person,), camera, waves=waves
    )
    times = np.linspace(0, 1, frames_count)
    tilt = [1.35 * max(0.0, t - 0.25) ** 1.3 for t in times]
    turns = [(math.cos(a / 2), 0.0, math.sin(a / 2), 0.0) for a in tilt]
    board = _track([np.array([0.0, 0.0, 0.05]) for _ in times], turns)
    paddle = _track([np.array([0.55 + 0.8 * a, 0.1, 1.0 - 1.2 * a]) for a in tilt], turns)
    skins = []
    for a in tilt:
        standing = pose((0, 0, 0), 0.3, _crouch(4 * a))
        fall = np.eye(4)
        fall[:3, :3] = turned((0, 1, 0), 1.5 * a)
        fall[:3, 3] = (0.6 * a, 0, 0.12 - 0.9 * a * a)
        skins.append(fall @ standing)
    return scene, Motion(
        FPS, frames_count, {"board": board, "paddle": paddle}, {"mo": np.array(skins, np.float32)}
    )


def plaza(time_of_day: TimeOfDay = "day", frames_count: int = 24) -> tuple[Scene, Motion]:
    """Plain shapes in a setting that no set knows."""
    bodies = (
        Body("crate", "box", "wood", (0.6, 0.6, 0.6), 8.0, (-0.7, 0, 0.3), colour=(0.70, 0.52, 0.32)),
        Body("can", "cylinder", "steel", (0.5, 0.5, 0.8), 5.0, (0.3, 0.4, 0.4), colour=(0.25, 0.45, 0.65)),
        Body("marble", "sphere", "glass", (0.5, 0.5, 0.5), 2.0, (0.6, -0.5, 0.25), colour=(0.80, 0.25, 0.30)),
    )
    camera = Camera(((2.4, -3.2, 1.6), (2.0, -3.4, 1.5)), ((0, 0, 0.5),), 0.75)
    scene = Scene("still", "moon_base", time_of_day, frames_count / FPS, 1, bodies, (), camera)
    roll = [np.array([0.6, -0.5 - 0.5 * i / FPS, 0.25]) for i in range(frames_count)]
    return scene, Motion(FPS, frames_count, {"marble": _track(roll)})
