"""What a place sounds like when nothing happens in it."""

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured, swell
from render_cluster.storyboard import TimeOfDay

Place = Literal["court", "skate_park", "open_sea", "room", "plaza"]
Layer = Callable[[int, np.random.Generator], np.ndarray]
_PLACES: dict[Place, frozenset[str]] = {
    "court": frozenset({"court", "playground"}),
    "skate_park": frozenset({"skate", "street", "road"}),
    "open_sea": frozenset({"sea", "ocean", "lake", "water"}),
    "room": frozenset(
        {"room", "kitchen", "indoor", "gym", "hall", "studio", "office", "house", "bar", "shop"}
    ),
}


class Bed(NamedTuple):
    """The layers of a place with their gains, and how loud the whole lies in the finished clip."""

    layers: tuple[tuple[Layer, float], ...]
    loudness_lufs: float


def place_of(setting: str) -> Place:
    """The place whose sound fits a storyboard's setting: one of ours, a room, or a plaza."""
    words = set(setting.lower().replace("_", " ").split())
    return next((place for place, names in _PLACES.items() if words & names), "plaza")


def bed_of(place: Place, time_of_day: TimeOfDay) -> Bed:
    """The layers of a place; at night the birds sleep, crickets sing and the town is further off."""
    night = time_of_day == "night"
    alive = (_crickets, 0.10) if night else (_birds, 0.35)
    match place:
        case "court":
            return Bed(((_city, 1.0), (_wind, 0.5), alive), -40.0 if night else -37.0)
        case "skate_park":
            return Bed(((_city, 1.0), (_wind, 0.25), alive), -38.0 if night else -35.0)
        case "open_sea":
            return Bed(((_sea, 1.0), (_wind, 0.35), (_lapping, 0.5)), -25.0)
        case "room":
            return Bed(((_room, 1.0),), -48.0)
        case "plaza":
            return Bed(((_city, 0.6), (_wind, 0.6), alive), -40.0)


def ambience(bed: Bed, samples: int, rng: np.random.Generator) -> np.ndarray:
    """All layers of a bed together, not yet at its loudness; float64 (2, samples)."""
    return sum((gain * layer(samples, rng) for layer, gain in bed.layers), np.zeros((2, samples)))


def _each_ear(make: Callable[[], np.ndarray]) -> np.ndarray:
    return np.stack([make(), make()])


def _wind(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Three bands that gust apart from each other; the ears share the gust, not the noise."""
    sound = np.zeros((2, samples))
    for low_hz, gain in ((90, 1.0), (220, 0.6), (520, 0.3)):
        gust = swell(samples, 0.6, 0.25, 1.0, rng) ** 2
        sound += gain * gust * coloured(samples, band(low_hz, low_hz * 2.2), rng)
    return sound


def _city(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Far traffic: a steady low bed and cars that come and go."""
    far = coloured(samples, band(45, 380), rng)
    passing = coloured(samples, band(300, 1600), rng) * _each_ear(
        partial(swell, samples, 0.35, 0.05, 0.35, rng)
    )
    return far + passing


def _sea(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Swell that heaves slowly, and the hiss of its foam where it is highest."""
    heave = swell(samples, 0.3, 0.1, 1.0, rng)
    body = coloured(samples, band(70, 900), rng) * (0.35 + heave)
    foam = coloured(samples, band(1500, 8000, slope=0.2), rng) * heave**3
    return body + 0.35 * foam


def _lapping(samples: int, rng: np.random.Generator) -> np.ndarray:
    """Small water against something that floats: short gulps, a few a second."""
    return (
        coloured(samples, band(250, 1400), rng)
        * _each_ear(partial(swell, samples, 5.0, -0.8, 1.0, rng)).clip(0) ** 2
    )


def _room(samples: int, rng: np.random.Generator) -> np.ndarray:
    return coloured(samples, band(50, 500), rng)


def _birds(samples: int, rng: np.random.Generator) -> np.ndarray:
    """A far bird now and then: a few quick swoops, somewhere to one side."""
    return _calls(samples, rng, every_s=1.6, notes=(2, 5), pitch_hz=(2600, 5200), swoop_hz=900, note_s=0.09)


def _crickets(samples: int, rng: np.random.Generator) -> np.ndarray:
    return _calls(samples, rng, every_s=0.5, notes=(3, 4), pitch_hz=(4300, 4700), swoop_hz=60, note_s=0.035)


def _calls(
    samples: int,
    rng: np.random.Generator,
    every_s: float,
    notes: tuple[int, int],
    pitch_hz: tuple[float, float],
    swoop_hz: float,
    note_s: float,
) -> np.ndarray:
    """Calls of a few equal notes at random times and sides."""
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
