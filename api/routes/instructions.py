"""Telling one's feed what to show: what words are read as, what holds, what that hides, and the switch."""

import asyncio
from datetime import datetime, timedelta
from typing import Annotated

import msgspec
from litestar import Response, delete, get, post, put
from litestar.params import FromQuery, JSONBody, QueryParameter

from api.as_of import parse_as_of
from api.cards import ClipCard, cards
from api.desk import Asker, Commands, Parts, Reader, Views, answer
from api.feed.chips import Chip, Clash, chips, clashes, decode_rules, encode_rules, standing_rules
from api.minting import mint, now
from api.problems import PlaceInvalid
from api.wire import IdInPath, InstructionBody, InstructionEditBody, PersonalisationBody, ReadingBody
from domain.decisions.instructions import (
    EditInstruction,
    GiveInstruction,
    SetPersonalisation,
    UndoInstruction,
)
from domain.errors import InstructionUnknown
from domain.ids import ClipId, InstructionId
from domain.store import POSITION_MAX
from projections.views import instructions
from recommender.hidden_clips import HIDDEN_CLIPS_MAX
from recommender.refusals import FeedNotPersonal
from recommender.rules import Repair

ENDED_MAX = 100
HIDDEN_PAGE_CLIPS = 30
HIDDEN_SINCE = timedelta(days=1)


class ReadInstruction(msgspec.Struct, frozen=True):
    """What words were understood as, before anything applies.

    `unread` are words that no rule holds; `hides_count` of the `clips_count` clips in one's feed now would go.
    """

    text: str
    language: str
    rules: tuple[Chip, ...]
    until: datetime | None
    unread: tuple[str, ...]
    repairs: tuple[Repair, ...]
    conflicts: tuple[Clash, ...]
    hides_count: int
    clips_count: int


class KeptInstruction(msgspec.Struct, frozen=True, omit_defaults=True):
    """One instruction of one's own."""

    instruction_id: InstructionId
    text: str | None
    rules: tuple[Chip, ...]
    until: datetime | None
    given_at: datetime
    ended_at: datetime | None = None
    because: str | None = None


class NewInstruction(msgspec.Struct, frozen=True):
    """The instruction that holds from now on."""

    instruction_id: InstructionId
    rules: tuple[Chip, ...]
    until: datetime | None


class RuleCount(msgspec.Struct, frozen=True):
    """How many clips one rule kept out; `chip` is None for a rule that was edited away since."""

    rule: str
    instruction_id: InstructionId
    chip: Chip | None
    clips_count: int


class HiddenItem(msgspec.Struct, frozen=True):
    """A clip that was kept out, and by which rules."""

    clip: ClipCard
    rules: tuple[str, ...]


class HiddenPage(msgspec.Struct, frozen=True):
    """What one's rules hid; `counts` are of all, `next_offset` is where the next page begins, if there is one."""

    since: datetime
    counts: list[RuleCount]
    items: list[HiddenItem]
    next_offset: int | None


class Personalisation(msgspec.Struct, frozen=True):
    """What one chose, and what holds: a guardian's word goes before it."""

    chosen: bool
    personalised: bool


@post("/feed/instructions/reading", status_code=200)
async def reading(
    data: JSONBody[ReadingBody], principal: Asker, wiring: Parts, reader: Views
) -> Response[ReadInstruction]:
    """What words would be understood as, and what that would do now; nothing is kept."""
    read = await asyncio.to_thread(wiring.feed.read, data.text, timedelta(minutes=data.utc_offset_min))
    preview = await asyncio.to_thread(wiring.feed.preview, principal.person_id, read.rules)
    found = ReadInstruction(
        text=read.text,
        language=read.language,
        rules=chips(read.rules),
        until=read.until,
        unread=read.unread,
        repairs=read.repairs,
        conflicts=clashes(
            read.rules,
            standing_rules(reader.views, principal.person_id),
            wiring.catalogue.features.is_kind,
        ),
        hides_count=preview.hidden_count,
        clips_count=preview.clips_count,
    )
    return answer(found, reader.position)


@post("/feed/instructions", status_code=201)
async def give(
    data: JSONBody[InstructionBody], principal: Asker, wiring: Parts, desk: Commands
) -> Response[NewInstruction]:
    """Let words hold from now on: as they are read, or by the rules that are sent along, as one edited them."""
    if not wiring.feed.may_be_personalised(principal.person_id):
        raise FeedNotPersonal
    rules, until = data.rules, data.until
    if rules is None:
        read = await asyncio.to_thread(wiring.feed.read, data.text, timedelta(minutes=data.utc_offset_min))
        rules, until = read.rules, until or read.until
    command = GiveInstruction(
        person_id=principal.person_id,
        at=now(),
        instruction_id=InstructionId(mint("instruction")),
        text=data.text,
        rules=encode_rules(rules),
        until=until,
    )
    receipt = await desk.handle(command)
    given = next((event.instruction_id for event in reversed(receipt.events)), command.instruction_id)
    return answer(NewInstruction(given, chips(rules), until), receipt.position, 201)


@get("/feed/instructions")
async def listed(
    principal: Asker, reader: Views, ended: FromQuery[bool] = False
) -> Response[list[KeptInstruction]]:
    """One's instructions that hold, in the order they were given; or those that ended, newest first."""
    if ended:
        rows = instructions.ended_of(reader.views, principal.person_id, ENDED_MAX, POSITION_MAX)
    else:
        rows = instructions.holding_of(reader.views, principal.person_id)
    return answer([_kept(row) for row in rows], reader.position)


@put("/feed/instructions/{instruction_id:str}", status_code=204)
async def edit(
    instruction_id: IdInPath, data: JSONBody[InstructionEditBody], principal: Asker, desk: Commands
) -> Response[None]:
    """Give an instruction of one's own these rules and this end in the place of those it has."""
    command = EditInstruction(
        person_id=principal.person_id,
        at=now(),
        instruction_id=InstructionId(instruction_id),
        rules=encode_rules(data.rules),
        until=data.until,
    )
    return answer(None, (await desk.handle(command)).position, 204)


@delete("/feed/instructions/{instruction_id:str}", status_code=204)
async def undo(instruction_id: IdInPath, principal: Asker, desk: Commands) -> Response[None]:
    """Let an instruction of one's own hold no longer."""
    command = UndoInstruction(
        person_id=principal.person_id, at=now(), instruction_id=InstructionId(instruction_id)
    )
    return answer(None, (await desk.handle(command)).position, 204)


@get("/feed/hidden")
async def hidden(
    principal: Asker,
    wiring: Parts,
    reader: Views,
    since: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=HIDDEN_PAGE_CLIPS)] = HIDDEN_PAGE_CLIPS,
    offset: Annotated[int, QueryParameter(ge=0, le=HIDDEN_CLIPS_MAX)] = 0,
) -> Response[HiddenPage]:
    """What one's own rules kept out of one's feed since a moment or a position; since yesterday, if none is named."""
    begin = _moment(wiring, since)
    found = wiring.feed.hidden(principal.person_id, begin)
    counts: dict[str, int] = {}
    for each in found:
        for key in each.rules:
            counts[key] = counts.get(key, 0) + 1
    here = {each.clip_id: each.rules for each in found[offset : offset + limit]}
    items = [
        HiddenItem(card, here[ClipId(card.clip_id)])
        for card in cards(reader, principal.person_id, list(here))
    ]
    page = HiddenPage(
        since=begin,
        counts=[
            _count(reader, key, count) for key, count in sorted(counts.items(), key=lambda pair: -pair[1])
        ],
        items=items,
        next_offset=offset + limit if offset + limit < len(found) else None,
    )
    return answer(page, reader.position)


@get("/me/personalisation")
async def personalisation(principal: Asker, wiring: Parts, reader: Views) -> Response[Personalisation]:
    """Whether one's feed builds on whom one follows and what one saw."""
    chosen = instructions.is_personalised(reader.views, principal.person_id)
    may_be = wiring.feed.may_be_personalised(principal.person_id)
    return answer(Personalisation(chosen, chosen and may_be), reader.position)


@put("/me/personalisation")
async def set_personalisation(
    data: JSONBody[PersonalisationBody], principal: Asker, wiring: Parts, desk: Commands
) -> Response[Personalisation]:
    """Choose a feed that builds on nothing of one's own but the rules one set, or a personal one again."""
    receipt = await desk.handle(SetPersonalisation(principal.person_id, data.personalised))
    may_be = wiring.feed.may_be_personalised(principal.person_id)
    return answer(Personalisation(data.personalised, data.personalised and may_be), receipt.position)


def _kept(row: instructions.Instruction) -> KeptInstruction:
    return KeptInstruction(
        instruction_id=row.instruction_id,
        text=row.text,
        rules=chips(decode_rules(row.rules)),
        until=row.until,
        given_at=row.given_at,
        ended_at=row.ended_at,
        because=row.because,
    )


def _count(reader: Reader, key: str, clips_count: int) -> RuleCount:
    name, _, number = key.rpartition(".")
    row = instructions.get(reader.views, InstructionId(name))
    if row is None:
        raise InstructionUnknown
    shown = chips(decode_rules(row.rules))
    chip = shown[int(number)] if int(number) < len(shown) else None
    return RuleCount(key, row.instruction_id, chip, clips_count)


def _moment(wiring: Parts, since: str | None) -> datetime:
    try:
        place = parse_as_of(since)
        if isinstance(place, int):
            return wiring.ledger.recorded_at(max(place, 1))
    except (ValueError, IndexError) as error:
        raise PlaceInvalid from error
    return now() - HIDDEN_SINCE if place is None else place


ROUTES = (reading, give, listed, edit, undo, hidden, personalisation, set_personalisation)
