"""Puts the consent receipt into a finished clip, as an assertion of a C2PA manifest that covers every byte of it."""

import contextlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import c2pa

from domain.proof.manifest import ASSERTION
from render_cluster.seal_identity import SealIdentity

_ALGORITHMIC = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
_MEDIA_TYPE = "video/mp4"


class SealFailed(Exception):
    """The clip could not be sealed; the file is as it was."""


class ClipSealer:
    """Seals MP4 files in place; one may be shared by threads."""

    def __init__(self, identity: SealIdentity, version: str) -> None:
        self._identity, self._version = identity, version

    def seal(self, video: Path, receipt: dict[str, Any]) -> None:
        """Adds a manifest with this receipt; frames, sound and their times stay as they are. Raises SealFailed."""
        handle, name = tempfile.mkstemp(dir=video.parent, prefix=f".{video.name}.", suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "w+b") as sealed, video.open("rb") as source:
                self._sign(source, sealed, json.dumps(self._manifest(video.name, receipt)))
                sealed.flush()
                os.fsync(sealed.fileno())
            part.replace(video)
        except c2pa.C2paError as error:
            raise SealFailed(type(error).__name__) from error
        finally:
            part.unlink(missing_ok=True)

    def _sign(self, source: Any, sealed: Any, manifest: str) -> None:
        info = c2pa.C2paSignerInfo(b"ed25519", self._identity.chain_pem, self._identity.key_pem, None)
        with contextlib.closing(c2pa.Signer.from_info(info)) as signer, c2pa.Builder(manifest) as builder:
            builder.sign(signer, _MEDIA_TYPE, source, sealed)

    def _manifest(self, title: str, receipt: dict[str, Any]) -> dict[str, Any]:
        created = {"action": "c2pa.created", "digitalSourceType": _ALGORITHMIC}
        return {
            "claim_generator_info": [{"name": "Castmates", "version": self._version}],
            "title": title,
            "format": _MEDIA_TYPE,
            "assertions": [
                {"label": "c2pa.actions.v2", "data": {"actions": [created]}},
                {"label": ASSERTION, "data": receipt},
            ],
        }
