"""The commands that make a clip, make it again, or measure what makes it."""

from pathlib import Path

import click

from api.settings import Settings
from domain.limits import (
    CLIP_DURATION_S,
    CLIP_DURATION_S_MAX,
    CLIP_DURATION_S_MIN,
    CLIP_SEED_MAX,
    CLIP_SIZES_PX,
)
from render_cluster.storyboard import STYLES, Style

SIZES = tuple(f"{width}x{height}" for width, height in CLIP_SIZES_PX)


@click.command(name="try")
@click.argument("prompt")
@click.option("--seconds", default=4.0, show_default=True, help="Length of the clip.")
@click.option("--style", type=click.Choice(STYLES), help="Default: by the prompt.")
@click.option("--url", help="A running server. Default: the one of the settings, started if it is not up.")
@click.pass_obj
def try_(settings: Settings, prompt: str, seconds: float, style: str | None, url: str | None) -> None:
    """Walk the whole road with one sentence: join, make, publish, see it in a friend's feed."""
    from api.commands.try_road import walk

    walk(settings, prompt, seconds, style, url)


@click.command()
@click.argument("prompt", required=False)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option(
    "--storyboard",
    "storyboard_path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A storyboard as JSON, instead of a prompt.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(CLIP_DURATION_S_MIN, CLIP_DURATION_S_MAX),
    help=f"Default: {CLIP_DURATION_S:g}, or the storyboard's.",
)
@click.option("--size", type=click.Choice(SIZES), default=SIZES[0], show_default=True)
@click.option("--style", type=click.Choice(STYLES), help="Default: by the prompt or storyboard.")
@click.option("--seed", type=click.IntRange(0, CLIP_SEED_MAX), help="Default: 0, or the storyboard's.")
def render(
    prompt: str | None,
    output: Path,
    storyboard_path: Path | None,
    seconds: float | None,
    size: str,
    style: Style | None,
    seed: int | None,
) -> None:
    """Make a clip without a server; its poster, receipt and captions land beside it."""
    from api.commands.render import check_output, render_to_file, spec_of_prompt, spec_of_storyboard

    if (prompt is None) == (storyboard_path is None):
        raise click.UsageError("give either a prompt or --storyboard FILE")
    check_output(output, storyboard_path)
    size_px = CLIP_SIZES_PX[SIZES.index(size)]
    if storyboard_path is None:
        spec = spec_of_prompt(prompt, seconds, size_px, style, seed)
    else:
        spec = spec_of_storyboard(storyboard_path, seconds, size_px, style, seed)
    render_to_file(spec, output)


@click.command(name="verify-clip")
@click.argument("clip", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--receipt",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Default: beside the clip.",
)
def verify_clip_(clip: Path, receipt: Path | None) -> None:
    """Make a clip again from its receipt and compare: file, contacts, energy, onsets, bytes."""
    from api.commands.verify_clip import verify_clip

    verify_clip(clip, receipt or clip.with_suffix(".json"))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def physics(as_json: bool) -> None:
    """Measure the simulator against the closed forms of mechanics; fails where a law is broken."""
    from api.commands.physics import print_laws

    print_laws(as_json)


@click.command()
@click.option(
    "--corpus",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="Captions, a JSON object with id and text a line.",
)
@click.option(
    "--asks",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="Requests, one a line.",
)
@click.option(
    "--top", "top_count", type=click.IntRange(1), default=10, show_default=True, help="Ids a request."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a request.")
def rank(corpus: Path, asks: Path, top_count: int, as_json: bool) -> None:
    """Rank captions by requests as the feed would, by their words alone."""
    from api.commands.rank import rank_captions

    rank_captions(corpus, asks, top_count, as_json)
