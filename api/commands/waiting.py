"""Prints whom to tell when a country opens."""

import click

from api.open_log import OpenLog, open_standing_log
from api.settings import Settings
from domain.decider import Clause
from domain.events import WaitingBegun, WaitingEnded
from domain.ids import CountryId, country_id


def print_waiting(settings: Settings, country: str) -> None:
    """Prints the contact of each who waits for a country, first come first; none of whoever was taken off."""
    with open_standing_log(settings) as log:
        for contact in contacts(log, country_id(country)):
            click.echo(contact)


def contacts(log: OpenLog, country: CountryId) -> list[str]:
    """The contacts that can still be opened."""
    waiting: dict[str, str | None] = {}
    for recorded in log.ledger.read((Clause((WaitingBegun, WaitingEnded), (country,)),)):
        match recorded.event:
            case WaitingBegun(waiting_id=waiting_id, contact=contact):
                waiting[waiting_id] = contact
            case WaitingEnded(waiting_id=waiting_id):
                waiting.pop(waiting_id, None)
    return [contact for contact in waiting.values() if contact is not None]
