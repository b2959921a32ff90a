"""Join by invite, see oneself, hand out and revoke one's own bearer tokens."""

from datetime import datetime
from typing import Literal

import msgspec
from litestar import Response, delete, get, post
from litestar.params import JSONBody

from api.desk import Asker, Commands, Door, Parts, Views, answer
from api.minting import handle_digest, mint, mint_secret, now, secret_digest
from api.principal import make_token
from api.problems import ConfirmationWrong, Unauthenticated, ViewBehind
from api.wire import IdInPath, JoinBody, LeaveBody
from domain.days import day_of
from domain.decider import Clause
from domain.decisions.accounts import IssueAccess, JoinByInvite, RevokeAccess
from domain.decisions.erasures import ErasePerson
from domain.errors import Refused
from domain.events import AccessIssued, AccessRevoked, Client, InviteIssued, PersonErased, PersonJoined, Role
from domain.ids import AccessId, ErasureId, InviteId, PersonId, allowance_id, country_code, country_id
from domain.limits import INVITES_PER_PERSON
from projections.views import allowance, guardianship, member_directory


class Joined(msgspec.Struct, frozen=True):
    """A new member: token and code are shown this once; a browser has the token in its cookie instead."""

    person_id: PersonId
    handle: str
    token: str | None
    invites: tuple[InviteId, ...]
    recovery_code: str


class Me(msgspec.Struct, frozen=True):
    """What the community knows of oneself; a founder is who joined by no member's invite."""

    person_id: PersonId
    handle: str | None
    age_band: str
    country: str
    clips_left_today: int
    roles: tuple[Role | Literal["founder"], ...]


class Device(msgspec.Struct, frozen=True):
    """One token: for which kind of client, since when, and whether it is the one that asks."""

    access_id: AccessId
    client: Client
    issued_at: datetime
    is_this: bool


class Devices(msgspec.Struct, frozen=True):
    """All of one's own tokens that are good."""

    devices: tuple[Device, ...]


class NewAccess(msgspec.Struct, frozen=True):
    """A further bearer token, shown this once."""

    access_id: AccessId
    token: str


class Farewell(msgspec.Struct, frozen=True):
    """What was reached when somebody left, to keep: the erasure stands in the log under this id."""

    erasure_id: ErasureId
    finished_at: datetime
    clips_count: int
    jobs_count: int
    files_count: int


@post("/accounts")
async def join(data: JSONBody[JoinBody], wiring: Parts, door: Door, front_desk: Commands) -> Response[Joined]:
    """Spend an invite and become a member."""
    person_id, access_id = PersonId(mint("person")), AccessId(mint("access"))
    secret, handle = mint_secret(), data.handle.strip().lower()
    code, code_digest = await wiring.codes.new()
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
        recovery_digest=code_digest,
        client=door.client,
    )
    try:
        receipt = await front_desk.handle_once(command)
    except Refused:
        wiring.keys.destroy(person_id)
        raise
    invites = tuple(event.invite_id for event in receipt.events if isinstance(event, InviteIssued))
    token = make_token(access_id, secret)
    joined = Joined(person_id, handle, door.shown(token), invites, code)
    return door.let_in(answer(joined, receipt.position, 201), token)


@get("/me")
async def me(principal: Asker, wiring: Parts, reader: Views) -> Response[Me]:
    """Oneself."""
    member = member_directory.get(reader.views, principal.person_id)
    if member is None:  # the log knows the token's holder, so the view must be behind
        raise ViewBehind
    caps = guardianship.caps_on(reader.views, principal.person_id)
    cap, today = caps.clips_made_max, day_of(now(), caps.utc_offset_min)
    per_day = wiring.settings.allowance_per_day
    used = allowance.used_count(reader.views, allowance_id(principal.person_id, today))
    return answer(
        Me(
            person_id=member.person_id,
            handle=member.handle,
            age_band=member.age_band,
            country=country_code(member.country_id),
            clips_left_today=max(0, (per_day if cap is None else min(per_day, cap)) - used),
            roles=(
                *sorted(wiring.gate.roles(principal.person_id).held),
                *(("founder",) if member.invited_by is None else ()),
            ),
        ),
        reader.position,
    )


@get("/access")
async def devices(principal: Asker, wiring: Parts) -> Response[Devices]:
    """Where one is signed in: every token of one's own that is good, oldest first."""
    found: dict[AccessId, Device] = {}
    boundary = (Clause((AccessIssued, AccessRevoked), (principal.person_id,)),)
    for recorded in wiring.ledger.read(boundary):
        access_id = recorded.event.access_id
        found.pop(access_id, None)
        if isinstance(recorded.event, AccessIssued):
            is_this = access_id == principal.access_id
            issued_at = recorded.meta.recorded_at
            found[access_id] = Device(access_id, recorded.event.client, issued_at, is_this)
    return answer(Devices(tuple(found.values())), wiring.ledger.head())


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


@delete("/account", status_code=200)
async def leave(
    data: JSONBody[LeaveBody], principal: Asker, wiring: Parts, door: Door, desk: Commands
) -> Response[Farewell]:
    """Leave for good: what one made and left behind is gone before this is answered, and so is its key."""
    joined = wiring.ledger.read((Clause((PersonJoined,), (principal.person_id,)),))
    if [each.event.handle for each in joined] != [data.handle.strip().lower()]:
        raise ConfirmationWrong
    command = ErasePerson(erasure_id=ErasureId(mint("erasure")), person_id=principal.person_id)
    receipt = await desk.handle_once(command)
    erased = next((event for event in receipt.events if isinstance(event, PersonErased)), None)
    if erased is None:  # another request of theirs was first
        raise Unauthenticated
    finished = await wiring.settling.erasure(erased)
    farewell = Farewell(
        erasure_id=erased.erasure_id,
        finished_at=finished.meta.recorded_at,
        clips_count=finished.event.clips_count,
        jobs_count=finished.event.jobs_count,
        files_count=finished.event.files_count,
    )
    return door.let_out(answer(farewell, finished.position))


ROUTES = (join, me, devices, issue_access, revoke_access, leave)
