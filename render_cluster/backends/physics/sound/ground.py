"""What the ground says when it is trodden or fallen on: grains that give way, soles that knock."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.noise import band, coloured


class Yield(NamedTuple):
    """How loose ground gives way: the band of its grains, how long they move, the thump beneath."""

    low_hz: float
    high_hz: float
    decay_s: float
    grains_per_s: float
    thump_hz: float
    thump: float


YIELDS: dict[str, Yield] = {
    "grass": Yield(900, 5200, 0.05, 600, 75, 0.9),
    "earth": Yield(350, 2600, 0.045, 500, 85, 1.1),
    "sand": Yield(700, 4200, 0.08, 1500, 60, 0.7),
    "dust": Yield(500, 2800, 0.06, 1200, 65, 0.8),
    "snow": Yield(500, 3400, 0.11, 420, 70, 0.5),
}


class Floor(NamedTuple):
    """How a hard floor answers a sole: the pitches that knock, how fast they die, the brightness of the click."""

    knocks_hz: tuple[float, ...]
    decay_ps: float
    click_hz: float
    click: float


_STONE = Floor((118.0, 240.0, 610.0), 95.0, 2600, 0.5)
FLOORS: dict[str, Floor] = {
    "wood": Floor((92.0, 178.0, 265.0, 420.0), 42.0, 1700, 0.3),
    "tiles": Floor((150.0, 930.0, 2250.0), 85.0, 4200, 0.65),
    "stone": _STONE,
    "concrete": _STONE,
    "asphalt": Floor((105.0, 220.0), 110.0, 1900, 0.42),
    "metal": Floor((210.0, 515.0, 1130.0, 1980.0), 14.0, 3800, 0.4),
    "ice": Floor((190.0, 760.0, 1700.0), 70.0, 4600, 0.5),
    "plastic": Floor((140.0, 330.0), 75.0, 2000, 0.35),
}
STEP_S = 0.34


def step(material: str, weight: float, rng: np.random.Generator) -> np.ndarray:
    """One step of a shod foot, float64 (samples,), peak 1; sample 0 is when the heel comes down.

    `weight` runs from 0, a light step, to 1, a stamp.
    """
    if material in YIELDS:
        return give_way(material, weight, rng)
    floor = FLOORS.get(material, FLOORS["plastic"])
    heel = _knock(floor, rng)
    sole = 0.45 * _knock(floor._replace(click=0.4 * floor.click), rng)
    late = round(rng.uniform(0.055, 0.09) * (1.3 - 0.6 * weight) * SAMPLE_RATE_HZ)
    sound = heel
    sound[late:] += sole[: len(sole) - late]
    return _finished(sound)


def give_way(material: str, weight: float, rng: np.random.Generator) -> np.ndarray:
    """Something that lands on loose ground, float64 (samples,), peak 1; it starts at once and crunches on."""
    loose = YIELDS[material]
    time_s = np.arange(round(STEP_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    moving = np.exp(-time_s / (loose.decay_s * (0.7 + 0.6 * weight)))
    noise = coloured(len(time_s), band(loose.low_hz, loose.high_hz, slope=0.2), rng)[0].astype(np.float64)
    # Grains slip one by one: noise in little bursts rather than a hiss.
    bursts = (rng.random(len(time_s)) < loose.grains_per_s / SAMPLE_RATE_HZ).astype(np.float64)
    bursts[0] = 3.0
    slips = np.convolve(bursts, np.exp(-np.arange(240) / 60))[: len(time_s)]
    thump = loose.thump * np.exp(-time_s * 38) * np.sin(2 * np.pi * loose.thump_hz * time_s)
    return _finished(noise * (0.25 + slips) * moving + (0.6 + 0.8 * weight) * thump)


def hoof(material: str, rng: np.random.Generator) -> np.ndarray:
    """A hoof, (samples,), peak 1: a hollow clop on what is hard, a thud on what is not."""
    if material in YIELDS:
        return give_way(material, 0.9, rng)
    pitch_hz = rng.uniform(0.92, 1.08)
    clop = Floor((310.0 * pitch_hz, 720.0 * pitch_hz, 1350.0 * pitch_hz), 75.0, 2400, 0.35)
    return _finished(_knock(clop, rng))


def _knock(floor: Floor, rng: np.random.Generator) -> np.ndarray:
    time_s = np.arange(round(STEP_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    ring = sum(
        np.exp(-time_s * floor.decay_ps * (1 + 0.4 * order))
        * np.sin(2 * np.pi * pitch_hz * rng.uniform(0.95, 1.05) * time_s)
        / (1 + 0.6 * order)
        for order, pitch_hz in enumerate(floor.knocks_hz)
    )
    noise = coloured(len(time_s), band(250, floor.click_hz, slope=0.1), rng)[0].astype(np.float64)
    return ring + floor.click * noise * (np.exp(-time_s * 320) + 0.12 * np.exp(-time_s * 45))


def _finished(sound: np.ndarray) -> np.ndarray:
    fade = len(sound) // 6
    sound[-fade:] *= np.linspace(1.0, 0.0, fade)
    return sound / np.abs(sound).max()
