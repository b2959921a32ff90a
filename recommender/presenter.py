"""Turns items of a slate into what a viewer reads: reasons in words, with names looked up as they are now."""

from collections.abc import Mapping, Sequence

import msgspec

from domain.ids import ClipId, PersonId
from recommender.community import Community
from recommender.slate import Item, Part, Reason, ReasonCode, Slate, SourceName

TEXTS: Mapping[ReasonCode, str] = {
    "asked": "fits “{ask}”",
    "named": "you named it: {fact}",
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


class Why(msgspec.Struct, frozen=True):
    """All that placed one clip in a slate; the points of the parts add up to the score."""

    slate_id: str
    position: int
    policy_version: str
    clip_id: ClipId
    score: int
    parts: tuple[Part, ...]
    reasons: tuple[ShownReason, ...]
    found_by: tuple[SourceName, ...]


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
        )


def _reasons(slate: Slate, item: Item, handles: Mapping[PersonId, str]) -> tuple[ShownReason, ...]:
    handle = handles.get(item.maker_id)
    maker = "a member" if handle is None else f"@{handle}"
    return tuple(_shown(reason, slate.ask, maker) for reason in item.reasons)


def _shown(reason: Reason, ask: str | None, maker: str) -> ShownReason:
    text = TEXTS[reason.code].format(ask=ask, fact=reason.fact, maker=maker)
    return ShownReason(reason.code, reason.fact, text)
