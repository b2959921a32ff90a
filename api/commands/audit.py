"""Replays what the log says of one person, clip, job or invite."""

import click
import msgspec

from api.open_log import open_standing_log
from api.settings import Settings
from domain.events import Event, Meta


class Line(msgspec.Struct, frozen=True):
    """One fact of a trail."""

    position: int
    type: str
    meta: Meta
    event: Event


def print_trail(settings: Settings, tag: str, as_of: int | None) -> None:
    """Prints a JSON line a fact, up to a position; what is personal stays sealed."""
    with open_standing_log(settings) as log:
        facts = log.ledger.trail(tag, as_of)
    if not facts:
        raise click.ClickException(f"nothing in the log names {tag}")
    for fact in facts:
        line = Line(fact.position, fact.event.name, fact.meta, fact.event)
        click.echo(msgspec.json.encode(line).decode())
