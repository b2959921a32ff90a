"""One's own invites: see, take back, give again."""

import msgspec
from litestar import Response, delete, get, post

from api.desk import Asker, Commands, Views, answer
from api.minting import mint
from api.wire import IdInPath
from domain.decisions.invites import IssueInvite, VoidInvite
from domain.events import InviteIssued
from domain.ids import InviteId
from projections.views import invite_tree


class Invite(msgspec.Struct, frozen=True):
    """A code that lets one person in."""

    invite: InviteId


@get("/invites")
async def list_invites(principal: Asker, reader: Views) -> Response[list[invite_tree.Invite]]:
    """One's own invites and what became of each."""
    rows = invite_tree.invites_of(reader.views, principal.person_id)
    return answer(rows, reader.position)


@post("/invites")
async def issue_invite(principal: Asker, desk: Commands) -> Response[Invite]:
    """Fill a place that a taken-back invite left free."""
    receipt = await desk.handle(
        IssueInvite(invite_id=InviteId(mint("invite")), issuer_id=principal.person_id)
    )
    (issued,) = (event for event in receipt.events if isinstance(event, InviteIssued))
    return answer(Invite(issued.invite_id), receipt.position, 201)


@delete("/invites/{invite_id:str}", status_code=204)
async def void_invite(invite_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Take an unspent invite back."""
    receipt = await desk.handle(VoidInvite(invite_id=InviteId(invite_id), issuer_id=principal.person_id))
    return answer(None, receipt.position, 204)


ROUTES = (list_invites, issue_invite, void_invite)
