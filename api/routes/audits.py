"""What an auditor is told in a dispute: a likeness or a clip as of any position or moment, and its proof file."""

from typing import Annotated

from litestar import Response, get
from litestar.params import QueryParameter

from api.as_of import parse_as_of
from api.consent.audits import AsOf, Told, as_of, audit_clip, audit_subject, claim_of
from api.desk import Parts, answer, auditors_only
from api.minting import now
from api.problems import PlaceInvalid
from api.proving.proofs import proof_file_bytes
from api.wire import IdInPath
from api.wiring import Wiring
from domain.ids import ClipId, PersonId

PROOF_TYPE = "application/json"
Place = Annotated[str | None, QueryParameter(name="as_of", max_length=40)]


def _where(wiring: Wiring, place: str | None) -> AsOf:
    try:
        wanted = parse_as_of(place)
    except ValueError as error:
        raise PlaceInvalid from error
    return as_of(wiring.ledger, wanted, now())


def _proof(wiring: Wiring, told: Told) -> Response[bytes]:
    content = proof_file_bytes(wiring.proofs.notary, told.positions, claim_of(told))
    return Response(content, media_type=PROOF_TYPE)


@get("/audit/subjects/{person_id:str}", guards=[auditors_only], sync_to_thread=True)
def subject(person_id: IdInPath, wiring: Parts, place: Place = None) -> Response[Told]:
    """Who could use a likeness at a moment, under which words, which clips did, what was checked when, by whom."""
    told = audit_subject(wiring.ledger, PersonId(person_id), _where(wiring, place))
    return answer(told, told.as_of.position)


@get("/audit/subjects/{person_id:str}/proof", guards=[auditors_only], sync_to_thread=True)
def subject_proof(person_id: IdInPath, wiring: Parts, place: Place = None) -> Response[bytes]:
    """The proof file of the same: every fact that it rests on, for `castmates-verify`."""
    return _proof(wiring, audit_subject(wiring.ledger, PersonId(person_id), _where(wiring, place)))


@get("/audit/clips/{clip_id:str}", guards=[auditors_only], sync_to_thread=True)
def clip(clip_id: IdInPath, wiring: Parts, place: Place = None) -> Response[Told]:
    """Who is in a clip by whose leave, each check of that, and how it ended."""
    told = audit_clip(wiring.ledger, ClipId(clip_id), _where(wiring, place))
    return answer(told, told.as_of.position)


@get("/audit/clips/{clip_id:str}/proof", guards=[auditors_only], sync_to_thread=True)
def clip_proof(clip_id: IdInPath, wiring: Parts, place: Place = None) -> Response[bytes]:
    """The proof file of the same."""
    return _proof(wiring, audit_clip(wiring.ledger, ClipId(clip_id), _where(wiring, place)))


ROUTES = (subject, subject_proof, clip, clip_proof)
