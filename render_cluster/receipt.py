"""The clip's receipt: everything that it takes to know how a clip came about, and to make it again."""

import hashlib
import math
from typing import Any

import msgspec

from render_cluster.artifacts import Artifact
from render_cluster.backends.backend import Draft, Spec
from render_cluster.storyboard import Coverage, Storyboard, WordFate

RECEIPT_BYTES_MAX = 64 << 20


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked, what was planned, what made it, what happened in it and what came out.

    The prompt is personal and stands here as its SHA-256 only. `account` is the backend's own part:
    for physics the contacts, the energy ledger and the onsets of the sounds. What it says under "untold", fates
    that only the making decides, joins the coverage.
    """

    schema: str = "receipt.v1"
    prompt_sha256: str
    seed: int
    duration_s: float
    width_px: int
    height_px: int
    fps: int
    frames_count: int
    storyboard: Storyboard
    coverage: Coverage
    backend: str
    backend_version: str
    versions: dict[str, str]
    video_sha256: str
    poster_sha256: str
    account: dict[str, Any]


class Planned(msgspec.Struct, frozen=True):
    """What a receipt says of the plan; all else in it is passed over."""

    storyboard: Storyboard
    coverage: Coverage


def build_receipt(
    spec: Spec,
    draft: Draft,
    backend: tuple[str, str],
    versions: dict[str, str],
    account: dict[str, Any],
    video: Artifact,
    poster: Artifact,
) -> Receipt:
    """Puts the receipt of a finished clip together; `backend` is its name and version.

    Raises ValueError where `account` holds a number that is none: JSON would turn it into null.
    """
    plain = msgspec.to_builtins(account)
    _check_finite(plain, "account")
    untold = msgspec.convert(plain.get("untold", ()), tuple[WordFate, ...])
    return Receipt(
        prompt_sha256=hashlib.sha256(spec.prompt.encode()).hexdigest(),
        seed=spec.seed,
        duration_s=spec.duration_s,
        width_px=spec.width_px,
        height_px=spec.height_px,
        fps=spec.fps,
        frames_count=spec.frames_count,
        storyboard=draft.storyboard,
        coverage=Coverage((*draft.coverage.words, *untold)),
        backend=backend[0],
        backend_version=backend[1],
        versions=versions,
        video_sha256=video.digest,
        poster_sha256=poster.digest,
        account=plain,
    )


def receipt_bytes(receipt: Receipt) -> bytes:
    """The receipt as canonical JSON: keys sorted, no spaces, so that equal receipts are equal bytes."""
    return msgspec.json.encode(receipt, order="sorted")


def read_receipt(content: bytes) -> Receipt:
    """The receipt in `content`; msgspec.ValidationError where it is none."""
    return msgspec.json.decode(content, type=Receipt)


def read_planned(content: bytes) -> Planned:
    """The plan that a receipt holds; msgspec.DecodeError where there is none that this version can read."""
    return msgspec.json.decode(content, type=Planned)


def _check_finite(value: Any, where: str) -> None:
    if isinstance(value, dict):
        for key, part in value.items():
            _check_finite(part, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            _check_finite(part, f"{where}[{index}]")
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{where} is {value}")
