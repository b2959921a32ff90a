"""A whole server, started as an operator starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

START_S_MAX = 180
STOP_S_MAX = 90


class Server:
    """`castmates serve` on a data folder of its own; can be ended well or badly, and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.newest = 0  # position of the log that its members were told of last
        self.port, dashboard_port = free_port(), free_port()
        self.environment = {
            **os.environ,
            "CASTMATES_DATA": str(folder / "data"),
            "CASTMATES_PORT": str(self.port),
            "CASTMATES_RAY_DASHBOARD_PORT": str(dashboard_port),
            "CASTMATES_WELLNESS_CLIPS_SEEN_MIN": "1",
            "CASTMATES_SESSION_GAP_S": "0",
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """What it printed so far."""
        return (self.folder / "said").read_text()

    @property
    def invite(self) -> str:
        """The founder's invite that it printed last."""
        return re.findall(r"invite-[0-9a-f-]+", self.said)[-1]

    def start(self) -> None:
        """Returns once clips can be made."""
        with (self.folder / "said").open("ab") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "api.cli", "serve"],
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self.wait(lambda parts: parts["renderers"]["status"] == "up")

    def wait(self, wanted) -> None:
        """Waits for a state of its parts."""
        deadline = time.monotonic() + START_S_MAX
        while time.monotonic() < deadline:
            try:
                parts = httpx.get(f"{self.url}/api/ready", timeout=5).json()["parts"]
                if wanted(parts):
                    return
            except (httpx.TransportError, KeyError):
                pass
            assert self._process.poll() is None, self.said
            time.sleep(0.3)
        raise AssertionError(f"the server did not come up: {self.said}")

    def stop(self) -> int:
        """Ends it in order; its exit status."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(STOP_S_MAX)

    def kill(self) -> None:
        """Ends it as a power cut would: the server and its web worker, at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(STOP_S_MAX)

    def kill_command(self) -> None:
        """Ends the command alone, at once; its web worker must notice."""
        self._process.kill()
        self._process.wait(STOP_S_MAX)

    def answers(self) -> bool:
        """Whether anybody answers at its address."""
        try:
            return httpx.get(f"{self.url}/api/health", timeout=5).is_success
        except httpx.TransportError:
            return False


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
