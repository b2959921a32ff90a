"""The JSON schema of a storyboard, for whoever writes one outside this program."""

from typing import Any

import msgspec

from render_cluster.storyboard import Storyboard


def storyboard_schema() -> dict[str, Any]:
    """The schema of `storyboard.v1`; what only makes sense as a whole, `check_storyboard` asks besides."""
    return msgspec.json.schema(Storyboard)


def schema_text() -> str:
    """The schema as the file in `docs/spec` has it."""
    return msgspec.json.format(msgspec.json.encode(storyboard_schema()), indent=2).decode() + "\n"
