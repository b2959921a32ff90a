"""Guardians: ask for a link, agree to it, end it, and see one's own."""

import asyncio
from datetime import datetime
from typing import Literal

import msgspec
from litestar import Response, delete, get, post
from litestar.params import JSONBody

from api.cards import Maker, Members, handle_of
from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import mint
from api.wire import GuardianBody, IdInPath
from domain.decider import Clause
from domain.decisions.guardians import AcceptGuardian, AskGuardian, EndGuardian
from domain.errors import LinkUnknown
from domain.events import Caps, GuardianAsked
from domain.ids import LinkId, PersonId
from domain.ledger import Ledger
from projections.views import guardianship, member_directory

LINKS_MAX = 100


class LinkCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """A link of one's own; `ended_by` is who of the two ended it, or that the teen came of age."""

    link_id: LinkId
    they_are: Literal["guardian", "teen"]
    they: Maker
    status: Literal["asked", "stands", "ended"]
    asked_by_me: bool
    asked_at: datetime
    linked_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: Literal["me", "them", "coming_of_age"] | None = None
    caps: Caps | None = None


class NewLink(msgspec.Struct, frozen=True):
    """The id of a link just asked for."""

    link_id: LinkId


@post("/guardians")
async def ask(data: JSONBody[GuardianBody], principal: Asker, desk: Commands) -> Response[NewLink]:
    """Ask an adult to be one's guardian, or a teen to let one be theirs."""
    me, they = principal.person_id, data.person_id
    teen_id, guardian_id = (me, they) if data.they_are == "guardian" else (they, me)
    command = AskGuardian(link_id=LinkId(mint("link")), teen_id=teen_id, guardian_id=guardian_id, asker_id=me)
    receipt = await desk.handle(command)
    return answer(NewLink(receipt.events[0].link_id), receipt.position, 201)


@get("/guardians")
async def links(principal: Asker, reader: Views) -> Response[list[LinkCard]]:
    """One's own links, as a teen and as a guardian, ended ones too; newest first."""
    rows = guardianship.links_of(reader.views, principal.person_id, LINKS_MAX)
    people = {person for row in rows for person in (row.teen_id, row.guardian_id)}
    members = member_directory.get_many(reader.views, people)
    return answer([_card(row, principal.person_id, members) for row in rows], reader.position)


@post("/guardians/{link_id:str}/accept", status_code=204)
async def accept(link_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands) -> Response[None]:
    """Agree to a link that the other asked for."""
    asked = _asked(wiring.ledger, LinkId(link_id))
    command = AcceptGuardian(
        link_id=asked.link_id,
        teen_id=asked.teen_id,
        guardian_id=asked.guardian_id,
        person_id=principal.person_id,
    )
    return answer(None, (await desk.handle(command)).position, 204)


@delete("/guardians/{link_id:str}", status_code=204)
async def end(link_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands) -> Response[None]:
    """End a link, or take back or turn down the ask for one; the other sees that, and when.

    What the guardian had approved is revoked, and what was made by it is down before this is answered.
    """
    asked = _asked(wiring.ledger, LinkId(link_id))
    command = EndGuardian(
        link_id=asked.link_id,
        teen_id=asked.teen_id,
        guardian_id=asked.guardian_id,
        person_id=principal.person_id,
    )
    receipt = await desk.handle(command)
    for unlinked in receipt.events:
        for root in await asyncio.to_thread(wiring.aftermath.lapse, unlinked):
            await wiring.settling.revocation(root)
    return answer(None, max(receipt.position, wiring.ledger.head()), 204)


def _asked(ledger: Ledger, link_id: LinkId) -> GuardianAsked:
    """How a link began, for the decision to hold against the log. Raises LinkUnknown."""
    for recorded in ledger.read((Clause((GuardianAsked,), (link_id,)),)):
        return recorded.event
    raise LinkUnknown


def _card(row: guardianship.Link, me: PersonId, members: Members) -> LinkCard:
    they_are, they = ("guardian", row.guardian_id) if row.teen_id == me else ("teen", row.teen_id)
    status = "asked" if row.linked_at is None else "stands"
    ended_by = None if row.ender_id is None else "me" if row.ender_id == me else "them"
    if row.of_age:
        ended_by = "coming_of_age"
    return LinkCard(
        link_id=row.link_id,
        they_are=they_are,
        they=Maker(they, handle_of(members, they)),
        status=status if row.ended_at is None else "ended",
        asked_by_me=row.asker_id == me,
        asked_at=row.asked_at,
        linked_at=row.linked_at,
        ended_at=row.ended_at,
        ended_by=ended_by,
        caps=row.caps if row.stands else None,
    )


ROUTES = (ask, links, accept, end)
