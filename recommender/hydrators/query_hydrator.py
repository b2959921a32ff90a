"""Fills a query with what the stages must know of the viewer."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from domain.ids import ClipId, PersonId
from recommender.community import Community
from recommender.policy import Policy
from recommender.rules import FOLLOWING, Maker, Rule
from recommender.slate import Order, Query, Viewer
from recommender.steering import ActiveRule, numbered

_decode_rules = msgspec.json.Decoder(tuple[Rule, ...]).decode


class QueryHydrator:
    """Asks the views once a slate, so that all stages see the same viewer."""

    name = "viewer"

    def __init__(self, community: Community, policy: Policy) -> None:
        self._community = community
        self._policy = policy

    def query(
        self,
        viewer_id: PersonId,
        seen: frozenset[ClipId] = frozenset(),
        ask: str | None = None,
        rules: Sequence[ActiveRule] = (),
        order: Order = "ranked",
        moment: datetime | None = None,
    ) -> Query:
        """The query of this viewer as the views stand; `rules` apply beside those of their instructions.

        For one without a personal feed that is next to nothing: what they said to hide stays hidden, but
        nothing is ranked by whom they follow, what they saw, or what they wanted more or less of.
        """
        personalised = self._community.is_personalised(viewer_id)
        standing = self.standing(viewer_id)
        if not personalised:
            standing = tuple(each for each in standing if each.is_hard)
        applying = (*rules, *standing)
        makers = [each.rule.about.who for each in applying if isinstance(each.rule.about, Maker)]
        viewer = Viewer(
            person_id=viewer_id,
            age_band=self._community.age_band(viewer_id),
            following=self._following(viewer_id, personalised or FOLLOWING in makers),
            blocked=self._community.blocked_either_way(viewer_id),
            seen=seen if personalised else frozenset(),
            makers=self._community.people(set(makers) - {FOLLOWING}),
            country_id=self._community.country_of(viewer_id),
            personalised=personalised,
        )
        return Query(viewer, ask, self._policy, applying, moment, order)

    def standing(self, viewer_id: PersonId) -> tuple[ActiveRule, ...]:
        """The rules of all instructions of theirs that hold."""
        return tuple(
            rule
            for each in self._community.instructions(viewer_id)
            for rule in numbered(each.instruction_id, _decode_rules(each.rules or "[]"))
        )

    def _following(self, viewer_id: PersonId, wanted: bool) -> frozenset[PersonId]:
        return self._community.following(viewer_id) if wanted else frozenset()
