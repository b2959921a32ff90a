"""Erases a member in the operator's name, beside a running server or without one."""

import time

import click

from api.building.root import build
from api.hosting.founding import OPERATOR
from api.hosting.occupancy import Occupied, sole_server
from api.minting import mint
from api.open_log import OpenLog, open_standing_log
from api.settings import Settings
from domain.decider import Clause
from domain.decisions.erasures import ErasePerson
from domain.errors import Refused
from domain.events import ErasureFinished, PersonErased, PersonJoined
from domain.ids import ErasureId, HandleDigest, PersonId
from domain.ledger import Wish

POLL_S = 0.2
FINISH_S_MAX = 600.0


def erase_person(settings: Settings, name: str) -> None:
    """Erases whoever has this handle or id, and waits until all of theirs is gone."""
    with open_standing_log(settings) as log:
        person_id = _person(log, name)
        correlation = mint("operation")
        command = ErasePerson(erasure_id=ErasureId(mint("erasure")), person_id=person_id)
        try:
            log.ledger.handle_now(command, Wish(OPERATOR, correlation, correlation))
        except Refused as error:
            raise click.ClickException(f"nobody here is {name}") from error
        (erased,) = log.ledger.read((Clause((PersonErased,), (person_id,)),))
        finished = _finished(settings, log, erased.event)
    click.echo(
        f"{person_id} is erased ({erased.event.erasure_id}): {finished.clips_count} clips, "
        f"{finished.jobs_count} jobs and {finished.files_count} files are gone, and the key"
    )


def _person(log: OpenLog, name: str) -> PersonId:
    if name.startswith("person-"):
        return PersonId(name)
    handle = name.removeprefix("@").strip().lower()
    digest = HandleDigest(f"handle-{log.keys.digest(handle)}")
    for recorded in log.ledger.read((Clause((PersonJoined,), (digest,)),)):
        return recorded.event.person_id
    raise click.ClickException(f"nobody here is {name}")


def _finished(settings: Settings, log: OpenLog, erased: PersonErased) -> ErasureFinished:
    """The word that all is gone: a running server's, or our own where none runs."""
    try:
        with sole_server(settings.data):
            wiring = build(settings)
            try:
                wiring.pages.prepare()
                wiring.aftermath.catch_up()
            finally:
                wiring.close()
    except Occupied:
        click.echo("the running server finishes it")
    deadline_s = time.monotonic() + FINISH_S_MAX
    while time.monotonic() < deadline_s:
        for recorded in log.ledger.read((Clause((ErasureFinished,), (erased.erasure_id,)),)):
            return recorded.event
        time.sleep(POLL_S)
    raise click.ClickException(f"{erased.erasure_id} is not finished yet; it goes on while the server runs")
