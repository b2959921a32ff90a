"""Makes a clip without a server, in this process."""

import shutil
import tempfile
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from api.backends import physics
from api.storyboards import admitted, described
from domain.limits import CLIP_DURATION_S, STORYBOARD_BYTES_MAX
from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import StoryboardRefused
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.crew import LocalCrew
from render_cluster.job import JobFailed, Rendered
from render_cluster.render import render
from render_cluster.storyboard import Storyboard, Style

CAPTIONS_SUFFIX = ".vtt"


def spec_of_prompt(
    prompt: str, seconds: float | None, size_px: tuple[int, int], style: Style | None, seed: int | None
) -> Spec:
    """What a prompt asks for; what is None is as usual."""
    return Spec(prompt, seconds or CLIP_DURATION_S, *size_px, style=style, seed=seed or 0)


def spec_of_storyboard(
    path: Path, seconds: float | None, size_px: tuple[int, int], style: Style | None, seed: int | None
) -> Spec:
    """What a storyboard in a file asks for; what is None is the storyboard's own. Raises ClickException."""
    if path.stat().st_size > STORYBOARD_BYTES_MAX:
        raise _refused(f"a storyboard has at most {STORYBOARD_BYTES_MAX} bytes")
    try:
        storyboard = msgspec.json.decode(path.read_bytes(), type=Storyboard)
        storyboard = admitted(storyboard, seconds, style, seed)
    except (msgspec.DecodeError, StoryboardRefused) as refusal:
        raise _refused(str(refusal)) from refusal
    if handles_in(storyboard):
        raise _refused("a likeness is cast by a server alone, which knows who consents")
    return Spec(
        described(storyboard),
        seconds or storyboard.duration_s,
        *size_px,
        style=storyboard.style,
        seed=storyboard.seed,
        storyboard=storyboard,
    )


def check_output(output: Path, storyboard_path: Path | None) -> None:
    """Raises ClickException where the clip, or what lands beside it, cannot or must not stand there."""
    if not output.parent.is_dir():
        raise click.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    if output.suffix != ".mp4":
        raise click.BadParameter("clips are MP4 files: end the name in .mp4", param_hint="--output")
    if storyboard_path is not None and storyboard_path.resolve() == output.with_suffix(".json").resolve():
        raise click.BadParameter("the receipt would take the storyboard's place", param_hint="--output")


def render_to_file(spec: Spec, output: Path) -> None:
    """Writes the clip to `output`, and what comes with it beside it. Raises ClickException."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with (
        tempfile.TemporaryDirectory(dir=output.parent) as folder,
        Progress(*columns, TimeElapsedColumn(), console=console) as bar,
    ):
        task = bar.add_task("storyboard", total=1.0)
        try:
            for step in render(spec, LocalCrew(physics()), Path(folder)):
                if isinstance(step, Rendered):
                    _keep(step, output)
                else:
                    bar.update(task, description=step.stage, completed=step.fraction)
        except JobFailed as failure:
            raise click.ClickException(f"no clip: {failure.code}") from failure
        except StoryboardRefused as refusal:
            raise click.BadParameter(str(refusal), param_hint="PROMPT") from refusal
        bar.update(task, description="done", completed=1.0)
    click.echo(output)


def _refused(why: str) -> click.BadParameter:
    return click.BadParameter(why, param_hint="--storyboard")


def _keep(rendered: Rendered, output: Path) -> None:
    # A clip in which nobody speaks must not inherit what an earlier one of its name said.
    output.with_suffix(CAPTIONS_SUFFIX).unlink(missing_ok=True)
    for path, suffix in (
        (rendered.captions_path, CAPTIONS_SUFFIX),
        (rendered.poster_path, ".webp"),
        (rendered.receipt_path, ".json"),
        (rendered.video_path, output.suffix),
    ):
        if path is None:
            continue
        shutil.copyfile(path, output.with_suffix(suffix))  # with the rights that this user's files have
