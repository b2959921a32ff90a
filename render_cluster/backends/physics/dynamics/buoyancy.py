"""Water's push on what floats and what falls in: Archimedes, quadratic drag, and a hull that floods."""

from collections.abc import Sequence

import numpy as np

from render_cluster.backends.physics.dynamics.person_model import part
from render_cluster.backends.physics.dynamics.person_world import GRAVITY_MPS2, PersonWorld
from render_cluster.backends.physics.dynamics.rotation import cross
from render_cluster.backends.physics.scene import Body, Wave
from render_cluster.backends.physics.skeleton import BONES
from render_cluster.backends.physics.waves import height_and_slope

WATER_KGPM3 = 1000.0
HULL_FILL = 0.62
"""Share of its bounding box that a board's hull fills."""

_HULL_CD = 1.2
_SKIN_CD = 0.02
_LIMB_CD = 1.0
# A bobbing board loses energy to the waves it makes: damping for each square metre, a sixth of critical.
_WAVE_MAKING_NSPM3 = 160.0
# Lungs keep a chest up; the rest of a body nearly floats.
_LIMB_FLOAT = {"spine": 1.4, "head": 1.1}
_LIMB_HALF_M = {"pelvis": 0.12, "spine": 0.13, "head": 0.11, "thigh": 0.08}
_LIMB_AREA_M2 = {"pelvis": 0.06, "spine": 0.12, "head": 0.03, "thigh": 0.06, "shin": 0.04, "foot": 0.02}
_ENTRY_MPS = 0.6
_SURFACE_STEPS = 4
_TREAD_NM = 70.0
_TREAD_NMS = 14.0


class _Surface:
    """Heights of the sea over moving points, looked up anew every few steps: waves are slower than steps."""

    def __init__(self, waves: Sequence[Wave]) -> None:
        self._waves = waves
        self._age = _SURFACE_STEPS
        self._height_m = np.zeros(0)

    def height_m(self, places_m: np.ndarray, time_s: float) -> np.ndarray:
        """Heights at `places_m` (n, 3), shape (n,)."""
        if self._age == _SURFACE_STEPS:
            self._age = 0
            self._height_m = height_and_slope(self._waves, places_m[:, 0], places_m[:, 1], time_s).height_m
        self._age += 1
        return self._height_m


class Hull:
    """A floating board as a grid of points, each with its share of the volume, that may fill with water."""

    def __init__(
        self, world: PersonWorld, board: Body, waves: Sequence[Wave], grid: tuple[int, int] = (5, 11)
    ) -> None:
        self._world = world
        self._surface = _Surface(waves)
        self._body = world.model.body(board.name).id
        self._thin, wide, long = (int(axis) for axis in np.argsort(board.size_m))
        across, along = np.meshgrid(
            np.linspace(-0.42, 0.42, grid[0]), np.linspace(-0.46, 0.46, grid[1]), indexing="ij"
        )
        self._points = np.zeros((across.size, 3))
        self._points[:, wide] = across.ravel() * board.size_m[wide]
        self._points[:, long] = along.ravel() * board.size_m[long]
        # The stern, at the low end of the long side, takes more water than the bow.
        self._stern = 1.0 - 0.8 * along.ravel() / 0.46
        self._thick_m = board.size_m[self._thin]
        self._volume_m3 = HULL_FILL * float(np.prod(board.size_m)) / across.size
        self._area_m2 = board.size_m[wide] * board.size_m[long] / across.size
        self._mass_kg = board.mass_kg / across.size
        self.flooded = np.zeros(across.size)
        self.under_m = 0.0

    def flood(self, share_ps: float) -> None:
        """Lets water in for one step: `share_ps` of the volume a second, the stern before the bow."""
        self.flooded = np.minimum(1.0, self.flooded + share_ps * self._world.step_s * self._stern)

    def push(self) -> None:
        """Adds the water's force and torque on the board to those of the next step."""
        data = self._world.data
        turn = data.xmat[self._body].reshape(3, 3)
        arms = self._points @ turn.T
        places = data.xpos[self._body] + arms
        surface = self._surface.height_m(places, data.time)
        self.under_m = float((surface - places[:, 2]).mean())
        deep = np.clip((surface - places[:, 2]) / self._thick_m + 0.5, 0.0, 1.0)
        spin, glide = data.cvel[self._body][:3], data.cvel[self._body][3:]
        middle = data.subtree_com[self._world.model.body_rootid[self._body]]
        speeds = glide + cross(spin, places - middle)
        forces = self._drag(speeds, turn[:, self._thin]) * deep[:, None]
        forces[:, 2] += WATER_KGPM3 * GRAVITY_MPS2 * self._volume_m3 * deep * (1.0 - self.flooded)
        data.xfrc_applied[self._body, :3] += forces.sum(axis=0)
        data.xfrc_applied[self._body, 3:] += cross(places - data.xipos[self._body], forces).sum(axis=0)

    def _drag(self, speeds: np.ndarray, up: np.ndarray) -> np.ndarray:
        """Strong across the flat side, weak along it; at most what would stop the water's share in a step."""
        through = (speeds @ up)[:, None] * up
        along = speeds - through
        half_rho_area = 0.5 * WATER_KGPM3 * self._area_m2
        drag = -half_rho_area * (
            _HULL_CD * _lengths(through)[:, None] * through + _SKIN_CD * _lengths(along)[:, None] * along
        )
        drag -= _WAVE_MAKING_NSPM3 * self._area_m2 * through + 0.12 * along
        # An explicit step must not take out more speed than there is.
        most = 0.3 * self._mass_kg * _lengths(speeds) / self._world.step_s
        size = _lengths(drag)
        return drag * np.minimum(1.0, most / np.maximum(size, 1e-9))[:, None]


def _lengths(vectors: np.ndarray) -> np.ndarray:
    return np.sqrt(np.einsum("ij,ij->i", vectors, vectors))


class Swimmer:
    """The person's parts in the water, and the splash as each goes in."""

    def __init__(self, world: PersonWorld, name: str, waves: Sequence[Wave]) -> None:
        self._world = world
        self._name = name
        self._surface = _Surface(waves)
        self._root = world.model.body("pelvis").id
        self._chest = [bone.name for bone in BONES].index("spine")
        kinds = [part(bone.name) for bone in BONES]
        self._mass_kg = world.model.body_mass[world.bones]
        self._float = np.array([_LIMB_FLOAT.get(kind, 1.0) for kind in kinds])
        self._half_m = np.array([_LIMB_HALF_M.get(kind, 0.05) for kind in kinds])
        area = np.array([_LIMB_AREA_M2.get(kind, 0.02) for kind in kinds])
        self._drag_kgpm = 0.5 * WATER_KGPM3 * _LIMB_CD * area
        self.deep = np.zeros(len(BONES))

    def push(self) -> None:
        """Adds the water's force on every part to those of the next step, and logs what went in."""
        data, bones = self._world.data, self._world.bones
        places = data.xipos[bones]
        surface = self._surface.height_m(places, data.time)
        below = surface - places[:, 2]
        deep = np.clip(below / (2.0 * self._half_m) + 0.5, 0.0, 1.0)
        # MuJoCo gives velocities about the whole person's centre of mass, not about each part's own.
        middle = data.subtree_com[self._root]
        spins = data.cvel[bones]
        speeds = spins[:, 3:] + cross(spins[:, :3], places - middle)
        rates = _lengths(speeds)
        drag = (self._drag_kgpm * rates + 2.0 * self._mass_kg) * deep
        drag = np.minimum(drag, 0.3 * self._mass_kg / self._world.step_s)
        forces = -speeds * drag[:, None]
        forces[:, 2] += self._mass_kg * GRAVITY_MPS2 * self._float * deep
        data.xfrc_applied[bones, :3] += forces
        self._tread(float(deep[self._chest]))
        for index in np.flatnonzero((self.deep < 0.5) & (deep >= 0.5) & (speeds[:, 2] < -_ENTRY_MPS)):
            speed = -float(speeds[index, 2])
            # What a part brings in is what the water takes from it: its momentum.
            self._world.impacts.feel(
                self._world.time_s,
                f"{self._name}.{BONES[index].name}",
                "water",
                float(self._mass_kg[index]) * speed,
                speed,
                places[index],
            )
        self.deep = deep

    def _tread(self, deep: float) -> None:
        """A swimmer's own work: turns the chest upright, so that the face comes out of the water."""
        data, chest = self._world.data, int(self._world.bones[self._chest])
        up = data.xmat[chest].reshape(3, 3)[:, 2]
        turn = _TREAD_NM * cross(up, np.array([0.0, 0.0, 1.0])) - _TREAD_NMS * data.cvel[chest][:3]
        data.xfrc_applied[chest, 3:] += deep * np.clip(turn, -_TREAD_NM, _TREAD_NM)
