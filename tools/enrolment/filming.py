"""Films pictures and a voice as a phone would: changing light, noise of the sensor, H.264 and AAC in MP4."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ

FPS = 15
NOISE = 3.0
LIGHT = 0.06
QUALITY = "26"


def film(path: Path, pictures: list[np.ndarray], sound: np.ndarray, seed: int) -> None:
    """Writes a recording of `pictures` (height, width, 3), blue green red, at FPS with a mono float32 sound."""
    rng = np.random.default_rng(seed)
    height, width = pictures[0].shape[:2]
    # Drawing noise takes longer than all else: a few fields of it, shifted at random, never repeat to the eye.
    grains = rng.normal(0, NOISE, (4, height, width, 3)).astype(np.float32)
    with av.open(str(path), "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=FPS, options={"crf": QUALITY, "preset": "veryfast"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=SAMPLE_RATE_HZ)
        audio.layout = "mono"
        for index, picture in enumerate(pictures):
            grain = np.roll(grains[index % len(grains)], rng.integers(0, width), 1)
            light = 1 + LIGHT * np.sin(index / FPS * 2.1 + seed)
            noisy = picture * light + grain
            frame = av.VideoFrame.from_ndarray(np.clip(noisy, 0, 255).astype(np.uint8), format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(video.encode(frame))
        container.mux(video.encode())
        length = len(pictures) * SAMPLE_RATE_HZ // FPS
        heard = np.pad(sound, (0, max(0, length - len(sound))))[:length]
        heard = (heard + rng.normal(0, 0.001, length)).astype(np.float32)
        whole = av.AudioFrame.from_ndarray(heard[None], format="fltp", layout="mono")
        whole.rate, whole.pts, whole.time_base = SAMPLE_RATE_HZ, 0, Fraction(1, SAMPLE_RATE_HZ)
        resampler = av.AudioResampler("fltp", "mono", SAMPLE_RATE_HZ, frame_size=1024)
        for part in (*resampler.resample(whole), *resampler.resample(None)):
            container.mux(audio.encode(part))
        container.mux(audio.encode())
