"""What lives in a place and is heard by day or night: birds, crickets, owls, gulls, a crowd."""

import numpy as np
from scipy.signal import lfilter

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured, swell

CROWD_VOICES = 18
_FORMANTS_HZ = ((450, 120), (1100, 180), (2500, 300))


def birds(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A far bird now and then: a few quick swoops, somewhere to one side."""
    return calls(samples, rng, every_s=1.6, notes=(2, 5), pitch_hz=(2600, 5200), swoop_hz=900, note_s=0.09)


def crickets(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Crickets that answer each other."""
    return calls(samples, rng, every_s=0.5, notes=(3, 4), pitch_hz=(4300, 4700), swoop_hz=60, note_s=0.035)


def owl(samples: int, rng: np.random.Generator) -> np.ndarray:
    """An owl far off: two or three low hoots."""
    return calls(samples, rng, every_s=7.0, notes=(2, 3), pitch_hz=(330, 420), swoop_hz=30, note_s=0.35)


def gulls(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Gulls that cry over the shore."""
    return calls(samples, rng, every_s=4.0, notes=(2, 4), pitch_hz=(1100, 1700), swoop_hz=700, note_s=0.22)


def cicadas(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Cicadas in the heat: a band of buzz that swells and dies away."""
    flutter = 1 + 0.6 * np.sin(2 * np.pi * 43 * np.arange(samples) / SAMPLE_RATE_HZ)
    buzz = coloured(samples, band(4200, 6800, slope=0.0), rng)
    return buzz * (flutter * swell(samples, 0.2, 0.0, 1.0, rng) ** 2).astype(np.float32)


def calls(
    samples: int,
    rng: np.random.Generator,
    every_s: float,
    notes: tuple[int, int],
    pitch_hz: tuple[float, float],
    swoop_hz: float,
    note_s: float,
) -> np.ndarray:
    """Calls of a few equal notes at random times and sides; float64 (2, samples)."""
    sound = np.zeros((2, samples))
    time_s = np.arange(round(note_s * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    start = int(rng.exponential(every_s) * SAMPLE_RATE_HZ)
    while start < samples:
        angle, loudness, base_hz = rng.random() * np.pi / 2, rng.uniform(0.3, 1.0), rng.uniform(*pitch_hz)
        for note in range(int(rng.integers(notes[0], notes[1] + 1))):
            first = start + int(note * 1.5 * len(time_s))
            sweep = rng.uniform(-1, 1) * swoop_hz * time_s / note_s / 2
            tone = loudness * np.sin(2 * np.pi * (base_hz + sweep) * time_s) * np.hanning(len(time_s))
            part = tone[: max(samples - first, 0)]
            sound[:, first : first + len(part)] += np.array([[np.cos(angle)], [np.sin(angle)]]) * part
        start += int((0.3 + rng.exponential(every_s)) * SAMPLE_RATE_HZ)
    return sound


def murmur(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A crowd that talks: voices of many pitches, each in syllables of its own, none to be understood."""
    sound = np.zeros((2, samples))
    for _ in range(CROWD_VOICES):
        pitch_hz = rng.uniform(90, 240) * (1 + 0.08 * swell(samples, 3.0, -1.0, 1.0, rng))
        turns = np.cumsum(pitch_hz) / SAMPLE_RATE_HZ + rng.random()
        source = 2 * (turns % 1.0) - 1 + 0.2 * rng.standard_normal(samples)
        syllables = swell(samples, 4.5, -0.5, 1.0, rng).clip(0)
        voice = formants(source, rng.uniform(0.88, 1.15)) * syllables
        angle = rng.random() * np.pi / 2
        sound += np.array([[np.cos(angle)], [np.sin(angle)]]) * voice
    return sound / max(float(sound.std()), 1e-9)


def formants(source: np.ndarray, scale: float = 1.0) -> np.ndarray:
    """`source` through three resonances of a throat that is `scale` times as short as a grown man's."""
    voice = np.zeros(len(source))
    for centre_hz, width_hz in _FORMANTS_HZ:
        radius = np.exp(-np.pi * width_hz / SAMPLE_RATE_HZ)
        angle = 2 * np.pi * centre_hz * scale / SAMPLE_RATE_HZ
        voice += lfilter([1 - radius], [1, -2 * radius * np.cos(angle), radius**2], source)
    return voice
