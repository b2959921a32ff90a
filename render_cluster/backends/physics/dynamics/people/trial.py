"""The causes drawn for one attempt at a person's moves, and what was seen to come of them."""

import math
import zlib
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.scene import Move, Person
from render_cluster.backends.physics.skeleton import REST_HEIGHT_M

_FALL_N, _WOBBLE_N = (640.0, 900.0), (300.0, 400.0)
_HARDER = 1.3
# On a board one leans into what comes from ahead, and is easily pushed on from behind.
_ABOARD = {-0.5: 0.42, 0.5: 1.35}
_ASIDE_M = (0.55, 1.1)
_ASTRAY_M = 0.05
_WOBBLED_RAD = 0.16
SHOVED = ("falls", "recovers")
AIMED = ("throw", "kick")


class Shove(NamedTuple):
    """A push at the chest: when, and how hard (left, back) in newtons in the frame of the heading."""

    from_s: float
    force_n: tuple[float, float]


class Trial:
    """What was drawn from the seed; `aside_m` is by how much each aim is off, by move.

    Aims are drawn anew with each try about where `aims_m` says that each move should be corrected to; shoves
    only grow or shrink by `vigour`.
    """

    def __init__(
        self,
        person: Person,
        seed: int,
        tried: int = 0,
        vigour: float = 1.0,
        aims_m: Mapping[int, np.ndarray] | None = None,
    ) -> None:
        who = zlib.crc32(person.name.encode())
        steady = np.random.default_rng([seed, who, 51])
        self.chance: tuple[float, ...] = tuple(float(v) for v in steady.random(6))
        rng = np.random.default_rng([seed, who, 52, tried])
        weight = (person.height_m / REST_HEIGHT_M) ** 3
        self.shoves = tuple(
            _shove(steady, move, wish, weight, vigour)
            for move in person.moves
            if (wish := _shoved(move)) is not None
        )
        self.aside_m: dict[int, np.ndarray] = {
            index: _aside(rng, move.outcome) + (aims_m or {}).get(index, np.zeros(3))
            for index, move in enumerate(person.moves)
            if move.verb in AIMED
        }
        self.wishes = frozenset(wish for move in person.moves if (wish := _shoved(move)) is not None)
        self.work_j = 0.0
        self._tilt_before_rad = self._tilt_most_rad = 0.0

    def see(self, tilt_rad: float, now_s: float) -> None:
        """Takes how far the trunk leans from upright."""
        if not self.shoves:
            return
        if now_s <= self.shoves[0].from_s:
            self._tilt_before_rad = max(self._tilt_before_rad, tilt_rad)
        else:
            self._tilt_most_rad = max(self._tilt_most_rad, tilt_rad)

    def judge(self, fell: bool) -> str:
        """What became of a person's balance; "" where nothing tried it."""
        if fell:
            return "falls"
        wobbled = self._tilt_most_rad - self._tilt_before_rad > _WOBBLED_RAD
        return "recovers" if wobbled else ""

    def causes(self, name: str) -> dict[str, float]:
        """The drawn causes by name with their units."""
        causes: dict[str, float] = {}
        for index, shove in enumerate(self.shoves):
            mark = f"{name}.shove" if index == 0 else f"{name}.shove_{index}"
            causes |= {
                f"{mark}_n": round(math.hypot(*shove.force_n), 3),
                f"{mark}_at_s": round(shove.from_s, 3),
            }
            causes[f"{mark}_from_rad"] = round(math.atan2(shove.force_n[1], shove.force_n[0]), 4)
        for index, aside in self.aside_m.items():
            causes |= {
                f"{name}.aim_{index}_{axis}_m": round(float(value), 4)
                for axis, value in zip("xyz", aside, strict=True)
            }
        return causes


def _shoved(move: Move) -> str | None:
    if move.verb == "fall":
        return "falls"
    if move.verb == "wobble":
        return move.outcome if move.outcome in SHOVED else "recovers"
    return move.outcome if move.outcome in SHOVED else None


def _shove(rng: np.random.Generator, move: Move, wish: str, weight: float, vigour: float) -> Shove:
    """From any side, `vigour` times as hard as is usual for what is wished; on a board across it."""
    low, high = _FALL_N if wish == "falls" else _WOBBLE_N
    side = float(rng.choice(tuple(_ABOARD) if move.verb == "ride" else (0.0, 1.0, -0.5, 0.5)))
    firm = _ABOARD[side] if move.verb == "ride" else 1.0
    strength = float(rng.uniform(low, high)) * weight * vigour * firm
    towards = math.pi * side + float(rng.uniform(-0.4, 0.4))
    length = move.to_s - move.from_s
    from_s = move.from_s + min(0.9, 0.35 * length) + float(rng.uniform(0.0, 0.1))
    return Shove(from_s, (strength * math.cos(towards), strength * math.sin(towards)))


class Vigour:
    """How hard to shove next, from what came of the last shove: narrows in between too little and too much."""

    def __init__(self) -> None:
        self.now = 1.0
        self._too_little: float | None = None
        self._too_much: float | None = None

    def learn(self, fell: bool) -> None:
        """The last shove was too hard where they fell, too soft where they did not."""
        if fell:
            self._too_much = self.now
        else:
            self._too_little = self.now
        if self._too_much is None:
            self.now *= _HARDER
        elif self._too_little is None:
            self.now /= _HARDER
        else:
            self.now = math.sqrt(self._too_little * self._too_much)


def _aside(rng: np.random.Generator, outcome: str | None) -> np.ndarray:
    angle = float(rng.uniform(0.0, 2.0 * math.pi))
    far = float(rng.uniform(*_ASIDE_M)) if outcome == "misses" else float(rng.uniform(0.0, _ASTRAY_M))
    return np.array([far * math.cos(angle), far * math.sin(angle), 0.0])
