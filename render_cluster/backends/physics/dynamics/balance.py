"""A person's will to stay on their feet: ankles, hips and arms that answer to where their weight is going.

Ankles and hips push the centre of mass back over the feet, arms windmill when that is not enough, and a
bounded assist on the trunk stands for the small corrections of muscles and toes that this body does not
have. It is bounded so that a hard enough shove makes the person fall.
"""

import math
from typing import NamedTuple

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.person_world import PersonWorld
from render_cluster.backends.physics.dynamics.rotation import cross

_UP = np.array([0.0, 0.0, 1.0])


class Gains(NamedTuple):
    """How hard the person fights: limits of each means."""

    ankle_nm: float = 75.0
    assist_n: float = 90.0
    upright_nm: float = 30.0
    board_nm: float = 12.0
    aside_fright: float = 0.5


_CENTRING_ROUNDS = 30
_CENTRING_RADPM = 1.2
_FALLEN_BELOW_M = 0.52
_OFF_BOARD_M = 0.45
_WINDMILL_HZ = 1.5
_ALARM_RISE_S = 0.06
_ALARM_DECAY_S = 0.7
_BOW_RADPM = 3.0
_LIMP = 0.22


def take_stance(world: PersonWorld, stance_rad: dict[str, float]) -> dict[str, float]:
    """Bends the joints into a stance at once; returns it with hips that put the weight over the feet."""
    stance = dict(stance_rad)
    data = world.data
    world.bend(stance, at_once=True)
    for _ in range(_CENTRING_ROUNDS):
        mujoco.mj_forward(world.model, data)
        feet = (data.geom("foot_l").xpos + data.geom("foot_r").xpos) / 2.0
        facing = -data.body("pelvis").xmat.reshape(3, 3)[:, 1]
        astray_m = float((data.subtree_com[world.model.body("pelvis").id] - feet) @ facing)
        for side in "lr":
            stance[f"thigh_{side}_x"] -= _CENTRING_RADPM * astray_m
            # Ankles give back what hips take, or the soles would no longer lie flat.
            stance[f"foot_{side}_x"] += _CENTRING_RADPM * astray_m
        world.bend(stance, at_once=True)
    return stance


class Balance:
    """Keeps a person balanced on a board until they fall; then their joints go slack, once and for all."""

    def __init__(self, world: PersonWorld, board: str, gains: Gains, stance_rad: dict[str, float]) -> None:
        self.fallen_s: float | None = None
        self.alarm_most = 0.0
        self._world = world
        self._gains = gains
        self._board = world.model.body(board).id
        self._pelvis = world.model.body("pelvis").id
        self._chest = world.model.body("spine").id
        self._feet = [world.model.body(name).id for name in ("foot_l", "foot_r")]
        self._soles = [world.model.geom(name).id for name in ("foot_l", "foot_r")]
        self._ankles = {axis: [world.hinge(f"foot_{side}", axis) for side in "lr"] for axis in "xy"}
        self._hips = {axis: [world.hinge(f"thigh_{side}", axis) for side in "lr"] for axis in "xy"}
        self._stance = stance_rad
        self._alarm = 0.0
        self._phase = 0.0

    def act(self) -> None:
        """Sets the forces of the next step; clears those of the last one."""
        data = self._world.data
        data.qfrc_applied[:] = 0.0
        data.xfrc_applied[:] = 0.0
        if self.fallen_s is not None:
            return
        if self._lost():
            self._go_limp()
            return
        astray, speed = self._weight()
        toes, left = self._facing()
        fore, fore_mps = float(astray @ toes), float(speed @ toes)
        aside, aside_mps = float(astray @ left), float(speed @ left)
        self._push_back((fore, fore_mps), (aside, aside_mps), toes, left)
        self._right_trunk()
        self._fling(fore + 0.35 * fore_mps, aside)

    def _facing(self) -> tuple[np.ndarray, np.ndarray]:
        """Level directions ahead of the person and to their left."""
        ahead = -self._world.data.xmat[self._pelvis].reshape(3, 3)[:, 1] * (1.0, 1.0, 0.0)
        ahead /= np.linalg.norm(ahead) + 1e-9
        return ahead, np.array([-ahead[1], ahead[0], 0.0])

    def _weight(self) -> tuple[np.ndarray, np.ndarray]:
        """How far the centre of mass is from over the feet, and how fast it moves against the board."""
        data = self._world.data
        over = data.geom_xpos[self._soles].mean(axis=0)
        return data.subtree_com[self._pelvis] - over, data.cvel[self._pelvis][3:] - data.cvel[self._board][3:]

    def _lost(self) -> bool:
        data = self._world.data
        feet = data.xpos[self._feet]
        low = data.subtree_com[self._pelvis][2] - feet[:, 2].mean() < _FALLEN_BELOW_M
        away = np.linalg.norm(feet.mean(axis=0)[:2] - data.xpos[self._board][:2]) > _OFF_BOARD_M
        return bool(low or away)

    def _push_back(
        self, fore: tuple[float, float], aside: tuple[float, float], toes: np.ndarray, left: np.ndarray
    ) -> None:
        """Ankles, hips and assist against a weight (metres, metres a second) ahead and to the left."""
        data, gains = self._world.data, self._gains
        pitch = _clip(620.0 * fore[0] + 110.0 * fore[1], gains.ankle_nm)
        roll = _clip(500.0 * aside[0] + 90.0 * aside[1], 0.8 * gains.ankle_nm)
        data.qfrc_applied[self._ankles["x"]] = 0.5 * pitch
        data.qfrc_applied[self._ankles["y"]] = 0.4 * roll
        data.qfrc_applied[self._hips["x"]] = 0.25 * pitch
        data.qfrc_applied[self._hips["y"]] = 0.4 * roll
        help_n = _clip(900.0 * fore[0] + 140.0 * fore[1], gains.assist_n) * toes
        help_n = help_n + _clip(900.0 * aside[0] + 190.0 * aside[1], gains.assist_n) * left
        data.xfrc_applied[self._chest, :3] = -help_n

    def _right_trunk(self) -> None:
        data, gains = self._world.data, self._gains
        up = data.xmat[self._chest].reshape(3, 3)[:, 2]
        turn = 110.0 * cross(up, _UP) - 9.0 * data.cvel[self._chest][:3]
        data.xfrc_applied[self._chest, 3:] = np.clip(turn, -gains.upright_nm, gains.upright_nm)
        deck_up = data.xmat[self._board].reshape(3, 3)[:, 2]
        level = 60.0 * cross(deck_up, _UP)
        level -= 2.0 * data.cvel[self._board][:3] * (1.0, 1.0, 0.0)
        data.xfrc_applied[self._board, 3:] = np.clip(level, -gains.board_nm, gains.board_nm)

    def _fling(self, fore_m: float, aside_m: float) -> None:
        """Fright of falling: arms go up and circle, the trunk bows into the fall, the knees give."""
        step_s = self._world.step_s
        fright = min(1.0, max(0.0, 7.0 * (abs(fore_m) + self._gains.aside_fright * abs(aside_m)) - 0.2))
        self._alarm += (fright - self._alarm) * (
            1.0 - math.exp(-step_s / (_ALARM_RISE_S if fright > self._alarm else _ALARM_DECAY_S))
        )
        self.alarm_most = max(self.alarm_most, self._alarm)
        self._phase += 2.0 * math.pi * _WINDMILL_HZ * step_s * (1.0 if fore_m >= 0.0 else -1.0)
        bow = _clip(_BOW_RADPM * fore_m, 0.7) * self._alarm
        bent = {"spine_x": bow}
        for side, sign, late in (("l", -1.0, 0.0), ("r", 1.0, 0.8 * math.pi)):
            bent[f"upper_arm_{side}_y"] = sign * (0.95 + 0.5 * math.sin(self._phase + late)) * self._alarm
            bent[f"upper_arm_{side}_x"] = 1.1 * math.cos(self._phase + late) * self._alarm
            bent[f"shin_{side}_x"] = 0.35 * self._alarm
            bent[f"thigh_{side}_x"] = -0.22 * self._alarm
            bent[f"foot_{side}_x"] = -0.13 * self._alarm
        self._world.bend({name: self._stance.get(name, 0.0) + angle for name, angle in bent.items()})

    def _go_limp(self) -> None:
        """Falling people brace with bent limbs, but no longer stand: the springs soften."""
        self.fallen_s = self._world.time_s
        self._world.soften(_LIMP)
        self._world.bend({"upper_arm_l_x": -0.9, "upper_arm_r_x": -0.9, "spine_x": 0.3})


def _clip(value: float, most: float) -> float:
    return min(most, max(-most, value))
