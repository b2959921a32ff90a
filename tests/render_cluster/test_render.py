"""A clip comes out whole or not at all, whoever makes it."""

import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import SimulationUnstable, Spec
from render_cluster.crew import LocalCrew
from render_cluster.encoder import Picture
from render_cluster.job import STAGES, JobFailed, Progress, Rendered
from render_cluster.render import failure_code, render
from render_cluster.segments import SegmentStore
from render_cluster.storyboard import Storyboard
from tests.render_cluster.sketch_backend import SketchBackend

SPEC = Spec("x", duration_s=1.0)


def make(spec: Spec, folder: Path) -> list[Progress | Rendered]:
    return list(render(spec, LocalCrew(SketchBackend()), folder))


def test_a_spec_becomes_three_files(tmp_path: Path) -> None:
    *_, rendered = make(SPEC, tmp_path)
    paths = (rendered.video_path, rendered.poster_path, rendered.receipt_path)
    assert {Path(path) for path in paths} == set(tmp_path.iterdir())
    assert rendered.facts.subjects == ("sketch",)


def test_progress_goes_through_the_stages_in_order(tmp_path: Path) -> None:
    steps = make(SPEC, tmp_path)[:-1]
    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages == [stage for stage in STAGES if stage not in ("queued", "done")]
    frames = [step for step in steps if step.stage == "frames"]
    assert [(step.frames_done, step.frames_count) for step in frames] == [(n, 24) for n in range(1, 25)]


def test_the_same_spec_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (Path(make(SPEC, tmp_path / name)[-1].video_path) for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


class CountingCrew(LocalCrew):
    """A crew that counts the frames it draws."""

    drawn = 0

    def frames(self, wanted: Sequence[range]) -> Iterator[np.ndarray]:
        """See Crew."""
        for frame in super().frames(wanted):
            self.drawn += 1
            yield frame


def test_only_the_pieces_that_changed_are_drawn_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    segments = SegmentStore(tmp_path / "segments")
    spec = msgspec.structs.replace(SPEC, duration_s=3.0)
    made, counts = [], []
    for name, kept in (("new", None), ("first", segments), ("again", segments)):
        crew = CountingCrew(SketchBackend())
        *_, rendered = render(spec, crew, tmp_path / name, kept)
        made.append((Path(rendered.video_path).read_bytes(), Path(rendered.poster_path).read_bytes()))
        counts.append(crew.drawn)
    assert made[0] == made[1] == made[2]
    assert counts == [72, 72, 0]
    one = next((tmp_path / "segments").iterdir())
    one.write_bytes(b"damaged")
    crew = CountingCrew(SketchBackend())
    *_, rendered = render(spec, crew, tmp_path / "mended", segments)
    assert (crew.drawn, Path(rendered.video_path).read_bytes()) == (24, made[0][0])


def test_segments_that_are_long_unused_make_room(tmp_path: Path) -> None:
    segments = SegmentStore(tmp_path, bytes_max=3_000)
    run = (Picture(0, 0, True, bytes(1_000)),)
    for number, digit in enumerate("abc"):
        segments.put(digit * 64, run)
        os.utime(tmp_path / (digit * 64), (number, number))
    segments.put("d" * 64, run)
    assert [segments.get(digit * 64, 1) for digit in "abcd"] == [None, None, run, run]


def test_a_render_that_is_left_leaves_no_clip(tmp_path: Path) -> None:
    steps = render(SPEC, LocalCrew(SketchBackend()), tmp_path)
    while next(steps).stage != "frames":
        pass
    steps.close()
    assert list(tmp_path.iterdir()) == []


def test_a_storyboard_that_cannot_be_shot_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JobFailed) as refusal:
        make(msgspec.structs.replace(SPEC, storyboard=Storyboard((), "anime", 1)), tmp_path)
    assert refusal.value.code == "storyboard_refused"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "full"), "storage_full"),
        (OSError(errno.EACCES, "no"), "backend_failed"),
        (SimulationUnstable("flew apart"), "simulation_unstable"),
        (ZeroDivisionError(), "backend_failed"),
        (JobFailed("storyboard_refused"), "storyboard_refused"),
    ],
)
def test_each_fault_has_its_code(error: Exception, code: str) -> None:
    assert failure_code(error) == code
