"""All that a slate is made from besides the log: small enough to keep for each, so that it can be made again."""

import msgspec

from domain.ids import PersonId
from recommender.look import Look
from recommender.slate import Searched
from recommender.steering import ActiveRule


class SlateInputs(msgspec.Struct, frozen=True):
    """Whose slate, at which position of the log, and how far vectors and the record of seen clips were then.

    `rules` are those that the look's ask was read as, and its switches. `slate_digest` is of the slate that was
    served: one made again is it, or is not given. `searched` is there where clips were found by codes, which are
    renewed while clips come and go: an exact search finds the same again.
    """

    slate_id: str
    viewer_id: PersonId
    position: int
    index_position: int
    seen_version: int
    policy_version: str
    look: Look
    rules: tuple[ActiveRule, ...] = ()
    slate_digest: str = ""
    searched: Searched | None = None
