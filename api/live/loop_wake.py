"""Wakes a coroutine where a thread would be woken by an event."""

import asyncio
import threading


class LoopWake(threading.Event):
    """An event that any thread may set and one coroutine of the running loop waits for."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()

    def set(self) -> None:
        """Wakes the coroutine."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._woken.set)

    async def next(self) -> None:
        """Returns once it was set since the last return."""
        await self._woken.wait()
        self._woken.clear()
