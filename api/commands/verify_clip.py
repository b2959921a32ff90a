"""Makes a clip again from its receipt and compares: the same storyboard and seed must give the same bytes."""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from api.backends import physics
from domain.proof.clip_file import BadClip, is_sealed, unsealed
from domain.proof.manifest import ManifestUnreadable, read_manifest
from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.handles import handles_in
from render_cluster.crew import LocalCrew
from render_cluster.job import JobFailed, Rendered
from render_cluster.muxer import ClipFormat
from render_cluster.receipt import RECEIPT_BYTES_MAX, Receipt, read_receipt
from render_cluster.render import RECEIPT_NAME, render

ACCOUNT_WORDS = {
    "shots": "shots, with their contacts and energy",
    "onsets": "onsets of sounds",
    "lines": "lines spoken",
    "seed": "seed of its chances",
    "simulated": "word on whether it was simulated",
}


class Check(NamedTuple):
    """One thing that was compared."""

    what: str
    holds: bool


def verify_clip(video: Path, receipt_path: Path) -> None:
    """Prints each check; exits with 1 where one fails. Raises ClickException for what is no receipt."""
    receipt = _read(receipt_path)
    with tempfile.TemporaryDirectory(prefix="castmates-verify-") as folder:
        checks = list(compared(video, receipt, Path(folder)))
    for check in checks:
        click.echo(f"{'ok  ' if check.holds else 'FAIL'} {check.what}")
    if not all(check.holds for check in checks):
        raise SystemExit(1)


def compared(video: Path, receipt: Receipt, folder: Path) -> Iterator[Check]:
    """The checks of a clip against its receipt, and of both against the clip made again in `folder`."""
    yield Check(
        "the file is the one that the receipt speaks of", _essence_sha256(video) == receipt.video_sha256
    )
    yield from _seal_checks(video)
    yield Check("one seed for the clip and its storyboard", receipt.seed == receipt.storyboard.seed)
    if cast := handles_in(receipt.storyboard):
        names = ", ".join(f"@{handle}" for handle in cast)
        yield Check(f"the clip can be made again: it shows {names}, whose face no receipt holds", False)
        return
    if _again(receipt, folder) is None:
        yield Check("the clip can be made again", False)
        return
    again = read_receipt((folder / RECEIPT_NAME).read_bytes())
    versions = _differing(receipt, again)
    yield Check(f"made by the same versions ({', '.join(versions) or 'all alike'})", not versions)
    for part in sorted(receipt.account.keys() | again.account.keys()):
        what = ACCOUNT_WORDS.get(part, part)
        yield Check(f"the same {what}", receipt.account.get(part) == again.account.get(part))
    yield Check("as many frames", again.frames_count == receipt.frames_count)
    yield Check("the same bytes of the poster", again.poster_sha256 == receipt.poster_sha256)
    yield Check("the same bytes of the clip", again.video_sha256 == receipt.video_sha256)


def _again(receipt: Receipt, folder: Path) -> Rendered | None:
    """The clip made once more in `folder`; None where nothing can be made of the receipt."""
    spec = Spec(
        prompt="again",
        duration_s=receipt.duration_s,
        width_px=receipt.width_px,
        height_px=receipt.height_px,
        fps=receipt.fps,
        style=receipt.storyboard.style,
        seed=receipt.seed,
        storyboard=receipt.storyboard,
    )
    try:
        # A receipt comes from anywhere: what it asks for is bounded before anything is made of it.
        ClipFormat(spec.width_px, spec.height_px, spec.fps, spec.frames_count).check()
        *_, rendered = render(spec, LocalCrew(physics()), folder)
    except (JobFailed, ValueError, OverflowError):
        return None
    return rendered


def _differing(receipt: Receipt, again: Receipt) -> list[str]:
    names = sorted(receipt.versions.keys() | again.versions.keys())
    differing = [name for name in names if receipt.versions.get(name) != again.versions.get(name)]
    same_backend = (receipt.backend, receipt.backend_version) == (again.backend, again.backend_version)
    return differing if same_backend else [again.backend, *differing]


def _read(path: Path) -> Receipt:
    if path.stat().st_size > RECEIPT_BYTES_MAX:
        raise click.ClickException(f"{path} is too large for a receipt")
    try:
        receipt = read_receipt(path.read_bytes())
    except msgspec.DecodeError as error:
        raise click.ClickException(f"{path} is no receipt: {error}") from error
    if receipt.backend != "physics":
        raise click.ClickException(f"only simulated clips can be made again, not those of {receipt.backend}")
    return receipt


def _seal_checks(video: Path) -> Iterator[Check]:
    """Whether the seal of a clip that has one covers it; who is in it is for `castmates-verify` to check."""
    try:
        if is_sealed(video.read_bytes()):
            yield Check("the clip is as it was when it was sealed", read_manifest(video).fits)
    except (BadClip, ManifestUnreadable):
        yield Check("the clip is as it was when it was sealed", False)


def _essence_sha256(video: Path) -> str:
    """The digest of a clip without its seal, which is another each time."""
    content = video.read_bytes()
    with contextlib.suppress(BadClip):  # no MP4 at all is surely not the one of the receipt
        content = unsealed(content)
    return hashlib.sha256(content).hexdigest()
