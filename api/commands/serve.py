"""Starts the server: opens the community once, says where everything is, then hands over to granian."""

from granian import Granian
from granian.constants import Interfaces
from rich.console import Console

from api.founding import found
from api.settings import Settings
from api.wiring import cluster_settings

GRACE_S = 30


def serve(settings: Settings) -> None:
    """Runs until interrupted. One worker: it holds the writer, the views and the link to the renderers."""
    invite_id = found(settings)
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]Castmates[/] at http://{settings.host}:{settings.port}/api/schema")
    if settings.ray_address == "":
        token = cluster_settings(settings).token_path
        console.print(
            f"Render dashboard  http://127.0.0.1:{settings.ray_dashboard_port} (its token: {token})"
        )
    console.print(f"Founder's invite  {invite_id}")
    Granian(
        "api.asgi:create",
        factory=True,
        interface=Interfaces.ASGI,
        address=settings.host,
        port=settings.port,
        workers=1,
        workers_kill_timeout=GRACE_S,
        log_enabled=False,
    ).serve()
