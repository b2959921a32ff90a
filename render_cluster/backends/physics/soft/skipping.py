"""The rope of whoever skips: turned by the hands in time with the jumps, and otherwise left to itself."""

import math
from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Person, Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES, scale_of
from render_cluster.backends.physics.soft.rope import Rope

JUMP_ROPE = "jump_rope"
_LINKS, _STEPS_PER_S, _SETTLE_S = 28, 480.0, 1.2
_HANDLE_M, _SLACK = 0.16, 1.78
_KGPM, _THICK_M = 0.09, 0.009
_CRANK_M, _LEAD_RAD, _AIRBORNE_M, _USUAL_TURN_S = 0.08, 0.3, 0.045, 0.7
# From the hands, how far under the soles the rope must reach; its length follows.
_UNDER_M = 0.02


def jump_ropes(scene: Scene, motion: Motion) -> dict[str, np.ndarray]:
    """The points of each jump rope by its name, from wrist to wrist, float32 (frames, points, 3) metres."""
    users = {move.thing: person for person in scene.people for move in person.moves if move.verb == "jump"}
    return {
        body.name: _turned(users[body.name], scene, motion)
        for body in scene.bodies
        if body.kind == JUMP_ROPE and body.name in users and users[body.name].name in motion.skins
    }


def _turned(person: Person, scene: Scene, motion: Motion) -> np.ndarray:
    skins = motion.skins[person.name].astype(float)
    scale = scale_of(person.height_m)
    wrists = np.stack([_ends(skins, f"forearm_{side}", scale) for side in "lr"], 1)
    soles = np.minimum(*(_ends(skins, f"foot_{side}", scale)[:, 2] for side in "lr"))
    frame_s = scene.pace / motion.fps
    # The handles point outwards.
    across = wrists[:, 0] - wrists[:, 1]
    outwards = _HANDLE_M * scale * across / np.linalg.norm(across, axis=1)[:, None]
    hands = wrists + np.stack([outwards, -outwards], 1)
    height = soles - soles.min()
    turns = _turns(height > max(_AIRBORNE_M, 0.4 * height.max()), frame_s)
    span = float(np.linalg.norm(hands[0, 0] - hands[0, 1]))
    drop = float(np.median(hands[:, :, 2]) - soles.min()) + _CRANK_M - _UNDER_M
    length = span + _SLACK * drop
    ahead = _ahead(hands[0])

    def held(frame: float) -> np.ndarray:
        """Both handles, whose ends go round: down in front of the feet, and up again behind."""
        low = min(max(math.floor(frame), 0), len(hands) - 1)
        high = min(low + 1, len(hands) - 1)
        place = hands[low] + (hands[high] - hands[low]) * min(max(frame - low, 0.0), 1.0)
        angle = 2.0 * math.pi * float(turns(frame * frame_s))
        # At a whole number of turns the rope is lowest, on its way from the toes to the heels.
        return place + _CRANK_M * _spoke(-angle - _LEAD_RAD, ahead)

    points = _bow(held(-_SETTLE_S / frame_s), drop, float(turns(-_SETTLE_S)), ahead)
    ends = np.zeros(_LINKS + 1, bool)
    ends[[0, -1]] = True
    link = length / _LINKS
    rope = Rope(points, link, np.full(_LINKS + 1, _KGPM * link), ends, _THICK_M)
    gravity = SETTINGS.get(scene.setting, SETTINGS["plaza"]).gravity_mps2
    steps = max(1, round(_STEPS_PER_S * frame_s))
    still = np.zeros_like(points)
    frames = np.zeros((motion.frames_count, _LINKS + 1, 3), np.float32)
    for number in range(-round(_SETTLE_S / frame_s) * steps, (motion.frames_count - 1) * steps + 1):
        if number >= 0 and number % steps == 0:
            frames[number // steps] = rope.points_m
        rope.step(frame_s / steps, gravity, held((number + 1) / steps), still)
    return np.concatenate([wrists[:, :1], frames, wrists[:, 1:]], 1).astype(np.float32)


def _ends(skins: np.ndarray, bone: str, scale: float) -> np.ndarray:
    """The far end of a bone in each frame, (frames, 3)."""
    index = BONE_INDEX[bone]
    tail = np.append(np.multiply(BONES[index].tail, scale), 1.0)
    return (skins[:, index] @ tail)[:, :3]


def _turns(airborne: np.ndarray, frame_s: float) -> Callable[[float], float]:
    """How often the rope has gone round at a time: a whole number at the middle of each flight."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], airborne.astype(int), [0]])))
    middles = (edges[::2] + edges[1::2] - 1) / 2.0 * frame_s
    if len(middles) == 0:
        return lambda time_s: time_s / _USUAL_TURN_S
    turn_s = float(np.diff(middles).mean()) if len(middles) > 1 else _USUAL_TURN_S

    def at(time_s: float) -> float:
        if time_s <= middles[0]:
            return (time_s - middles[0]) / turn_s
        if time_s >= middles[-1]:
            return len(middles) - 1 + (time_s - middles[-1]) / turn_s
        return float(np.interp(time_s, middles, np.arange(len(middles))))

    return at


def _ahead(hands: np.ndarray) -> np.ndarray:
    """Where the person with these hands (left, right) looks, level."""
    across = hands[0] - hands[1]
    return np.array([across[1], -across[0], 0.0]) / max(float(np.hypot(across[0], across[1])), 1e-6)


def _bow(ends: np.ndarray, drop: float, turns: float, ahead: np.ndarray) -> np.ndarray:
    """The rope as half an ellipse at its place in the turn."""
    share = np.linspace(0.0, 1.0, _LINKS + 1)[:, None]
    way = _spoke(-2.0 * math.pi * turns, ahead)
    return ends[0] + (ends[1] - ends[0]) * share + drop * np.sin(math.pi * share) * way


def _spoke(angle_rad: float, ahead: np.ndarray) -> np.ndarray:
    """A unit vector that hangs down at nought and points ahead after a quarter of a turn."""
    return math.sin(angle_rad) * ahead - math.cos(angle_rad) * np.array([0.0, 0.0, 1.0])
