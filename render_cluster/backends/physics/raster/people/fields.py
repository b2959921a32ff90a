"""Smooth measures over the body in its rest pose, negative on one side of a hem and positive on the other."""

import numpy as np

from render_cluster.backends.physics.raster.people.body import Hide
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES


def along(hide: Hide, stem: str) -> np.ndarray:
    """How far along the bone `stem` of its side each point lies: 0 at the head, 1 at the tail."""
    left = hide.points * np.where(hide.points[:, :1] < 0, (-1.0, 1.0, 1.0), (1.0, 1.0, 1.0))
    bone = BONES[BONE_INDEX[f"{stem}_l"]]
    head, tail = np.array(bone.head), np.array(bone.tail)
    axis = tail - head
    return (left - head) @ axis / (axis @ axis)


def down_the_arm(hide: Hide) -> np.ndarray:
    """0 at the shoulder, 1 at the elbow, 2 at the wrist, more on the hand."""
    return np.minimum(along(hide, "upper_arm"), 1.0) + np.maximum(along(hide, "forearm"), 0.0)


def share(hide: Hide, *stems: str) -> np.ndarray:
    """How much of each point hangs on these bones (both sides): 0..1."""
    wanted = [bone.name in stems or bone.name[:-2] in stems for bone in BONES]
    return hide.weights[:, wanted].sum(1)


def arms(hide: Hide) -> np.ndarray:
    """How much of each point hangs on the arms: 0..1."""
    return share(hide, "upper_arm", "forearm")


def smoothstep(low: float, high: float, values: np.ndarray) -> np.ndarray:
    """0 below `low`, 1 above `high`, smooth between; `low` may be the larger one."""
    t = np.clip((values - low) / (high - low), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)
