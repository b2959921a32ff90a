"""The consent receipt of a finished clip: who is in it, under which grants, accepted where, and the proof of it."""

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from domain.events import GenerationRequested
from domain.keys import KeyRing
from domain.notary import HistoryRewritten, Notary, Unproved
from domain.proof.proof_file import BadProofFile, canonical
from render_cluster.backlog import OpenJob
from render_cluster.clip_seal import ClipSealer, SealFailed
from render_cluster.job import JobFailed, Rendered
from render_cluster.render import CONSENT_NAME
from render_cluster.seal_identity import ROOT_PURPOSE, SIGNER_PURPOSE, seal_identity


class ClipSeals:
    """Seals the clips of one community, each with a proof under the newest signed head."""

    def __init__(self, notary: Notary, keys: KeyRing) -> None:
        self._notary = notary
        secrets = keys.secret(ROOT_PURPOSE), keys.secret(SIGNER_PURPOSE)
        self._sealer = ClipSealer(seal_identity(notary.public_key.name, *secrets), version("castmates"))

    def seal(self, job: OpenJob, rendered: Rendered) -> Path:
        """Puts the receipt into the video and beside it; the path of the latter. Raises JobFailed."""
        video = Path(rendered.video_path)
        claim = clip_claim(job, _sha256(video), _sha256(Path(rendered.receipt_path)))
        beside = video.with_name(CONSENT_NAME)
        try:
            document = self._notary.prove([job.position], claim).document()
            self._sealer.seal(video, document)
        except (Unproved, HistoryRewritten, BadProofFile, SealFailed) as error:
            # Without its proof a clip does not leave the house.
            raise JobFailed("seal_failed") from error
        beside.write_bytes(canonical(document) + b"\n")
        return beside


def clip_claim(job: OpenJob, video_sha256: str, receipt_sha256: str) -> dict[str, Any]:
    """What a clip's proof is to show; `video_sha256` is of the file before it was sealed."""
    requested = job.requested
    return {
        "kind": "clip",
        "about": requested.clip_id,
        "job_id": requested.job_id,
        "video_sha256": video_sha256,
        "receipt_sha256": receipt_sha256,
        "cast": cast_claims(requested, job.position),
    }


def cast_claims(requested: GenerationRequested, position: int) -> list[dict[str, Any]]:
    """Each cameo in a clip: for which uses, under which grants, and where its acceptance stands in the log."""
    return [{**msgspec.to_builtins(casting), "position": position} for casting in requested.cast]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
