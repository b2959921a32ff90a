"""The commands that replay a dispute."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from api.as_of import parse_as_of
from api.settings import Settings


class _AsOf(click.ParamType):
    """A position of the log, or a moment with its time zone."""

    name = "position|time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return parse_as_of(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


_as_of = click.option("--as-of", "wanted", type=_AsOf(), help="A position or a moment; default: now.")
_as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document.")
_proof = click.option(
    "--proof",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the proof file for castmates-verify.",
)


@click.group()
def audit() -> None:
    """Replay a dispute: a likeness, a clip, or every fact that carries an id."""


@audit.command(name="subject")
@click.argument("who")
@_as_of
@_as_json
@_proof
@click.pass_obj
def audit_subject_(
    settings: Settings, who: str, wanted: int | datetime | None, as_json: bool, proof: Path | None
) -> None:
    """Who could use the likeness of WHO, a handle or an id: under which words, and what was made of it."""
    from api.commands.audit import Wanted, print_subject

    print_subject(settings, who, Wanted(wanted, as_json, proof))


@audit.command(name="clip")
@click.argument("clip_id")
@_as_of
@_as_json
@_proof
@click.pass_obj
def audit_clip_(
    settings: Settings, clip_id: str, wanted: int | datetime | None, as_json: bool, proof: Path | None
) -> None:
    """Who is in a clip by whose leave, and each check of that."""
    from api.commands.audit import Wanted, print_clip

    print_clip(settings, clip_id, Wanted(wanted, as_json, proof))


@audit.command(name="trail")
@click.argument("tag")
@click.option("--as-of", "upto", type=click.IntRange(0), help="A position; default: now.")
@click.pass_obj
def audit_trail_(settings: Settings, tag: str, upto: int | None) -> None:
    """Every fact that carries TAG, an id such as person-... or clip-...; what is sealed stays sealed."""
    from api.commands.audit import print_trail

    print_trail(settings, tag, upto)
