"""The examiner of recordings: the likeness package's checks, and the face packed as the simulator takes it."""

from pathlib import Path

import msgspec

from api.enrolling.challenges import Challenge
from api.enrolling.examination import Finding
from api.settings import SettingsInvalid, load_settings
from render_cluster.backends.physics.likenesses import packed
from render_cluster.backends.physics.scene import Likeness
from render_cluster.likeness import challenge as asked
from render_cluster.likeness.examination import examine as steps_of
from render_cluster.likeness.texture import pixels
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import Passed, Refused, Unsure, Verdict


def examine(recording: Path, challenge: Challenge) -> Finding:
    """The finding on a recording, held against the thresholds of the settings."""
    bounds = thresholds_of(load_settings().likeness_thresholds)
    steps = steps_of(recording, asked.Challenge(challenge.digits, challenge.turns), bounds)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return finding_of(end.value)


def thresholds_of(text: str) -> Thresholds:
    """The bounds of the checks; `text` is JSON of those that differ. Raises SettingsInvalid."""
    try:
        return msgspec.json.decode(text or "{}", type=Thresholds)
    except msgspec.DecodeError as error:
        raise SettingsInvalid(f"CASTMATES_LIKENESS_THRESHOLDS: {error}") from error


def finding_of(verdict: Verdict) -> Finding:
    """A verdict as it travels between processes."""
    match verdict:
        case Refused(codes=codes):
            return Finding("refused", codes)
        case Unsure(codes=codes):
            return Finding("unsure", codes, verdict.template.vector, _look(verdict))
        case Passed():
            return Finding("passed", (), verdict.template.vector, _look(verdict))


def _look(verdict: Passed | Unsure) -> bytes:
    texture = verdict.texture
    return packed(Likeness(texture.side_px, pixels(texture), texture.mesh))
