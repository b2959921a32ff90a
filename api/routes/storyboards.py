"""Storyboards: what a prompt would become, and the one that a clip was made from."""

import asyncio

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from api.cards import visible_clip
from api.desk import Asker, Parts, Views, answer
from api.ending.running_streams import stands
from api.minting import mint_seed
from api.problems import StoryboardAbsent
from api.storyboards import Plan, plan_of
from api.wire import IdInPath, StoryboardBody
from domain.errors import ClipUnknown
from domain.events import ClipFile
from domain.ids import ClipId
from render_cluster.artifacts import ArtifactStore
from render_cluster.receipt import RECEIPT_BYTES_MAX, Planned, read_planned


@post("/storyboards", status_code=200)
async def plan(
    data: JSONBody[StoryboardBody],
    principal: Asker,  # noqa: ARG001 - members only
    wiring: Parts,
    reader: Views,
) -> Response[Plan]:
    """What a prompt would become: its storyboard and what became of each phrase. Nothing is made or kept."""
    seed = mint_seed() if data.seed is None else data.seed
    found = await asyncio.to_thread(wiring.planner.plan, data.prompt, data.seconds, data.style, seed)
    return answer(found, reader.position)


@get("/clips/{clip_id:str}/storyboard")
async def storyboard(clip_id: IdInPath, principal: Asker, wiring: Parts, reader: Views) -> Response[Plan]:
    """The storyboard that a clip was made from, to be edited and sent back, and its prompt's coverage."""
    row = visible_clip(reader, principal.person_id, ClipId(clip_id))
    if not stands(wiring.ledger, row.clip_id):  # the view may be behind
        raise ClipUnknown
    planned = await asyncio.to_thread(_planned, wiring.artifacts, row.receipt)
    return answer(plan_of(planned.storyboard, planned.coverage), reader.position)


def _planned(artifacts: ArtifactStore, receipt: ClipFile) -> Planned:
    if receipt.size_bytes > RECEIPT_BYTES_MAX:
        raise StoryboardAbsent
    try:
        return read_planned(b"".join(artifacts.open(receipt.digest)))
    except msgspec.DecodeError as error:
        raise StoryboardAbsent from error


ROUTES = (plan, storyboard)
