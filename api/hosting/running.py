"""What a server runs beside its requests: threads until told to stop, tasks until cancelled."""

import asyncio
import threading
from collections.abc import Callable, Coroutine


class Running:
    """The threads and tasks that a server has beside its requests."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._tasks: list[asyncio.Task[None]] = []

    def start_thread(self, name: str, run: Callable[[threading.Event], None]) -> None:
        """Runs something until its event is set."""
        thread = threading.Thread(target=run, args=(self._stop,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def start_task(self, run: Coroutine[None, None, None]) -> None:
        """Runs something on the event loop until cancelled."""
        self._tasks.append(asyncio.create_task(run))

    async def stop_tasks(self) -> None:
        """Cancels the tasks and waits for their end."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def stop_threads(self) -> None:
        """Tells the threads to end and waits for it."""
        self._stop.set()
        for thread in self._threads:
            thread.join()
