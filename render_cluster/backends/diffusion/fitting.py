"""Fits what a model made to what was asked: its size, and its sound's rate and length."""

from math import gcd

import numpy as np
from PIL import Image
from scipy.signal import resample_poly

from render_cluster.backends.backend import SAMPLE_RATE_HZ


def filled(frame: np.ndarray, size_px: tuple[int, int]) -> np.ndarray:
    """A picture (height, width, 3), uint8, in `size_px` (width, height); it loses edges, nothing is stretched."""
    width, height = size_px
    scale = max(width / frame.shape[1], height / frame.shape[0])
    wide, high = max(width, round(frame.shape[1] * scale)), max(height, round(frame.shape[0] * scale))
    left, top = (wide - width) // 2, (high - height) // 2
    picture = Image.fromarray(frame).resize((wide, high), Image.Resampling.LANCZOS)
    return np.asarray(picture.crop((left, top, left + width, top + height)))


def fitted_sound(sound: np.ndarray | None, rate_hz: int, samples_count: int) -> np.ndarray:
    """Two channels of `samples_count` at SAMPLE_RATE_HZ, float32; silence where there is no sound."""
    if sound is None or sound.size == 0:
        return np.zeros((2, samples_count), np.float32)
    common = gcd(SAMPLE_RATE_HZ, rate_hz)
    both = np.broadcast_to(sound[:2], (2, sound.shape[1]))
    heard = resample_poly(np.nan_to_num(both), SAMPLE_RATE_HZ // common, rate_hz // common, axis=1)
    heard = heard[:, :samples_count]
    padded = np.pad(heard, ((0, 0), (0, samples_count - heard.shape[1])))
    return np.clip(padded, -1.0, 1.0).astype(np.float32)
