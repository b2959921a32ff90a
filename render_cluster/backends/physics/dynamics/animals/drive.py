"""The bounded push and twist that carry an animal's wish out: what its legs, wings or tail can give."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.animals.wish import Wish
from render_cluster.backends.physics.dynamics.rotation import cross

_UP = np.array([0.0, 0.0, 1.0])
# Damping of the height's spring, as a share of the critical.
_DAMPING = 0.9
_SPEED_SHARE = 0.6
# How far above its wish the trunk may be and still be pushed by legs, as a share of its height.
_LEGS_REACH = 0.30
# The twist of legs, in weights times half the length: what keeps an animal upright, and what a shove overcomes.
_TWIST_SHARE = 0.55


class State(NamedTuple):
    """The trunk now: height of its bone, velocity of its mass, turn (3, 3), spin, in the world."""

    height_m: float
    velocity_mps: np.ndarray
    turn: np.ndarray
    spin_radps: np.ndarray


class Matter(NamedTuple):
    """Mass (kg), inertia (3, 3) in the world's axes (kg m^2), half the length (m)."""

    mass_kg: float
    inertia: np.ndarray
    half_m: float


def drive(
    wish: Wish, state: State, matter: Matter, ground_m: float, gravity_mps2: float, strength: float
) -> tuple[np.ndarray, np.ndarray]:
    """Force (N) and torque (N m) on the trunk for the next step.

    A standing animal is pushed up by a spring that only pushes, as legs do, and sideways by no more than the
    grip of that push; one in air or water gets what its velocity lacks. `strength` 0..1 scales all bounds.
    """
    weight = matter.mass_kg * gravity_mps2
    force = np.zeros(3)
    if not wish.airborne:
        if wish.height_m is None:
            lack = (
                (wish.velocity_mps + wish.climb_mps * _UP - state.velocity_mps)
                * wish.spring_rps
                * _SPEED_SHARE
            )
            if wish.climb_mps:
                # A leap: legs straighten as fast as they can.
                lack[2] = (wish.climb_mps - state.velocity_mps[2]) * 40.0
            force = matter.mass_kg * (lack + gravity_mps2 * _UP)
            force = _bounded(force, strength * wish.support * weight)
        elif state.height_m - wish.height_m < _LEGS_REACH * max(wish.height_m - ground_m, 1e-3):
            force = _legs(wish, state, matter, gravity_mps2, strength)
    return force, _twist(wish, state, matter, weight * matter.half_m * strength)


def _legs(wish: Wish, state: State, matter: Matter, gravity_mps2: float, strength: float) -> np.ndarray:
    rate, weight = wish.spring_rps, matter.mass_kg * gravity_mps2
    lift = rate * rate * (wish.height_m - state.height_m)
    lift += 2.0 * _DAMPING * rate * (wish.climb_mps - state.velocity_mps[2])
    up = min(strength * wish.support * weight, max(0.0, matter.mass_kg * (lift + gravity_mps2)))
    level = (wish.velocity_mps - state.velocity_mps) * (1.0, 1.0, 0.0)
    aside = _bounded(matter.mass_kg * rate * _SPEED_SHARE * level, wish.grip * up)
    return aside + up * _UP


def _twist(wish: Wish, state: State, matter: Matter, most_nm: float) -> np.ndarray:
    off = 0.5 * sum(cross(state.turn[:, axis], wish.turn[:, axis]) for axis in range(3))
    rate = wish.spring_rps * (0.5 if wish.airborne else 1.0)
    wanted = matter.inertia @ (rate * rate * off - 2.0 * rate * state.spin_radps)
    return _bounded(wanted, most_nm * _TWIST_SHARE * (0.4 if wish.airborne else 1.0))


def _bounded(vector: np.ndarray, most: float) -> np.ndarray:
    size = float(np.sqrt(vector @ vector))
    return vector if size <= most else vector * (most / size)
