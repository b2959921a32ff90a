"""A poster shows the moment that matters; a sheet shows them all in order."""

import io

import numpy as np
import pytest
from PIL import Image

from render_cluster.poster import Stills, telling_frame


def frame(index: int) -> np.ndarray:
    return np.full((90, 160, 3), 2 * index, np.uint8)


@pytest.fixture
def stills() -> Stills:
    stills = Stills(frames_count=96, poster_frame=40)
    for index in range(96):
        stills.add_frame(frame(index))
    return stills


def test_the_strongest_moment_is_the_poster() -> None:
    assert telling_frame(96, 24, [(0.5, -30.0), (2.01, -12.0), (3.0, -14.0)]) == 49


def test_of_equal_moments_the_first_is_the_poster() -> None:
    assert telling_frame(96, 24, [(2.0, -12.0), (1.0, -12.0)]) == 24


def test_without_a_moment_the_middle_is_the_poster() -> None:
    assert telling_frame(96, 24) == 48
    assert telling_frame(96, 24, [(9.0, 0.0)]) == 48


def test_a_moment_at_the_very_end_stays_in_the_clip() -> None:
    assert telling_frame(96, 24, [(3.999, 0.0)]) == 95


def test_the_poster_is_the_chosen_frame_at_full_size(stills: Stills) -> None:
    poster = Image.open(io.BytesIO(stills.poster()))
    assert (poster.format, poster.size) == ("WEBP", (160, 90))
    assert np.asarray(poster).mean() == pytest.approx(80, abs=2)


def test_the_sheet_runs_through_the_clip_in_rows_of_five(stills: Stills) -> None:
    sheet = Image.open(io.BytesIO(stills.spritesheet()))
    assert (sheet.format, sheet.size) == ("JPEG", (800, 450))
    tiles = np.asarray(sheet.convert("L")).reshape(5, 90, 5, 160).mean(axis=(1, 3)).ravel()
    assert (np.diff(tiles) > 0).all()
    assert tiles[0] == pytest.approx(0, abs=2)
    assert tiles[-1] == pytest.approx(190, abs=2)


def test_a_clip_of_one_frame_has_both() -> None:
    stills = Stills(1, 0)
    stills.add_frame(frame(50))
    assert Image.open(io.BytesIO(stills.spritesheet())).size == (160, 90)
    assert Image.open(io.BytesIO(stills.poster())).size == (160, 90)


def test_stills_of_half_a_clip_are_refused() -> None:
    stills = Stills(2, 0)
    stills.add_frame(frame(0))
    with pytest.raises(ValueError, match="1 frames came, 2 were announced"):
        stills.poster()


def test_a_poster_outside_the_clip_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Stills(10, 10)
