"""Watches a world and says how what was set out to do ended."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.dynamics.traits import mouth_of
from render_cluster.backends.physics.scene import Move, Person

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_AIMED = ("throw", "kick")
_STEPS_BETWEEN = 2
_MEANT_TO_TOUCH = ("hits", "bounces_off")
_MEANT = ("goes_in", "swish", *_MEANT_TO_TOUCH)
_NEAR_M = 0.6
_SENT_M = 0.8
_GONE_S = 0.6


class Verdict(NamedTuple):
    """How many outcomes were wished for and how many came true; the outcome in a word."""

    wished: int
    granted: int
    outcome: str


class Doer(Protocol):
    """Someone in the world, with what they set out to do."""

    name: str
    person: Person

    def outcome(self) -> str:
        """See Performer."""


class Witness:
    """Follows what was thrown and kicked past its target, and who fell."""

    def __init__(self, world: "World", people: Sequence[Doer]) -> None:
        self._world = world
        self._people = people
        self._shots = [
            _Shot(world, person.name, index, move, target_of(world, move.thing, move.toward_m))
            for person in people
            for index, move in enumerate(person.person.moves)
            if move.verb in _AIMED and move.thing in world.bodies
        ]
        self._age = 0

    def see(self) -> None:
        """Takes in the world after a step."""
        self._age += 1
        if self._age % _STEPS_BETWEEN == 0:
            for shot in self._shots:
                shot.see(self._world)

    @property
    def missed(self) -> bool:
        """Whether something has certainly not gone where it was meant to."""
        return any(shot.missed for shot in self._shots)

    def misses_m(self, person: str) -> dict[int, np.ndarray]:
        """By how much each move of a person that was meant to hit went past its target, by the move's index."""
        return {
            shot.index: shot.miss_m
            for shot in self._shots
            if shot.person == person and shot.meant and shot.miss_m is not None
        }

    def verdict(self, broken_s: dict[str, float]) -> Verdict:
        """What came of it all."""
        wished = granted = 0
        ends: list[str] = []
        for person in self._people:
            end = person.outcome()
            shots = [shot.end(self._world) for shot in self._shots if shot.person == person.name]
            seen = {end, *shots}
            ends += [one for one in (*shots, end) if one]
            for move in person.person.moves:
                if move.outcome is None:
                    continue
                wished += 1
                granted += int(_matches(move.outcome, seen, broken_s))
        if broken_s:
            ends.append("shatters")
        return Verdict(wished, granted, ends[0] if ends else "")


def _matches(wish: str, seen: set[str], broken_s: dict[str, float]) -> bool:
    if wish == "shatters":
        return bool(broken_s)
    if wish in ("stands", "lands", "stops"):
        return "falls" not in seen
    if wish in ("swish", "goes_in"):
        return "goes_in" in seen
    if wish == "bounces_off":
        return "hits" in seen
    return wish in seen or wish not in ("falls", "recovers", "misses", "hits")


class _Shot:
    """One thing on its way to a target."""

    def __init__(self, world: "World", person: str, index: int, move: Move, target: str | None) -> None:
        self.person, self.index, self.target = person, index, target
        self.thing = str(move.thing)
        self._world, self._outcome = world, move.outcome
        self.meant = move.outcome in _MEANT
        self.miss_m: np.ndarray | None = None
        self._start_m = world.pose(self.thing)[:3]
        self._from_s = move.from_s
        self._inside = False
        self._last = np.full(3, np.nan)
        self._nearest_s = self._nearest_m = math.inf
        self._now_s = 0.0

    @property
    def missed(self) -> bool:
        """Whether it was meant to go in and has been going away from there for a while."""
        gone = self.meant and not self._inside and self._now_s - self._nearest_s > _GONE_S
        return gone and not (self._outcome in _MEANT_TO_TOUCH and self.end(self._world) == "hits")

    def see(self, world: "World") -> None:
        """Whether the middle of the thing is now within the target's own box, having come from outside."""
        if self.target is None or self._inside:
            return
        place = world.pose(self.thing)[:3]
        body = world.bodies[self.target]
        mouth = mouth_of(body)
        if mouth is not None:
            # A rim or a basket's mouth: through its plane from above, within its ring.
            off = place - mouth.middle_m
            own = off @ mouth.turn
            within = float(np.hypot(own[0], own[1])) < mouth.radius_m
            self._inside = bool(within and own[2] < 0.0 <= self._last[2])
        else:
            pose = world.pose(self.target)
            off = place - pose[:3]
            own = off @ quaternion_matrix(pose[3:])
            self._inside = bool((np.abs(own) < 0.48 * np.array(body.size_m)).all())
        self._last = own
        self._follow(world, place, off)

    def _follow(self, world: "World", place_m: np.ndarray, off_m: np.ndarray) -> None:
        """Notes how near it came once it is on its way."""
        self._now_s = world.time_s
        away = float(np.linalg.norm(off_m))
        sent = self._now_s > self._from_s and np.linalg.norm(place_m - self._start_m) > _SENT_M
        if sent and away < self._nearest_m:
            self._nearest_m, self._nearest_s = away, self._now_s
            self.miss_m = off_m * (1.0, 1.0, 0.0)

    def end(self, world: "World") -> str:
        """How it ended: "goes_in", "hits" or "misses"; "" without a target to judge by."""
        if self._inside:
            return "goes_in"
        if self.target is None:
            return ""
        touched = world.impacts.touched(self.thing)
        return "hits" if self.target in touched else "misses"


def target_of(world: "World", thing: str | None, toward_m: tuple[float, float, float] | None) -> str | None:
    """The body that is aimed at: the one that the aim lies in, or whose outside is nearest to it, if near at all."""
    if toward_m is None:
        return None
    nearest, least = None, _NEAR_M
    for body in world.bodies.values():
        if body.name == thing or "/" in body.name:
            continue
        off = np.abs(np.subtract(body.position_m, toward_m)) - np.array(body.size_m) / 2.0
        away = float(np.linalg.norm(np.maximum(off, 0.0)))
        if away < least:
            nearest, least = body.name, away
    return nearest
