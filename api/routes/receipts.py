"""The copy of a consent that its owner and its grantee may keep, as JSON or as a page to print."""

from datetime import UTC
from importlib.resources import files
from typing import Any

from litestar import Request, Response, get

from api import printed_pages
from api.cards import handle_of
from api.consent.consent_receipts import as_dpv, as_page, read_consent
from api.desk import Asker, Parts, Views
from api.minting import now
from api.wire import IdInPath
from domain.ids import GrantId
from projections.views import member_directory

JSON_LD = "application/ld+json"


@get("/grants/{grant_id:str}/receipt")
async def consent_receipt(
    grant_id: IdInPath, request: Request[Any, Any, Any], principal: Asker, wiring: Parts, reader: Views
) -> Response[Any]:
    """A consent after ISO/IEC TS 27560 in W3C DPV's words; with `Accept: text/html` as a page."""
    consent = read_consent(wiring.ledger, GrantId(grant_id), principal.person_id, now().astimezone(UTC))
    controller = wiring.proofs.notary.public_key.name
    if "text/html" not in request.headers.get("accept", ""):
        return Response(as_dpv(consent, controller), media_type=JSON_LD, headers={"Vary": "Accept"})
    people = {consent.owner_id, consent.grantee_id}
    members = member_directory.get_many(reader.views, people)
    names = {each: f"@{handle}" for each in people if (handle := handle_of(members, each))}
    page = as_page(consent, controller, names)
    return Response(page, media_type="text/html", headers=printed_pages.HEADERS)


@get("/pages/receipt.css", media_type="text/css", sync_to_thread=False)
def receipt_style() -> bytes:
    """The style of that page."""
    return (files("api") / "pages" / "receipt.css").read_bytes()


ROUTES = (consent_receipt, receipt_style)
