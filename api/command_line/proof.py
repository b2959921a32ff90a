"""The commands about the log's proof, and the witness that cosigns it."""

from pathlib import Path

import click

from api.settings import Settings


@click.group()
def proof() -> None:
    """The log's proof: its public key, a signed head, a check of all history, a proof file."""


@proof.command(name="key")
@click.pass_obj
def proof_key(settings: Settings) -> None:
    """Print the public key that castmates-verify wants."""
    from api.commands.proof import print_key

    print_key(settings)


@proof.command(name="head")
@click.pass_obj
def proof_head(settings: Settings) -> None:
    """Sign a head over the log as it stands, and print it."""
    from api.commands.proof import print_head

    print_head(settings)


@proof.command(name="check")
@click.pass_obj
def proof_check(settings: Settings) -> None:
    """Hash the whole log anew and hold it against what was signed; fails where they part."""
    from api.commands.proof import check_all

    check_all(settings)


@proof.command(name="entries")
@click.argument("positions", nargs=-1, required=True, type=click.IntRange(1))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.pass_obj
def proof_entries(settings: Settings, positions: tuple[int, ...], output: Path) -> None:
    """Write a proof file for the entries at POSITIONS; what is sealed stays sealed."""
    from api.commands.proof import write_entries

    write_entries(settings, positions, output)


@click.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The witness's own folder.",
)
@click.option("--log-key", required=True, help="The log's public key, or a file that holds it.")
@click.option(
    "--name", default="witness.local/1", show_default=True, help="Name of the witness in its cosignatures."
)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8401, show_default=True, help="0 takes a free one."
)
def witness(data: Path, log_key: str, name: str, host: str, port: int) -> None:
    """Cosign the heads of another machine's log, and never two histories of it."""
    from api.commands.witness import run_witness

    run_witness(data, log_key, name, host, port)
