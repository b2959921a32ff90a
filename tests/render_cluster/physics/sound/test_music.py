"""A bed of music is in a key, in time, ends with the clip and never clicks."""

import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.music.bed import music
from render_cluster.backends.physics.sound.music.instruments import RELEASE_S, tone
from render_cluster.backends.physics.sound.music.moods import STYLES
from render_cluster.backends.physics.sound.music.score import write


def chance() -> np.random.Generator:
    return np.random.default_rng(3)


@pytest.mark.parametrize("mood", sorted(STYLES))
@pytest.mark.parametrize("duration_s", [1.0, 7.3, 60.0])
def test_every_note_belongs_to_the_key_and_the_piece_ends_at_home(mood: str, duration_s: float) -> None:
    score = write(mood, duration_s, chance())
    scale = {(score.tonic + step) % 12 for step in STYLES[mood].scale}
    assert {note.pitch % 12 for note in score.notes} <= scale
    last = max(score.notes, key=lambda note: (note.at_s, note.instrument == STYLES[mood].lead))
    assert last.at_s < max(duration_s, 4.0)
    bass = [note for note in score.notes if note.instrument == "bass"]
    assert bass[-1].pitch % 12 == score.tonic
    assert all(note.length_s > 0 and 0 < note.velocity <= 1 for note in score.notes)


def test_moods_and_seeds_differ_and_the_same_comes_again() -> None:
    assert write("calm", 12.0, chance()) == write("calm", 12.0, chance())
    assert write("calm", 12.0, chance()) != write("sad", 12.0, chance())
    assert music("happy", 2.0, 1).tobytes() == music("happy", 2.0, 1).tobytes()
    assert music("happy", 2.0, 1).tobytes() != music("happy", 2.0, 2).tobytes()


@pytest.mark.parametrize("instrument", sorted(RELEASE_S))
def test_each_player_plays_the_pitch_that_is_written(instrument: str) -> None:
    for pitch in (45, 57, 69):
        sound = tone(instrument, pitch, 1.0, chance())
        spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 18))
        expected_hz = 440 * 2 ** ((pitch - 69) / 12)
        step_hz = SAMPLE_RATE_HZ / (1 << 18)
        near = slice(int(expected_hz * 0.94 / step_hz), int(expected_hz * 1.06 / step_hz))
        found_hz = (near.start + int(np.argmax(spectrum[near]))) * step_hz
        assert found_hz == pytest.approx(expected_hz, rel=0.012)
        assert np.abs(sound[-1]) < 1e-3


@pytest.mark.parametrize("mood", ["playful", "sad"])
def test_a_bed_fades_in_and_out_without_a_click(mood: str) -> None:
    sound = music(mood, 4.0, 5)
    assert sound.shape == (2, 4 * SAMPLE_RATE_HZ)
    assert np.isfinite(sound).all()
    peak = np.abs(sound).max()
    assert np.abs(sound[:, :10]).max() < 0.01 * peak
    assert np.abs(sound[:, -10:]).max() < 0.01 * peak
    assert np.abs(np.diff(sound, axis=1)).max() < 0.6 * peak
