"""Makes a slate from its inputs and from the views and vectors of one position, now or long after."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

import msgspec

from domain.ids import ClipId
from recommender.catalogue import Catalogue
from recommender.community import Community
from recommender.hydrators.query_hydrator import QueryHydrator
from recommender.pipeline import Pipeline
from recommender.policy import Policy
from recommender.slate import Searched, Slate
from recommender.slate_inputs import SlateInputs

Pipelines = Callable[[Community, Catalogue], Pipeline]


class Made(NamedTuple):
    """A slate, which rules kept which clips out of it, and what was searched that need not be found again."""

    slate: Slate
    hidden: dict[ClipId, tuple[str, ...]]
    searched: Searched | None


class SlateMaker:
    """Pure but for what it reads; `moment_at` says when the event at a position was recorded."""

    def __init__(
        self, pipelines: Pipelines, policy: Policy, moment_at: Callable[[int], datetime | None]
    ) -> None:
        self.pipelines = pipelines
        self.policy = policy
        self.moment_at = moment_at

    def make(
        self, community: Community, catalogue: Catalogue, inputs: SlateInputs, seen: frozenset[ClipId]
    ) -> Made:
        """The slate of these inputs; the community and the catalogue stand at their positions."""
        query = QueryHydrator(community, self.policy).query(
            inputs.viewer_id,
            seen,
            inputs.look.ask,
            inputs.rules,
            inputs.look.order,
            self.moment_at(inputs.position),
        )
        query = msgspec.structs.replace(query, searched=inputs.searched)
        ranking = self.pipelines(community, catalogue).rank(query)
        hidden_counts: dict[str, int] = {}
        for keys in ranking.hidden.values():
            for key in keys:
                hidden_counts[key] = hidden_counts.get(key, 0) + 1
        slate = Slate(
            slate_id=inputs.slate_id,
            viewer_id=inputs.viewer_id,
            position=inputs.position,
            policy_version=self.policy.version,
            ask=inputs.look.ask,
            items=ranking.items,
            removed_counts=ranking.removed_counts,
            order=inputs.look.order,
            rules=query.rules,
            recipe=query.recipe,
            hidden_counts=hidden_counts,
        )
        return Made(slate, ranking.hidden, ranking.searched)


def slate_digest(slate: Slate) -> str:
    """Tells a slate from any other: of its bytes, in hex."""
    return hashlib.sha256(msgspec.json.encode(slate)).hexdigest()
