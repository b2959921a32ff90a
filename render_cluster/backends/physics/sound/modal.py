"""The sound of one blow: two bodies ring, and the time they touch decides how brightly."""

import math

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Contact
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.sound.materials import material
from render_cluster.backends.physics.sound.resonators import (
    Modes,
    ball_stiffness_npm,
    modes_of,
    radiation,
    shape_of,
)

LENGTH_S_MAX = 2.0
SILENCE = 1e-3  # a mode is cut when it has fallen by 60 dB
_BLOCK = 256


def effective_mass_kg(contact: Contact) -> float:
    """The mass that took part: impulse over speed, for a blow that neither sticks nor fully rebounds."""
    return contact.impulse_ns / (1.5 * max(contact.speed_mps, 0.05))


def contact_time_s(contact: Contact, first: Body, second: Body) -> float:
    """How long the two touch, in seconds.

    A pumped ball is a spring (half a period, pi sqrt(m / k)); all else is Hertz:
    2.87 (m^2 / (r E^2 v))^(1/5) with 1/E = (1 - 0.3^2)(1/E1 + 1/E2).
    """
    mass_kg = max(effective_mass_kg(contact), 1e-4)
    balls = [body for body in (first, second) if shape_of(body) == "hollow_ball"]
    if balls:
        return min(math.pi * math.sqrt(mass_kg / ball_stiffness_npm(balls[0].size_m[0] / 2)), 0.03)
    compliance = 0.91 / material(first.material).youngs_pa + 0.91 / material(second.material).youngs_pa
    radius_m = min(max(body.size_m) for body in (first, second)) / 2
    speed_mps = max(contact.speed_mps, 0.05)
    return float(np.clip(2.87 * (mass_kg**2 * compliance**2 / (radius_m * speed_mps)) ** 0.2, 2e-5, 0.03))


def strike(contact: Contact, first: Body, second: Body, rng: np.random.Generator) -> np.ndarray:
    """The blow alone, float64 (samples,), peak 1; sample 0 is the instant of contact."""
    touch_s = contact_time_s(contact, first, second)
    grit = max(material(first.material).grit, material(second.material).grit)
    banks = [_excited(body, touch_s, grit, rng) for body in (first, second)]
    slowest_ps = min(float(bank.decay_ps.min()) for bank in banks)
    length = round(min(math.log(1 / SILENCE) / slowest_ps, LENGTH_S_MAX) * SAMPLE_RATE_HZ)
    sound = np.zeros(max(length, _BLOCK))
    for bank in banks:
        _ring(sound, bank)
    peak = np.abs(sound).max()
    click = _click(touch_s, grit, rng)[: len(sound)]
    sound[: len(click)] += click * peak
    fade = min(_BLOCK, len(sound))
    sound[-fade:] *= np.linspace(1.0, 0.0, fade)
    return sound / np.abs(sound).max()


def _excited(body: Body, touch_s: float, grit: float, rng: np.random.Generator) -> Modes:
    """The modes of a body as one blow drives them.

    A half-sine push of length T falls off as 1 / (1 + (2 f T)^2); roughness fills in what lies above.
    """
    modes = modes_of(body, rng)
    push = 1 / (1 + (2 * modes.frequency_hz * touch_s) ** 2)
    # Rough contact is itself softened: it fades over the kilohertz, later where the surfaces are harder.
    rough = grit / (1 + (modes.frequency_hz / (2000.0 + 40_000.0 * grit)) ** 2)
    gain = modes.gain * np.maximum(push, rough) * radiation(body, modes.frequency_hz)
    return modes._replace(gain=gain * material(body.material).voice)


def _ring(sound: np.ndarray, modes: Modes) -> None:
    """Adds damped sines to `sound`, each cut where it has died away.

    exp(s t) over a long time is an outer product of two short runs, which costs one multiplication a
    sample instead of one exponential.
    """
    for frequency_hz, decay_ps, gain in zip(*modes, strict=True):
        length = min(len(sound), math.ceil(math.log(1 / SILENCE) / decay_ps * SAMPLE_RATE_HZ))
        step = complex(-decay_ps, 2 * math.pi * frequency_hz) / SAMPLE_RATE_HZ
        fine = np.exp(step * np.arange(_BLOCK))
        coarse = np.exp(step * _BLOCK * np.arange(math.ceil(length / _BLOCK)))
        turn = coarse.real[:, None] * fine.imag + coarse.imag[:, None] * fine.real
        sound[:length] += gain * turn.ravel()[:length]


def _click(touch_s: float, grit: float, rng: np.random.Generator) -> np.ndarray:
    """Surfaces scraping while they touch: noise that starts at once and lasts as long as the touch."""
    length = round((0.0015 + min(touch_s, 0.012)) * SAMPLE_RATE_HZ)
    noise = rng.standard_normal(length)
    smooth = np.convolve(noise, np.hanning(10)[1:-1] / 4, mode="same")
    return smooth * (0.05 + grit) * np.exp(-np.arange(length) * 5 / length)
