"""Something brittle breaks: one crack, then a cloud of shards that ring as they scatter."""

import math

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured

LENGTH_S = 1.5
SHARDS_MIN, SHARDS_MAX = 24, 90
_RINGS: dict[str, tuple[float, float, float]] = {  # lowest and highest pitch of a shard, its loss
    "glass": (1900.0, 9500.0, 0.0035),
    "ice": (1200.0, 6000.0, 0.012),
    "ceramic": (900.0, 5200.0, 0.008),
    "wood": (250.0, 1400.0, 0.03),
}


def shatter(material: str, size_m: float, rng: np.random.Generator) -> np.ndarray:
    """A thing of that material and size that breaks, float64 (samples,), peak 1; sample 0 is the crack."""
    low_hz, high_hz, loss = _RINGS.get(material, _RINGS["ceramic"])
    time_s = np.arange(round(LENGTH_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    crack = coloured(len(time_s), band(low_hz / 3, 12_000, slope=0.1), rng)[0] * np.exp(-time_s * 55)
    sound = 0.9 * crack.astype(np.float64)
    count = int(np.clip(40 * math.sqrt(size_m / 0.2), SHARDS_MIN, SHARDS_MAX))
    for shard in range(count):
        pitch_hz = low_hz * (high_hz / low_hz) ** rng.random() / max(size_m / 0.3, 1.0) ** 0.5
        decay_ps = math.pi * pitch_hz * loss + 6.0
        at = 0 if shard < count // 4 else int(min(rng.exponential(0.2), LENGTH_S - 0.05) * SAMPLE_RATE_HZ)
        length = min(len(sound) - at, int(5 / decay_ps * SAMPLE_RATE_HZ))
        part_s = time_s[:length]
        gain = rng.uniform(0.05, 0.3) * (0.4 if at else 1.0)
        sound[at : at + length] += gain * np.exp(-decay_ps * part_s) * np.sin(2 * np.pi * pitch_hz * part_s)
    fade = SAMPLE_RATE_HZ // 20
    sound[-fade:] *= np.linspace(1.0, 0.0, fade)
    return sound / np.abs(sound).max()
