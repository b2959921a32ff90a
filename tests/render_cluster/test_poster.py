"""A poster shows the moment that matters."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from render_cluster.muxer import ClipFormat, mux
from render_cluster.poster import poster_of, telling_frame


def test_the_strongest_moment_is_the_poster() -> None:
    assert telling_frame(96, 24, [(0.5, -30.0), (2.01, -12.0), (3.0, -14.0)]) == 49


def test_of_equal_moments_the_first_is_the_poster() -> None:
    assert telling_frame(96, 24, [(2.0, -12.0), (1.0, -12.0)]) == 24


def test_without_a_moment_the_middle_is_the_poster() -> None:
    assert telling_frame(96, 24) == 48
    assert telling_frame(96, 24, [(9.0, 0.0)]) == 48


def test_a_moment_at_the_very_end_stays_in_the_clip() -> None:
    assert telling_frame(96, 24, [(3.999, 0.0)]) == 95


def test_the_poster_is_the_chosen_frame_at_full_size(tmp_path: Path) -> None:
    clip = ClipFormat(160, 90, 24, 12)
    frames = [np.full((90, 160, 3), 20 * index, np.uint8) for index in range(12)]
    path = mux(tmp_path / "clip.mp4", clip, frames, np.zeros((2, clip.samples_count), np.float32))
    poster = Image.open(io.BytesIO(poster_of(path, 7)))
    assert poster.size == (160, 90)
    assert abs(np.asarray(poster).mean() - 140) < 4
    with pytest.raises(ValueError, match="no frame 12"):
        poster_of(path, 12)
