"""What somebody wants a page of: an ask, an order, and whose clips."""

from typing import Literal

import msgspec

from recommender.rules import FOLLOWING, Maker, Rule
from recommender.slate import Order
from recommender.steering import FROM, ActiveRule, numbered

Circle = Literal["everyone", "following"]

FOLLOWING_ONLY = Rule("where", Maker(FOLLOWING), "following only")


class Look(msgspec.Struct, frozen=True):
    """One way of looking at the feed; the ask is a tidied text."""

    ask: str | None = None
    order: Order = "ranked"
    circle: Circle = "everyone"

    @property
    def key(self) -> str:
        """The same for the same look."""
        return msgspec.json.encode(self).decode()

    @property
    def switched(self) -> tuple[ActiveRule, ...]:
        """The rules that its switches set."""
        return numbered(FROM, (FOLLOWING_ONLY,)) if self.circle == "following" else ()
