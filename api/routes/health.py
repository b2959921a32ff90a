"""Whether the server lives, and whether each of its parts can do its work."""

import msgspec
from litestar import Response, get

from api.desk import Parts


class Live(msgspec.Struct, frozen=True):
    """The process answers."""

    status: str = "live"


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """One part and how it fares; `note` says what an operator should know, who finds more at its dashboard."""

    status: str
    note: str | None = None
    dashboard_url: str | None = None


class Health(msgspec.Struct, frozen=True):
    """Every part; `ready` is whether requests can be answered in full."""

    ready: bool
    position: int
    parts: dict[str, Part]


@get("/health")
async def live() -> Live:
    """Answers as long as the process does."""
    return Live()


@get("/ready")
async def ready(wiring: Parts) -> Response[Health]:
    """How each part fares; 503 while reading or writing is not possible. Rendering may wait meanwhile."""
    parts = {
        name: Part(state.status, state.note, state.dashboard_url) for name, state in wiring.health().items()
    }
    is_ready = all(parts[name].status == "up" for name in ("log", "views"))
    health = Health(is_ready, wiring.ledger.head() if is_ready else 0, parts)
    return Response(health, status_code=200 if is_ready else 503)


ROUTES = (live, ready)
