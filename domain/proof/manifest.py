"""Reads the C2PA manifest of a sealed clip; the one part of the verifier that wants a library of its own."""

import json
from pathlib import Path
from typing import Any, NamedTuple

ASSERTION = "org.castmates.consent"
_GOOD_STATES = ("Valid", "Trusted")


class ManifestUnreadable(Exception):
    """There is no manifest, or nothing here that could read one; the text says which."""


class Manifest(NamedTuple):
    """What the library says of the whole file, and the proof file that the manifest holds, as a JSON object."""

    state: str
    proof: Any

    @property
    def fits(self) -> bool:
        """Whether no byte that it covers was changed, under whichever certificate."""
        return self.state in _GOOD_STATES


def read_manifest(path: Path) -> Manifest:
    """The active manifest of a file. Raises ManifestUnreadable."""
    try:
        import c2pa
    except ImportError:
        raise ManifestUnreadable("a manifest is read by c2pa-python, which is not installed") from None
    try:
        with c2pa.Reader(str(path)) as reader:
            state, store = str(reader.get_validation_state()), json.loads(reader.json())
    except (c2pa.C2paError, UnicodeError) as error:
        raise ManifestUnreadable(f"{path} has no manifest that can be read: {type(error).__name__}") from None
    manifest = store["manifests"].get(store.get("active_manifest"), {})
    found = [part.get("data") for part in manifest.get("assertions", ()) if part.get("label") == ASSERTION]
    return Manifest(state, found[0] if found else None)
