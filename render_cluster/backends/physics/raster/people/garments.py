"""Clothes: shells of the body, cut at neck, sleeves and hems, loosened where cloth hangs free."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.spatial import ConvexHull

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import smooth_normals
from render_cluster.backends.physics.raster.people.body import Hide
from render_cluster.backends.physics.raster.people.cut import cut, hemmed, smoothed
from render_cluster.backends.physics.raster.people.fields import along, share, smoothstep
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

_HEM_THICKNESS_M = 0.006
_SOLE_M = 0.026


@dataclass(frozen=True, slots=True)
class Garment:
    """`covers` is positive (metres, roughly) where it lies; `gap_m` is how far it stands off the skin.

    Cloth that `hangs` from the trunk is not carried by the thighs under it, which would tear its hem.
    """

    covers: Callable[[Hide], np.ndarray]
    gap_m: Callable[[Hide], np.ndarray]
    smoothing_rounds: int = 4
    hangs: bool = False

    def shell(self, skin: Hide) -> Hide:
        """The cloth itself."""
        carried = _hung(skin) if self.hangs else skin
        piece, edges = cut(carried, self.covers(skin))
        soft = smoothed(piece, self.smoothing_rounds, _at(edges, len(piece.points)))
        gap = self.gap_m(soft)[:, None]
        cloth = soft.moved_to(soft.points + soft.normals * gap)
        inner = soft.points + soft.normals * (gap - _HEM_THICKNESS_M - 0.004)
        return hemmed(cloth, edges, inner)


def t_shirt() -> Garment:
    """Round neck, sleeves to above the elbow, hem below the waist."""

    def covers(hide: Hide) -> np.ndarray:
        p = hide.points
        neck = 1.478 + 0.42 * p[:, 1] + 0.9 * p[:, 0] ** 2 - p[:, 2]
        arm = share(hide, "upper_arm", "forearm")
        sleeve = (0.66 - along(hide, "upper_arm")) * 0.3
        hem = p[:, 2] - 0.905
        limb = smoothstep(0.2, 0.9, arm)
        return np.minimum(np.minimum(neck, hem), sleeve * limb + 0.1 * (1 - limb))

    def gap_m(hide: Hide) -> np.ndarray:
        loose = smoothstep(1.20, 0.93, hide.points[:, 2]) * (1 - share(hide, "upper_arm", "forearm"))
        sleeve = share(hide, "upper_arm") * smoothstep(0.15, 0.6, along(hide, "upper_arm"))
        return 0.010 + 0.022 * loose + 0.012 * sleeve

    return Garment(covers, gap_m, 8, hangs=True)


def _hung(skin: Hide) -> Hide:
    weights = skin.weights.copy()
    for thigh in (BONE_INDEX["thigh_l"], BONE_INDEX["thigh_r"]):
        weights[:, BONE_INDEX["pelvis"]] += weights[:, thigh]
        weights[:, thigh] = 0.0
    return Hide(skin.points, skin.normals, weights, skin.faces)


def trousers() -> Garment:
    """Straight legs to the ankle."""

    def covers(hide: Hide) -> np.ndarray:
        return np.minimum(_below_waist(hide), hide.points[:, 2] - 0.085)

    def gap_m(hide: Hide) -> np.ndarray:
        return (
            -0.004 * smoothstep(0.89, 0.96, hide.points[:, 2])
            + 0.003
            + 0.018 * smoothstep(0.75, 0.1, hide.points[:, 2])
        )

    return Garment(covers, gap_m, 8)


def shorts() -> Garment:
    """Wide legs to above the knee."""

    def covers(hide: Hide) -> np.ndarray:
        return np.minimum(_below_waist(hide), hide.points[:, 2] - 0.575)

    def gap_m(hide: Hide) -> np.ndarray:
        return (
            -0.004 * smoothstep(0.89, 0.96, hide.points[:, 2])
            + 0.003
            + 0.032 * smoothstep(0.92, 0.58, hide.points[:, 2])
        )

    return Garment(covers, gap_m, 10)


def _below_waist(hide: Hide) -> np.ndarray:
    """Positive below the belt; never on the hands, which hang as low."""
    return np.where(share(hide, "upper_arm", "forearm") > 0.3, -1.0, 1.000 - hide.points[:, 2])


def bare_below(skin: Hide, garments: list[Garment], margin_m: float = 0.03) -> Hide:
    """The skin without the faces that cloth hides wholly."""
    hidden = np.zeros(len(skin.faces), bool)
    for garment in garments:
        hidden |= (garment.covers(skin)[skin.faces] > margin_m).all(1)
    return skin.only(~hidden)


def shoes(skin: Hide) -> tuple[list[Hide], list[Hide]]:
    """Uppers and soles of both feet: the hull of a foot is the shape of a shoe."""
    uppers, soles = [], []
    for side, sign in (("l", 1.0), ("r", -1.0)):
        foot = skin.points[(skin.points[:, 2] < 0.100) & (skin.points[:, 0] * sign > 0)]
        middle = foot.mean(0)
        grown = middle + (foot - middle) * (1.10, 1.05, 1.0) + (0, 0, 0.012)
        uppers.append(_hull(grown, f"foot_{side}"))
        low = grown[grown[:, 2] < 0.05]
        rim = low[ConvexHull(low[:, :2]).vertices]
        spread = middle + (rim - middle) * (1.05, 1.02, 1.0)
        layers = [np.column_stack([spread[:, :2], np.full(len(spread), z)]) for z in (0.0, _SOLE_M)]
        soles.append(_hull(np.concatenate(layers), f"foot_{side}", round_m=0.0))
    return uppers, soles


def barefoot_or_shod_skin(skin: Hide, shod: bool) -> Hide:
    """The skin without feet where shoes hide them."""
    if not shod:
        return skin
    return skin.only(~(skin.points[skin.faces, 2] < 0.085).all(1))


def _hull(points: np.ndarray, bone: str, round_m: float = 0.004) -> Hide:
    hull = ConvexHull(points)
    used, faces = np.unique(hull.simplices, return_inverse=True)
    faces = faces.reshape(-1, 3)
    corners = points[used]
    centre = corners.mean(0)
    a, b, c = (corners[faces[:, i]] for i in range(3))
    inward = (np.cross(b - a, c - a) * (a - centre)).sum(1) < 0
    faces[inward] = faces[inward][:, ::-1]
    normals = smooth_normals(corners, faces)
    weights = np.zeros((len(corners), len(BONES)))
    weights[:, BONE_INDEX[bone]] = 1.0
    return Hide(corners + normals * round_m, normalized(normals), weights, faces)


def _at(edges: np.ndarray, count: int) -> np.ndarray:
    held = np.zeros(count, bool)
    held[edges.ravel()] = True
    return held
