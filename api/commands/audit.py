"""Replays what the log says of a likeness, of a clip, or of anything that has an id."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from api.consent.audits import Told, as_of, audit_clip, audit_subject, claim_of
from api.minting import now
from api.open_log import OpenLog, open_standing_log
from api.proving.proofs import open_notary, proof_file_bytes
from api.settings import Settings
from domain.audit.clip_audit import ClipAudit, Step
from domain.audit.subject_audit import SubjectAudit
from domain.decider import Clause
from domain.errors import Refused
from domain.events import Event, Meta, PersonJoined
from domain.ids import ClipId, HandleDigest, PersonId


class Line(msgspec.Struct, frozen=True):
    """One fact of a trail."""

    position: int
    type: str
    meta: Meta
    event: Event


def print_trail(settings: Settings, tag: str, upto: int | None) -> None:
    """Prints a JSON line a fact, up to a position; what is personal stays sealed."""
    with open_standing_log(settings) as log:
        facts = log.ledger.trail(tag, upto)
    if not facts:
        raise click.ClickException(f"nothing in the log names {tag}")
    for fact in facts:
        line = Line(fact.position, fact.event.name, fact.meta, fact.event)
        click.echo(msgspec.json.encode(line).decode())


class Wanted(NamedTuple):
    """How an audit is asked for: as of where, as JSON or lines, and where its proof shall go."""

    as_of: int | datetime | None
    as_json: bool
    proof: Path | None


def print_subject(settings: Settings, who: str, wanted: Wanted) -> None:
    """Prints the audit of a person's likeness; `who` is a handle or an id."""
    with open_standing_log(settings) as log:
        told = _asked(log, "subject", _person_of(log, who), wanted.as_of)
    _tell(settings, told, wanted)


def print_clip(settings: Settings, clip_id: str, wanted: Wanted) -> None:
    """Prints the audit of a clip."""
    with open_standing_log(settings) as log:
        told = _asked(log, "clip", clip_id, wanted.as_of)
    _tell(settings, told, wanted)


def _asked(log: OpenLog, what: str, which: str, wanted: int | datetime | None) -> Told:
    where = as_of(log.ledger, wanted, now())
    try:
        if what == "clip":
            return audit_clip(log.ledger, ClipId(which), where)
        return audit_subject(log.ledger, PersonId(which), where)
    except Refused as refusal:
        raise click.ClickException(f"the log did not know {which} at position {where.position}") from refusal


def _person_of(log: OpenLog, who: str) -> str:
    digest = HandleDigest(f"handle-{log.keys.digest(who.removeprefix('@'))}")
    joined = log.ledger.read((Clause((PersonJoined,), (digest,)),))
    return joined[0].event.person_id if joined else who


def _tell(settings: Settings, told: Told, wanted: Wanted) -> None:
    if wanted.proof is not None:
        with open_notary(settings) as notary:
            notary.sign_head()
            wanted.proof.write_bytes(proof_file_bytes(notary, told.positions, claim_of(told)))
    _print(told, wanted.as_json)


def _print(told: Told, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.encode(told).decode())
        return
    click.echo(f"as of position {told.as_of.position}, {told.as_of.at.isoformat(timespec='seconds')}")
    for line in (
        _subject_lines(told.audit) if isinstance(told.audit, SubjectAudit) else _clip_lines(told.audit)
    ):
        click.echo(line)


def _subject_lines(audit: SubjectAudit) -> list[str]:
    opened = "every member who is not shut out" if audit.anyone else f"level {audit.level}"
    lines = [f"{audit.person_id}: cameo {audit.cameo_id or '-'}, {audit.state}", f"open to: {opened}"]
    for leave in audit.leaves:
        terms = leave.terms
        words = [", ".join(terms.uses)]
        if terms.expires_at is not None:
            words.append(f"until {terms.expires_at.isoformat(timespec='seconds')}")
        if terms.clips_count_max is not None:
            words.append(f"{terms.clips_count_max} clips")
        if leave.themes is not None and leave.themes.allowed:
            words.append("only " + ", ".join(leave.themes.allowed))
        if leave.themes is not None and leave.themes.barred:
            words.append("never " + ", ".join(leave.themes.barred))
        lines.append(f"  {leave.person_id} by {leave.grant_id or 'level'}: {'; '.join(words)}")
    lines += ["history:", *(_step_line(step) for step in audit.steps)]
    for clip in audit.clips:
        lines += _clip_lines(clip)
    return lines


def _clip_lines(audit: ClipAudit) -> list[str]:
    lines = [f"{audit.clip_id} by {audit.maker_id}: {audit.status}"]
    for casting in audit.cast:
        under = ", ".join(casting.grant_ids) or "their own wish or level"
        lines.append(
            f"  casts {casting.cameo_id} of {casting.owner_id} to {', '.join(casting.uses)} under {under}"
        )
    return lines + [_step_line(step) for step in audit.steps]


def _step_line(step: Step) -> str:
    at = step.at.isoformat(timespec="seconds")
    return f"  {step.position:>8} {at} {step.what} by {step.actor} {step.detail}".rstrip()
