"""Makes a clip without a server, in this process."""

import shutil
import tempfile
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from api.backends import physics
from domain.limits import CLIP_SIZES_PX
from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.checks import StoryboardRefused
from render_cluster.crew import LocalCrew
from render_cluster.job import JobFailed, Rendered
from render_cluster.render import render


def render_to_file(
    prompt: str, output: Path, seconds: float, size: str, style: str | None, seed: int
) -> None:
    """Writes the clip to `output`, its poster and receipt beside it. Raises ClickException."""
    sizes = {f"{w}x{h}": (w, h) for w, h in CLIP_SIZES_PX}
    if size not in sizes:
        raise click.BadParameter(f"choose one of {', '.join(sizes)}", param_hint="--size")
    width_px, height_px = sizes[size]
    spec = Spec(prompt, seconds, width_px, height_px, style=style, seed=seed)
    if not output.parent.is_dir():
        raise click.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    if output.suffix != ".mp4":
        raise click.BadParameter("clips are MP4 files: end the name in .mp4", param_hint="--output")
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


def _keep(rendered: Rendered, output: Path) -> None:
    for path, suffix in (
        (rendered.poster_path, ".webp"),
        (rendered.receipt_path, ".json"),
        (rendered.video_path, output.suffix),
    ):
        shutil.copyfile(path, output.with_suffix(suffix))  # with the rights that this user's files have
