"""Keeps out what breaks a rule that the viewer set, and says which."""

from collections.abc import Sequence

from recommender.rule_gate import RuleGate
from recommender.slate import Candidate, Query, Removed
from recommender.stages import Parted


class RuleFilter:
    """Works through one slate's gate, so that a clip is judged once however often it is found."""

    name = "rule"

    def __init__(self, gate: RuleGate) -> None:
        self._gate = gate

    def part(self, query: Query, candidates: Sequence[Candidate]) -> Parted:  # noqa: ARG002 - all filters are asked alike
        """See `recommender.stages.Filter`."""
        broken = self._gate.broken(candidates)
        kept = [each for each, keys in zip(candidates, broken, strict=True) if not keys]
        removed = [
            Removed(each.clip_id, self.name, keys)
            for each, keys in zip(candidates, broken, strict=True)
            if keys
        ]
        return Parted(kept, removed)
