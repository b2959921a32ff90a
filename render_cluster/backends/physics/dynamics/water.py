"""Water's push on all that is in it: Archimedes and drag on cells of every body and bone, and their splashes."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import mujoco
import numpy as np

from render_cluster.backends.physics.dynamics.rotation import cross, quaternion_matrix
from render_cluster.backends.physics.scene import Vector, Wave
from render_cluster.backends.physics.waves import height_and_slope

WATER_KGPM3 = 1000.0
DENSITY_KGPM3: dict[str, float] = {
    "metal": 7800.0, "hard_steel": 7800.0, "stone": 2500.0, "glass": 2500.0, "ceramic": 2300.0,
    "concrete": 2300.0, "flesh": 985.0, "fur": 960.0, "rubber": 1100.0,
}  # fmt: skip
"""Of solid matter that does not float on its own; what is not named here fills its whole shape."""

DRAG_OF_A_BALL = 0.47
_DRAG_CD = {mujoco.mjtGeom.mjGEOM_SPHERE: DRAG_OF_A_BALL, mujoco.mjtGeom.mjGEOM_ELLIPSOID: 0.5}
_BLUFF_CD = 1.05
# A bobbing thing loses energy to the waves it makes: damping for each square metre at the surface.
_WAVE_MAKING_NSPM3 = 500.0
# Water clings: a slow thing comes to rest.
_CLING_PS = 0.25
_HULL_FILL = 0.62
_CELLS_ALONG_MAX = 7
_ENTRY_MPS = 0.6
_ENTERED = 0.2
_SURFACE_STEPS = 4


class _Cells(NamedTuple):
    """Small parts of bodies: `body` (n,), centre in its frame (n, 3), volume, areas across its axes (n, 3)."""

    body: np.ndarray
    place_m: np.ndarray
    half_m: np.ndarray
    volume_m3: np.ndarray
    drag_m2: np.ndarray
    mass_kg: np.ndarray


class Basin(Protocol):
    """What the water asks of the world that it is in."""

    model: mujoco.MjModel
    data: mujoco.MjData
    step_s: float
    gravity_mps2: float

    def owner_of_body(self, body: int) -> str:
        """Name by which contacts speak of a body."""

    def feel(self, a: str, b: str, impulse_ns: float, speed_mps: float, place_m: np.ndarray) -> None:
        """Logs an impulse between two things in this step."""


class Water:
    """The water of a scene, that all given bodies swim in."""

    def __init__(
        self, model: mujoco.MjModel, bodies: dict[int, str], floats: dict[int, Vector], waves: Sequence[Wave]
    ) -> None:
        """`bodies`: material of each body by its index; those in `floats` are hulls of that extent."""
        self._waves = waves
        parts = [_cells_of(model, body, material, floats.get(body)) for body, material in bodies.items()]
        self._cells = _Cells(*(np.concatenate(column) for column in zip(*parts, strict=True)))
        self._indices = np.array(list(bodies))
        self._slot = np.searchsorted(self._indices, self._cells.body)
        self._volumes = np.bincount(self._slot, self._cells.volume_m3, len(self._indices))
        self._flooded = np.zeros(len(self._cells.body))
        self._deep = np.zeros(len(self._indices))
        self._age = _SURFACE_STEPS
        self._height_m = np.zeros(0)
        self.work_j = 0.0

    def flood(self, body: int, share: float) -> None:
        """Lets water into `share` more of each cell of a body."""
        own = self._cells.body == body
        self._flooded[own] = np.minimum(1.0, self._flooded[own] + share)

    def under(self, body: int) -> float:
        """Share of a body that is under water, 0..1."""
        return float(self._deep[np.searchsorted(self._indices, body)])

    def height_m(self, x_m: float, y_m: float, time_s: float) -> float:
        """Height of the surface over a place."""
        return float(height_and_slope(self._waves, np.array([x_m]), np.array([y_m]), time_s).height_m[0])

    def push(self, world: Basin) -> None:
        """Adds the water's force and torque on every body to those of the next step."""
        model, data, cells = world.model, world.data, self._cells
        turns = data.xmat[self._indices].reshape(-1, 3, 3)[self._slot]
        arms = np.einsum("nij,nj->ni", turns, cells.place_m)
        places = data.xpos[cells.body] + arms
        tall = np.einsum("nj,nj->n", np.abs(turns[:, 2]), cells.half_m)
        below = self._surface(places, data.time) - places[:, 2]
        deep = np.clip(below / (2.0 * tall) + 0.5, 0.0, 1.0)
        speeds = _speeds(model, data, cells.body, places)
        forces = self._drag(turns, speeds, deep, world.step_s)
        forces[:, 2] += WATER_KGPM3 * world.gravity_mps2 * cells.volume_m3 * deep * (1.0 - self._flooded)
        levers = cross(places - data.xipos[cells.body], forces)
        for axis in range(3):
            data.xfrc_applied[self._indices, axis] += np.bincount(
                self._slot, forces[:, axis], len(self._indices)
            )
            data.xfrc_applied[self._indices, 3 + axis] += np.bincount(
                self._slot, levers[:, axis], len(self._indices)
            )
        self.work_j += world.step_s * float(np.einsum("ij,ij->", forces, speeds))
        self._see_entries(world, deep, speeds)

    def _surface(self, places_m: np.ndarray, time_s: float) -> np.ndarray:
        """Heights over the cells, looked up anew every few steps: waves are slower than steps."""
        if self._age == _SURFACE_STEPS:
            self._age = 0
            self._height_m = height_and_slope(self._waves, places_m[:, 0], places_m[:, 1], time_s).height_m
        self._age += 1
        return self._height_m

    def _drag(self, turns: np.ndarray, speeds: np.ndarray, deep: np.ndarray, step_s: float) -> np.ndarray:
        """Quadratic drag with each axis's own area, and the loss to waves at the surface."""
        cells = self._cells
        own = np.einsum("nji,nj->ni", turns, speeds)
        size = np.sqrt(np.einsum("ij,ij->i", speeds, speeds))
        rate = 0.5 * WATER_KGPM3 * cells.drag_m2 * (size * deep)[:, None]
        surface = 4.0 * deep * (1.0 - deep)
        rate += (_WAVE_MAKING_NSPM3 * surface)[:, None] * cells.drag_m2
        rate += (_CLING_PS * surface * cells.mass_kg)[:, None]
        # An explicit step must not take out more speed than there is.
        rate = np.minimum(rate, 0.3 * cells.mass_kg[:, None] / step_s)
        return -np.einsum("nij,nj->ni", turns, rate * own)

    def _see_entries(self, world: Basin, deep: np.ndarray, speeds: np.ndarray) -> None:
        """Logs each body that goes under: what it brings in is what the water takes, its momentum."""
        count = len(self._indices)
        share = np.bincount(self._slot, deep * self._cells.volume_m3, count) / self._volumes
        entered = (self._deep < _ENTERED) & (share >= _ENTERED)
        if entered.any():
            falling = -np.bincount(self._slot, speeds[:, 2] * self._cells.volume_m3, count) / self._volumes
            for slot in np.flatnonzero(entered & (falling > _ENTRY_MPS)):
                body, speed = int(self._indices[slot]), float(falling[slot])
                momentum = float(world.model.body_mass[body]) * speed
                world.feel(world.owner_of_body(body), "water", momentum, speed, world.data.xipos[body])
        self._deep = share


def _speeds(model: mujoco.MjModel, data: mujoco.MjData, bodies: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Velocity of a body's matter at each place; MuJoCo keeps them about the root's centre of mass."""
    spins = data.cvel[bodies]
    middle = data.subtree_com[model.body_rootid[bodies]]
    return spins[:, 3:] + cross(spins[:, :3], places - middle)


def _cells_of(model: mujoco.MjModel, body: int, material: str, hull_m: Vector | None) -> _Cells:
    """Cuts a body's geoms into cells; a sunken material takes only the room of its own matter.

    What is built to float keeps the water out of all that its planks enclose.
    """
    geoms = range(model.body_geomadr[body], model.body_geomadr[body] + model.body_geomnum[body])
    mass = float(model.body_mass[body])
    if hull_m is not None and len(geoms) > 1:
        half = np.array(hull_m) / 2.0
        cells = _cells_of_box(body, half, np.eye(3), np.zeros(3), mujoco.mjtGeom.mjGEOM_BOX)
        volume = _HULL_FILL * float(cells.volume_m3.sum())
    else:
        cut = [_cells_of_geom(model, geom, body) for geom in geoms]
        cells = _Cells(*(np.concatenate(column) for column in zip(*cut, strict=True)))
        volume = float(cells.volume_m3.sum())
        if hull_m is None and material in DENSITY_KGPM3:
            volume = min(volume, mass / DENSITY_KGPM3[material])
    share = cells.volume_m3 / cells.volume_m3.sum()
    return cells._replace(volume_m3=volume * share, mass_kg=mass * share)


def _cells_of_geom(model: mujoco.MjModel, geom: int, body: int) -> _Cells:
    kind, size = mujoco.mjtGeom(model.geom_type[geom]), model.geom_size[geom]
    turn = quaternion_matrix(model.geom_quat[geom])
    return _cells_of_box(body, _half_extent(kind, size), turn, model.geom_pos[geom], kind)


def _cells_of_box(
    body: int, half: np.ndarray, turn: np.ndarray, place_m: np.ndarray, kind: mujoco.mjtGeom
) -> _Cells:
    if kind == mujoco.mjtGeom.mjGEOM_BOX:
        counts = [int(np.clip(round(2.5 * h / max(half.min(), 1e-3)), 1, _CELLS_ALONG_MAX)) for h in half]
        while np.prod(counts) > 4 * _CELLS_ALONG_MAX**2 // 3:
            counts[int(np.argmax(counts))] -= 1
    else:
        counts = [1, 1, 1 if kind in _DRAG_CD else 3]
    axes = [(np.arange(n) + 0.5) / n * 2.0 - 1.0 for n in counts]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3) * half
    count = len(grid)
    cell_half = np.abs(turn) @ (half / counts)
    across = np.array([half[1] * half[2], half[0] * half[2], half[0] * half[1]]) * 4.0
    roundness = np.pi / 4.0 if kind in _DRAG_CD else 1.0
    drag = np.abs(turn) @ (across * roundness) * _DRAG_CD.get(kind, _BLUFF_CD) / count
    volume = _volume_m3(kind, half)
    return _Cells(
        np.full(count, body),
        place_m + grid @ turn.T,
        np.tile(cell_half, (count, 1)),
        np.full(count, volume / count),
        np.tile(drag, (count, 1)),
        np.zeros(count),
    )


def _half_extent(kind: mujoco.mjtGeom, size: np.ndarray) -> np.ndarray:
    if kind == mujoco.mjtGeom.mjGEOM_SPHERE:
        return np.full(3, size[0])
    if kind == mujoco.mjtGeom.mjGEOM_CAPSULE:
        return np.array([size[0], size[0], size[0] + size[1]])
    if kind == mujoco.mjtGeom.mjGEOM_CYLINDER:
        return np.array([size[0], size[0], size[1]])
    return np.array(size, float)


def _volume_m3(kind: mujoco.mjtGeom, half: np.ndarray) -> float:
    full = float(np.prod(2.0 * half))
    if kind == mujoco.mjtGeom.mjGEOM_BOX:
        return full
    if kind == mujoco.mjtGeom.mjGEOM_CYLINDER:
        return full * np.pi / 4.0
    if kind == mujoco.mjtGeom.mjGEOM_CAPSULE:
        return float(np.pi * half[0] ** 2 * (2.0 * half[2] - 2.0 / 3.0 * half[0]))
    return full * np.pi / 6.0
