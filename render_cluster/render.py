"""A spec made into files: storyboard, dynamics, sound, frames and the file, whoever the crew is."""

import errno
import hashlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from render_cluster.artifacts import Artifact, StoreFull
from render_cluster.backends.backend import (
    Draft,
    LikenessMissing,
    LikenessUnsupported,
    SimulationUnstable,
    Spec,
)
from render_cluster.captions import Cue, captions_vtt
from render_cluster.crew import Crew
from render_cluster.job import (
    FailureCode,
    JobFailed,
    Progress,
    Rendered,
    at_dynamics,
    at_frame,
    at_stage,
    clip_facts,
)
from render_cluster.muxer import ClipFormat, Muxer
from render_cluster.poster import poster_of, telling_frame
from render_cluster.receipt import build_receipt, receipt_bytes
from render_cluster.segments import SegmentStore
from render_cluster.versions import package_versions

VIDEO_NAME, POSTER_NAME, RECEIPT_NAME = "clip.mp4", "poster.webp", "receipt.json"
CAPTIONS_NAME, CONSENT_NAME = "captions.vtt", "consent.json"
MEDIA_TYPES = {
    VIDEO_NAME: "video/mp4",
    POSTER_NAME: "image/webp",
    RECEIPT_NAME: "application/json",
    CAPTIONS_NAME: "text/vtt",
    CONSENT_NAME: "application/json",
}


class _Moment(msgspec.Struct, frozen=True):
    """What of an onset in a backend's account helps to choose the poster."""

    time_s: float
    level_db: float


def render(
    spec: Spec,
    crew: Crew,
    folder: Path,
    segments: SegmentStore | None = None,
    show: Callable[[int, np.ndarray], None] = lambda *_: None,
) -> Iterator[Progress | Rendered]:
    """Makes the clip, its poster and its receipt in `folder`; yields progress, and last what was rendered.

    Each frame that is drawn is shown, with how many are then done, before its progress is yielded.

    Raises JobFailed, OSError, and whatever the crew raises; a clip that is not whole never gets its name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    yield at_stage("storyboard")
    draft = _draft(spec, crew)
    yield at_stage("dynamics")
    for share in crew.simulate():
        yield at_dynamics(share)
    account = crew.account()
    clip = ClipFormat(spec.width_px, spec.height_px, spec.fps, spec.frames_count)
    with Muxer(folder / VIDEO_NAME, clip) as muxer:
        for done in _drawn(muxer, crew, segments, show):
            yield at_frame(done, spec.frames_count)
        yield at_stage("sound", spec.frames_count)
        sound = crew.sound()
        yield at_stage("encoding", spec.frames_count)
        muxer.finish(sound)
    telling = telling_frame(spec.frames_count, spec.fps, _moments(account))
    (folder / POSTER_NAME).write_bytes(poster_of(folder / VIDEO_NAME, telling))
    (folder / RECEIPT_NAME).write_bytes(_receipt(spec, draft, crew.backend, account, folder))
    captions_path = _captions(account, clip.frames_count / clip.fps, folder)
    yield Rendered(
        video_path=str(folder / VIDEO_NAME),
        poster_path=str(folder / POSTER_NAME),
        receipt_path=str(folder / RECEIPT_NAME),
        facts=clip_facts(spec, draft),
        captions_path=str(captions_path) if captions_path else None,
    )


def _drawn(
    muxer: Muxer, crew: Crew, segments: SegmentStore | None, show: Callable[[int, np.ndarray], None]
) -> Iterator[int]:
    """Draws and encodes piece by piece, but takes those that are kept as they are; yields the frames done."""
    pieces = crew.pieces()
    starts = list(itertools.accumulate((piece.frames_count for piece in pieces), initial=0))
    kept = [segments and segments.get(piece.key, piece.frames_count) for piece in pieces]
    wanted = [
        range(start, start + piece.frames_count)
        for start, piece, run in zip(starts, pieces, kept, strict=False)
        if not run
    ]
    frames = crew.frames(wanted)
    for start, piece, run in zip(starts, pieces, kept, strict=False):
        if run:
            muxer.add_run(run)
            yield start + piece.frames_count
            continue
        for done, frame in enumerate(itertools.islice(frames, piece.frames_count), start=start + 1):
            muxer.add_frame(frame)
            show(done, frame)
            yield done
        run = muxer.end_run()
        if segments is not None:
            segments.put(piece.key, run)


def failure_code(error: Exception) -> FailureCode:
    """The stable code of what broke a render."""
    if isinstance(error, JobFailed):
        return error.code
    if isinstance(error, SimulationUnstable):
        return "simulation_unstable"
    if isinstance(error, LikenessMissing):
        return "likeness_missing"
    if isinstance(error, LikenessUnsupported):
        return "likeness_unsupported"
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or isinstance(error, StoreFull):
        return "storage_full"
    return "backend_failed"


def _draft(spec: Spec, crew: Crew) -> Draft:
    try:
        return crew.draft(spec)
    except (LikenessMissing, LikenessUnsupported) as error:
        raise JobFailed(failure_code(error)) from error
    except ValueError as error:
        if spec.storyboard is None:
            raise
        raise JobFailed("storyboard_refused") from error


def _moments(account: dict[str, Any]) -> list[tuple[float, float]]:
    onsets = msgspec.to_builtins(account.get("onsets", ()))
    return [(moment.time_s, moment.level_db) for moment in msgspec.convert(onsets, list[_Moment])]


def _captions(account: dict[str, Any], duration_s: float, folder: Path) -> Path | None:
    """Writes the captions of what the backend's account says was spoken under "lines"; None where nothing was."""
    cues = msgspec.convert(msgspec.to_builtins(account.get("lines", ())), list[Cue])
    if not cues:
        return None
    path = folder / CAPTIONS_NAME
    path.write_text(captions_vtt(cues, duration_s), encoding="utf-8")
    return path


def _receipt(
    spec: Spec, draft: Draft, backend: tuple[str, str], account: dict[str, Any], folder: Path
) -> bytes:
    video, poster = (_described(folder / name) for name in (VIDEO_NAME, POSTER_NAME))
    return receipt_bytes(build_receipt(spec, draft, backend, package_versions(), account, video, poster))


def _described(path: Path) -> Artifact:
    """The artifact that the file will be once it is stored."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Artifact(digest, path.stat().st_size, MEDIA_TYPES[path.name])
