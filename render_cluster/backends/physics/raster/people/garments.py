"""Cloth as shells of the body: cut along neck, sleeves and hems, loosened where it hangs free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.cut import cut, hemmed, smoothed
from render_cluster.backends.physics.raster.people.fields import arms, down_the_arm, smoothstep
from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.skeleton import BONE_INDEX

Field = Callable[[Hide], np.ndarray]

_HEM_THICKNESS_M = 0.010
_WAIST_Z_M = 1.015
# Cloth over other cloth lies this much farther out, so that it never shows through.
LAYER_M = 0.009


class Piece(NamedTuple):
    """Something worn, of one colour and surface."""

    hide: Hide
    srgb: Vector
    rough: float = 0.85
    metal: float = 0.0
    material: Material = Material.CLOTH


class Layer(NamedTuple):
    """Pieces and where they hide what lies under them: `covers` is positive there (metres, roughly).

    Layers of higher `level` lie farther out.
    """

    pieces: tuple[Piece, ...]
    covers: Field | None = None
    level: int = 1


@dataclass(frozen=True, slots=True)
class Shell:
    """Cloth that lies where `covers` is positive (metres, roughly) and stands `gap_m` off the stockings.

    Cloth that `hangs` from the trunk is not carried by the thighs under it, which would tear its hem.
    """

    covers: Field
    gap_m: Field
    rounds: int = 4
    hangs: bool = False

    def over(self, base: Hide) -> Hide:
        """The cloth itself."""
        piece, edges = cut(_hung(base) if self.hangs else base, self.covers(base))
        held = np.zeros(len(piece.points), bool)
        held[edges.ravel()] = True
        soft = smoothed(piece, self.rounds, held)
        gap = self.gap_m(soft)[:, None]
        # At a hem the body's own normals are even where those of cut faces are not.
        outwards = np.where(held[:, None], piece.normals, soft.normals)
        cloth = soft.moved_to(soft.points + outwards * gap)
        return hemmed(cloth, edges, soft.points + outwards * (gap - _HEM_THICKNESS_M))


class Top(NamedTuple):
    """Cloth of the trunk. `sleeve` ends 0 at the shoulder, 1 at the elbow, 2 at the wrist; an opening is
    half `open_m` wide at the neck and closes at `closes_z_m`."""

    sleeve: float = 0.62
    hem_z_m: float = 0.905
    neck_z_m: float = 1.478
    neck_v_m: float = 0.0
    gap_m: float = 0.008
    loose_m: float = 0.020
    sleeve_loose_m: float = 0.012
    open_m: float = 0.0
    closes_z_m: float = 1.12
    level: int = 2

    def shell(self) -> Shell:
        """Its cloth."""
        return Shell(self._covers, self._gap, 6, hangs=True)

    def layer(self, body: Anatomy, srgb: Vector, rough: float = 0.85, metal: float = 0.0) -> Layer:
        """It as worn."""
        return Layer(
            (Piece(self.shell().over(body.parts["tights"]), srgb, rough, metal),), self._covers, self.level
        )

    def _covers(self, hide: Hide) -> np.ndarray:
        p = hide.points
        front = smoothstep(0.02, -0.06, p[:, 1])
        dip = self.neck_v_m * np.maximum(0.0, 1.0 - np.abs(p[:, 0]) / 0.085) * front
        neck = self.neck_z_m + 0.42 * p[:, 1] + 0.9 * p[:, 0] ** 2 - dip - p[:, 2]
        hem = p[:, 2] - self.hem_z_m
        limb = smoothstep(0.2, 0.9, arms(hide))
        trunk = np.minimum(neck, hem)
        if self.open_m:
            width = self.open_m * np.clip((p[:, 2] - self.closes_z_m) / (1.46 - self.closes_z_m), 0.0, 1.0)
            trunk = np.minimum(trunk, np.where(p[:, 1] < 0.03, np.abs(p[:, 0]) - width, 0.1))
        sleeve = (self.sleeve - down_the_arm(hide)) * 0.3
        return np.minimum(
            trunk * (1 - limb) + np.maximum(trunk, 0.1) * limb, sleeve * limb + 0.1 * (1 - limb)
        )

    def _gap(self, hide: Hide) -> np.ndarray:
        on_arm = arms(hide)
        hanging = smoothstep(1.22, 0.93, hide.points[:, 2]) * (1 - on_arm)
        down = smoothstep(0.1, max(0.5, self.sleeve), down_the_arm(hide)) * on_arm
        base = self.gap_m + LAYER_M * (self.level - 1)
        return base + self.loose_m * hanging + self.sleeve_loose_m * down


class Legs(NamedTuple):
    """Cloth of both legs, from `waist_z_m` down to `hem_z_m`."""

    hem_z_m: float = 0.075
    waist_z_m: float = _WAIST_Z_M
    gap_m: float = 0.007
    loose_m: float = 0.018
    level: int = 1

    def shell(self) -> Shell:
        """Its cloth."""
        return Shell(self._covers, self._gap, 5)

    def layer(self, body: Anatomy, srgb: Vector, rough: float = 0.85, metal: float = 0.0) -> Layer:
        """It as worn."""
        return Layer(
            (Piece(self.shell().over(body.parts["tights"]), srgb, rough, metal),), self._covers, self.level
        )

    def _covers(self, hide: Hide) -> np.ndarray:
        below = np.where(arms(hide) > 0.3, -1.0, self.waist_z_m - hide.points[:, 2])
        return np.minimum(below, hide.points[:, 2] - self.hem_z_m)

    def _gap(self, hide: Hide) -> np.ndarray:
        z = hide.points[:, 2]
        waist = smoothstep(0.90, 0.98, z)
        return self.gap_m - 0.004 * waist + self.loose_m * smoothstep(0.93, min(self.hem_z_m + 0.25, 0.85), z)


class Skirt(NamedTuple):
    """Cloth that hangs round both legs from the waist to `hem_z_m`, wider by `flare_m` at the floor.

    `front` keeps only what lies in front, as an apron; `open_m` parts it there, as a coat.
    """

    hem_z_m: float = 0.52
    flare_m: float = 0.10
    waist_z_m: float = 1.06
    gap_m: float = 0.010
    open_m: float = 0.0
    front: bool = False
    folds: int = 0
    level: int = 2

    def hide(self, body: Anatomy) -> Hide:
        """Its cloth."""
        base = _carried_by_thighs(body.parts["skirt"])
        piece, edges = cut(base, self._cut(base))
        down = self.waist_z_m - piece.points[:, 2]
        around = np.arctan2(piece.points[:, 0], -piece.points[:, 1])
        wave = 0.35 * down * 0.14 * np.cos(around * self.folds) if self.folds else 0.0
        out = piece.points * (1.0, 1.0, 0.0)
        out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)
        gap = self.gap_m + LAYER_M * (self.level - 1) + self.flare_m * np.clip(down / 0.9, 0.0, 1.0) + wave
        cloth = piece.moved_to(piece.points + out * gap[:, None])
        return hemmed(cloth, edges, cloth.points - out * _HEM_THICKNESS_M)

    def layer(self, body: Anatomy, srgb: Vector, rough: float = 0.85, metal: float = 0.0) -> Layer:
        """It as worn; skin under it stays, since one can look up from below."""
        return Layer((Piece(self.hide(body), srgb, rough, metal),), None, self.level)

    def _cut(self, hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        field = np.minimum(z - self.hem_z_m, self.waist_z_m - z)
        if self.open_m:
            field = np.minimum(field, np.where(y < 0.0, np.abs(x) - self.open_m * (1.1 - z), 0.1))
        if self.front:
            field = np.minimum(field, -0.02 - y)
        return field


def strip(body: Anatomy, field: Field, gap_m: float, part: str = "tights") -> Hide:
    """A band of cloth laid on a part of the body where `field` is positive."""
    return Shell(field, lambda hide: np.full(len(hide.points), gap_m), 1).over(body.parts[part])


def without(hide: Hide, field: np.ndarray, margin_m: float = 0.03) -> Hide:
    """The skin without the faces that lie wholly under cloth, `margin_m` inside its hem."""
    return hide.only(~(field[hide.faces] > margin_m).all(1))


def belt(z_m: float = 1.0, half_m: float = 0.020) -> Field:
    """A band about the waist."""
    return lambda hide: np.where(arms(hide) > 0.3, -1.0, half_m - np.abs(hide.points[:, 2] - z_m))


def collar(height_m: float = 0.030, back_m: float = 0.0) -> Field:
    """A band about the neck; higher at the back by `back_m`, parted in front."""

    def field(hide: Hide) -> np.ndarray:
        x, y, z = hide.points.T
        line = z - (1.462 + 0.42 * y + 0.9 * x**2)
        high = height_m + back_m * smoothstep(-0.02, 0.05, y)
        ring = np.minimum(line + 0.004, high - line)
        parted = np.where(y < 0.0, np.abs(x) - 0.010 - 0.5 * np.maximum(0.02 - line, 0.0), 0.1)
        return np.where(arms(hide) > 0.3, -1.0, np.minimum(ring, parted))

    return field


def _hung(skin: Hide) -> Hide:
    weights = skin.weights.copy()
    for thigh in (BONE_INDEX["thigh_l"], BONE_INDEX["thigh_r"]):
        weights[:, BONE_INDEX["pelvis"]] += 0.8 * weights[:, thigh]
        weights[:, thigh] *= 0.2
    return Hide(skin.points, skin.normals, weights, skin.faces)


def _carried_by_thighs(base: Hide) -> Hide:
    """A skirt on pelvis and thighs: the lower, the more each side goes with its own leg."""
    x, _, z = base.points.T
    leg = 0.9 * smoothstep(1.0, 0.72, z)
    left = smoothstep(-0.16, 0.16, x)
    weights = np.zeros_like(base.weights)
    weights[:, BONE_INDEX["pelvis"]] = 1.0 - leg
    weights[:, BONE_INDEX["thigh_l"]] = leg * left
    weights[:, BONE_INDEX["thigh_r"]] = leg * (1.0 - left)
    return Hide(base.points, base.normals, weights, base.faces)
