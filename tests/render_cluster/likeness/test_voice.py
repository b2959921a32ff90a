"""Lips that go with the voice, and digits that are heard as they were spoken."""

import numpy as np
import pytest

from render_cluster.likeness import voice
from render_cluster.likeness.recording import SOUND_RATE_HZ
from render_cluster.likeness.sightings import Sighting
from render_cluster.likeness.thresholds import Thresholds

BOUNDS = Thresholds()
MILD = Thresholds(lips_pass_correlation=0.45, lips_pass_shift_s_max=0.10)
TIMES_S = np.arange(75) / 15


def bursts(at_s, rng) -> np.ndarray:
    """A sound of 5 s with a syllable of a quarter of a second at each of these times."""
    times_s = np.arange(5 * SOUND_RATE_HZ) / SOUND_RATE_HZ
    loud = sum(np.exp(-(((times_s - one) / 0.1) ** 2)) for one in at_s)
    return (loud * rng.normal(0, 0.1, len(times_s))).astype(np.float32)


def lips(at_s) -> list[Sighting]:
    parted = sum(np.exp(-(((TIMES_S - one) / 0.1) ** 2)) for one in at_s) * 0.06
    return [Sighting(time_s, 1, opening=value) for time_s, value in zip(TIMES_S, parted, strict=True)]


SPOKEN_S = (0.8, 1.5, 1.9, 2.9, 3.3, 4.2)


def test_lips_that_open_with_each_syllable_pass():
    sound = bursts(SPOKEN_S, np.random.default_rng(0))
    assert voice.lips(lips(SPOKEN_S), sound, MILD).outcome == "passed"
    assert voice.lips(lips(SPOKEN_S), sound, BOUNDS).outcome == "unsure", "these syllables are noise"


def test_lips_that_go_best_with_another_moment_are_left_to_a_person():
    sound = bursts(SPOKEN_S, np.random.default_rng(0))
    prompt = Thresholds(lips_pass_correlation=0.45)
    assert voice.lips(lips(SPOKEN_S), sound, prompt).outcome == "unsure", (
        "the shift alone keeps them from passing"
    )


@pytest.mark.parametrize("moved_s", [(), (1.15, 2.4, 3.75)])
def test_lips_that_rest_or_move_at_other_times_are_refused(moved_s):
    sound = bursts(SPOKEN_S, np.random.default_rng(0))
    shown = lips(moved_s) if moved_s else [Sighting(time_s, 1) for time_s in TIMES_S]
    assert voice.lips(shown, sound, BOUNDS).outcome == "refused"


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("4 9 2 7 1 8.", "492718"),
        ("Four, nine, two-seven one eight", "492718"),
        ("for too ate, oh!", "4280"),
        ("", ""),
    ],
)
def test_digits_are_found_however_they_are_written(words, digits):
    assert voice.digits_in(words) == digits


def test_one_slip_passes_two_are_unsure_and_three_refused():
    outcomes = [
        voice.digits(heard, "492718", BOUNDS).outcome for heard in ("492718", "49271", "4927", "492", "")
    ]
    assert outcomes == ["passed", "passed", "unsure", "refused", "refused"]
