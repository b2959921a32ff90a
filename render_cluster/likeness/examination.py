"""Examines a recording against its challenge: what it shows and says first, then the verdict."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from render_cluster.likeness import checks, voice
from render_cluster.likeness.challenge import Challenge
from render_cluster.likeness.face_reader import FaceReader
from render_cluster.likeness.recording import Frame, RecordingRefused, facts, frames, sound
from render_cluster.likeness.sightings import Sighting, sighting
from render_cluster.likeness.template import template_of
from render_cluster.likeness.texture import fitness, likeness_texture
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import CheckResult, Passed, Progress, Refused, Template, Unsure, Verdict

SEEN_MIN = 8
SEEING_SHARE = 0.85
SHARP_ENOUGH = 300.0
TEMPLATE_FRAMES = 5


class Observed(NamedTuple):
    """What a recording shows and says: its frames, the best of them with its picture, the sound, the digits heard."""

    seen: list[Sighting]
    best: tuple[Sighting, np.ndarray] | None
    sound: np.ndarray
    digits: str


def examine(
    path: Path, challenge: Challenge, bounds: Thresholds | None = None, reader: FaceReader | None = None
) -> Generator[Progress, None, Verdict]:
    """Yields how far it is and returns the verdict; the file is only read, deleting it is the caller's.

    Raises `weights.WeightsMissing` where the models are not installed.
    """
    bounds = bounds or Thresholds()
    try:
        observed = yield from observe(path, bounds, reader or FaceReader())
    except RecordingRefused as refused:
        return Refused((refused.code,), ())
    yield Progress(1.0, "judging")
    return judge(observed, challenge, bounds)


def observe(path: Path, bounds: Thresholds, reader: FaceReader) -> Generator[Progress, None, Observed]:
    """Watches and listens, whatever was asked; raises RecordingRefused for a file out of bounds."""
    yield Progress(0.0, "opening")
    length_s = facts(path, bounds).duration_s or bounds.duration_s_max
    seen, best = yield from _watch(frames(path, bounds), length_s, bounds, reader)
    # What the file claimed is not trusted: the frames that came are counted again.
    if not seen or seen[-1].time_s - seen[0].time_s < bounds.duration_s_min - 2 / bounds.examined_fps:
        raise RecordingRefused("recording_too_short")
    yield Progress(SEEING_SHARE, "listening")
    heard = sound(path, bounds)
    return Observed(seen, best, heard, voice.heard_digits(heard))


def judge(observed: Observed, challenge: Challenge, bounds: Thresholds) -> Verdict:
    """The verdict on what was observed: refused by all checks that refuse, else unsure, else passed.

    What was asked, and is plainly told, comes before what a person can only guess at.
    """
    results = [*checks.one_face(observed.seen, bounds)]
    faces = [one for one in observed.seen if one.mesh is not None]
    if len(faces) < SEEN_MIN or observed.best is None:
        return Refused(("face_missing",), tuple(results))
    results += [
        checks.alive(faces, bounds),
        checks.same_face(faces, bounds),
        checks.turns(faces, challenge.turns, bounds),
        voice.digits(observed.digits, challenge.digits, bounds),
        checks.relief(faces, bounds),
        voice.lips(faces, observed.sound, bounds),
    ]
    return _verdict(tuple(results), checks.frontal(faces, bounds), *observed.best)


def _watch(
    shown: Iterator[Frame], length_s: float, bounds: Thresholds, reader: FaceReader
) -> Generator[Progress, None, tuple[list[Sighting], tuple[Sighting, np.ndarray] | None]]:
    """What each frame shows, and the frame that shows the face best; only that one is kept in memory."""
    seen: list[Sighting] = []
    best: tuple[Sighting, np.ndarray] | None = None
    for index, frame in enumerate(shown):
        one = sighting(reader, frame, index, bounds)
        seen.append(one)
        if one.mesh is not None and (best is None or fitness(one) > fitness(best[0])):
            best = one, frame.picture
        yield Progress(min(SEEING_SHARE, SEEING_SHARE * frame.time_s / length_s), "watching")
    return seen, best


def _verdict(
    results: tuple[CheckResult, ...], faces: list[Sighting], best: Sighting, picture: np.ndarray
) -> Verdict:
    refused = _codes(results, "refused")
    if refused:
        return Refused(refused, results)
    template, texture = _template(faces, best), likeness_texture(picture, best.mesh)
    unsure = _codes(results, "unsure")
    if unsure:
        return Unsure(unsure, results, template, texture)
    return Passed(results, template, texture)


def _codes(results: tuple[CheckResult, ...], outcome: str) -> tuple[str, ...]:
    return tuple(one.code for one in results if one.outcome == outcome)


def _template(faces: list[Sighting], best: Sighting) -> Template:
    known = sorted((one for one in faces if one.embedding is not None), key=fitness, reverse=True)
    quality = min(1.0, best.sharpness / SHARP_ENOUGH)
    return template_of([one.embedding for one in known[:TEMPLATE_FRAMES]], quality)
