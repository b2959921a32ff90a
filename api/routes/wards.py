"""A guardian's page: linked teens, caps, signed counts, and the grants that wait for approval."""

import asyncio
import base64
from datetime import date, datetime, timedelta

import msgspec
from litestar import Response, get, post, put
from litestar.params import FromQuery, JSONBody

from api.cards import Maker, handle_of
from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import now
from api.problems import DayInvalid
from api.wellbeing.ward_counts import (
    COUNTS_KEY,
    SignedCounts,
    StandingGrant,
    casters_count,
    counted,
    counts_key,
    signed,
    standing_grants,
    ward,
)
from api.wire import CapsBody, IdInPath
from domain.consent import Themes
from domain.days import day_begins, day_of
from domain.decisions.guardians import ApproveGrant, SetCaps
from domain.errors import GrantUnknown
from domain.events import Caps, Terms
from domain.ids import GrantId, LinkId, PersonId
from projections.views import audit_trail, guardianship, member_directory

WARDS_MAX = 100


class WardCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """A teen whose guardian one is or was; `ended_by_teen` tells of an unlinking, `came_of_age` of turning 18."""

    link_id: LinkId
    teen: Maker
    linked_at: datetime | None
    ended_at: datetime | None = None
    ended_by_teen: bool | None = None
    came_of_age: bool = False
    caps: Caps | None = None


class WardGrant(msgspec.Struct, frozen=True):
    """A grant of a teen's, as far as approving it needs."""

    grant_id: GrantId
    grantee: Maker
    terms: Terms
    themes: Themes | None
    approved: bool


class PublicKey(msgspec.Struct, frozen=True):
    """An Ed25519 key to check signatures with: its 32 bytes in base64."""

    purpose: str
    public_key: str


@get("/wards")
async def wards(principal: Asker, reader: Views) -> Response[list[WardCard]]:
    """The teens whose guardian one is, and was until one of the two ended it."""
    rows = guardianship.wards_of(reader.views, principal.person_id, WARDS_MAX)
    members = member_directory.get_many(reader.views, {row.teen_id for row in rows})
    found = [
        WardCard(
            link_id=row.link_id,
            teen=Maker(row.teen_id, handle_of(members, row.teen_id)),
            linked_at=row.linked_at,
            ended_at=row.ended_at,
            ended_by_teen=None if row.ender_id is None else row.ender_id == row.teen_id and not row.of_age,
            came_of_age=bool(row.of_age),
            caps=(row.caps or Caps()) if row.stands else None,
        )
        for row in rows
    ]
    return answer(found, reader.position)


@put("/wards/{person_id:str}/caps", status_code=204)
async def set_caps(
    person_id: IdInPath, data: JSONBody[CapsBody], principal: Asker, wiring: Parts, desk: Commands
) -> Response[None]:
    """Bound what a linked teen makes and watches in a day, who may write to them, and their feed."""
    found = ward(wiring.ledger, principal.person_id, PersonId(person_id))
    command = SetCaps(
        link_id=found.link_id,
        teen_id=found.teen_id,
        guardian_id=found.guardian_id,
        caps=Caps(**msgspec.structs.asdict(data)),
    )
    receipt = await desk.handle(command)
    if not data.personalised:  # and what it was built on until now
        await asyncio.to_thread(wiring.feed.forget, found.teen_id)
    return answer(None, receipt.position, 204)


@get("/wards/{person_id:str}/counts")
async def counts(
    person_id: IdInPath,
    principal: Asker,
    wiring: Parts,
    reader: Views,
    audit_reader: Views,
    day: FromQuery[date | None] = None,
) -> Response[SignedCounts]:
    """A linked teen's day (by the clock that their caps say; today where none is named) in signed numbers.

    Never what they stand for.
    """
    found = ward(wiring.ledger, principal.person_id, PersonId(person_id))
    at = now()
    offset_min = guardianship.caps_on(reader.views, found.teen_id).utc_offset_min
    today = day_of(at, offset_min)
    day = day or today
    if not day_of(found.linked_at, offset_min) <= day <= today:
        raise DayInvalid
    grants = standing_grants(wiring.ledger, found)
    told = counted(
        found,
        day,
        audit_reader.position,
        audit_trail.counts_on(audit_reader.views, found.teen_id, *_span(day, offset_min)),
        wiring.watched.count(found.teen_id, day),
        grants,
        casters_count(wiring.ledger, grants, at),
    )
    return answer(signed(wiring.keys, told), audit_reader.position)


@get("/wards/{person_id:str}/grants")
async def grants(
    person_id: IdInPath, principal: Asker, wiring: Parts, reader: Views
) -> Response[list[WardGrant]]:
    """The grants of a linked teen that nobody revoked, with their terms; the teen is cast by approved ones."""
    found = standing_grants(wiring.ledger, ward(wiring.ledger, principal.person_id, PersonId(person_id)))
    members = member_directory.get_many(reader.views, {each.granted.grantee_id for each in found})
    return answer([_grant(each, members) for each in found], reader.position)


@post("/wards/{person_id:str}/grants/{grant_id:str}/approve", status_code=204)
async def approve(
    person_id: IdInPath, grant_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands
) -> Response[None]:
    """Agree to a grant of a linked teen's; it holds as long as the link stands."""
    found = ward(wiring.ledger, principal.person_id, PersonId(person_id))
    for each in standing_grants(wiring.ledger, found):
        if each.granted.grant_id == grant_id:
            command = ApproveGrant(
                grant_id=each.granted.grant_id,
                cameo_id=each.granted.cameo_id,
                link_id=found.link_id,
                guardian_id=found.guardian_id,
            )
            return answer(None, (await desk.handle(command)).position, 204)
    raise GrantUnknown


@get("/keys/counts")
async def public_key(wiring: Parts) -> PublicKey:
    """The server's public key for signed counts."""
    return PublicKey(COUNTS_KEY, base64.b64encode(counts_key(wiring.keys).public().raw).decode())


def _span(day: date, utc_offset_min: int) -> tuple[datetime, datetime]:
    """When a day begins and when the next one does."""
    return day_begins(day, utc_offset_min), day_begins(day + timedelta(days=1), utc_offset_min)


def _grant(found: StandingGrant, members: dict[PersonId, member_directory.Member]) -> WardGrant:
    granted = found.granted
    themes = None if granted.themes is None else msgspec.json.decode(granted.themes, type=Themes)
    return WardGrant(
        grant_id=granted.grant_id,
        grantee=Maker(granted.grantee_id, handle_of(members, granted.grantee_id)),
        terms=granted.terms,
        themes=themes,
        approved=found.approved,
    )


ROUTES = (wards, set_caps, counts, grants, approve, public_key)
