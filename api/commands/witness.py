"""Runs a witness: a process with a key of its own that cosigns one log's heads, and never two histories of it."""

import signal
import threading
from pathlib import Path

import click

from api.hosting.occupancy import sole_server
from api.proving.witness_server import WitnessServer
from api.proving.witness_store import WitnessStore
from domain.keys import KeyRing
from domain.proof.signing import COSIGNATURE, BadKey, PrivateKey, check_name, read_public_key

KEY_PURPOSE = "witness"


def witness_key(folder: Path, name: str) -> PrivateKey:
    """The witness's key, made on first use. Raises ClickException for a name that no key can have."""
    try:
        return PrivateKey(check_name(name), COSIGNATURE, KeyRing(folder / "keys").secret(KEY_PURPOSE))
    except BadKey as error:
        raise click.ClickException(str(error)) from error


def run_witness(folder: Path, log_key: str, name: str, host: str, port: int) -> None:
    """Serves until interrupted."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = witness_key(folder, name)
    try:
        log = read_public_key(Path(log_key).read_text() if "+" not in log_key else log_key)
    except BadKey as error:
        raise click.ClickException(str(error)) from error
    with sole_server(folder):
        store = WitnessStore(folder / "witness.db", key, log)
        server = WitnessServer((host, port), store)
        url = f"http://{host}:{server.server_port}"
        click.echo(
            f"Witness of {log.name}\nSetting of the log: CASTMATES_WITNESSES='{url} {key.public().text()}'"
        )
        _end_by_signal(server)
        try:
            server.serve_forever(poll_interval=0.2)
        finally:
            server.server_close()
            store.close()
    click.echo("ended")


def _end_by_signal(server: WitnessServer) -> None:
    """Ends the serving from outside: an exception out of a signal can be lost in whatever runs at that moment."""
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, lambda *_: threading.Thread(target=server.shutdown).start())
