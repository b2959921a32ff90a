"""What an animal is about at a moment: its moves made into a place to be, a speed and a posture."""

from typing import NamedTuple, Protocol

import numpy as np

from render_cluster.backends.physics.scene import Animal, Move

Spot = np.ndarray
_STAND = Move("stand", 0.0, 0.0)


class Finder(Protocol):
    """Tells where a named body or performer now is; None for what is not there."""

    def __call__(self, name: str) -> Spot | None: ...


class Errand(NamedTuple):
    """The move of the moment, where it leads (3,) if anywhere, and how long it has been under way."""

    move: Move
    goal_m: Spot | None
    since_s: float

    @property
    def verb(self) -> str:
        """What is being done."""
        return self.move.verb


def errand_at(animal: Animal, time_s: float, find: Finder) -> Errand:
    """The last begun of the moves that last at `time_s`; standing, where there is none."""
    current = [move for move in animal.moves if move.from_s <= time_s < move.to_s]
    if not current:
        return Errand(_STAND, None, time_s)
    move = max(current, key=lambda one: one.from_s)
    goal = None if move.toward_m is None else np.array(move.toward_m)
    if move.thing is not None:
        found = find(move.thing)
        goal = goal if found is None else found
    return Errand(move, goal, time_s - move.from_s)
