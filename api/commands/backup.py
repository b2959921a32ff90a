"""Copies a community's data so that it can be restored, and so that erasures reach the copy."""

from pathlib import Path

import click

from api.ending.backups import Backups
from api.open_log import DataIncomplete
from api.settings import Settings


def back_up(settings: Settings, folder: Path, keys: Path | None) -> None:
    """Makes or renews the backup in a folder; says what it holds, and which other copies are out of reach."""
    if not (settings.data / "log.db").exists():
        raise DataIncomplete(f"there is no community in {settings.data}")
    backups = Backups(settings.data)
    made = backups.make(folder, keys or folder / "keys")
    click.echo(
        f"{folder}: up to position {made.position}, {made.files_count} files, {made.size_bytes:,} bytes"
    )
    if settings.s3_endpoint:
        click.echo("media lie in the bucket and are not part of this: back the bucket up beside it")
    for missing in backups.pay():
        click.echo(f"{missing} is out of reach, and still holds keys or files of people who were erased")
