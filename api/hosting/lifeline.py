"""Ties the web worker to the command that started it: whoever ends first, the other learns it.

The worker inherits one end of a pipe. When the other end closes, because the command was told to stop or is
gone, open streams are ended; without that the web server would wait for them. If the command is gone, the
worker ends itself too.
"""

import os
import signal
import threading
import time
from collections.abc import Callable, Mapping

VARIABLE = "LIFELINE_OF_CASTMATES"
ORPHAN_POLL_S = 0.1


class Lifeline:
    """The end that the command holds."""

    def __init__(self) -> None:
        self._kept, self._given = os.pipe()
        # The worker is forked, and finds the pipe by its numbers.
        os.environ[VARIABLE] = f"{self._kept} {self._given} {os.getpid()}"

    def cut(self, *_: object) -> None:
        """Tells the worker to wind up; more than once does nothing."""
        if self._given >= 0:
            os.close(self._given)
            self._given = -1


def hold(on_cut: Callable[[], None], environment: Mapping[str, str] = os.environ) -> None:
    """Calls back, from a thread of its own, once the command stops or is gone; without one, never."""
    if VARIABLE not in environment:
        return
    kept, given, parent = map(int, environment[VARIABLE].split())
    os.close(given)

    def wait() -> None:
        os.read(kept, 1)
        on_cut()
        # A command that dies lets go of the pipe a moment before it lets go of its children; one that was told
        # to stop lives on until this process has ended.
        while os.getppid() == parent:
            time.sleep(ORPHAN_POLL_S)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()
