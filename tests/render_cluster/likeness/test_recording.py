"""A file that is no recording within the limits is refused before anything is made of it."""

import numpy as np
import pytest

from render_cluster.likeness.recording import SOUND_RATE_HZ, RecordingRefused, facts, frames, sound
from render_cluster.likeness.thresholds import Thresholds
from tools.enrolment.filming import film

QUIET = np.zeros(48_000, np.float32)


def pictures(seconds: float, width: int = 320, height: int = 240) -> list[np.ndarray]:
    return [np.full((height, width, 3), 90, np.uint8)] * int(seconds * 15)


def refusal(path, bounds=None) -> str:
    with pytest.raises(RecordingRefused) as refused:
        facts(path, bounds or Thresholds())
    return refused.value.code


def test_a_recording_gives_its_frames_and_its_sound(tmp_path):
    film(tmp_path / "a.mp4", pictures(3), QUIET, 0)
    assert facts(tmp_path / "a.mp4", Thresholds()).fps == 15
    assert len(list(frames(tmp_path / "a.mp4", Thresholds()))) == 45
    assert abs(len(sound(tmp_path / "a.mp4", Thresholds())) / SOUND_RATE_HZ - 3) < 0.1


def test_what_is_no_video_is_refused(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"not a film" * 100)
    assert refusal(tmp_path / "a.mp4") == "recording_unreadable"
    (tmp_path / "b.mp4").write_bytes(b"#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n")
    assert refusal(tmp_path / "b.mp4") == "recording_unreadable"


def test_each_limit_has_its_own_code(tmp_path):
    film(tmp_path / "a.mp4", pictures(3), QUIET, 0)
    for bounds, code in (
        (Thresholds(bytes_max=100), "recording_too_large"),
        (Thresholds(pixels_max=100), "recording_too_large"),
        (Thresholds(side_px_min=300), "recording_too_small"),
        (Thresholds(duration_s_min=4.0), "recording_too_short"),
        (Thresholds(duration_s_max=1.0), "recording_too_long"),
    ):
        assert refusal(tmp_path / "a.mp4", bounds) == code


def test_frames_are_counted_whatever_the_file_claims(tmp_path):
    film(tmp_path / "a.mp4", pictures(3), QUIET, 0)
    with pytest.raises(RecordingRefused, match="recording_too_long"):
        list(frames(tmp_path / "a.mp4", Thresholds(duration_s_max=1.0)))
