"""Sees to it, before a server starts, that nobody else serves the same folder or listens at the same address."""

import fcntl
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Occupied(Exception):
    """The folder or the address is taken, or the address cannot be had; the text says which."""


@contextmanager
def sole_server(data: Path) -> Iterator[None]:
    """Holds the data folder for one server; the system lets go of it however the process ends. Raises Occupied."""
    with (data / "server.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Occupied(f"another server runs on {data}") from error
        yield


def is_taken(port: int) -> bool:
    """Whether somebody listens at a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def check_address(host: str, port: int) -> None:
    """Raises Occupied where nobody could listen; the web server would share a taken port in silence."""
    try:
        (family, kind, _, _, address), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        raise Occupied(f"cannot listen at {host}:{port}: {error.strerror or error}") from error
