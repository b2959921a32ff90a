"""A preview is small, whatever is drawn, and looks like it."""

import io

import numpy as np
import pytest
from PIL import Image

from render_cluster.preview import BYTES_MAX, EVERY_FRAMES, is_previewed, preview_of


@pytest.mark.parametrize(
    ("size_px", "shown_px"),
    [
        ((640, 360), (320, 180)),
        ((360, 640), (270, 480)),
        ((1080, 1920), (270, 480)),
        ((200, 100), (200, 100)),
    ],
)
def test_a_preview_keeps_its_shape_within_the_limits(size_px, shown_px):
    frame = np.full((size_px[1], size_px[0], 3), (200, 40, 40), np.uint8)
    picture = Image.open(io.BytesIO(preview_of(frame)))
    assert (picture.format, picture.size) == ("WEBP", shown_px)
    assert np.allclose(np.asarray(picture.convert("RGB")).mean((0, 1)), (200, 40, 40), atol=8)


def test_the_wildest_frame_is_small_enough():
    noise = np.random.default_rng(1).integers(0, 255, (640, 360, 3), np.uint8)
    assert len(preview_of(noise)) <= BYTES_MAX


def test_the_first_frame_is_shown_and_then_few():
    shown = [done for done in range(1, 97) if is_previewed(done)]
    assert shown[0] == 1
    assert len(shown) == 96 // EVERY_FRAMES
