"""Cloth as shells of the body: cut along neck, sleeves and hems, loosened where it hangs free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import sheet_faces, smooth_normals
from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide, joined
from render_cluster.backends.physics.raster.people.cut import cut, halved, hemmed, smoothed
from render_cluster.backends.physics.raster.people.fields import arms, down_the_arm, smoothstep
from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.skeleton import BONE_INDEX

Field = Callable[[Hide], np.ndarray]

_HEM_THICKNESS_M = 0.010
_WAIST_Z_M = 1.015
# Cloth over other cloth lies this much farther out, so that it never shows through.
LAYER_M = 0.009
_FOLD_SHARE = 0.28
# A strip is cut from those faces alone that have a corner this near to it.
_STRIP_NEAR_M = 0.10
_SEEN_FROM_BELOW_M = 0.10
_HEM_HIGHEST_Z_M = 1.1
_HANGS_BELOW_Z_M = 0.95


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
        # A body curves in below its hems; cloth there still hangs straight down.
        near = held | (self.hangs & (piece.points[:, 2] < _HANGS_BELOW_Z_M))
        low = (near & (piece.points[:, 2] < _HEM_HIGHEST_Z_M) & (arms(piece) < 0.3))[:, None]
        outwards = np.where(low, normalized(outwards * (1.0, 1.0, 0.0) + 1e-9), outwards)
        gap = (
            gap
            + _FOLD_SHARE * np.clip(gap - 0.012, 0.0, 0.012) * _folds(soft.points)[:, None] * ~held[:, None]
        )
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
        # The stockings end at the neck, and no cloth reaches beyond them.
        fitting = self._replace(neck_z_m=min(self.neck_z_m, body.collar_z_m))
        cloth = fitting.shell().over(body.parts["tights"])
        return Layer((Piece(cloth, srgb, rough, metal),), fitting._covers, self.level)

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
        along_arm = down_the_arm(hide)
        cuff = 1.0 - 0.85 * smoothstep(1.55, 1.9, along_arm)
        down = smoothstep(0.1, 0.5 + 0.4 * min(self.sleeve, 1.0), along_arm) * on_arm * cuff
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
        hemline = hemmed(cloth, edges, cloth.points - out * 0.4 * _HEM_THICKNESS_M)
        inside = Hide(
            cloth.points - out * 0.4 * _HEM_THICKNESS_M, -cloth.normals, cloth.weights, cloth.faces[:, ::-1]
        )
        return joined([hemline, inside])

    def layer(self, body: Anatomy, srgb: Vector, rough: float = 0.85, metal: float = 0.0) -> Layer:
        """It as worn; a closed one hides the thighs, which would come through it in a stride."""
        closed = not (self.open_m or self.front)
        return Layer(
            (Piece(self.hide(body), srgb, rough, metal),), self._covers if closed else None, self.level
        )

    def _covers(self, hide: Hide) -> np.ndarray:
        z = hide.points[:, 2]
        under = np.minimum(z - self.hem_z_m - _SEEN_FROM_BELOW_M, self.waist_z_m - 0.02 - z)
        return np.where(arms(hide) > 0.3, -1.0, under)

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
    base = body.parts[part]
    near = base.only((field(base)[base.faces] > -_STRIP_NEAR_M).any(1))
    return Shell(field, lambda hide: np.full(len(hide.points), gap_m), 1).over(halved(near))


def without(hide: Hide, field: np.ndarray, margin_m: float = 0.03) -> Hide:
    """The skin without the faces that lie wholly under cloth, `margin_m` inside its hem."""
    return hide.only(~(field[hide.faces] > margin_m).all(1))


def belt(z_m: float = 1.0, half_m: float = 0.020) -> Field:
    """A band about the waist."""
    return lambda hide: np.where(arms(hide) > 0.3, -1.0, half_m - np.abs(hide.points[:, 2] - z_m))


class Collar(NamedTuple):
    """A band about the neck, `height_m` high and `back_m` higher behind, that leans out by `flare_m`.

    It is parted in front by `parted_rad` to either side; `fold_m` turns its upper edge down again.
    """

    height_m: float = 0.026
    gap_m: float = 0.016
    flare_m: float = 0.004
    back_m: float = 0.008
    parted_rad: float = 0.22
    fold_m: float = 0.030

    def hide(self, body: Anatomy) -> Hide:
        """Its cloth."""
        wide, deep, middle_y = _neck(body)
        count = 40
        angle = np.linspace(self.parted_rad, 2 * np.pi - self.parted_rad, count)
        behind = 0.5 - 0.5 * np.cos(angle)
        steps = [(0.0, 0.0), (0.5, 0.3), (1.0, 1.0)]
        rows = [(share_up, lean * self.flare_m) for share_up, lean in steps]
        tall = self.height_m + self.back_m * behind
        rings = [_neck_ring(angle, wide, deep, middle_y, self.gap_m + out, tall * up) for up, out in rows]
        if self.fold_m:
            for share_down, out in ((0.15, 0.006), (1.0, 0.014)):
                rings.append(
                    _neck_ring(
                        angle,
                        wide,
                        deep,
                        middle_y,
                        self.gap_m + self.flare_m + out,
                        tall - self.fold_m * share_down * (1.0 - 0.25 * behind),
                    )
                )
        points = np.array(rings).reshape(-1, 3)
        faces = sheet_faces(len(rings), count)
        both = np.concatenate([faces, faces[:, ::-1] + len(points)])
        normals = smooth_normals(points, faces)
        weights = np.zeros((2 * len(points), len(body.skin.weights[0])))
        weights[:, BONE_INDEX["spine"]] = 1.0
        return Hide(np.concatenate([points, points]), np.concatenate([normals, -normals]), weights, both)


def _neck(body: Anatomy) -> tuple[float, float, float]:
    """Half width, half depth and middle of the foot of the neck; metres."""
    points = body.parts["tights"].points
    line = points[:, 2] - (1.462 + 0.42 * points[:, 1] + 0.9 * points[:, 0] ** 2)
    ring = points[(np.abs(line) < 0.012) & (np.abs(points[:, 0]) < 0.11)]
    low, high = ring.min(0), ring.max(0)
    return float(high[0] - low[0]) / 2.0, float(high[1] - low[1]) / 2.0, float(high[1] + low[1]) / 2.0


def _neck_ring(
    angle: np.ndarray, wide: float, deep: float, middle_y: float, out_m: float, up_m: np.ndarray
) -> np.ndarray:
    x = np.sin(angle) * (wide + out_m)
    y = middle_y - np.cos(angle) * (deep + out_m)
    return np.stack([x, y, 1.447 + 0.42 * y + 0.9 * x**2 + up_m], 1)


def _folds(points: np.ndarray) -> np.ndarray:
    """Folds of loose cloth (n,), about -1..1: waves that run slantwise, bent by other waves."""
    x, y, z = points.T
    bent = 0.03 * np.sin(17.0 * z + 9.0 * x) + 0.02 * np.sin(31.0 * x - 11.0 * y)
    return 0.6 * np.sin(62.0 * (z + bent) + 30.0 * x) + 0.4 * np.sin(85.0 * (x + y + bent) + 20.0 * z)


def _hung(skin: Hide) -> Hide:
    weights = skin.weights.copy()
    for thigh in (BONE_INDEX["thigh_l"], BONE_INDEX["thigh_r"]):
        weights[:, BONE_INDEX["pelvis"]] += 0.8 * weights[:, thigh]
        weights[:, thigh] *= 0.2
    return Hide(skin.points, skin.normals, weights, skin.faces)


def _carried_by_thighs(base: Hide) -> Hide:
    """A skirt on pelvis and thighs: the lower, the more each side goes with its own leg."""
    x, _, z = base.points.T
    leg = 0.97 * smoothstep(1.0, 0.82, z)
    left = smoothstep(-0.11, 0.11, x)
    weights = np.zeros_like(base.weights)
    weights[:, BONE_INDEX["pelvis"]] = 1.0 - leg
    weights[:, BONE_INDEX["thigh_l"]] = leg * left
    weights[:, BONE_INDEX["thigh_r"]] = leg * (1.0 - left)
    return Hide(base.points, base.normals, weights, base.faces)
