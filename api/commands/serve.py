"""Starts the server: opens the community once, says where everything is, then hands over to granian."""

import os
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from rich.console import Console

from api.building.rendering import cluster_settings
from api.hosting.founding import found
from api.hosting.lifeline import Lifeline
from api.hosting.occupancy import check_address, is_taken, sole_server
from api.settings import Settings
from domain.ids import InviteId

GRACE_S = 30


def serve(settings: Settings) -> None:
    """Runs until interrupted. One worker: it holds the writer, the views and the link to the renderers."""
    # What the server writes is for its own user's eyes: views hold in plain what the log holds sealed.
    os.umask(0o077)
    check_address(settings.host, settings.port)
    settings.data.mkdir(parents=True, exist_ok=True)
    with sole_server(settings.data):
        _serve(settings, found(settings))


class _Server(Granian):
    """Granian that tells its worker to end open streams before it asks it to stop."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._lifeline = Lifeline()

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        """What Granian does on SIGINT and SIGTERM, after word was given."""
        self._lifeline.cut()
        super().signal_handler_interrupt(*args, **kwargs)


def _dashboard(settings: Settings) -> str:
    port = settings.ray_dashboard_port
    if is_taken(port):
        return f"port {port} is taken; `GET /api/ready` will name the address"
    return f"http://127.0.0.1:{port}   (its token: {cluster_settings(settings).token_path})"


def _serve(settings: Settings, invite_id: InviteId) -> None:
    console = Console(highlight=False, soft_wrap=True)
    address = f"http://{settings.host}:{settings.port}"
    people_at = settings.public_origin or address
    console.print(f"[bold]Castmates[/]         {people_at}/   (contract: {address}/api/schema/openapi.json)")
    if settings.ray_address == "":
        console.print(f"Render dashboard  {_dashboard(settings)}")
    console.print(f"Founder's link    {people_at}/#/join/{invite_id}")
    server = _Server(
        target="api.asgi:create",
        factory=True,
        interface=Interfaces.ASGI,
        address=settings.host,
        port=settings.port,
        workers=1,
        workers_kill_timeout=GRACE_S,
        log_enabled=False,
    )
    server.serve()
