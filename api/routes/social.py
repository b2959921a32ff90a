"""Other people: who they are, and following and blocking them."""

import msgspec
from litestar import Response, delete, get, put

from api.cards import ClipCard, cards
from api.desk import Asker, Commands, Views, answer
from api.wire import IdInPath, PersonInPath
from domain.decisions.social import BlockPerson, FollowPerson, UnblockPerson, UnfollowPerson
from domain.errors import PersonUnknown
from domain.ids import PersonId
from domain.store import POSITION_MAX
from projections.views import clip_catalogue, member_directory, social_graph

PROFILE_CLIPS_MAX = 30


class Profile(msgspec.Struct, frozen=True):
    """A member as others see them."""

    person_id: PersonId
    handle: str | None
    following_count: int
    followers_count: int
    followed_by_me: bool
    blocked_by_me: bool
    clips: list[ClipCard]


@get("/people/{person:str}")
async def profile(person: PersonInPath, principal: Asker, reader: Views) -> Response[Profile]:
    """A member, by id or by `@handle`; whoever blocked the asker is not found."""
    views = reader.views
    if person.startswith("@"):
        member = member_directory.by_handle(views, person[1:].lower())
    else:
        member = member_directory.get(views, PersonId(person))
    blocked_by_me = social_graph.blocked_by(views, principal.person_id)
    blocking_me = social_graph.blocked_either_way(views, principal.person_id) - blocked_by_me
    if member is None or member.person_id in blocking_me:
        raise PersonUnknown
    newest = clip_catalogue.by_makers(views, [member.person_id], PROFILE_CLIPS_MAX, POSITION_MAX)
    found = Profile(
        person_id=member.person_id,
        handle=member.handle,
        following_count=len(social_graph.following(views, member.person_id)),
        followers_count=len(social_graph.followers(views, member.person_id)),
        followed_by_me=social_graph.is_following(views, principal.person_id, member.person_id),
        blocked_by_me=member.person_id in blocked_by_me,
        clips=cards(reader, principal.person_id, [row.clip_id for row in newest]),
    )
    return answer(found, reader.position)


@put("/people/{person_id:str}/follow", status_code=204)
async def follow(person_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Begin to follow somebody."""
    receipt = await desk.handle(FollowPerson(self_id=principal.person_id, other_id=PersonId(person_id)))
    return answer(None, receipt.position, 204)


@delete("/people/{person_id:str}/follow", status_code=204)
async def unfollow(person_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Cease to follow somebody."""
    receipt = await desk.handle(UnfollowPerson(self_id=principal.person_id, other_id=PersonId(person_id)))
    return answer(None, receipt.position, 204)


@put("/people/{person_id:str}/block", status_code=204)
async def block(person_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Shut somebody out, in both directions."""
    receipt = await desk.handle(BlockPerson(self_id=principal.person_id, other_id=PersonId(person_id)))
    return answer(None, receipt.position, 204)


@delete("/people/{person_id:str}/block", status_code=204)
async def unblock(person_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Lift one's own block."""
    receipt = await desk.handle(UnblockPerson(self_id=principal.person_id, other_id=PersonId(person_id)))
    return answer(None, receipt.position, 204)


ROUTES = (profile, follow, unfollow, block, unblock)
