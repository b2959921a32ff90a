"""The log's public account of itself: its key, its signed heads, and proofs, of which each is hashes alone."""

import base64
from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.params import PathParameter, QueryParameter

from api.desk import Parts, answer
from domain.notary import Unproved
from domain.store import POSITION_MAX

TEXT = "text/plain; charset=utf-8"
PositionInPath = Annotated[int, PathParameter(ge=1, le=POSITION_MAX)]
SizeInQuery = Annotated[int, QueryParameter(ge=0, le=POSITION_MAX)]
SizeInQueryOrNone = Annotated[int | None, QueryParameter(ge=1, le=POSITION_MAX)]


class ConsistencyProof(msgspec.Struct, frozen=True):
    """That the log of `from_size` entries is the beginning of that of `to_size`; hashes in base64."""

    from_size: int
    to_size: int
    hashes: list[str]


@get("/proof/key", media_type=TEXT)
async def proof_key(wiring: Parts) -> str:
    """The log's public key, as `castmates-verify --key` takes it."""
    return wiring.proofs.notary.public_key.text() + "\n"


@get("/proof/checkpoint", media_type=TEXT, sync_to_thread=True)
def proof_checkpoint(wiring: Parts, size: SizeInQueryOrNone = None) -> str:
    """The newest signed head with its cosignatures, or the one of exactly `size` entries."""
    notary = wiring.proofs.notary
    head = notary.latest() if size is None else notary.head_of_size(size)
    if head is None:
        raise Unproved
    return head.note


@get("/proof/consistency", sync_to_thread=True)
def proof_consistency(
    wiring: Parts, from_size: SizeInQuery, to_size: SizeInQuery
) -> Response[ConsistencyProof]:
    """What shows that the log of one size is the beginning of that of another."""
    found = wiring.proofs.notary.consistency(from_size, to_size)
    hashes = [base64.b64encode(each).decode() for each in found.hashes]
    return answer(ConsistencyProof(found.old_size, found.size, hashes), found.size)


@get("/proof/inclusion/{position:int}", media_type=TEXT, sync_to_thread=True)
def proof_inclusion(position: PositionInPath, wiring: Parts) -> str:
    """The `tlog-proof` of the entry at a position under the newest head; what the entry says is not in it."""
    notary = wiring.proofs.notary
    head = notary.latest()
    if head is None:
        raise Unproved
    return notary.inclusion(position, head).text()


ROUTES = (proof_key, proof_checkpoint, proof_consistency, proof_inclusion)
