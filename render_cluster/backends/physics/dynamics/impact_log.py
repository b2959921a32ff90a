"""Turns the solver's forces of every step into impacts: one line for each time two things meet."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.motion import Contact

APART_S = 0.04
IMPACT_S = 0.012
IMPULSE_MIN_NS = 0.02
SPEED_MIN_MPS = 0.12


@dataclass(slots=True)
class _Touch:
    """Two things that touch now: when it began, when last felt, and what the first moments gave."""

    began_s: float
    felt_s: float
    speed_mps: float
    position_m: np.ndarray
    impulse_ns: float = 0.0


class ImpactLog:
    """Collects impacts between named things.

    Things that stay in touch count once: the impulse of the first IMPACT_S is the impact, what follows
    is resting or rolling. They may strike again after APART_S without touch.
    """

    def __init__(self, materials: dict[str, str]) -> None:
        self._materials = materials
        self._touching: dict[tuple[str, str], _Touch] = {}
        self._ended: list[tuple[tuple[str, str], _Touch]] = []

    def feel(
        self, time_s: float, a: str, b: str, impulse_ns: float, speed_mps: float, position_m: np.ndarray
    ) -> None:
        """Takes the impulse of one step between `a` and `b`, and their approach speed before it."""
        pair = (a, b) if a < b else (b, a)
        touch = self._touching.get(pair)
        if touch is None or time_s - touch.felt_s > APART_S:
            if touch is not None:
                self._ended.append((pair, touch))
            touch = self._touching[pair] = _Touch(time_s, time_s, speed_mps, np.array(position_m, float))
        touch.felt_s = time_s
        if time_s - touch.began_s <= IMPACT_S:
            touch.impulse_ns += impulse_ns
            touch.speed_mps = max(touch.speed_mps, speed_mps)

    def near(self, time_s: float, a: str, b: str) -> bool:
        """Whether `a` and `b` touched so lately that touching again would not be a new impact."""
        touch = self._touching.get((a, b) if a < b else (b, a))
        return touch is not None and time_s - touch.felt_s <= APART_S

    def touched(self, name: str) -> set[str]:
        """Names of all that `name` has touched so far, however lightly."""
        return {b if a == name else a for a, b in self._touching if name in (a, b)}

    def hardest_ns(self, name: str, time_s: float) -> float:
        """The strongest impulse that `name` has felt in an impact that is going on."""
        return max(
            (
                touch.impulse_ns
                for pair, touch in self._touching.items()
                if name in pair and time_s - touch.began_s <= IMPACT_S
            ),
            default=0.0,
        )

    def contacts(self) -> tuple[Contact, ...]:
        """All impacts so far that were strong enough to count, in order of time."""
        return tuple(
            sorted(self._strong(), key=lambda contact: (contact.time_s, contact.body_a, contact.body_b))
        )

    def _strong(self) -> Iterator[Contact]:
        for (a, b), touch in [*self._ended, *self._touching.items()]:
            if touch.impulse_ns < IMPULSE_MIN_NS or touch.speed_mps < SPEED_MIN_MPS:
                continue
            x, y, z = (round(float(value), 6) for value in touch.position_m)
            yield Contact(
                time_s=round(touch.began_s, 6),
                body_a=a,
                body_b=b,
                material_a=self._materials[a],
                material_b=self._materials[b],
                impulse_ns=float(touch.impulse_ns),
                speed_mps=float(touch.speed_mps),
                position_m=(x, y, z),
            )
