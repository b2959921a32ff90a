"""Finding people, and what stands behind the figures of a profile: who follows whom, and clips further back."""

from collections.abc import Collection, Sequence

import msgspec
from litestar import Response, get

from api.cards import ClipCard, cards
from api.desk import Asker, Parts, Views, answer
from api.guess_limit import Bound
from api.reader import Reader
from api.wire import HandlePart, IdInPath, PositionInQuery
from domain.errors import PersonUnknown
from domain.ids import PersonId
from domain.store import POSITION_MAX
from projections.views import clip_catalogue, member_directory, social_graph
from projections.views.member_directory import Member

FOUND_MAX = 20
# As fast as anybody types; whoever would list all members needs days.
FINDS = Bound("people found", 120, 60.0)
PAGE_MAX = 50
CLIPS_MAX = 30


class PersonCard(msgspec.Struct, frozen=True):
    """A member in a list."""

    person_id: PersonId
    handle: str
    followed_by_me: bool


class PeoplePage(msgspec.Struct, frozen=True):
    """Some people; `next` is where earlier ones follow."""

    people: list[PersonCard]
    next: int | None


class ClipPage(msgspec.Struct, frozen=True):
    """Some clips; `next` is where older ones follow."""

    clips: list[ClipCard]
    next: int | None


@get("/people")
async def find(
    principal: Asker, reader: Views, wiring: Parts, find: HandlePart = ""
) -> Response[list[PersonCard]]:
    """Members by a part of their handle, without one those whom one follows; nobody of a block, either way."""
    views, me = reader.views, principal.person_id
    blocked = social_graph.blocked_either_way(views, me)
    text = find.strip().removeprefix("@").lower()
    if text:
        wiring.tries.take(FINDS, me)
        found = member_directory.find(views, text, FOUND_MAX, blocked | {me})
    else:
        ties = social_graph.newest_following(views, me, FOUND_MAX, POSITION_MAX)
        found = _members(reader, ties, blocked)
    return answer(_cards(reader, me, found), reader.position)


@get("/blocks")
async def blocked(principal: Asker, reader: Views) -> Response[list[PersonCard]]:
    """Whom one has blocked, by handle; who has blocked oneself is not for one to know."""
    members = member_directory.get_many(
        reader.views, social_graph.blocked_by(reader.views, principal.person_id)
    )
    cards = _cards(reader, principal.person_id, list(members.values()))
    return answer(sorted(cards, key=lambda card: card.handle), reader.position)


@get("/people/{person_id:str}/followers")
async def followers(
    person_id: IdInPath, principal: Asker, reader: Views, before: PositionInQuery = POSITION_MAX
) -> Response[PeoplePage]:
    """Who follows a member, the latest first; `before` is the `next` of the page before."""
    target = _shown(reader, principal.person_id, person_id)
    ties = social_graph.newest_followers(reader.views, target, PAGE_MAX, before)
    return answer(_page(reader, principal.person_id, ties), reader.position)


@get("/people/{person_id:str}/following")
async def following(
    person_id: IdInPath, principal: Asker, reader: Views, before: PositionInQuery = POSITION_MAX
) -> Response[PeoplePage]:
    """Whom a member follows, the latest first; `before` is the `next` of the page before."""
    target = _shown(reader, principal.person_id, person_id)
    ties = social_graph.newest_following(reader.views, target, PAGE_MAX, before)
    return answer(_page(reader, principal.person_id, ties), reader.position)


@get("/people/{person_id:str}/clips")
async def clips(
    person_id: IdInPath, principal: Asker, reader: Views, before: PositionInQuery = POSITION_MAX
) -> Response[ClipPage]:
    """A member's published clips, newest first; `before` is the `next` of the page before."""
    target = _shown(reader, principal.person_id, person_id)
    rows = clip_catalogue.by_makers(reader.views, [target], CLIPS_MAX, before)
    found = cards(reader, principal.person_id, [row.clip_id for row in rows])
    next_position = rows[-1].published_position if len(rows) == CLIPS_MAX else None
    return answer(ClipPage(found, next_position), reader.position)


def _shown(reader: Reader, viewer_id: PersonId, person_id: str) -> PersonId:
    """A member whom the viewer may look at. Raises PersonUnknown where a block lies between them, too."""
    member = member_directory.get(reader.views, PersonId(person_id))
    if member is None or member.person_id in social_graph.blocked_either_way(reader.views, viewer_id):
        raise PersonUnknown
    return member.person_id


def _page(reader: Reader, viewer_id: PersonId, ties: Sequence[social_graph.Tie]) -> PeoplePage:
    blocked = social_graph.blocked_either_way(reader.views, viewer_id)
    people = _cards(reader, viewer_id, _members(reader, ties, blocked))
    return PeoplePage(people, ties[-1].position if len(ties) == PAGE_MAX else None)


def _members(reader: Reader, ties: Sequence[social_graph.Tie], blocked: Collection[PersonId]) -> list[Member]:
    members = member_directory.get_many(reader.views, {tie.person_id for tie in ties})
    return [
        members[tie.person_id] for tie in ties if tie.person_id in members and tie.person_id not in blocked
    ]


def _cards(reader: Reader, viewer_id: PersonId, members: Sequence[Member]) -> list[PersonCard]:
    """Cards of members in the order given; whoever left has no handle, and no card."""
    followed = social_graph.following(reader.views, viewer_id)
    return [
        PersonCard(member.person_id, member.handle, member.person_id in followed)
        for member in members
        if member.handle is not None
    ]


ROUTES = (find, blocked, followers, following, clips)
