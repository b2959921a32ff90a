"""The least an ASGI server can do: the same bytes for every request."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

BODY_VARIABLE = "BENCHMARK_BODY"
_BODY = Path(os.environ[BODY_VARIABLE]).read_bytes() if BODY_VARIABLE in os.environ else b""
_START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-type", b"application/json"), (b"content-length", str(len(_BODY)).encode())],
}


async def app(scope: dict[str, Any], _: object, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """Answers with the body that the environment names."""
    if scope["type"] == "http":
        await send(_START)
        await send({"type": "http.response.body", "body": _BODY})
