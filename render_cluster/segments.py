"""Keeps encoded shots for a while, so that a clip that is made again draws only the shots that changed."""

import contextlib
import os
import re
import tempfile
from pathlib import Path

import msgspec

from render_cluster.encoder import Picture

BYTES_MAX = 512 << 20
_KEY = re.compile(r"[0-9a-f]{64}")
_DECODER = msgspec.msgpack.Decoder(tuple[Picture, ...])


class SegmentStore:
    """Encoded runs of frames by key, in files below `folder`; the longest unused go first.

    It is a memory and no store of record: what cannot be read or written counts as not there.
    """

    def __init__(self, folder: Path, bytes_max: int = BYTES_MAX) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._bytes_max = folder, bytes_max

    def get(self, key: str | None, frames_count: int) -> tuple[Picture, ...] | None:
        """The run of this key and length, if it is there."""
        if key is None or not _KEY.fullmatch(key):
            return None
        path = self._folder / key
        try:
            run = _DECODER.decode(path.read_bytes())
            os.utime(path)
        except (OSError, msgspec.MsgspecError):
            return None
        return run if len(run) == frames_count else None

    def put(self, key: str | None, run: tuple[Picture, ...]) -> None:
        """Keeps a run, and forgets others until all have room."""
        if key is None or not _KEY.fullmatch(key):
            return
        with contextlib.suppress(OSError):
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as part:
                part.write(msgspec.msgpack.encode(run))
            Path(name).replace(self._folder / key)
            self._forget()

    def clear(self) -> None:
        """Forgets all runs: a key does not say whose clip a run was drawn for."""
        for path in self._folder.iterdir():
            path.unlink(missing_ok=True)

    def _forget(self) -> None:
        kept = sorted(
            ((path.stat(), path) for path in self._folder.iterdir()), key=lambda one: one[0].st_mtime
        )
        spare = sum(state.st_size for state, _ in kept) - self._bytes_max
        for state, path in kept:
            if spare <= 0:
                return
            path.unlink(missing_ok=True)
            spare -= state.st_size
