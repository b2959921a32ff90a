"""Join by invite, see oneself, hand out and revoke one's own bearer tokens."""

import msgspec
from litestar import Response, delete, get, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import handle_digest, mint, mint_secret, now, secret_digest
from api.principal import make_token
from api.problems import ViewBehind
from api.wire import IdInPath, JoinBody
from domain.decisions.accounts import IssueAccess, JoinByInvite, RevokeAccess
from domain.errors import Refused
from domain.events import InviteIssued
from domain.ids import AccessId, InviteId, PersonId, allowance_id, country_id
from domain.limits import INVITES_PER_PERSON
from projections.views import allowance, guardianship, member_directory


class Joined(msgspec.Struct, frozen=True):
    """A new member: the token is shown this once."""

    person_id: PersonId
    handle: str
    token: str
    invites: tuple[InviteId, ...]


class Me(msgspec.Struct, frozen=True):
    """What the community knows of oneself."""

    person_id: PersonId
    handle: str | None
    age_band: str
    country: str
    clips_left_today: int


class NewAccess(msgspec.Struct, frozen=True):
    """A further bearer token, shown this once."""

    access_id: AccessId
    token: str


@post("/accounts")
async def join(data: JSONBody[JoinBody], wiring: Parts, front_desk: Commands) -> Response[Joined]:
    """Spend an invite and become a member."""
    person_id, access_id = PersonId(mint("person")), AccessId(mint("access"))
    secret, handle = mint_secret(), data.handle.strip().lower()
    # The key must stand before the first fact that is sealed with it.
    wiring.keys.create(person_id)
    command = JoinByInvite(
        person_id=person_id,
        invite_id=data.invite,
        handle=handle,
        handle_digest=handle_digest(wiring.keys, handle),
        birth_date=data.birth_date,
        country_id=country_id(data.country),
        access_id=access_id,
        secret_digest=secret_digest(secret),
        own_invite_ids=tuple(InviteId(mint("invite")) for _ in range(INVITES_PER_PERSON)),
        at=now(),
    )
    try:
        receipt = await front_desk.handle_once(command)
    except Refused:
        wiring.keys.destroy(person_id)
        raise
    invites = tuple(event.invite_id for event in receipt.events if isinstance(event, InviteIssued))
    joined = Joined(person_id, handle, make_token(access_id, secret), invites)
    return answer(joined, receipt.position, 201)


@get("/me")
async def me(principal: Asker, wiring: Parts, reader: Views) -> Response[Me]:
    """Oneself."""
    member = member_directory.get(reader.views, principal.person_id)
    if member is None:  # the log knows the token's holder, so the view must be behind
        raise ViewBehind
    cap = guardianship.caps_on(reader.views, principal.person_id).clips_made_max
    per_day = wiring.settings.allowance_per_day
    used = allowance.used_count(reader.views, allowance_id(principal.person_id, now().date()))
    return answer(
        Me(
            person_id=member.person_id,
            handle=member.handle,
            age_band=member.age_band,
            country=member.country_id.removeprefix("country-").upper(),
            clips_left_today=max(0, (per_day if cap is None else min(per_day, cap)) - used),
        ),
        reader.position,
    )


@post("/access")
async def issue_access(principal: Asker, desk: Commands) -> Response[NewAccess]:
    """Hand oneself a further token, for another device."""
    access_id, secret = AccessId(mint("access")), mint_secret()
    receipt = await desk.handle_once(
        IssueAccess(access_id=access_id, person_id=principal.person_id, secret_digest=secret_digest(secret))
    )
    return answer(NewAccess(access_id, make_token(access_id, secret)), receipt.position, 201)


@delete("/access/{access_id:str}", status_code=204)
async def revoke_access(access_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Make a token of one's own worthless; `current` is the one that asks."""
    target = principal.access_id if access_id == "current" else AccessId(access_id)
    receipt = await desk.handle(RevokeAccess(access_id=target, person_id=principal.person_id))
    return answer(None, receipt.position, 204)


ROUTES = (join, me, issue_access, revoke_access)
