"""Builds the views anew from the log, beside those in use."""

import click

from api.settings import Settings
from api.wiring import open_log, view_runner


def rebuild_views(settings: Settings) -> None:
    """Rebuilds and swaps in; a running server goes on with the new ones."""
    with open_log(settings) as log:
        runner = view_runner(settings, log.recorder, log.codec)
        runner.rebuild()
        click.echo(f"rebuilt up to position {log.ledger.head()}")
