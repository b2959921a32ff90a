"""Ending consent: one grant, all of it, one clip, the cameo; and the receipt of what that reached."""

import asyncio

from litestar import Response, delete, get, post

from api.desk import Asker, Commands, Parts, Views, answer
from api.minting import mint
from api.principal import Principal
from api.revocation_receipts import Revocation, revocation, revocations_of
from api.wire import IdInPath
from api.wiring import Wiring
from domain.decider import Clause
from domain.decisions.revocations import EraseCameo, RevokeConsent, WithdrawAsSubject
from domain.errors import CameoUnknown, ClipUnknown, GrantUnknown
from domain.events import CameoErased, CameoGranted, ConsentRevoked, GenerationRequested, GuardianLinked
from domain.ids import CameoId, ClipId, GrantId, PersonId, RevocationId
from domain.ledger import Ledger, Receipt
from domain.reach import ROOTS, Root


@post("/cameos/{cameo_id:str}/revocations", status_code=201)
async def revoke_all(
    cameo_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands
) -> Response[Revocation]:
    """Revoke all consent to a cameo: what others made with it is down before this is answered."""
    command = RevokeConsent(
        revocation_id=_new_id(), cameo_id=CameoId(cameo_id), revoker_id=principal.person_id
    )
    receipt = await desk.handle(command)
    root = _begun(receipt) or _earlier(wiring.ledger, CameoId(cameo_id), None)
    return await _settled(wiring, principal, root, 201)


@delete("/grants/{grant_id:str}", status_code=200)
async def revoke_grant(
    grant_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands
) -> Response[Revocation]:
    """Revoke one grant: what was made by it is down before this is answered."""
    granted = wiring.ledger.read((Clause((CameoGranted,), (grant_id,)),))
    if not granted:
        raise GrantUnknown
    cameo_id = granted[0].event.cameo_id
    command = RevokeConsent(
        revocation_id=_new_id(),
        cameo_id=cameo_id,
        revoker_id=principal.person_id,
        grant_id=GrantId(grant_id),
    )
    try:
        receipt = await desk.handle(command)
    except CameoUnknown:
        raise GrantUnknown from None
    root = _begun(receipt) or _earlier(wiring.ledger, cameo_id, GrantId(grant_id))
    return await _settled(wiring, principal, root)


@delete("/made-of-me/{clip_id:str}", status_code=200)
async def withdraw_as_subject(
    clip_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands
) -> Response[Revocation]:
    """Take down a clip in which one is depicted, or one's ward is, with what was made after it."""
    command = WithdrawAsSubject(
        revocation_id=_new_id(),
        cameo_id=_cameo_in(wiring.ledger, ClipId(clip_id), principal.person_id),
        revoker_id=principal.person_id,
        clip_id=ClipId(clip_id),
    )
    try:
        receipt = await desk.handle(command)
    except CameoUnknown:
        raise ClipUnknown from None
    return await _settled(wiring, principal, _begun(receipt))


@delete("/cameos/{cameo_id:str}", status_code=200)
async def erase_cameo(
    cameo_id: IdInPath, principal: Asker, wiring: Parts, desk: Commands
) -> Response[Revocation]:
    """Give up one's cameo for good: every clip with it goes, and the key that sealed the likeness."""
    command = EraseCameo(revocation_id=_new_id(), cameo_id=CameoId(cameo_id), owner_id=principal.person_id)
    receipt = await desk.handle(command)
    root = _begun(receipt) or _erased(wiring.ledger, CameoId(cameo_id))
    return await _settled(wiring, principal, root)


@get("/revocations")
async def revocations(principal: Asker, wiring: Parts, reader: Views) -> Response[list[Revocation]]:
    """Each time that consent to one's likeness ended, newest first, without the list of what it reached."""
    found = await asyncio.to_thread(revocations_of, wiring.ledger, principal.person_id)
    return answer(found, reader.position)


@get("/revocations/{revocation_id:str}")
async def revocation_receipt(
    revocation_id: IdInPath, principal: Asker, wiring: Parts, reader: Views
) -> Response[Revocation]:
    """What a revocation reached, and when."""
    found = revocation(wiring.ledger, reader.views, principal.person_id, RevocationId(revocation_id))
    return answer(found, reader.position)


async def _settled(
    wiring: Wiring, principal: Principal, root: Root, status: int = 200
) -> Response[Revocation]:
    """The receipt, once what it says is true everywhere."""
    await wiring.settling.revocation(root)
    with wiring.views.snapshot() as views:
        found = revocation(wiring.ledger, views, principal.person_id, root.revocation_id)
    return answer(found, wiring.position_watch.position(), status)


def _new_id() -> RevocationId:
    return RevocationId(mint("revocation"))


def _begun(receipt: Receipt) -> Root | None:
    return next((event for event in receipt.events if isinstance(event, ROOTS)), None)


def _earlier(ledger: Ledger, cameo_id: CameoId, grant_id: GrantId | None) -> Root:
    """The revocation that had ended this consent before."""
    found = [each.event for each in ledger.read((Clause((ConsentRevoked,), (cameo_id,)),))]
    return next(each for each in reversed(found) if each.grant_id in (grant_id, None))


def _erased(ledger: Ledger, cameo_id: CameoId) -> Root:
    return ledger.read((Clause((CameoErased,), (cameo_id,)),))[-1].event


def _cameo_in(ledger: Ledger, clip_id: ClipId, asker_id: PersonId) -> CameoId:
    """The cameo of the asker, or else of somebody whose guardian they were linked as, in a clip."""
    asked = (each.event for each in ledger.read((Clause((GenerationRequested,), (clip_id,)),)))
    cast = [casting for each in asked if each.clip_id == clip_id for casting in each.cast]
    linked = ledger.read((Clause((GuardianLinked,), (asker_id,)),))
    people = [asker_id, *(each.event.teen_id for each in linked)]  # the decision asks whether a link stands
    for person_id in people:
        for casting in cast:
            if casting.owner_id == person_id:
                return casting.cameo_id
    raise ClipUnknown


ROUTES = (revoke_all, revoke_grant, withdraw_as_subject, erase_cameo, revocations, revocation_receipt)
