"""What an operator or auditor asks of the log's proof: its key, its head, a check of all history, a proof file."""

from collections.abc import Sequence
from pathlib import Path

import click

from api.proving.proofs import open_notary, proof_file_bytes
from api.settings import Settings
from domain.notary import HistoryRewritten, Unproved
from domain.proof.proof_file import BadProofFile


def print_key(settings: Settings) -> None:
    """Prints the public key."""
    with open_notary(settings) as notary:
        click.echo(notary.public_key.text())


def print_head(settings: Settings) -> None:
    """Signs a head over the log as it stands, and prints it."""
    with open_notary(settings) as notary:
        try:
            head = notary.sign_head()
        except HistoryRewritten as error:
            raise click.ClickException(str(error)) from error
    if head is None:
        raise click.ClickException("the log is empty")
    click.echo(head.note, nl=False)


def check_all(settings: Settings) -> None:
    """Hashes the whole log anew; says where it parts from what was signed."""
    with open_notary(settings) as notary:
        try:
            notary.check_history()
            notary.catch_up()
        except HistoryRewritten as error:
            raise click.ClickException(str(error)) from error
        newest = notary.latest()
        click.echo(f"{notary.size()} entries fit the head of {newest.size if newest else 0} that was signed")


def write_entries(settings: Settings, positions: Sequence[int], output: Path) -> None:
    """Writes a proof file for some entries."""
    with open_notary(settings) as notary:
        try:
            output.write_bytes(proof_file_bytes(notary, positions, {"kind": "entries"}))
        except (Unproved, HistoryRewritten, BadProofFile) as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{output}: {len(set(positions))} entries; castmates-verify {output} --key ...")
