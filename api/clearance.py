"""What each step of a job asks the gate: the cast of its request, judged anew at this moment."""

from api.minting import mint, now
from domain.events import GenerationRequested
from domain.gate import wishes_of
from domain.ids import RefusalId
from render_cluster.dispatcher import Clearance


def clearance_of(requested: GenerationRequested) -> Clearance:
    """The clearance to ask for on behalf of a job."""
    return Clearance(requested.maker_id, RefusalId(mint("refusal")), now(), wishes_of(requested))
