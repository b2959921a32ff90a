"""A clip comes out whole or not at all, whoever makes it."""

import errno
from pathlib import Path

import msgspec
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.crew import LocalCrew
from render_cluster.job import STAGES, JobFailed, Progress, Rendered
from render_cluster.render import failure_code, render
from render_cluster.storyboard import Storyboard
from tests.render_cluster.sketch_backend import SketchBackend

SPEC = Spec("x", duration_s=1.0)


def make(spec: Spec, folder: Path) -> list[Progress | Rendered]:
    return list(render(spec, LocalCrew(SketchBackend()), folder))


def test_a_spec_becomes_three_files(tmp_path: Path) -> None:
    *_, rendered = make(SPEC, tmp_path)
    paths = (rendered.video_path, rendered.poster_path, rendered.receipt_path)
    assert {Path(path) for path in paths} == set(tmp_path.iterdir())
    assert rendered.facts.scenes == ("sketch",)


def test_progress_goes_through_the_stages_in_order(tmp_path: Path) -> None:
    steps = make(SPEC, tmp_path)[:-1]
    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages == [stage for stage in STAGES if stage not in ("queued", "done")]
    frames = [step for step in steps if step.stage == "frames"]
    assert [(step.frames_done, step.frames_count) for step in frames] == [(n, 24) for n in range(1, 25)]


def test_the_same_spec_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (Path(make(SPEC, tmp_path / name)[-1].video_path) for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


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
        (ZeroDivisionError(), "backend_failed"),
        (JobFailed("storyboard_refused"), "storyboard_refused"),
    ],
)
def test_each_fault_has_its_code(error: Exception, code: str) -> None:
    assert failure_code(error) == code
