"""Hair that hangs about a head as one body, from the widest of the skull down: what locks are laid on."""

import numpy as np
from scipy.ndimage import gaussian_filter

from render_cluster.backends.physics.raster.mesh import sheet_faces, smooth_normals
from render_cluster.backends.physics.raster.people.body import Hide
from render_cluster.backends.physics.raster.people.fields import smoothstep
from render_cluster.backends.physics.raster.people.locks import hung

ENDS_M = {"bob": -0.090, "shoulder": -0.185, "long": -0.30}
"""How far above the eyes (below, where negative) hair that hangs ends, by style; metres."""

_COLUMNS, _ROWS = 72, 26
# The face is free for this much to either side of straight ahead.
_FREE_RAD = 0.92
_TOP_M, _EARS_M = 0.100, -0.030
_AXIS_Y_M = -0.012
_THICK_M, _OVER_M, _TUCKED_M = 0.014, 0.005, 0.020


def curtain(skull: Hide, eye_z_m: float, ends_m: float, rng: np.random.Generator) -> Hide:
    """A sheet with a thickness round the back and the sides of a skull, down to `ends_m` from the eyes.

    It hangs straight from wherever the skull, its ears with it, is widest; at its foot it turns in a little.
    """
    around = np.linspace(-np.pi + _FREE_RAD, np.pi - _FREE_RAD, _COLUMNS)
    ragged = gaussian_filter(rng.normal(0.0, 1.0, _COLUMNS), 1.2) * 0.012
    fall = np.linspace(0.0, 1.0, _ROWS)[:, None]
    heights = _TOP_M + (ends_m + ragged[None, :] - _TOP_M) * fall
    radius = _hanging(skull, eye_z_m, around, heights)
    # Under the cap the sheet begins inside of it, and at its foot it turns in.
    radius += _OVER_M - 0.016 * smoothstep(0.055, _TOP_M, heights)
    radius -= _TUCKED_M * smoothstep(0.72, 1.0, fall)
    # The edges beside the face lie close to it.
    radius -= 0.010 * smoothstep(0.80, 1.0, np.abs(around) / around[-1])
    thin = np.minimum(1.0, 4.0 * (1.0 - fall) + 0.2) * _THICK_M
    outer, inner = (_ring(around, heights, one, eye_z_m) for one in (radius, radius - thin))
    return _shell(outer, inner)


def _hanging(skull: Hide, eye_z_m: float, around: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """How far from the upright axis hair is that hangs from a skull: (rows, columns), metres."""
    x, y, up = skull.points[:, 0], skull.points[:, 1] - _AXIS_Y_M, skull.points[:, 2] - eye_z_m
    reach, angle = np.hypot(x, y), np.arctan2(x, y)
    widest = np.zeros_like(heights)
    for column, direction in enumerate(around):
        off = np.abs(np.angle(np.exp(1j * (angle - direction))))
        for row, height in enumerate(heights[:, column]):
            near = (off < 0.16) & (up > max(height, _EARS_M) - 0.012)
            widest[row, column] = reach[near].max(initial=0.07)
    return gaussian_filter(widest, (1.2, 2.0), mode="nearest")


def _ring(around: np.ndarray, heights: np.ndarray, radius: np.ndarray, eye_z_m: float) -> np.ndarray:
    return np.stack(
        [radius * np.sin(around), _AXIS_Y_M + radius * np.cos(around), eye_z_m + heights], axis=-1
    )


def _shell(outer: np.ndarray, inner: np.ndarray) -> Hide:
    """Both sides of a sheet (rows, columns, 3), joined where they are bare to see."""
    grid = np.concatenate([outer, inner[::-1]], axis=0)
    # The first and last columns close on themselves: pinched edges leave nothing to look into.
    middle = (outer + inner) / 2.0
    for column in (0, -1):
        grid[:, column] = np.concatenate([middle[:, column], middle[::-1, column]])
    faces = sheet_faces(*grid.shape[:2])
    points = grid.reshape(-1, 3)
    normals = smooth_normals(points, faces)
    ahead = points[: outer[..., 0].size] - points[: outer[..., 0].size].mean(0)
    if (normals[: len(ahead), :2] * ahead[:, :2]).sum() < 0.0:
        faces = faces[:, ::-1]
        normals = smooth_normals(points, faces)
    return Hide(points, normals, hung(points), faces)
