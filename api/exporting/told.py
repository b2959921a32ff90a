"""What of the log's facts is one person's own to know: not who shut them out, and nobody else's affairs."""

from typing import Any

import msgspec

from domain.codec import tag_fields, tags_in
from domain.events import (
    EVENT_TYPES,
    ClipPublished,
    ClipWithdrawn,
    GenerationCompleted,
    GrantApproved,
    PersonBlocked,
    PersonUnblocked,
    PersonUnfollowed,
    RevocationReached,
)
from domain.ids import PersonId
from domain.recorded import Recorded

_TAG_FIELDS = {event_type: tag_fields(event_type) for event_type in EVENT_TYPES}
# Who decides on others is not for those to know, who have the decision; nor are they the reviewer's to keep.
_REVIEWER = "reviewer_id"
# What became of a likeness in the hands of others; what they asked for, and in vain, is theirs.
OF_LIKENESS = (GrantApproved, RevocationReached, GenerationCompleted, ClipPublished, ClipWithdrawn)


class Fact(msgspec.Struct, frozen=True):
    """One event of the log: its place, when it was recorded, what the log calls it, and what it says."""

    position: int
    at: str
    type: str
    says: dict[str, Any]


def fact_of(recorded: Recorded, person_id: PersonId) -> Fact | None:
    """An event that carries a person's tag as they are told it; None for what others did in confidence.

    Of what they decided as a reviewer they are told that alone: the rest is about others.
    """
    event = recorded.event
    if _in_confidence(recorded, person_id):
        return None
    says = msgspec.to_builtins(event)
    reviewer_id = says.pop(_REVIEWER, None)
    if reviewer_id == person_id and person_id not in tags_in(event, _besides_reviewer(recorded)):
        says = {_REVIEWER: reviewer_id}
    at = msgspec.to_builtins(recorded.meta.recorded_at)
    return Fact(recorded.position, at, event.name, says)


def likeness_fact_of(recorded: Recorded, person_id: PersonId) -> Fact | None:
    """An event that carries the tag of a person's cameo; None where it is told as theirs, or not for them."""
    event = recorded.event
    if not isinstance(event, OF_LIKENESS) or person_id in tags_in(event, _TAG_FIELDS[type(event)]):
        return None
    return fact_of(recorded, person_id)


def _in_confidence(recorded: Recorded, person_id: PersonId) -> bool:
    match recorded.event:
        case PersonBlocked(blocker_id=blocker_id) | PersonUnblocked(blocker_id=blocker_id):
            return blocker_id != person_id
        case PersonUnfollowed(follower_id=follower_id):  # by a block, of which it would tell
            return follower_id == person_id != recorded.meta.actor
    return False


def _besides_reviewer(recorded: Recorded) -> tuple[str, ...]:
    return tuple(field for field in _TAG_FIELDS[type(recorded.event)] if field != _REVIEWER)
