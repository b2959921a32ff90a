"""A likeness on the head: the head takes the face's proportions and wears its picture."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy.interpolate import RBFInterpolator

from render_cluster.backends.physics.raster.mesh import Mesh, smooth_normals
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.face_marks import (
    EYES,
    LIPS,
    LOWER_LIP,
    MARKS_COUNT,
    MOUTH,
    UPPER_LIP,
    marks_of,
)
from render_cluster.backends.physics.raster.people.fields import share, smoothstep
from render_cluster.backends.physics.raster.people.picturing import Picture
from render_cluster.backends.physics.scene import Likeness

# A mesh found in one picture knows depth far less well than what lies side by side.
_DEPTH_SHARE = 0.6
_FARTHEST_M = 0.016
_ANCHOR_M, _ANCHORS_EVERY = 0.055, 6
_LIDS_REACH, _EYE_GROWTH = 1.6, (0.92, 1.10)
_NECK_M = (0.055, 0.015)
# Near the mouth the jaw tells which lip a point is of, farther off its height does.
_JAW_SHARE, _MOUTH_M = (0.25, 0.60), 0.007
# No picture of open eyes shows how lids look when they are shut.
_LIDS_OWN = 0.85


class _Shift(NamedTuple):
    """How far points of the face go (n, 3), and from where (n, 3); both metres."""

    at: np.ndarray
    by: np.ndarray


def fitted(body: Anatomy, one: Likeness) -> Anatomy:
    """The body with a head of the likeness's proportions: its eyes, teeth and stockings go where its skin goes."""
    shift = _shift(body, one)
    anchors = _anchors(body, shift.at)
    field = RBFInterpolator(
        np.concatenate([shift.at, anchors]),
        np.concatenate([shift.by, np.zeros_like(anchors)]),
        kernel="linear",
        smoothing=2e-4,
        degree=0,
    )
    chin_z = float(shift.at[:, 2].min())
    parts = {
        name: _moved(hide, field, chin_z) for name, hide in body.parts.items() if not name.startswith("eye")
    }
    for name, ring in zip(("eye_l", "eye_r"), EYES, strict=True):
        eye, rim = body.parts[name], np.array(ring)
        middle = eye.points.mean(0)
        growth = float(np.clip(_width(shift.at[rim] + shift.by[rim]) / _width(shift.at[rim]), *_EYE_GROWTH))
        to = middle + shift.by[rim].mean(0)
        parts[name] = replace(eye, points=to + (eye.points - middle) * growth)
        for covering in ("skin", "lashes"):
            parts[covering] = _kept_off(parts[covering], body.parts[covering], middle, to, growth, eye)
    return replace(body, parts=parts)


def projected(mesh: Mesh, body: Anatomy, picture: Picture) -> Mesh:
    """The body's skin with, in its surfaces, where on the picture each point is and how much shows there."""
    marks, skin = marks_of(body), body.skin
    front = np.flatnonzero(
        (share(skin, "head") > 0.5)
        & (skin.points[:, 2] > marks[:, 2].min() - 0.03)
        & (skin.points[:, 1] < marks[:, 1].max() + 0.02)
    )
    points = skin.points[front]
    opening = body.moves["skin"][body.expressions.index("jaw_open")][front]
    below = _below_mouth(points, opening, marks)[:, None]
    upper, lower = (_places(points, marks, picture.places, left_out) for left_out in (LOWER_LIP, UPPER_LIP))
    place = upper * (1.0 - below) + lower * below
    facing = smoothstep(0.02, 0.30, -skin.normals[front][:, 1])
    own = np.maximum(body.masks["inside-mouth"], _LIDS_OWN * body.masks["eyelids"])[front]
    surfaces = np.zeros((len(mesh.points), 3), np.float32)
    surfaces[front] = np.column_stack([place, picture.covers(place) * facing * (1.0 - own)])
    return replace(mesh, surfaces=surfaces)


def _shift(body: Anatomy, one: Likeness) -> _Shift:
    """From the marks of the head to those of the face, as large and turned as the head and with its mouth shut."""
    at = marks_of(body)
    across, down, deep = np.array(one.mesh, float).reshape(MARKS_COUNT, 3).T
    face = _shut(np.column_stack([across, deep, -down]))
    steady = np.setdiff1d(np.arange(MARKS_COUNT), [*LIPS, *UPPER_LIP, *LOWER_LIP])
    by = _aligned(face, at, steady) - at
    by[:, 1] *= _DEPTH_SHARE
    length = np.linalg.norm(by, axis=1, keepdims=True)
    return _Shift(at, by * np.minimum(1.0, _FARTHEST_M / np.maximum(length, 1e-9)))


def _shut(face: np.ndarray) -> np.ndarray:
    """The points with the lips brought together: each half of the way."""
    ring = len(MOUTH) // 2
    upper, lower = np.array(MOUTH[: ring - 1]), np.array(MOUTH[ring:-1])[::-1]
    across, gap = face[upper, 0], (face[upper] - face[lower])[:, 2]
    order = np.argsort(across)
    shut = face.copy()
    for lip, sign in ((UPPER_LIP, -0.5), (LOWER_LIP, 0.5)):
        own = np.array(lip)
        shut[own, 2] += sign * np.interp(face[own, 0], across[order], gap[order], left=0.0, right=0.0)
    return shut


def _aligned(face: np.ndarray, at: np.ndarray, steady: np.ndarray) -> np.ndarray:
    """The points moved, turned and scaled so that the steady ones lie as near to `at` as they can (Umeyama)."""
    source, target = face[steady], at[steady]
    from_middle, to_middle = source.mean(0), target.mean(0)
    a, b = source - from_middle, target - to_middle
    u, strengths, vt = np.linalg.svd(b.T @ a)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    turn = u @ np.diag(signs) @ vt
    scale = float(strengths @ signs / (a**2).sum())
    return (face - from_middle) @ turn.T * scale + to_middle


def _anchors(body: Anatomy, marks: np.ndarray) -> np.ndarray:
    """Points of the skin far enough from the face that nothing of it reaches them."""
    skin = body.skin.points[(share(body.skin, "head", "neck") > 0.5)][::_ANCHORS_EVERY]
    nearest = np.linalg.norm(skin[:, None] - marks[None, ::3], axis=2).min(1)
    return skin[nearest > _ANCHOR_M]


def _moved(hide: Hide, field: RBFInterpolator, chin_z: float) -> Hide:
    own = hide.points[:, 2] > chin_z - _NECK_M[0]
    if not own.any():
        return hide
    points = hide.points.copy()
    fade = smoothstep(chin_z - _NECK_M[0], chin_z - _NECK_M[1], points[own, 2])
    points[own] += field(points[own]) * fade[:, None]
    return replace(hide, points=points, normals=smooth_normals(points, hide.faces))


def _kept_off(hide: Hide, before: Hide, middle: np.ndarray, to: np.ndarray, growth: float, eye: Hide) -> Hide:
    """The skin with its lids as far off the eyeball as they were, so that they still slide over it."""
    was = np.linalg.norm(before.points - middle, axis=1)
    reach = np.ptp(eye.points[:, 2]) / 2.0 * _LIDS_REACH
    near = was < reach
    offset = hide.points[near] - to
    distance = np.maximum(np.linalg.norm(offset, axis=1), 1e-6)
    outwards = np.maximum(1.0, was[near] * growth / distance)
    points = hide.points.copy()
    points[near] = to + offset * outwards[:, None]
    return replace(hide, points=points, normals=smooth_normals(points, hide.faces))


def _places(points: np.ndarray, marks: np.ndarray, places: np.ndarray, left_out: Iterable[int]) -> np.ndarray:
    """Where on the picture points (n, 3) of the head are: (n, 2) shares of its side."""
    used = np.setdiff1d(np.arange(MARKS_COUNT), list(left_out))
    return RBFInterpolator(marks[used], places[used], kernel="linear", smoothing=1e-5, degree=1)(points)


def _below_mouth(points: np.ndarray, opening: np.ndarray, marks: np.ndarray) -> np.ndarray:
    """How surely points (n, 3), which an open jaw moves by `opening` (n, 3), belong to what is below the mouth."""
    far = np.linalg.norm(opening, axis=1)
    by_jaw = smoothstep(*_JAW_SHARE, far / max(float(far.max()), 1e-9))
    ring = marks[np.array(MOUTH)]
    up = points[:, 2] - np.interp(points[:, 0], *_level(ring))
    off = smoothstep(0.4 * _MOUTH_M, _MOUTH_M, np.abs(up))
    return by_jaw * (1.0 - off) + (up < 0.0) * off


def _level(ring: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The line between the lips, from side to side: across and up."""
    upper, lower = ring[: len(ring) // 2 - 1], ring[len(ring) // 2 : -1][::-1]
    middle = (upper + lower) / 2.0
    order = np.argsort(middle[:, 0])
    return middle[order, 0], middle[order, 2]


def _width(rim: np.ndarray) -> float:
    return float(np.ptp(rim[:, 0]))
