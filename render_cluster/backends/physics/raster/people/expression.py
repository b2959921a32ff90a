"""The face in motion: how strongly units are drawn becomes where the points of head, eyes and teeth are."""

import zlib
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from render_cluster.backends.physics.face import UNIT_INDEX, UNITS
from render_cluster.backends.physics.raster.mesh import Mesh, smooth_normals
from render_cluster.backends.physics.raster.people.body import Anatomy

_LEAST_MOVE_M = 3e-5
_LOOK_RAD = {"look_left": 0.50, "look_right": 0.50, "look_up": 0.38, "look_down": 0.45}
_BLINK_S = 0.26
_BLINK_EVERY_S = 3.7


def strengths(units: np.ndarray, expressions: tuple[str, ...]) -> np.ndarray:
    """How strongly each baked expression is drawn (expressions,) where the units are (face.UNITS,) in 0..1.

    Lips that are closed over an open jaw are drawn by "seal"; lids that are shut follow no gaze.
    """
    level = {name: float(np.clip(units[index], 0.0, 1.0)) for name, index in UNIT_INDEX.items()}
    jaw, closed = level["jaw_open"], level["lips_closed"]
    level["seal"] = jaw * closed
    level["lips_closed"] = closed * (1.0 - 0.6 * jaw)
    awake = 1.0 - max(level["blink_l"], level["blink_r"])
    for name in ("eyes_wide", *_LOOK_RAD):
        level[name] *= awake
    return np.array([level[name] for name in expressions])


def blinking(name: str, time_s: float) -> np.ndarray:
    """The units (face.UNITS,) of a calm face at an instant: it blinks now and then, each in their own time."""
    units = np.zeros(len(UNITS), np.float32)
    seed = zlib.crc32(name.encode())
    turn = int((time_s + (seed % 1000) / 1000.0 * _BLINK_EVERY_S) // _BLINK_EVERY_S)
    wait = np.random.default_rng([seed, max(turn, 0)]).uniform(0.2, _BLINK_EVERY_S - _BLINK_S)
    since = (time_s + (seed % 1000) / 1000.0 * _BLINK_EVERY_S) - turn * _BLINK_EVERY_S - wait
    # Lids fall faster than they rise.
    share = since / _BLINK_S
    shut = min(share / 0.35, (1.0 - share) / 0.5, 1.0)
    units[UNIT_INDEX["blink_l"]] = units[UNIT_INDEX["blink_r"]] = max(0.0, shut)
    return units


@dataclass(frozen=True, slots=True)
class Mould:
    """A mesh whose first points an expression moves: `moves` (expressions, k, 3) metres."""

    mesh: Mesh
    moves: np.ndarray
    touched: np.ndarray
    expressions: tuple[str, ...]

    @staticmethod
    def of(mesh: Mesh, moves: np.ndarray, expressions: tuple[str, ...]) -> "tuple[Mould, np.ndarray]":
        """The mould of a mesh whose points move by `moves` (expressions, n, 3), and the new order (n,) of
        its points: those that move come first, so that only they are sent to the card again."""
        mobile = (np.abs(moves) > _LEAST_MOVE_M).any((0, 2))
        order = np.argsort(~mobile, kind="stable")
        count = int(mobile.sum())
        place = np.empty(len(order), int)
        place[order] = np.arange(len(order))
        faces = place[mesh.faces]
        sorted_mesh = Mesh(
            mesh.points[order], mesh.normals[order], faces, mesh.colours[order], mesh.surfaces[order]
        )
        touched = faces[(faces < count).any(1)]
        return Mould(sorted_mesh, moves[:, order[:count]], touched, expressions), order

    def shaped(self, units: np.ndarray) -> Mesh:
        """The points that can move, where these units (face.UNITS,) put them; faces are left out."""
        count = self.moves.shape[1]
        level = strengths(units, self.expressions)
        used = np.flatnonzero(level > 1e-4)
        points = self.mesh.points.astype(np.float64)
        points[:count] += np.tensordot(level[used], self.moves[used], 1)
        normals = smooth_normals(points, self.touched)[:count]
        return Mesh(
            points[:count], normals, self.touched[:0], self.mesh.colours[:count], self.mesh.surfaces[:count]
        )


@dataclass(frozen=True, slots=True)
class Gaze:
    """Both eyeballs as one mesh, each turning about its own middle; `middles` (n, 3) one a point."""

    mesh: Mesh
    middles: np.ndarray

    def shaped(self, units: np.ndarray) -> Mesh:
        """The eyeballs turned to where these units look; left is the person's own."""
        turn = {name: float(units[UNIT_INDEX[name]]) * angle for name, angle in _LOOK_RAD.items()}
        # The face looks towards -y, so its left is +x.
        yaw, pitch = turn["look_left"] - turn["look_right"], turn["look_up"] - turn["look_down"]
        cy, sy, cp, sp = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch)
        about_z = np.array([[cy, -sy, 0.0], [sy, cy, 0.0], [0.0, 0.0, 1.0]])
        about_x = np.array([[1.0, 0.0, 0.0], [0.0, cp, sp], [0.0, -sp, cp]])
        rotation = about_z @ about_x
        points = (self.mesh.points - self.middles) @ rotation.T + self.middles
        normals = self.mesh.normals @ rotation.T
        return Mesh(points, normals, self.mesh.faces[:0], self.mesh.colours, self.mesh.surfaces)


def followed(points: np.ndarray, body: Anatomy) -> np.ndarray:
    """How expressions move points (n, 3) that lie on the skin: as the skin nearest to each (expressions, n, 3)."""
    moves = body.moves["skin"]
    distance, near = cKDTree(body.skin.points).query(points, k=3)
    weight = 1.0 / (distance + 1e-4)
    weight /= weight.sum(1, keepdims=True)
    return np.einsum("enkc,nk->enc", moves[:, near], weight)
