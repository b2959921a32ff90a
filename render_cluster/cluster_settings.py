"""What an operator may choose about the rendering cluster, and how large its parts may grow."""

import hashlib
import os
from pathlib import Path
from typing import Literal

import msgspec

PHYSICS_BACKEND = "render_cluster.backends.physics.backend:PhysicsBackend"
Resource = Literal["gen_cpu", "gen_gpu"]
WORKERS_MAX = 256
# So many frames a worker may lie drawn, or be given out, before they are encoded.
AHEAD_FRAMES_A_WORKER = 24
# Each worker draws one chunk and has another waiting.
CHUNKS_A_WORKER = 2
_STORE_BYTES_A_WORKER = 128 << 20
# Ray puts sockets of about 70 characters below its folder, and a Unix socket's path ends at 107.
_TEMP_CHARS_MAX = 36


class ClusterSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Without an address a head of our own is started; without a count there is one worker a processor.

    `folder` is the data folder's part for the cluster; `backend` names what makes one as `module:name`.
    A worker takes one `resource`, and with "gen_gpu" a whole GPU.
    """

    folder: str
    address: str | None = None
    workers_count: int | None = None
    dashboard_port: int = 8265
    backend: str = PHYSICS_BACKEND
    resource: Resource = "gen_cpu"

    @property
    def workers_count_wanted(self) -> int:
        """How many workers there should be."""
        return max(1, min(self.workers_count or os.cpu_count() or 1, WORKERS_MAX))

    @property
    def store_bytes(self) -> int:
        """Shared memory for frames on their way: the look-ahead of two 1280x720 clips at once fits."""
        return (2 + self.workers_count_wanted) * _STORE_BYTES_A_WORKER

    @property
    def token_path(self) -> Path:
        """Where the secret lies that our own head and its dashboard ask for."""
        return Path(self.folder) / "token"

    @property
    def segments_folder(self) -> Path:
        """Where encoded shots are kept for a while."""
        return Path(self.folder) / "segments"

    @property
    def temp_folder(self) -> Path:
        """Where our own head keeps its sockets and logs; outside `folder` if that lies too deep."""
        inside = Path(self.folder).resolve() / "tmp"
        if len(str(inside)) <= _TEMP_CHARS_MAX:
            return inside
        return Path("/tmp") / f"castmates-{hashlib.sha256(str(inside).encode()).hexdigest()[:12]}"
