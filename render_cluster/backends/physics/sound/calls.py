"""What animals and people call out when they begin to do something: barks, meows, neighs, cheers."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.layers.life import formants
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.space import gains
from render_cluster.backends.physics.sound.whereabouts import mouth_path

CALLING_VERBS = frozenset({"play", "run", "jump", "fly"})
CALLS_MAX = 12
GAIN = 0.12


class Call(NamedTuple):
    """One kind of call: pitches that its voice goes through in even time, how long, how often, how it sounds.

    `throat` scales the formants (1 is a grown man's), `breath` is the share of noise, `shake_hz` and `shake`
    a tremble of the pitch.
    """

    pitches_hz: tuple[float, ...]
    length_s: float
    times: int = 1
    gap_s: float = 0.1
    throat: float = 1.0
    breath: float = 0.1
    shake_hz: float = 0.0
    shake: float = 0.0


_CHIRP = Call((3200.0, 4600.0, 3600.0), 0.09, times=4, gap_s=0.07, throat=3.2, breath=0.0)
_CAW = Call((620.0, 560.0), 0.28, times=2, gap_s=0.2, throat=1.6, breath=0.5)
_ROAR = Call((95.0, 140.0, 80.0), 1.3, throat=0.7, breath=0.7, shake_hz=24.0, shake=0.12)
_BARK = Call((520.0, 640.0, 330.0), 0.16, times=2, gap_s=0.2, throat=1.1, breath=0.35)
CALLS: dict[str, Call] = {
    "dog": _BARK,
    "corgi": _BARK._replace(pitches_hz=(640.0, 760.0, 420.0), throat=1.25),
    "wolf": Call((320.0, 560.0, 540.0, 380.0), 1.4, throat=1.0, breath=0.08),
    "fox": _BARK._replace(pitches_hz=(800.0, 980.0, 560.0), throat=1.4),
    "cat": Call((520.0, 780.0, 700.0, 420.0), 0.6, throat=1.5, breath=0.08),
    "horse": Call((900.0, 1150.0, 700.0, 420.0), 1.1, throat=1.0, breath=0.3, shake_hz=11.0, shake=0.12),
    "donkey": Call((650.0, 300.0, 620.0, 280.0), 1.2, throat=0.9, breath=0.4),
    "cow": Call((130.0, 165.0, 150.0, 110.0), 1.2, throat=0.7, breath=0.1),
    "sheep": Call((340.0, 360.0, 320.0), 0.7, throat=1.1, breath=0.2, shake_hz=9.0, shake=0.08),
    "goat": Call((420.0, 450.0, 390.0), 0.6, throat=1.2, breath=0.2, shake_hz=12.0, shake=0.1),
    "pig": Call((190.0, 260.0, 170.0), 0.22, times=3, gap_s=0.12, throat=0.9, breath=0.6),
    "lion": _ROAR,
    "tiger": _ROAR,
    "bear": _ROAR._replace(pitches_hz=(80.0, 110.0, 70.0)),
    "elephant": Call((420.0, 640.0, 610.0, 380.0), 1.1, throat=0.8, breath=0.5, shake_hz=30.0, shake=0.1),
    "monkey": Call((700.0, 1200.0), 0.14, times=4, gap_s=0.09, throat=1.6, breath=0.2),
    "bird": _CHIRP,
    "parrot": _CHIRP._replace(pitches_hz=(1900.0, 2600.0, 1700.0), breath=0.3),
    "crow": _CAW,
    "seagull": Call((1100.0, 1650.0, 1200.0), 0.35, times=3, gap_s=0.12, throat=1.8, breath=0.25),
    "eagle": Call((2400.0, 2900.0, 2100.0), 0.5, times=2, gap_s=0.15, throat=2.6, breath=0.15),
    "owl": Call((360.0, 400.0, 350.0), 0.45, times=2, gap_s=0.25, throat=1.0, breath=0.1),
    "duck": Call((330.0, 290.0), 0.16, times=3, gap_s=0.12, throat=1.4, breath=0.45),
    "chicken": Call((520.0, 640.0, 480.0), 0.12, times=4, gap_s=0.14, throat=1.7, breath=0.3),
    "frog": Call((180.0, 240.0), 0.18, times=3, gap_s=0.16, throat=1.2, breath=0.3, shake_hz=38.0, shake=0.2),
}  # fmt: skip
"""By species; those that are not here say nothing, as most animals do most of the time."""
_CHEER = Call((330.0, 520.0, 560.0, 400.0), 0.9, throat=1.1, breath=0.25)


def called(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """All calls of a shot, each where its animal is as the move begins; float32 (2, samples)."""
    sound = np.zeros((2, samples), np.float32)
    for name, call, at_s in _due(scene)[:CALLS_MAX]:
        path_m = mouth_path(scene, motion, name)
        first = round(at_s / scene.pace * SAMPLE_RATE_HZ)
        if path_m is None or not len(path_m) or first >= samples:
            continue
        place = path_m[min(int(at_s / scene.pace * motion.fps), len(path_m) - 1)]
        voice = cry(call, rng)[: samples - first]
        side = gains(scene, motion, at_s, tuple(place.tolist()))
        sound[:, first : first + len(voice)] += GAIN * side[:, None] * voice
    return sound


def cry(call: Call, rng: np.random.Generator) -> np.ndarray:
    """A call with all its repeats, float64 (samples,), peak 1."""
    parts = []
    for _ in range(call.times):
        parts += [_voiced(call, rng), np.zeros(round(call.gap_s * rng.uniform(0.7, 1.3) * SAMPLE_RATE_HZ))]
    sound = np.concatenate(parts)
    return sound / np.abs(sound).max()


def _due(scene: Scene) -> list[tuple[str, Call, float]]:
    """Who calls what when, on the world's clock."""
    due = [
        (animal.name, CALLS[animal.species], move.from_s)
        for animal in scene.animals
        for move in animal.moves[:1]
        if animal.species in CALLS and move.verb in CALLING_VERBS
    ]
    due += [
        (person.name, _CHEER, move.from_s)
        for person in scene.people
        for move in person.moves
        if move.verb == "cheer"
    ]
    return sorted(due, key=lambda one: (one[2], one[0]))


def _voiced(call: Call, rng: np.random.Generator) -> np.ndarray:
    """One cry: a buzz on a gliding pitch and breath, through a throat, swelling and dying away."""
    samples = round(call.length_s * rng.uniform(0.92, 1.08) * SAMPLE_RATE_HZ)
    time_s = np.arange(samples) / SAMPLE_RATE_HZ
    along = np.linspace(0, len(call.pitches_hz) - 1, samples)
    pitch_hz = np.interp(along, np.arange(len(call.pitches_hz)), call.pitches_hz) * rng.uniform(0.95, 1.05)
    pitch_hz = pitch_hz * (1 + call.shake * np.sin(2 * np.pi * call.shake_hz * time_s))
    turns = np.cumsum(pitch_hz) / SAMPLE_RATE_HZ
    if call.throat > 2.5:  # a whistle rather than a voice
        source = np.sin(2 * np.pi * turns)
        voice = source
    else:
        buzz = sum(np.sin(2 * np.pi * order * turns) / order for order in range(1, 14))
        noise = coloured(samples, band(300, 6000, slope=0.2), rng)[0]
        voice = formants((1 - call.breath) * buzz + call.breath * noise, call.throat)
    shape = np.minimum(1.0, time_s / 0.015) * np.minimum(1.0, (time_s[-1] - time_s) / (0.35 * call.length_s))
    voice = voice * shape
    return voice / max(float(np.abs(voice).max()), 1e-9)
