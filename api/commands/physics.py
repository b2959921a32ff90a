"""Prints how far the simulator is from the closed forms of mechanics."""

import math

import click
import msgspec
from rich.console import Console
from rich.table import Table

from render_cluster.backends.physics.dynamics.laws_scenes import measure
from render_cluster.backends.physics.laws import LawError


class LawLine(msgspec.Struct, frozen=True):
    """A law as it is printed: errors and bounds are shares of the exact value."""

    law: str
    error: float | None
    bound: float
    ok: bool


def print_laws(as_json: bool) -> None:
    """Runs a scene for each law through the solver; exits with 1 where one is broken."""
    lines = laws_told(measure())
    if as_json:
        click.echo(msgspec.json.encode({"laws": lines, "ok": all(line.ok for line in lines)}))
    else:
        _print_table(lines)
    if not all(line.ok for line in lines):
        raise SystemExit(1)


def laws_told(measured: list[LawError]) -> list[LawLine]:
    """The lines of what was measured; an error that is no number is None, and breaks its law."""
    return [
        LawLine(law.law, law.error if math.isfinite(law.error) else None, law.bound, law.holds)
        for law in measured
    ]


def _print_table(lines: list[LawLine]) -> None:
    table = Table("law", "error", "bound", "ok", box=None, pad_edge=False)
    for line in lines:
        error = "no number" if line.error is None else f"{line.error:.2e}"
        table.add_row(line.law, error, f"{line.bound:.0e}", "ok" if line.ok else "BROKEN")
    Console(highlight=False).print(table)
