"""The operator's and the curious person's command line: every command, listed by hand."""

from typing import Any

import click

from api.command_line import audit, clips, community, proof, role
from api.hosting.countries import CountryInvalid
from api.hosting.occupancy import Occupied
from api.open_log import DataIncomplete
from api.settings import SettingsInvalid, load_settings
from domain.store import LogUnavailable

COMMANDS: tuple[click.Command, ...] = (
    community.serve,
    community.invite,
    community.waiting,
    clips.try_,
    clips.render,
    clips.verify_clip_,
    clips.physics,
    clips.rank,
    audit.audit,
    role.role,
    proof.proof,
    proof.witness,
    community.rebuild,
    community.backup,
    community.erase_person_,
    community.pipeline,
    community.openapi,
)


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


@click.group(cls=_Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Castmates: a social video app that a community runs itself."""
    context.obj = load_settings()


if __name__ == "__main__":
    main()
