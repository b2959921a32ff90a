"""What a person learns from one try to the next: how hard to be shoved, where to aim instead."""

from collections.abc import Mapping

import numpy as np

from render_cluster.backends.physics.dynamics.people.trial import Trial, Vigour
from render_cluster.backends.physics.scene import Person

_CORRECTED = 0.9
_CORRECTION_M_MAX = 2.0


class Learner:
    """One person of a scene over all tries of a shot."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self._seed = seed
        self._vigour = Vigour()
        self._aims_m: dict[int, np.ndarray] = {}

    def trial(self, tried: int) -> Trial:
        """The causes of the next try."""
        return Trial(self.person, self._seed, tried, self._vigour.now, self._aims_m)

    def learn(self, fell: bool, misses_m: Mapping[int, np.ndarray]) -> bool:
        """Takes in whether they fell and by how much each move (by its index) went past its target.

        Returns whether there is a reason to try again.
        """
        shoved = bool(self.trial(0).shoves)
        if shoved:
            self._vigour.learn(fell)
        for move, miss_m in misses_m.items():
            aim = self._aims_m.get(move, np.zeros(3)) - _CORRECTED * miss_m
            self._aims_m[move] = np.clip(aim, -_CORRECTION_M_MAX, _CORRECTION_M_MAX)
        # A miss that is wished for is only drawn anew.
        return shoved or bool(misses_m) or any(move.outcome == "misses" for move in self.person.moves)
