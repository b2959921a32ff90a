"""Lets coroutines wait until the views have reached a position, woken by the views themselves."""

import asyncio
from collections.abc import Callable


class PositionWatch:
    """Belongs to one event loop; `report` may be called from any thread."""

    def __init__(self, position: Callable[[], int]) -> None:
        self._position = position
        self._loop: asyncio.AbstractEventLoop | None = None
        self._moved = asyncio.Event()

    def start(self) -> None:
        """Binds the watch to the running loop."""
        self._loop = asyncio.get_running_loop()

    def report(self, _: int) -> None:
        """Says that the views moved on."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._announce)

    def position(self) -> int:
        """Where the views stand."""
        return self._position()

    async def reached(self, position: int) -> None:
        """Returns once the views stand at this position or a newer one."""
        while self._position() < position:
            await self._moved.wait()

    def _announce(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
