"""What is worn on the feet: shoes, boots, sandals."""

import numpy as np
from scipy.spatial import ConvexHull

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.mesh import smooth_normals
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.fields import smoothstep
from render_cluster.backends.physics.raster.people.garments import Field, Layer, Piece, Shell, strip
from render_cluster.backends.physics.scene import Vector
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

_SOLE: Vector = (0.93, 0.93, 0.91)
_LEATHER_SOLE: Vector = (0.10, 0.08, 0.07)
_SOLE_M = 0.026
_ANKLE_Z_M = 0.100
_SIDES = (("l", 1.0), ("r", -1.0))


def shoes(body: Anatomy, srgb: Vector, dressy: bool = False) -> Layer:
    """Low shoes: the hull of a foot is the shape of one; trainers have light soles, dress shoes dark ones."""
    uppers, soles = [], []
    for side, sign in _SIDES:
        foot = _foot(body, sign)
        middle = foot.mean(0)
        wide = (1.04, 1.05, 0.96) if dressy else (1.10, 1.05, 1.0)
        grown = middle + (foot - middle) * wide + (0, 0, 0.012)
        uppers.append(_hull(grown, f"foot_{side}"))
        soles.append(_sole(grown, middle, f"foot_{side}", 0.014 if dressy else _SOLE_M))
    rough = 0.32 if dressy else 0.6
    pieces = [Piece(upper, srgb, rough) for upper in uppers]
    pieces += [Piece(sole, _LEATHER_SOLE if dressy else _SOLE, 0.7) for sole in soles]
    return Layer(tuple(pieces), _below(0.085), 1)


def boots(
    body: Anatomy, srgb: Vector, shaft_z_m: float = 0.30, rough: float = 0.5, metal: float = 0.0
) -> Layer:
    """Shoes with a shaft up the shin."""
    low = shoes(body, srgb)
    shaft = Shell(
        lambda hide: np.minimum(hide.points[:, 2] - 0.055, shaft_z_m - hide.points[:, 2]),
        lambda hide: 0.018 + 0.012 * smoothstep(0.10, 0.22, hide.points[:, 2]),
        3,
    )
    pieces = [Piece(piece.hide, piece.srgb, rough, metal) for piece in low.pieces[:2]]
    pieces += [Piece(piece.hide, _LEATHER_SOLE, 0.8) for piece in low.pieces[2:]]
    pieces.append(Piece(shaft.over(body.parts["tights"]), srgb, rough, metal))
    return Layer(tuple(pieces), _below(shaft_z_m - 0.005), 3)


def sandals(body: Anatomy, srgb: Vector) -> Layer:
    """Soles with two straps over bare feet."""
    soles = [
        _sole(_foot(body, sign), _foot(body, sign).mean(0), f"foot_{side}", 0.016) for side, sign in _SIDES
    ]

    def straps(hide: Hide) -> np.ndarray:
        _, y, z = hide.points.T
        toes = 0.013 - np.abs(y + 0.115)
        ankle = np.minimum(0.010 - np.abs(z - 0.075), y + 0.06)
        return np.where(z < 0.12, np.maximum(toes, ankle), -1.0)

    bands = strip(body, straps, 0.008)
    return Layer((*(Piece(sole, srgb, 0.8) for sole in soles), Piece(bands, srgb, 0.7)), None, 1)


def _foot(body: Anatomy, sign: float) -> np.ndarray:
    points = body.skin.points
    return points[(points[:, 2] < _ANKLE_Z_M) & (points[:, 0] * sign > 0)]


def _below(z_m: float) -> Field:
    def field(hide: Hide) -> np.ndarray:
        # The margin that hides skin is 3 cm; a shoe holds its foot closely, up to its rim.
        return 4.0 * (z_m - hide.points[:, 2])

    return field


def _sole(foot: np.ndarray, middle: np.ndarray, bone: str, thick_m: float) -> Hide:
    low = foot[foot[:, 2] < 0.05]
    rim = low[ConvexHull(low[:, :2]).vertices]
    spread = middle + (rim - middle) * (1.05, 1.02, 1.0)
    layers = [np.column_stack([spread[:, :2], np.full(len(spread), z)]) for z in (0.0, thick_m)]
    return _hull(np.concatenate(layers), bone, round_m=0.0)


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
