"""A 30-item feed page over HTTP, against a raw ASGI answer of the same bytes, both on granian.

Rates are of pages per second of the server's CPU time, so that the client's share of the machine does not
count; 200 people, 4,000 follows, 3,000 clips and 4,000 likes stand in the log. One client and many ask for a
page that stands; what making a new one takes says `benchmarks.steered_page`.
"""

import argparse
import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from benchmarks.raw_asgi import BODY_VARIABLE
from benchmarks.record import alternate, record
from benchmarks.town import CLIPS_COUNT, found_town

CLIENTS_COUNTS = (1, 16)
PAIRS_COUNT = 5
WARM_PAGES_COUNT = 320
START_S_MAX = 180
TICKS_PER_S = os.sysconf("SC_CLK_TCK")


class Server:
    """One granian with one worker, and what its processes cost."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, path: str, token: str) -> None:
        self._process, self.port = process, port
        lines = (f"GET {path} HTTP/1.1", "Host: localhost", f"Authorization: Bearer {token}")
        self._request = ("\r\n".join(lines) + "\r\n\r\n").encode()

    def pages_a_cpu_second(self, pages_count: int, clients_count: int) -> float:
        """How many pages a second of the server's CPU gives to so many clients at once."""
        before_s = self._cpu_s()
        self.load(pages_count, clients_count)
        return pages_count / (self._cpu_s() - before_s)

    def pages_a_second(self, pages_count: int, clients_count: int) -> float:
        """How many pages so many clients get in a second, which they share a machine with the server for."""
        before_s = time.perf_counter()
        self.load(pages_count, clients_count)
        return pages_count / (time.perf_counter() - before_s)

    def load(self, pages_count: int, clients_count: int) -> None:
        """Asks for so many pages, each client for its share of them."""
        asyncio.run(self._load(pages_count // clients_count, clients_count))

    async def _load(self, pages_count: int, clients_count: int) -> None:
        await asyncio.gather(*(self._client(pages_count) for _ in range(clients_count)))

    async def _client(self, pages_count: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        for _ in range(pages_count):
            writer.write(self._request)
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(head.split(b"\r\n")[0].decode())
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
        writer.close()

    def _cpu_s(self) -> float:
        return sum(_cpu_s(pid) for pid in (self._process.pid, *_children(self._process.pid)))


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=8_000, help="pages a turn")
    pages_count = parser.parse_args().pages
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        measure(Path(folder), pages_count)


def measure(folder: Path, pages_count: int) -> None:
    """Records pages a CPU-second, and prints pages a second, of the product and of the floor."""
    token = found_town(folder / "data")
    with _product(folder / "data", token) as product:
        body = folder / "body"
        body.write_bytes(_page(product.port, token))
        with _floor(body, token) as floor:
            for server in (product, floor):
                server.load(WARM_PAGES_COUNT, max(CLIENTS_COUNTS))
            for clients_count in CLIENTS_COUNTS:
                _measure(product, floor, pages_count, clients_count)


def _measure(product: Server, floor: Server, pages_count: int, clients_count: int) -> None:
    measurement = alternate(
        lambda: product.pages_a_cpu_second(pages_count, clients_count),
        lambda: floor.pages_a_cpu_second(pages_count, clients_count),
        PAIRS_COUNT,
        "pages/CPU-s",
    )
    record(f"feed_page_30_items_{clients_count}_clients", measurement)
    rates = [server.pages_a_second(pages_count, clients_count) for server in (product, floor)]
    print(
        f"  {1000 / measurement.value:.3f} CPU-ms a page, floor {1000 / measurement.floor:.3f}; "
        f"{rates[0]:,.0f} pages/s, floor {rates[1]:,.0f}"
    )


@contextlib.contextmanager
def _product(data: Path, token: str) -> Iterator[Server]:
    port = free_port()
    environment = {"CASTMATES_DATA": str(data), "CASTMATES_PORT": str(port), "CASTMATES_RAY_ADDRESS": "off"}
    with running(serve_command(), environment, port) as process:
        deadline = time.monotonic() + START_S_MAX
        while _vectors_note(port) != f"{CLIPS_COUNT} clips":  # the clips are still being embedded
            if time.monotonic() > deadline:
                raise RuntimeError("the feed never filled")
            time.sleep(0.5)
        yield Server(process, port, "/api/feed?limit=30", token)


@contextlib.contextmanager
def _floor(body: Path, token: str) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), "--no-ws"]
    with running([*command, "benchmarks.raw_asgi:app"], {BODY_VARIABLE: str(body)}, port) as process:
        yield Server(process, port, "/", token)


def serve_command() -> list[str]:
    """Starts the product as an operator does."""
    return [sys.executable, "-m", "api.cli", "serve"]


@contextlib.contextmanager
def running(command: list[str], environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server's process from when its port is open; ended on leaving."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + START_S_MAX
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()


def _page(port: int, token: str) -> bytes:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"http://127.0.0.1:{port}/api/feed?limit=30", headers=headers, timeout=60).content


def _vectors_note(port: int) -> str:
    return httpx.get(f"http://127.0.0.1:{port}/api/ready", timeout=60).json()["parts"]["vectors"]["note"]


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_S


if __name__ == "__main__":
    main()
