"""What an event of the log means to those who are there: which news, and for whom."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from api.cards import visible_rows
from api.notice_cards import notice_cards
from api.reader import Reader
from domain.events import (
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRefused,
    GenerationStarted,
    PersonBlocked,
    PersonErased,
    PersonUnblocked,
)
from domain.ids import ClipId, JobId, PersonId
from domain.store import POSITION_MAX
from projections.views import clip_catalogue, job_status, notices, social_graph

NewsKind = Literal["gone", "people", "notice", "feed", "job"]
NEWS_EVENTS = (
    ClipPublished,
    ClipWithdrawn,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRefused,
    GenerationStarted,
    PersonBlocked,
    PersonErased,
    PersonUnblocked,
)
# Of whoever made more than this, the older clips are looked at again because of the `people` that follows.
CLIPS_GONE_MAX = 500

JobStatus = Literal["started", "completed", "failed", "cancelled", "refused"]
_JOB_STATUS: dict[type[Event], JobStatus] = {
    GenerationStarted: "started",
    GenerationCompleted: "completed",
    GenerationFailed: "failed",
    GenerationCancelled: "cancelled",
    GenerationRefused: "refused",
}


class News(NamedTuple):
    """What is told, and to whom; an `audience` of None is everybody who is there."""

    kind: NewsKind
    data: dict[str, Any]
    audience: frozenset[PersonId] | None

    def concerns(self, person_id: PersonId) -> bool:
        """Whether a person is told."""
        return self.audience is None or person_id in self.audience


class Told(NamedTuple):
    """One piece of news with its place in the log."""

    position: int
    news: News


def news_of(event: Event, reader: Reader) -> Iterator[News]:
    """The news in one event. A clip that goes is told to all: its id says nothing, and anybody may show it."""
    match event:
        case ClipWithdrawn(clip_id=clip_id):
            yield News("gone", {"clip_ids": [clip_id]}, None)
        case PersonBlocked(blocker_id=one, blocked_id=other):
            yield from _hidden(reader, one, other)
            yield from _hidden(reader, other, one)
            yield News("people", {}, frozenset((one, other)))
        case PersonUnblocked(blocker_id=one, blocked_id=other):
            yield News("people", {}, frozenset((one, other)))
        case PersonErased():  # their words and name vanish everywhere; their clips are told one by one
            yield News("people", {}, None)
        case ClipPublished(maker_id=maker_id):
            yield News("feed", {}, social_graph.followers(reader.views, maker_id))
        case _ if type(event) in _JOB_STATUS:
            yield from _job_news(event, reader)


def notice_news(reader: Reader, person_ids: Collection[PersonId], after: int, upto: int) -> Iterator[Told]:
    """The notices of some people between two positions."""
    for row in notices.between(reader.views, person_ids, after, upto):
        for card in notice_cards(reader, row.recipient_id, (row,)):
            news = News("notice", msgspec.to_builtins(card), frozenset((row.recipient_id,)))
            yield Told(row.position, news)


def merged(told: Sequence[Told]) -> list[Told]:
    """The same news with neighbouring `gone`s for the same people in one: a revocation may reach very many."""
    out: list[Told] = []
    for each in told:
        last = out[-1].news if out else None
        is_more = last is not None and each.news.kind == last.kind == "gone"
        if is_more and each.news.audience == last.audience and len(last.data["clip_ids"]) < CLIPS_GONE_MAX:
            clip_ids = last.data["clip_ids"] + each.news.data["clip_ids"]
            out[-1] = Told(each.position, last._replace(data={"clip_ids": clip_ids}))
        else:
            out.append(each)
    return out


def _hidden(reader: Reader, viewer_id: PersonId, maker_id: PersonId) -> Iterator[News]:
    """That a maker's clips are gone for somebody, but for those that show themselves."""
    made = clip_catalogue.by_makers(reader.views, (maker_id,), CLIPS_GONE_MAX, POSITION_MAX)
    clip_ids: list[ClipId] = [row.clip_id for row in made]
    kept = {row.clip_id for row in visible_rows(reader, viewer_id, clip_ids)}
    if hidden := [each for each in clip_ids if each not in kept]:
        yield News("gone", {"clip_ids": hidden}, frozenset((viewer_id,)))


def _job_news(event: Event, reader: Reader) -> Iterator[News]:
    job_id: JobId = event.job_id
    maker_id: PersonId | None = getattr(event, "maker_id", None)
    if maker_id is None:
        row = job_status.get(reader.views, job_id)
        maker_id = None if row is None else row.maker_id
    if maker_id is not None:
        yield News("job", {"job_id": job_id, "status": _JOB_STATUS[type(event)]}, frozenset((maker_id,)))
