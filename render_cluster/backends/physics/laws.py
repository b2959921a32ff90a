"""Closed forms of mechanics, and how far a simulated track is from them: what no keyframed fake can pass."""

import numpy as np

GRAVITY_MPS2 = 9.81


def parabola_error(times_s: np.ndarray, places_m: np.ndarray, velocity_mps: np.ndarray) -> float:
    """Largest distance of a thrown body's places (n, 3) from its parabola, as a share of the way flown.

    p(t) = p0 + v0 t - g t^2 / 2; free fall is the case without velocity.
    """
    t = (times_s - times_s[0])[:, None]
    exact = places_m[0] + velocity_mps * t - 0.5 * GRAVITY_MPS2 * t**2 * np.array([0.0, 0.0, 1.0])
    flown = float(np.linalg.norm(np.diff(exact, axis=0), axis=1).sum())
    return float(np.linalg.norm(places_m - exact, axis=1).max()) / flown


def bounce_error(drop_m: float, rise_m: float, restitution: float) -> float:
    """How far the height of a bounce is from e^2 h, as a share of it."""
    exact = restitution**2 * drop_m
    return abs(rise_m - exact) / exact


def slide_error(slid_m: float, speed_mps: float, friction: float) -> float:
    """How far a slide on the level is from v^2 / (2 mu g), as a share of it."""
    exact = speed_mps**2 / (2.0 * friction * GRAVITY_MPS2)
    return abs(slid_m - exact) / exact


def float_depth_error(
    draught_m: float, mass_kg: float, area_m2: float, density_kgpm3: float = 1000.0
) -> float:
    """How far a floating slab's draught is from m / (rho A), as a share of it (Archimedes)."""
    exact = mass_kg / (density_kgpm3 * area_m2)
    return abs(draught_m - exact) / exact


def energy_gain_j(kinetic_j: np.ndarray, potential_j: np.ndarray) -> float:
    """The most that the whole energy ever rises above what it was before: nothing, without a source."""
    whole = np.asarray(kinetic_j) + np.asarray(potential_j)
    return float((whole - np.minimum.accumulate(whole)).max())
