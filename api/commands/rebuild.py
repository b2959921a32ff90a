"""Builds the views anew from the log, beside those in use."""

import click

from api.building.reading import view_runner
from api.open_log import open_standing_log
from api.settings import Settings
from projections.registry import VIEW_GROUPS


def rebuild_views(settings: Settings) -> None:
    """Rebuilds and swaps in; a running server goes on with the new ones."""
    with open_standing_log(settings) as log:
        for group in VIEW_GROUPS:
            view_runner(settings, log.recorder, log.codec, group).rebuild()
            click.echo(f"{group.name}: rebuilt up to position {log.ledger.head()}")
