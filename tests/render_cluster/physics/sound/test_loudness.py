"""Loudness and peaks found a few seconds at a time are those of the whole, in little memory."""

import tracemalloc

import numpy as np
import pyloudnorm
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.loudness import (
    CEILING_DBTP,
    limited,
    loudness_lufs,
    true_peak_dbtp,
)
from render_cluster.backends.physics.sound.timeline import BLOCK_S


def _noise(length_s: float, level: float = 0.1) -> np.ndarray:
    """Noise that grows from nothing, so that the gates have something to leave out."""
    samples = round(length_s * SAMPLE_RATE_HZ)
    noise = np.random.default_rng(1).standard_normal((2, samples), dtype=np.float32)
    return noise * np.linspace(0.0, level, samples, dtype=np.float32) ** 2


@pytest.mark.parametrize("length_s", [0.5, 4.37, 11.0])
def test_loudness_is_that_of_the_library(length_s: float) -> None:
    sound = _noise(length_s, 1.0)
    whole = pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(sound.T.astype(np.float64))
    assert loudness_lufs(sound) == pytest.approx(whole, abs=1e-3)


def test_a_peak_where_two_blocks_meet_is_held_and_let_go_as_anywhere() -> None:
    at = BLOCK_S * SAMPLE_RATE_HZ - 3
    sound = np.full((2, 2 * BLOCK_S * SAMPLE_RATE_HZ), 0.01, np.float32)
    sound[:, at : at + 6] = 1.5
    sound[:, SAMPLE_RATE_HZ : SAMPLE_RATE_HZ + 6] = 1.5
    held = limited(sound)
    assert true_peak_dbtp(held) < CEILING_DBTP + 0.05
    around = range(-400, 4000)
    seam, elsewhere = (held[:, [first + step for step in around]] for first in (at, SAMPLE_RATE_HZ))
    np.testing.assert_allclose(seam, elsewhere, atol=1e-6)


def test_a_minute_is_measured_without_a_copy_of_it() -> None:
    sound = np.zeros((2, 60 * SAMPLE_RATE_HZ), np.float32)
    sound[:, ::50] = 0.1
    tracemalloc.start()
    loudness_lufs(sound)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < sound.nbytes / 2
