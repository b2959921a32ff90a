"""Opens a community's log for the first time: its countries and an invite for whoever founds it."""

import asyncio

from api.hosting.countries import parse_countries
from api.minting import mint
from api.open_log import OpenLog, open_log
from api.settings import Settings
from domain.decisions.accounts import OpenCountry
from domain.decisions.invites import IssueFounderInvite
from domain.events import CountryOpened, InviteIssued, InviteVoided, PersonJoined
from domain.ids import InviteId, country_id
from domain.ledger import Wish

OPERATOR = "operator"


def found(settings: Settings) -> InviteId:
    """A founder's invite that still stands; makes one, and opens the countries, where there is none yet."""
    with open_log(settings) as log:
        if not log.ledger.scan((CountryOpened,), limit=1):
            asyncio.run(_open_countries(log, parse_countries(settings.countries)))
        return _standing_invite(log) or issue_founder_invite(log)


def issue_founder_invite(log: OpenLog) -> InviteId:
    """A fresh invite from nobody in particular, for a founder."""
    invite_id = InviteId(mint("invite"))
    log.ledger.handle_now(IssueFounderInvite(invite_id=invite_id), _wish())
    return invite_id


async def _open_countries(log: OpenLog, codes: tuple[str, ...]) -> None:
    commands = (OpenCountry(country_id=country_id(code)) for code in codes)
    await asyncio.gather(*(log.ledger.handle(command, _wish()) for command in commands))


def _standing_invite(log: OpenLog) -> InviteId | None:
    gone = {recorded.event.invite_id for recorded in log.ledger.scan((InviteVoided, PersonJoined))}
    issued = (recorded.event for recorded in log.ledger.scan((InviteIssued,)))
    standing = [each.invite_id for each in issued if each.issuer_id is None and each.invite_id not in gone]
    return standing[-1] if standing else None


def _wish() -> Wish:
    correlation = mint("operation")
    return Wish(OPERATOR, correlation, correlation)
