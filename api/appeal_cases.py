"""The appeals that wait for a reviewer, each with all that there is to judge."""

from datetime import datetime

import msgspec

from api.cards import ClipCard, card_on_appeal
from api.consent.asked import asked_by
from api.desk import Reader
from api.ending.running_streams import awaits_appeal
from api.wiring import Wiring
from domain.consent import CastWish, Standing, boundary_of
from domain.decider import Clause
from domain.decisions.appeals import OVERTURNABLE
from domain.events import ClipReported, GateStage, GenerationRequested
from domain.gate import wishes_of
from domain.ids import AppealId, CameoId, PersonId
from domain.ledger import Ledger
from projections.views import refusals


class ThemeCase(msgspec.Struct, frozen=True):
    """A theme of somebody's terms and what the machine read of it; nothing where it read nothing."""

    cameo_id: CameoId
    theme: str
    found: bool | None
    evidence: str | None


class AppealCase(msgspec.Struct, frozen=True):
    """An appeal that waits; only those for what was misread can be overturned.

    A reviewer judges all that would be made: `text` has the words of a storyboard beside the prompt, and
    `named` the real people in them, for whom nothing looks once more after an overturning. Of a clip that a
    reviewer took down there is `clip`, with addresses at which other reviewers can watch it, for as long as
    it can be put back.
    """

    appeal_id: AppealId
    words: str | None
    appealed_at: datetime | None
    stage: GateStage
    rule: str
    evidence: str | None
    prompt: str | None
    text: str
    named: tuple[str, ...]
    overturnable: bool
    themes: tuple[ThemeCase, ...]
    clip: ClipCard | None = None


def appeal_cases(
    wiring: Wiring, reader: Reader, rows: list[refusals.Refusal], reviewer_id: PersonId
) -> list[AppealCase]:
    """The appeals that a reviewer may decide, less what nobody can read any more."""
    return [
        _case(wiring, reader, row, msgspec.json.decode(row.wish, type=GenerationRequested))
        for row in rows
        if row.wish is not None and not takes_part(wiring.ledger, row, reviewer_id)
    ]


def takes_part(ledger: Ledger, row: refusals.Refusal, reviewer_id: PersonId) -> bool:
    """Whether somebody has a part in a case, so that they see nothing of it as a reviewer."""
    reports = ledger.read((Clause((ClipReported,), (row.clip_id, reviewer_id)),), opened=False)
    wish = None if row.wish is None else msgspec.json.decode(row.wish, type=GenerationRequested)
    depicted = () if wish is None else (casting.owner_id for casting in wish.cast)
    return bool(reports) or reviewer_id in (row.maker_id, row.reviewer_id, *depicted)


def _case(wiring: Wiring, reader: Reader, row: refusals.Refusal, wish: GenerationRequested) -> AppealCase:
    clip = _clip(wiring, reader, row) if row.stage == "review" else None
    overturnable = row.rule in OVERTURNABLE and (row.stage != "review" or clip is not None)
    return AppealCase(
        appeal_id=row.appeal_id,
        words=row.words,
        appealed_at=row.appealed_at,
        stage=row.stage,
        rule=row.rule,
        evidence=row.evidence,
        prompt=wish.prompt,
        text=_text(row, wish),
        named=wiring.casting.people_in(_text(row, wish)),
        overturnable=overturnable,
        themes=_themes(wiring.ledger, wish) if overturnable else (),
        clip=clip,
    )


def _clip(wiring: Wiring, reader: Reader, row: refusals.Refusal) -> ClipCard | None:
    if not awaits_appeal(wiring.ledger, row.clip_id):
        return None
    return card_on_appeal(reader, row.clip_id, f"/api/review/appeals/{row.appeal_id}")


def _text(row: refusals.Refusal, wish: GenerationRequested) -> str:
    """All that the maker wrote: what was to be filmed, and the caption that it was to carry."""
    return "\n".join(filter(None, (asked_by(wish).text(), row.caption)))


def _themes(ledger: Ledger, wish: GenerationRequested) -> tuple[ThemeCase, ...]:
    """Every theme that would be judged now, with what was read of it."""
    return tuple(case for each in wishes_of(wish) for case in _themes_of(ledger, each, wish.maker_id))


def _themes_of(ledger: Ledger, wish: CastWish, maker_id: PersonId) -> list[ThemeCase]:
    standing = Standing(wish.cameo_id, wish.owner_id, maker_id)
    for recorded in ledger.read(boundary_of(wish, maker_id)):
        standing = standing.evolve(recorded.event)
    readings = {reading.theme: reading for reading in wish.readings}
    cases = []
    for theme in standing.themes():
        reading = readings.get(theme)
        found, evidence = (None, None) if reading is None else (reading.found, reading.evidence)
        cases.append(ThemeCase(wish.cameo_id, theme, found, evidence))
    return cases
