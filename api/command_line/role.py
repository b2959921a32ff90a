"""The commands that make reviewers and auditors."""

from typing import get_args

import click

from api.settings import Settings
from domain.events import Role

ROLES = get_args(Role)


@click.group()
def role() -> None:
    """Say who is a reviewer and who an auditor."""


@role.command(name="give")
@click.argument("handle")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_obj
def give_role_(settings: Settings, handle: str, role: Role) -> None:
    """Make the member of HANDLE a reviewer or an auditor."""
    from api.commands.role import give_role

    give_role(settings, handle, role)


@role.command(name="take")
@click.argument("handle")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_obj
def take_role_(settings: Settings, handle: str, role: Role) -> None:
    """Take a role of the member of HANDLE back."""
    from api.commands.role import take_role

    take_role(settings, handle, role)
