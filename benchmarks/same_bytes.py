"""Whether one spec gives one file: made ten times by one worker and ten times by two, each time drawn anew.

The value is in how many per cent of the runs the clip had the commonest SHA-256; anything below 100 is a fault.
"""

import argparse
import asyncio
import hashlib
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.clip import PROMPTS
from benchmarks.record import Measurement, record
from benchmarks.workers import filmed
from render_cluster.backends.backend import Spec
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.renderer import Renderer

_UP_S_MAX = 180.0


def main() -> None:
    """Measure and record; ends with 1 where two files differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="runs by one worker, and again by two")
    parser.add_argument("--seconds", type=float, default=2.0, help="seconds of the clip")
    parser.add_argument("--style", default="cinematic", help="its style")
    parser.add_argument("--prompt", default=PROMPTS[0], help="its prompt")
    asked = parser.parse_args()
    spec = Spec(asked.prompt, asked.seconds, 320, 180, style=asked.style, seed=1)
    seen = Counter(digest for count in (1, 2) for digest in asyncio.run(digests(spec, count, asked.times)))
    alike = 100.0 * max(seen.values()) / seen.total()
    record("same_bytes", Measurement(alike, 100.0, alike / 100.0, "%"))
    if len(seen) > 1:
        raise SystemExit(f"{len(seen)} different files")


async def digests(spec: Spec, workers_count: int, times: int) -> list[str]:
    """The SHA-256 of each of several runs of one spec on a cluster of this many workers."""
    found = []
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        renderer = Renderer(ClusterSettings(folder=folder, workers_count=workers_count))
        renderer.start()
        try:
            await asyncio.wait_for(renderer.wait_up(), _UP_S_MAX)
            for run in range(times):
                video = await filmed(renderer, spec, f"{workers_count}-{run}")
                found.append(hashlib.sha256(video.read_bytes()).hexdigest())
                print(
                    f"{workers_count} worker(s), run {run + 1}: {found[-1][:12]}", file=sys.stderr, flush=True
                )
                # Else the next run would take the encoded shots that are kept.
                for kept in (Path(folder) / "segments").iterdir():
                    kept.unlink()
        finally:
            await renderer.stop()
    return found


if __name__ == "__main__":
    main()
