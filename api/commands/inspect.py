"""Prints how the server is made, from parts that are built but never started."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from api.app import create_app
from api.building.root import build
from api.settings import RAY_OFF, Settings
from api.wiring import Wiring


def openapi_document() -> str:
    """The OpenAPI document as indented JSON, the same for the same code."""
    with _idle() as wiring:
        schema = create_app(wiring).openapi_schema.to_schema()
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode()


def pipeline_text() -> str:
    """The feed's stages, its weights and the policy's version."""
    with _idle() as wiring:
        return wiring.feed.describe()


@contextmanager
def _idle() -> Iterator[Wiring]:
    with tempfile.TemporaryDirectory() as folder:
        wiring = build(Settings(data=Path(folder), ray_address=RAY_OFF))
        try:
            yield wiring
        finally:
            wiring.close()
