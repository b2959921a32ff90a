"""Gives a member a role, or takes it back."""

import click

from api.minting import handle_digest, mint
from api.open_log import OpenLog, open_standing_log
from api.settings import Settings
from domain.decider import Clause
from domain.decisions.roles import GiveRole, TakeRole
from domain.errors import PersonUnknown, Refused, RoleNotForTeens
from domain.events import PersonJoined, Role
from domain.ids import PersonId
from domain.ledger import Wish

OPERATOR = "operator"
WORDS: dict[type[Refused], str] = {
    PersonUnknown: "no member has the handle",
    RoleNotForTeens: "reviewers and auditors are adults, which this member is not:",
}


def give_role(settings: Settings, handle: str, role: Role) -> None:
    """Makes a member a reviewer or an auditor. Raises ClickException."""
    with open_standing_log(settings) as log:
        _decide(log, handle, GiveRole, role)
    click.echo(f"@{_tidy(handle)} is now {role}")


def take_role(settings: Settings, handle: str, role: Role) -> None:
    """Takes a role back. Raises ClickException."""
    with open_standing_log(settings) as log:
        _decide(log, handle, TakeRole, role)
    click.echo(f"@{_tidy(handle)} is no longer {role}")


def _decide(log: OpenLog, handle: str, command: type[GiveRole | TakeRole], role: Role) -> None:
    correlation = mint("operation")
    try:
        wished = command(person_id=_holder(log, handle), role=role)
        log.ledger.handle_now(wished, Wish(OPERATOR, correlation, correlation))
    except (PersonUnknown, RoleNotForTeens) as error:
        raise click.ClickException(f"{WORDS[type(error)]} @{_tidy(handle)}") from error


def _holder(log: OpenLog, handle: str) -> PersonId:
    digest = handle_digest(log.keys, _tidy(handle))
    for recorded in log.ledger.read((Clause((PersonJoined,), (digest,)),)):
        return recorded.event.person_id
    raise PersonUnknown


def _tidy(handle: str) -> str:
    return handle.strip().removeprefix("@").lower()
