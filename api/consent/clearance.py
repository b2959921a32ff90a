"""What each step of a job asks the gate: the cast of its request, judged anew at this moment."""

from api.consent.casting import CastingOffice
from api.minting import mint, now
from domain.events import GenerationRequested
from domain.ids import RefusalId
from render_cluster.dispatcher import Clearance


def clearance_of(office: CastingOffice, requested: GenerationRequested) -> Clearance:
    """The clearance to ask for on behalf of a job; themes that were named since its request are read."""
    return Clearance(requested.maker_id, RefusalId(mint("refusal")), now(), office.reread(requested))
