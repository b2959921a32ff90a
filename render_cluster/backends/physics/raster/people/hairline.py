"""Where hair begins on a head: an arch over the brow, down before the ears, low in the neck."""

import numpy as np

from render_cluster.backends.physics.raster.people.fields import smoothstep
from render_cluster.backends.physics.scene import Person

_TEMPLE_M, _SIDEBURN_M, _BEFORE_EAR_M = 0.077, -0.022, -0.045
_NAPE_M, _CLOUD_NAPE_M = -0.080, {"curly": -0.095, "afro": -0.060}
_EAR_M = 0.032


def hairline(points: np.ndarray, eye_z_m: float, one: Person) -> np.ndarray:
    """How far inside the hair each point (n, 3) of a head is: positive in it (n,), metres.

    Over the brow it is a superellipse whose top is the person's own `hairline_m` above the eyes.
    """
    x, back, height = np.abs(points[:, 0]), points[:, 1], points[:, 2] - eye_z_m
    across = np.clip(x / _TEMPLE_M, 0.0, 1.0)
    arch = _SIDEBURN_M + (one.hairline_m - _SIDEBURN_M) * (1.0 - across**2.6) ** (1.0 / 2.2)
    sides = np.where(back > _BEFORE_EAR_M, -0.9 * np.maximum(back - 0.02, 0.0), arch)
    line = np.maximum(np.minimum(arch, sides), _CLOUD_NAPE_M.get(one.hair_style, _NAPE_M))
    # A straight edge is a wig's: roots start a little higher here and lower there.
    ragged = 0.0012 * (np.sin(260.0 * points[:, 0]) + np.sin(413.0 * points[:, 0] + 1.0))
    covered = height - line + ragged * (back < _BEFORE_EAR_M)
    if one.hair_style in _CLOUD_NAPE_M:
        return covered
    ear = np.sqrt((x - 0.078) ** 2 + ((back - 0.012) / 0.9) ** 2 + ((height + 0.012) / 1.25) ** 2)
    return np.minimum(covered, ear - _EAR_M)


def scalp_shade(points: np.ndarray, eye_z_m: float, one: Person) -> np.ndarray:
    """How much the skin of each point is tinted by hair roots (n,): full in the hair, fading at its line."""
    if one.hair_style == "bald":
        return np.zeros(len(points))
    inside = hairline(points, eye_z_m, one)
    return 0.75 * smoothstep(-0.007, 0.006, inside) + 0.25 * smoothstep(0.008, 0.02, inside)
