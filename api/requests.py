"""A request whose body may be anything at all: what cannot be read is the sender's fault, not ours."""

from typing import Any

from litestar import Request
from litestar.exceptions import ClientException


class BoundedRequest(Request[Any, Any, Any]):
    """The framework's request, which knows what every unreadable body is."""

    async def json(self) -> Any:
        """The body's value. Raises ClientException also for bytes that are no UTF-8, and for endless nesting."""
        try:
            return await super().json()
        except (RecursionError, UnicodeDecodeError) as error:
            raise ClientException("not JSON") from error
