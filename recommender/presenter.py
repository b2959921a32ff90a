"""Turns items of a slate into what a viewer reads: reasons in words, with names looked up as they are now."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from domain.ids import ClipId, PersonId
from recommender.community import Community
from recommender.rules import RuleKind
from recommender.slate import Item, Part, Reason, ReasonCode, Slate, SourceName
from recommender.steering import ActiveRule

TEXTS: Mapping[ReasonCode, str] = {
    "asked": "fits “{ask}”",
    "named": "you named it: {fact}",
    "told": "you want more of it: {fact}",
    "friend_newest": "the newest from {maker}, whom you follow",
    "friend": "you follow {maker}",
    "inspired": "people who made a clip after it: {fact}",
    "fresh": "among the newest here",
    "earlier": "from earlier",
    "unknown_maker": "a maker you may not know yet",
}


class ShownReason(msgspec.Struct, frozen=True):
    """A reason with its sentence."""

    code: ReasonCode
    fact: str | int | None
    text: str


class ShownItem(msgspec.Struct, frozen=True):
    """One place of a page."""

    clip_id: ClipId
    maker_id: PersonId
    reasons: tuple[ShownReason, ...]


class Page(msgspec.Struct, frozen=True):
    """Some items of a slate; without a cursor it was the last page."""

    slate_id: str
    position: int
    items: tuple[ShownItem, ...]
    cursor: str | None


class RuleEffect(msgspec.Struct, frozen=True):
    """What one of the viewer's rules did to a clip that is shown.

    It let the clip through, or raised or lowered it by its mark, 0 to a million; the points of an instruction's
    rules together stand in the part of its origin.
    """

    rule: str
    origin: str
    kind: RuleKind
    words: str
    did: Literal["let_through", "raised", "lowered", "nothing"]
    mark: int | None


class Why(msgspec.Struct, frozen=True):
    """All that placed one clip in a slate; the points of the parts add up to the score.

    `rules` are all under which the slate was made.
    """

    slate_id: str
    position: int
    policy_version: str
    clip_id: ClipId
    score: int
    parts: tuple[Part, ...]
    reasons: tuple[ShownReason, ...]
    found_by: tuple[SourceName, ...]
    rules: tuple[RuleEffect, ...] = ()


class Presenter:
    """Looks handles up anew each time, since a kept slate must not keep anybody's name."""

    def __init__(self, community: Community) -> None:
        self._community = community

    def items(self, slate: Slate, items: Sequence[Item]) -> tuple[ShownItem, ...]:
        """The items with their reasons in words."""
        handles = self._community.handles({item.maker_id for item in items})
        return tuple(ShownItem(item.clip_id, item.maker_id, _reasons(slate, item, handles)) for item in items)

    def why(self, slate: Slate, item: Item) -> Why:
        """Everything that is known of an item's place."""
        handles = self._community.handles([item.maker_id])
        return Why(
            slate_id=slate.slate_id,
            position=slate.position,
            policy_version=slate.policy_version,
            clip_id=item.clip_id,
            score=item.score,
            parts=item.parts,
            reasons=_reasons(slate, item, handles),
            found_by=item.found_by,
            rules=tuple(_effect(rule, item) for rule in slate.rules),
        )


def _effect(active: ActiveRule, item: Item) -> RuleEffect:
    mark = next((mark.value for mark in item.rule_marks if mark.rule == active.key), None)
    return RuleEffect(
        active.key, active.origin, active.rule.kind, active.rule.words, _did(active, mark), mark
    )


def _did(active: ActiveRule, mark: int | None) -> Literal["let_through", "raised", "lowered", "nothing"]:
    if active.is_hard:
        return "let_through"
    if not mark:
        return "nothing"
    return "raised" if active.rule.kind == "more" else "lowered"


def _reasons(slate: Slate, item: Item, handles: Mapping[PersonId, str]) -> tuple[ShownReason, ...]:
    handle = handles.get(item.maker_id)
    maker = "a member" if handle is None else f"@{handle}"
    return tuple(_shown(reason, slate.ask, maker) for reason in item.reasons)


def _shown(reason: Reason, ask: str | None, maker: str) -> ShownReason:
    text = TEXTS[reason.code].format(ask=ask, fact=reason.fact, maker=maker)
    return ShownReason(reason.code, reason.fact, text)
