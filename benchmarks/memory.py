"""The largest memory of a worker over one clip of a minute with lines, music and three shots.

The value is the peak of the resident memory of a process of its own that does all that a worker does: it takes Ray
in, warms itself with a frame, and then writes the storyboard, simulates and voices, draws a frame every five
seconds, and mixes the whole soundtrack. The floor is what is asked for; less is better, the ratio is floor / value.
A line on standard error tells the peak of every stage. Linux alone tells and forgets the peak of a process.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from benchmarks.record import Measurement, record
from render_cluster.ray_environment import GIVING_BACK

ASKED_MIB = 700.0
MINUTE_S = 60.0
PROMPT = (
    'a coach says "keep your elbow in and follow through" and a basketball bounces off the rim at sunset. '
    'A skater says "watch me roll down this ramp" and wobbles, nearly falls. '
    'A dog runs in the park while a girl says "come here, good boy". Happy music'
)
_DRAWN_EVERY_S = 5.0
_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=MINUTE_S, help="seconds of the clip")
    parser.add_argument("--prompt", default=PROMPT, help="its prompt")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        print(msgspec.json.encode(peaks_mib(asked.prompt, asked.seconds)).decode())
        return
    found = _in_a_process_of_its_own(asked.prompt, asked.seconds)
    for stage, peak_mib in found.items():
        print(f"{stage}: at most {peak_mib:.0f} MiB", file=sys.stderr)
    peak_mib = max(found.values())
    record("memory_worker_minute", Measurement(peak_mib, ASKED_MIB, round(ASKED_MIB / peak_mib, 3), "MiB"))


def peaks_mib(prompt: str, duration_s: float) -> dict[str, float]:
    """The largest resident memory of this process during each stage of a clip."""
    import render_cluster.worker  # noqa: F401  # what a worker holds before it does anything
    from render_cluster.backends.backend import Spec
    from render_cluster.backends.physics.backend import PhysicsBackend
    from render_cluster.crew import LocalCrew

    crew, found = LocalCrew(PhysicsBackend()), {}
    for spec in (Spec("a ball bounces", duration_s=1.0), Spec(prompt, duration_s, seed=1)):
        crew.draft(spec)
        for _ in crew.simulate():
            pass
        crew.account()
        found["simulation" if "warming" in found else "warming"] = _peak_mib()
        step = round(_DRAWN_EVERY_S * spec.fps)
        for _ in crew.frames([range(index, index + 1) for index in range(0, spec.frames_count, step)]):
            pass
        found["frames"] = _peak_mib()
    crew.sound()
    found["sound"] = _peak_mib()
    return found


def _in_a_process_of_its_own(prompt: str, duration_s: float) -> dict[str, float]:
    line = [sys.executable, "-m", "benchmarks.memory", "--inside"]
    line += ["--seconds", str(duration_s), "--prompt", prompt]
    env = {**os.environ, **GIVING_BACK, "LP_NUM_THREADS": "0"}
    told = subprocess.run(line, env=env, check=True, stdout=subprocess.PIPE).stdout
    return msgspec.json.decode(told, type=dict[str, float])


def _peak_mib() -> float:
    """The peak since this was asked last. Not getrusage, whose peak a child process takes over from its parent."""
    status = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    peak_kib = int(status["VmHWM"].split()[0])
    _CLEAR.write_text("5")
    return round(peak_kib / 1024, 1)


if __name__ == "__main__":
    main()
