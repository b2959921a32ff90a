"""Feeds the physics backend what nobody would ask for: each clip must come within limits, or a clear refusal.

    python -m benchmarks.fuzz --count 2000 --seed 1

Runs each case through draft, simulation, one small frame and sound; exits with 1 where one crashed or hung.
"""

import argparse
import collections
import json
import random
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from benchmarks import fuzz_inputs
from render_cluster.backends.backend import SAMPLE_RATE_HZ, SimulationUnstable, Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.backends.physics.language.checks import StoryboardRefused
from render_cluster.storyboard import Storyboard

SLOW_S, HANGS_S = 20.0, 120.0
"""Of CPU time."""
_FPS, _WIDTH_PX, _HEIGHT_PX = 24, 64, 36
_DURATION_S = 1.0
_BRIEF_PACE = 0.1


class Case(NamedTuple):
    """One thing to try: a prompt, or plain data of a storyboard."""

    number: int
    prompt: str
    storyboard: dict[str, Any] | None


class End(NamedTuple):
    """What came of a case: "clip", "refused CODE", "unstable", "crash" or "hang".

    `took_s` is the CPU time it took, `trace` where it broke.
    """

    what: str
    took_s: float
    trace: str = ""


class _Hang(BaseException):
    """Raised by the alarm; no handler of errors may swallow it."""


def case_of(seed: int, number: int) -> Case:
    """The case of this number; the same for the same seed."""
    rng = random.Random(f"{seed}/{number}")
    if rng.random() < 0.5:
        return Case(number, fuzz_inputs.prompt(rng), None)
    return Case(number, "a storyboard", fuzz_inputs.storyboard(rng))


def run(case: Case, backend: PhysicsBackend, pictured: bool = True, brief: bool = False) -> End:
    """Makes the case's clip as far as its middle frame, where it is to be `pictured`, and its sound.

    A `brief` one is silent and in slow motion, so that there is little to simulate and nothing to voice.
    """
    began_s = time.process_time()
    try:
        _make(case, backend, pictured, brief)
    except (StoryboardRefused, msgspec.MsgspecError) as refusal:
        code = getattr(refusal, "code", "schema")
        return End(f"refused {code}", time.process_time() - began_s)
    except SimulationUnstable:
        return End("unstable", time.process_time() - began_s, traceback.format_exc())
    except _Hang:
        return End("hang", time.process_time() - began_s, traceback.format_exc())
    except Exception:
        return End("crash", time.process_time() - began_s, traceback.format_exc())
    return End("clip", time.process_time() - began_s)


def _make(case: Case, backend: PhysicsBackend, pictured: bool, brief: bool) -> None:
    storyboard = None if case.storyboard is None else msgspec.convert(case.storyboard, Storyboard)
    spec = Spec(
        case.prompt, _DURATION_S, _WIDTH_PX, _HEIGHT_PX, _FPS, seed=case.number, storyboard=storyboard
    )
    draft = backend.draft(spec)
    if brief:
        draft = msgspec.structs.replace(draft, storyboard=_brief(draft.storyboard))
    making = backend.simulate(spec, draft)
    try:
        while True:
            next(making)
    except StopIteration as done:
        plan = done.value
    middle = spec.frames_count // 2
    if pictured:
        (frame,) = backend.frames(spec, draft, plan, middle, middle + 1)
        if frame.shape != (_HEIGHT_PX, _WIDTH_PX, 3) or frame.dtype != np.uint8:
            raise ValueError(f"a frame of {frame.shape} {frame.dtype}")
    sound = backend.sound(spec, draft, plan)
    if sound.shape != (2, round(_DURATION_S * SAMPLE_RATE_HZ)) or not np.isfinite(sound).all():
        raise ValueError(f"a soundtrack of {sound.shape}, or one that is not finite")
    msgspec.json.encode(backend.account(spec, draft, plan))


def _brief(storyboard: Storyboard) -> Storyboard:
    change = msgspec.structs.replace
    shots = tuple(
        change(shot, lines=(), camera=change(shot.camera, speed=_BRIEF_PACE)) for shot in storyboard.shots
    )
    return change(storyboard, shots=shots)


def main() -> None:
    """Runs the cases and prints the table."""
    asked = _arguments()
    signal.signal(signal.SIGPROF, _ring)
    backend = PhysicsBackend()
    ends: list[End] = []
    for number in range(asked.first, asked.first + asked.count):
        case = case_of(asked.seed, number)
        signal.setitimer(signal.ITIMER_PROF, HANGS_S)
        end = run(case, backend, not asked.unseen)
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        ends.append(end)
        if asked.failures and (end.trace or end.took_s > SLOW_S):
            with asked.failures.open("a") as file:
                file.write(json.dumps({"case": case._asdict(), **end._asdict()}) + "\n")
    backend.close()
    _report(ends)
    sys.exit(any(end.what in ("crash", "hang") for end in ends))


def _ring(_number: int, _frame: Any) -> None:
    raise _Hang


def _report(ends: list[End]) -> None:
    counts = collections.Counter(end.what for end in ends)
    for what, count in sorted(counts.items()):
        print(f"{what:32} {count:6}")
    slow = sum(end.took_s > SLOW_S for end in ends)
    took_s = np.array([end.took_s for end in ends])
    print(f"{'slower than ' + format(SLOW_S, 'g') + ' s':32} {slow:6}")
    print(f"median {np.median(took_s):.2f} s, 99 in 100 within {np.percentile(took_s, 99):.2f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--unseen", action="store_true", help="draw no frame")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--failures", type=Path, help="a file for what crashed, hung or was slow, as JSON lines"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
