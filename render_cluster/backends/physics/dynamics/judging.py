"""Watches a world and says how what was set out to do ended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.dynamics.traits import mouth_of
from render_cluster.backends.physics.scene import Person

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_AIMED = ("throw", "kick")
_STEPS_BETWEEN = 2
_NEAR_M = 0.6


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
            _Shot(person.name, move.thing, target_of(world, move.thing, move.toward_m))
            for person in people
            for move in person.person.moves
            if move.verb in _AIMED and move.thing in world.bodies
        ]
        self._age = 0

    def see(self) -> None:
        """Takes in the world after a step."""
        self._age += 1
        if self._age % _STEPS_BETWEEN == 0:
            for shot in self._shots:
                shot.see(self._world)

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

    def __init__(self, person: str, thing: str, target: str | None) -> None:
        self.person, self.thing, self.target = person, thing, target
        self._inside = False
        self._last = np.full(3, np.nan)

    def see(self, world: "World") -> None:
        """Whether the middle of the thing is now within the target's own box, having come from outside."""
        if self.target is None or self._inside:
            return
        place = world.pose(self.thing)[:3]
        body = world.bodies[self.target]
        mouth = mouth_of(body)
        if mouth is not None:
            # A rim or a basket's mouth: through its plane from above, within its ring.
            own = (place - mouth.middle_m) @ mouth.turn
            within = float(np.hypot(own[0], own[1])) < mouth.radius_m
            self._inside = bool(within and own[2] < 0.0 <= self._last[2])
        else:
            pose = world.pose(self.target)
            own = (place - pose[:3]) @ quaternion_matrix(pose[3:])
            self._inside = bool((np.abs(own) < 0.48 * np.array(body.size_m)).all())
        self._last = own

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
