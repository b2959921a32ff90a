"""The commands that run a community: serve it, found it, copy it, look into it."""

from pathlib import Path

import click

from api.settings import Settings


@click.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Start the server."""
    from api.commands.serve import serve as run

    run(settings)


@click.command()
@click.pass_obj
def invite(settings: Settings) -> None:
    """Print a fresh founder's invite."""
    from api.hosting.founding import issue_founder_invite
    from api.open_log import open_log

    with open_log(settings) as log:
        click.echo(issue_founder_invite(log))


@click.command()
@click.argument("country")
@click.pass_obj
def waiting(settings: Settings, country: str) -> None:
    """Print how to reach each who waits for COUNTRY (a code such as NO) to open."""
    from api.commands.waiting import print_waiting

    print_waiting(settings, country)


@click.command()
@click.pass_obj
def rebuild(settings: Settings) -> None:
    """Build every view anew from the log, then swap it in."""
    from api.commands.rebuild import rebuild_views

    rebuild_views(settings)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--keys", type=click.Path(file_okay=False, path_type=Path), help="Where keys go. Default: FOLDER/keys."
)
@click.pass_obj
def backup(settings: Settings, folder: Path, keys: Path | None) -> None:
    """Copy log, keys and media to FOLDER, beside a running server or without one."""
    from api.commands.backup import back_up

    back_up(settings, folder, keys)


@click.command(name="erase-person")
@click.argument("handle")
@click.confirmation_option(prompt="This cannot be undone. Erase this person?")
@click.pass_obj
def erase_person_(settings: Settings, handle: str) -> None:
    """Erase whoever has HANDLE (or the id person-...): clips, files, words and key, in backups too."""
    from api.commands.erase_person import erase_person

    erase_person(settings, handle)


@click.command()
def pipeline() -> None:
    """Print the stages of the feed, its weights and the policy's version."""
    from api.commands.inspect import pipeline_text

    click.echo(pipeline_text())


@click.command()
def openapi() -> None:
    """Print the OpenAPI document of the JSON API."""
    from api.commands.inspect import openapi_document

    click.echo(openapi_document())
