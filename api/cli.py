"""The operator's and the curious person's command line."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from api.as_of import parse_as_of
from api.hosting.countries import CountryInvalid
from api.hosting.occupancy import Occupied
from api.open_log import DataIncomplete
from api.settings import Settings, SettingsInvalid, load_settings
from domain.events import Role
from domain.limits import (
    CLIP_DURATION_S,
    CLIP_DURATION_S_MAX,
    CLIP_DURATION_S_MIN,
    CLIP_SEED_MAX,
    CLIP_SIZES_PX,
)
from domain.store import LogUnavailable
from render_cluster.storyboard import STYLES, Style

ROLES = get_args(Role)
SIZES = tuple(f"{width}x{height}" for width, height in CLIP_SIZES_PX)


class _Commands(click.Group):
    """Commands whose operator gets a sentence, not a stack, when the fault lies outside the program."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (SettingsInvalid, CountryInvalid, Occupied, DataIncomplete) as error:
            raise click.ClickException(str(error)) from error
        except LogUnavailable as error:
            raise click.ClickException(f"the log cannot be used: {error}") from error
        except OSError as error:
            raise click.ClickException(f"{error.filename or 'system'}: {error.strerror or error}") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Castmates: a social video app that a community runs itself."""
    context.obj = load_settings()


@main.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Start the server."""
    from api.commands.serve import serve as run

    run(settings)


@main.command()
@click.pass_obj
def invite(settings: Settings) -> None:
    """Print a fresh founder's invite."""
    from api.hosting.founding import issue_founder_invite
    from api.open_log import open_log

    with open_log(settings) as log:
        click.echo(issue_founder_invite(log))


@main.command(name="try")
@click.argument("prompt")
@click.option("--seconds", default=4.0, show_default=True, help="Length of the clip.")
@click.option("--style", type=click.Choice(STYLES), help="Default: by the prompt.")
@click.option("--url", help="A running server. Default: the one of the settings, started if it is not up.")
@click.pass_obj
def try_(settings: Settings, prompt: str, seconds: float, style: str | None, url: str | None) -> None:
    """Walk the whole road with one sentence: join, make, publish, see it in a friend's feed."""
    from api.commands.try_road import walk

    walk(settings, prompt, seconds, style, url)


@main.command()
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


@main.command(name="verify-clip")
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


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def physics(as_json: bool) -> None:
    """Measure the simulator against the closed forms of mechanics; fails where a law is broken."""
    from api.commands.physics import print_laws

    print_laws(as_json)


class _AsOf(click.ParamType):
    """A position of the log, or a moment with its time zone."""

    name = "position|time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return parse_as_of(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


_as_of = click.option("--as-of", "wanted", type=_AsOf(), help="A position or a moment; default: now.")
_as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document.")
_proof = click.option(
    "--proof",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the proof file for castmates-verify.",
)


@main.group()
def audit() -> None:
    """Replay a dispute: a likeness, a clip, or every fact that carries an id."""


@audit.command(name="subject")
@click.argument("who")
@_as_of
@_as_json
@_proof
@click.pass_obj
def audit_subject_(
    settings: Settings, who: str, wanted: int | datetime | None, as_json: bool, proof: Path | None
) -> None:
    """Who could use the likeness of WHO, a handle or an id: under which words, and what was made of it."""
    from api.commands.audit import Wanted, print_subject

    print_subject(settings, who, Wanted(wanted, as_json, proof))


@audit.command(name="clip")
@click.argument("clip_id")
@_as_of
@_as_json
@_proof
@click.pass_obj
def audit_clip_(
    settings: Settings, clip_id: str, wanted: int | datetime | None, as_json: bool, proof: Path | None
) -> None:
    """Who is in a clip by whose leave, and each check of that."""
    from api.commands.audit import Wanted, print_clip

    print_clip(settings, clip_id, Wanted(wanted, as_json, proof))


@audit.command(name="trail")
@click.argument("tag")
@click.option("--as-of", "upto", type=click.IntRange(0), help="A position; default: now.")
@click.pass_obj
def audit_trail_(settings: Settings, tag: str, upto: int | None) -> None:
    """Every fact that carries TAG, an id such as person-... or clip-...; what is sealed stays sealed."""
    from api.commands.audit import print_trail

    print_trail(settings, tag, upto)


@main.group()
def role() -> None:
    """Say who is a reviewer and who an auditor."""


@role.command(name="give")
@click.argument("handle")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_obj
def give_role_(settings: Settings, handle: str, role: Role) -> None:
    """Make the member of HANDLE a reviewer or an auditor."""
    from api.commands.role import give_role

    give_role(settings, handle, role)


@role.command(name="take")
@click.argument("handle")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_obj
def take_role_(settings: Settings, handle: str, role: Role) -> None:
    """Take a role of the member of HANDLE back."""
    from api.commands.role import take_role

    take_role(settings, handle, role)


@main.group()
def proof() -> None:
    """The log's proof: its public key, a signed head, a check of all history, a proof file."""


@proof.command(name="key")
@click.pass_obj
def proof_key(settings: Settings) -> None:
    """Print the public key that castmates-verify wants."""
    from api.commands.proof import print_key

    print_key(settings)


@proof.command(name="head")
@click.pass_obj
def proof_head(settings: Settings) -> None:
    """Sign a head over the log as it stands, and print it."""
    from api.commands.proof import print_head

    print_head(settings)


@proof.command(name="check")
@click.pass_obj
def proof_check(settings: Settings) -> None:
    """Hash the whole log anew and hold it against what was signed; fails where they part."""
    from api.commands.proof import check_all

    check_all(settings)


@proof.command(name="entries")
@click.argument("positions", nargs=-1, required=True, type=click.IntRange(1))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.pass_obj
def proof_entries(settings: Settings, positions: tuple[int, ...], output: Path) -> None:
    """Write a proof file for the entries at POSITIONS; what is sealed stays sealed."""
    from api.commands.proof import write_entries

    write_entries(settings, positions, output)


@main.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The witness's own folder.",
)
@click.option("--log-key", required=True, help="The log's public key, or a file that holds it.")
@click.option(
    "--name", default="witness.local/1", show_default=True, help="Name of the witness in its cosignatures."
)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8401, show_default=True, help="0 takes a free one."
)
def witness(data: Path, log_key: str, name: str, host: str, port: int) -> None:
    """Cosign the heads of another machine's log, and never two histories of it."""
    from api.commands.witness import run_witness

    run_witness(data, log_key, name, host, port)


@main.command()
@click.pass_obj
def rebuild(settings: Settings) -> None:
    """Build every view anew from the log, then swap it in."""
    from api.commands.rebuild import rebuild_views

    rebuild_views(settings)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--keys", type=click.Path(file_okay=False, path_type=Path), help="Where keys go. Default: FOLDER/keys."
)
@click.pass_obj
def backup(settings: Settings, folder: Path, keys: Path | None) -> None:
    """Copy log, keys and media to FOLDER, beside a running server or without one."""
    from api.commands.backup import back_up

    back_up(settings, folder, keys)


@main.command(name="erase-person")
@click.argument("handle")
@click.confirmation_option(prompt="This cannot be undone. Erase this person?")
@click.pass_obj
def erase_person_(settings: Settings, handle: str) -> None:
    """Erase whoever has HANDLE (or the id person-...): clips, files, words and key, in backups too."""
    from api.commands.erase_person import erase_person

    erase_person(settings, handle)


@main.command()
def pipeline() -> None:
    """Print the stages of the feed, its weights and the policy's version."""
    from api.commands.inspect import pipeline_text

    click.echo(pipeline_text())


@main.command()
def openapi() -> None:
    """Print the OpenAPI document of the JSON API."""
    from api.commands.inspect import openapi_document

    click.echo(openapi_document())


if __name__ == "__main__":
    main()
