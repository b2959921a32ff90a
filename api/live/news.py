"""What an event of the log means to those who are there: which news, and for whom."""

from collections.abc import Callable, Collection, Iterator
from typing import Any, Literal, NamedTuple

from domain.events import (
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    PersonBlocked,
    PersonUnblocked,
)
from domain.ids import PersonId

NewsKind = Literal["gone", "people", "feed", "job"]
FollowersOf = Callable[[PersonId], Collection[PersonId]]
NEWS_EVENTS = (
    ClipPublished,
    ClipWithdrawn,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    PersonBlocked,
    PersonUnblocked,
)


class News(NamedTuple):
    """What is told, and to whom; an `audience` of None is everybody who is there."""

    kind: NewsKind
    data: dict[str, Any]
    audience: frozenset[PersonId] | None

    def concerns(self, person_id: PersonId) -> bool:
        """Whether a person is told."""
        return self.audience is None or person_id in self.audience


def news_of(event: Event, followers_of: FollowersOf) -> Iterator[News]:
    """The news in one event. A clip that goes is told to all: its id says nothing, and anybody may show it."""
    match event:
        case ClipWithdrawn(clip_id=clip_id):
            yield News("gone", {"clip_ids": [clip_id]}, None)
        case PersonBlocked() | PersonUnblocked():
            yield News("people", {}, frozenset((event.blocker_id, event.blocked_id)))
        case ClipPublished(maker_id=maker_id):
            yield News("feed", {}, frozenset(followers_of(maker_id)))
        case GenerationCompleted() | GenerationFailed() | GenerationCancelled() if event.maker_id is not None:
            told = {"job_id": event.job_id, "status": _status(event)}
            yield News("job", told, frozenset((event.maker_id,)))


def _status(event: Event) -> str:
    return type(event).__name__.removeprefix("Generation").lower()
