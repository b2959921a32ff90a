"""Prints the contract of the JSON API."""

import tempfile
from pathlib import Path

import msgspec

from api.app import create_app
from api.settings import Settings
from api.wiring import RAY_OFF, build


def openapi_document() -> str:
    """The OpenAPI document as indented JSON, the same for the same code."""
    with tempfile.TemporaryDirectory() as folder:
        wiring = build(Settings(data=Path(folder), ray_address=RAY_OFF))
        try:
            schema = create_app(wiring).openapi_schema.to_schema()
        finally:
            wiring.close()
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode()
