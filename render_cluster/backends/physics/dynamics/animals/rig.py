"""The bones of one animal as arrays: turns of bones into skin matrices, and legs that reach a point."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.anatomy.species import bone_index, bones_at
from render_cluster.backends.physics.dynamics.rotation import between

Turns = dict[str, np.ndarray]

LEFT = np.array([1.0, 0.0, 0.0])
BACK = np.array([0.0, 1.0, 0.0])
UP = np.array([0.0, 0.0, 1.0])


class Root(NamedTuple):
    """Where the trunk is: the place of its bone's head, its turn (3, 3) and its velocity, in the world."""

    position_m: np.ndarray
    turn: np.ndarray
    velocity_mps: np.ndarray

    @property
    def heading(self) -> np.ndarray:
        """The level direction of its nose."""
        ahead = -self.turn[:, 1] * (1.0, 1.0, 0.0)
        return ahead / max(float(np.linalg.norm(ahead)), 1e-9)

    @property
    def yaw_rad(self) -> float:
        """How far it is turned about the vertical; 0 faces -y."""
        ahead = -self.turn[:, 1]
        return math.atan2(ahead[0], -ahead[1])


class Rig:
    """The rest pose of an animal of one species and length."""

    def __init__(self, species: str, length_m: float) -> None:
        self.bones = bones_at(species, length_m)
        self.index = bone_index(species)
        self.heads = np.array([bone.head for bone in self.bones])
        self.tails = np.array([bone.tail for bone in self.bones])
        self.parents = [-1 if bone.parent is None else self.index[bone.parent] for bone in self.bones]

    def head(self, name: str) -> np.ndarray:
        """Where a bone begins in the rest pose."""
        return self.heads[self.index[name]]

    def tail(self, name: str) -> np.ndarray:
        """Where a bone ends in the rest pose."""
        return self.tails[self.index[name]]

    def posed(self, root: Root, turns: Turns) -> np.ndarray:
        """Skin matrices (bones, 4, 4): each named bone turned against its parent, in the rest pose's axes."""
        matrices = np.tile(np.eye(4), (len(self.bones), 1, 1))
        for index, bone in enumerate(self.bones):
            parent = self.parents[index]
            if parent < 0:
                turn, at = root.turn, root.position_m
            else:
                turn = matrices[parent, :3, :3]
                at = turn @ self.heads[index] + matrices[parent, :3, 3]
            own = turns.get(bone.name)
            self.put(matrices, index, at, turn if own is None else turn @ own)
        return matrices

    def put(self, matrices: np.ndarray, index: int, at: np.ndarray, turn: np.ndarray) -> None:
        """Sets one bone: its head to `at`, turned by `turn` from the rest pose."""
        matrices[index, :3, :3] = turn
        matrices[index, :3, 3] = at - turn @ self.heads[index]

    def reach(
        self,
        matrices: np.ndarray,
        leg: tuple[str, str, str],
        toe_m: np.ndarray,
        foot_turn: np.ndarray,
        bend: float,
    ) -> None:
        """Bends a leg of three bones so that its toe comes to `toe_m`.

        The foot keeps `foot_turn` as far as the leg reaches, and tips onto its toe beyond. The middle joint
        bends ahead where `bend` is above 0, and backwards otherwise.
        """
        upper, lower, foot = (self.index[name] for name in leg)
        parent = matrices[self.parents[upper]]
        base = parent[:3, :3]
        hip = base @ self.heads[upper] + parent[:3, 3]
        first, second = self.heads[lower] - self.heads[upper], self.heads[foot] - self.heads[lower]
        third = self.tails[foot] - self.heads[foot]
        long_a, long_b = math.sqrt(first @ first), math.sqrt(second @ second)
        way = toe_m - foot_turn @ third - hip
        far = math.sqrt(way @ way)
        reach = min(max(far, abs(long_a - long_b) + 1e-4), 0.999 * (long_a + long_b))
        ahead = way / max(far, 1e-9)
        pole = base @ np.array([0.0, -bend, 0.0]) + 0.25 * (base @ first) / long_a
        aside = pole - ahead * (pole @ ahead)
        aside /= max(math.sqrt(aside @ aside), 1e-9)
        # The law of cosines gives the angle at the hip of the triangle hip, knee, ankle.
        cosine = (long_a**2 + reach**2 - long_b**2) / (2.0 * long_a * reach)
        knee = hip + long_a * (cosine * ahead + math.sqrt(max(0.0, 1.0 - cosine**2)) * aside)
        ankle = hip + reach * ahead
        turn_a = between(base @ first, knee - hip) @ base
        turn_b = between(turn_a @ second, ankle - knee) @ turn_a
        turn_c = between(foot_turn @ third, toe_m - ankle) @ foot_turn
        self.put(matrices, upper, hip, turn_a)
        self.put(matrices, lower, knee, turn_b)
        self.put(matrices, foot, ankle, turn_c)


def about(axis: np.ndarray, angle_rad: float) -> np.ndarray:
    """The (3, 3) turn about one of LEFT, BACK and UP."""
    c, s = math.cos(angle_rad), math.sin(angle_rad)
    x, y, z = axis.tolist()
    u = 1.0 - c
    return np.array(
        [
            [c + u * x * x, u * x * y - s * z, u * x * z + s * y],
            [u * x * y + s * z, c + u * y * y, u * y * z - s * x],
            [u * x * z - s * y, u * y * z + s * x, c + u * z * z],
        ]
    )


def nod(angle_rad: float) -> np.ndarray:
    """The turn that lifts the nose by `angle_rad`."""
    return about(LEFT, -angle_rad)


def facing(yaw_rad: float) -> np.ndarray:
    """The turn about the vertical."""
    return about(UP, yaw_rad)
