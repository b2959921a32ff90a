"""Closed forms of mechanics, and how far a simulated track is from them: what no keyframed fake can pass."""

import math
from typing import NamedTuple

import numpy as np

GRAVITY_MPS2 = 9.81
WATER_KGPM3 = 1000.0
_HALVINGS, _STEEPEST = 200, 300.0


class LawError(NamedTuple):
    """A law, how far the solver is from its closed form, and how far it may be; shares of the exact value."""

    law: str
    error: float
    bound: float

    @property
    def holds(self) -> bool:
        """Whether the solver keeps the law."""
        return self.error <= self.bound


def parabola_error(times_s: np.ndarray, places_m: np.ndarray, velocity_mps: np.ndarray) -> float:
    """Largest distance of a thrown body's places (n, 3) from its parabola, as a share of the way flown.

    p(t) = p0 + v0 t - g t^2 / 2; free fall is the case without velocity.
    """
    t = (times_s - times_s[0])[:, None]
    exact = places_m[0] + velocity_mps * t - 0.5 * GRAVITY_MPS2 * t**2 * np.array([0.0, 0.0, 1.0])
    flown = float(np.linalg.norm(np.diff(exact, axis=0), axis=1).sum())
    return float(np.linalg.norm(places_m - exact, axis=1).max()) / flown


def bounce_error(drop_m: float, rise_m: float, restitution: float) -> float:
    """How far the height of a bounce is from e^2 h."""
    return _share(rise_m, restitution**2 * drop_m)


def slide_error(slid_m: float, speed_mps: float, friction: float) -> float:
    """How far a slide on the level is from v^2 / (2 mu g)."""
    return _share(slid_m, speed_mps**2 / (2.0 * friction * GRAVITY_MPS2))


def roll_error(rolled_m: float, slope_rad: float, time_s: float) -> float:
    """How far a solid ball that rolls down a slope from rest without slip is from 5/14 g sin(slope) t^2."""
    return _share(rolled_m, 5.0 / 14.0 * GRAVITY_MPS2 * math.sin(slope_rad) * time_s**2)


def pendulum_error(period_s: float, length_m: float, radius_m: float, swing_rad: float) -> float:
    """How far the period of a ball on a rod without weight is from 2 pi sqrt(I / (m g L)) (1 + swing^2 / 16).

    I = m (L^2 + 2/5 r^2) about the anchor; the last factor is the first term of the series in the swing.
    """
    inertia = length_m**2 + 0.4 * radius_m**2
    exact = 2.0 * math.pi * math.sqrt(inertia / (GRAVITY_MPS2 * length_m)) * (1.0 + swing_rad**2 / 16.0)
    return _share(period_s, exact)


def spring_error(period_s: float, mass_kg: float, stiffness_npm: float) -> float:
    """How far a period on a spring is from 2 pi sqrt(m / k)."""
    return _share(period_s, 2.0 * math.pi * math.sqrt(mass_kg / stiffness_npm))


def topple_error(angle_rad: float, width_m: float, height_m: float) -> float:
    """How far the tilt past which a box falls over is from atan(width / height)."""
    return _share(angle_rad, math.atan2(width_m, height_m))


def float_depth_error(draught_m: float, mass_kg: float, area_m2: float) -> float:
    """How far a floating slab's draught is from m / (rho A) (Archimedes)."""
    return _share(draught_m, mass_kg / (WATER_KGPM3 * area_m2))


def terminal_speed_error(speed_mps: float, mass_kg: float, radius_m: float, drag: float) -> float:
    """How far a ball's last speed in deep water is from that at which drag bears what water does not.

    rho c A v^2 / 2 = (m - rho V) g.
    """
    area, volume = math.pi * radius_m**2, 4.0 / 3.0 * math.pi * radius_m**3
    weight = (mass_kg - WATER_KGPM3 * volume) * GRAVITY_MPS2
    return _share(speed_mps, math.sqrt(2.0 * weight / (WATER_KGPM3 * drag * area)))


def momentum_error(before_ns: np.ndarray, after_ns: np.ndarray, scale_ns: float) -> float:
    """How much momentum a collision makes or loses, as a share of what the bodies carry."""
    return float(np.linalg.norm(np.subtract(after_ns, before_ns))) / scale_ns


def energy_gain_j(kinetic_j: np.ndarray, potential_j: np.ndarray) -> float:
    """The most that the whole energy ever rises above what it was before: nothing, without a source."""
    whole = np.asarray(kinetic_j) + np.asarray(potential_j)
    return float((whole - np.minimum.accumulate(whole)).max())


def period_s(times_s: np.ndarray, places: np.ndarray) -> float:
    """Mean time between upward crossings of zero, found between samples; ValueError below two crossings."""
    rising = np.flatnonzero((places[:-1] < 0.0) & (places[1:] >= 0.0))
    if len(rising) < 2:
        raise ValueError(f"{len(rising)} crossings make no period")
    share = places[rising] / (places[rising] - places[rising + 1])
    crossings = times_s[rising] + share * (times_s[rising + 1] - times_s[rising])
    return float((crossings[-1] - crossings[0]) / (len(crossings) - 1))


def catenary_error(points_m: np.ndarray, span_m: float, length_m: float) -> float:
    """How far a rope (n, 3) between two level points along x is from y = a cosh(x / a), a share of its sag.

    `a` follows from the length: L = 2 a sinh(d / 2 a).
    """
    low, high = 1e-3 * span_m, 1e3 * span_m
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        # Of a tight bow the sine has no number in the machine; it is too long at all events.
        tight = span_m / (2.0 * middle) > _STEEPEST
        low, high = (
            (middle, high)
            if tight or 2.0 * middle * math.sinh(span_m / (2.0 * middle)) > length_m
            else (low, middle)
        )
    a, x = 0.5 * (low + high), points_m[:, 0] - points_m[0, 0] - 0.5 * span_m
    sag = a * (math.cosh(0.5 * span_m / a) - 1.0)
    exact = points_m[0, 2] - sag + a * (np.cosh(x / a) - 1.0)
    return float(np.abs(points_m[:, 2] - exact).max()) / sag


def _share(value: float, exact: float) -> float:
    return abs(value - exact) / exact
