"""The soundtrack of a clip: blows, splashes, wheels and the place, mixed for the camera and mastered."""

import zlib

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.ambience import ambience, bed_of, place_of
from render_cluster.backends.physics.sound.brush import swish
from render_cluster.backends.physics.sound.loudness import at_loudness, master
from render_cluster.backends.physics.sound.modal import strike
from render_cluster.backends.physics.sound.onsets import Onset, audible, bodies_of, energy_j
from render_cluster.backends.physics.sound.rolling import rolling
from render_cluster.backends.physics.sound.space import answer, gains, room_of
from render_cluster.backends.physics.sound.splash import splash

DURATION_S_MAX = 120.0
CROSSFADE_S = 0.06
Shots = list[tuple[Scene, Motion]]


def soundtrack(shots: Shots, duration_s: float, seed: int) -> np.ndarray:
    """The whole sound of a clip: float32 (2, round(duration_s * SAMPLE_RATE_HZ)), the same for the same seed.

    A shot lasts as long as its frames. Raises ValueError where there is no shot, the duration is out of
    bounds or a contact holds a number that is none.
    """
    if not shots or not 0 < duration_s <= DURATION_S_MAX:
        raise ValueError(
            f"a soundtrack needs shots and 0 to {DURATION_S_MAX} s, got {len(shots)}, {duration_s} s"
        )
    samples = round(duration_s * SAMPLE_RATE_HZ)
    heard = onsets(shots)
    effects, steady = np.zeros((2, samples)), _beds(shots, samples, seed)
    for index, (scene, motion) in enumerate(shots):
        blows = _blows(scene, motion, [onset for onset in heard if onset.shot == index], samples, seed)
        room = room_of(place_of(scene.setting))
        effects += blows + answer(blows.sum(axis=0) / 2, room, _rng(seed, "space", index))
        first, last = _span(shots, index, samples)
        if last > first:
            steady[:, first:last] += rolling(scene, motion, last - first, _rng(seed, "rolling", index))
    return master(effects, steady)


def onsets(shots: Shots) -> list[Onset]:
    """Every audible contact with the time at which it starts on the clip's clock, in order."""
    return [
        onset
        for index, (scene, motion) in enumerate(shots)
        for onset in audible(scene, motion, index, _start_s(shots, index))
    ]


def _blows(scene: Scene, motion: Motion, heard: list[Onset], samples: int, seed: int) -> np.ndarray:
    """All impacts of a shot where they belong in the clip; (2, samples)."""
    dry = np.zeros((2, samples))
    for number, onset in enumerate(heard):
        first = round(onset.time_s * SAMPLE_RATE_HZ)
        if first >= samples:
            continue
        sound = _voice(scene, onset, _rng(seed, "blow", onset.shot, number))[: samples - first]
        side = gains(scene, motion, onset.contact.time_s, onset.contact.position_m)
        loudness = 10 ** (onset.level_db / 20) / np.linalg.norm(side)
        dry[:, first : first + len(sound)] += loudness * side[:, None] * sound
    return dry


def _voice(scene: Scene, onset: Onset, rng: np.random.Generator) -> np.ndarray:
    """The sound of one contact, peak 1, by what meets what."""
    contact = onset.contact
    first, second = bodies_of(scene, contact)
    stuffs = (contact.material_a, contact.material_b)
    if "water" in stuffs:
        other = second if contact.material_a == "water" else first
        return splash(energy_j(contact), max(other.size_m), rng)
    if "cloth" in stuffs:
        return swish(rng)
    return strike(contact, first, second, rng)


def _beds(shots: Shots, samples: int, seed: int) -> np.ndarray:
    """The ambience under the clip, (2, samples): one bed a stay in a place, joined by short crossfades."""
    under = np.zeros((2, samples))
    overlap = round(CROSSFADE_S * SAMPLE_RATE_HZ)
    for index, last_index in _stays(shots):
        scene = shots[index][0]
        first, last = _span(shots, index, samples)[0], _span(shots, last_index, samples)[1]
        length = min(last + overlap, samples) - first
        if length <= 0:
            continue
        bed = bed_of(place_of(scene.setting), scene.time_of_day)
        sound = at_loudness(ambience(bed, length, _rng(seed, "bed", index)), bed.loudness_lufs)
        fade = np.sin(np.linspace(0, np.pi / 2, min(overlap, length)))
        sound[:, : len(fade)] *= fade
        sound[:, length - len(fade) :] *= fade[::-1]
        under[:, first : first + length] += sound
    return under


def _stays(shots: Shots) -> list[tuple[int, int]]:
    """First and last shot of each unbroken stay in one setting at one time of day."""
    stays: list[tuple[int, int]] = []
    for index, (scene, _) in enumerate(shots):
        before = shots[index - 1][0] if index else None
        if before and (before.setting, before.time_of_day) == (scene.setting, scene.time_of_day):
            stays[-1] = (stays[-1][0], index)
        else:
            stays.append((index, index))
    return stays


def _start_s(shots: Shots, index: int) -> float:
    """Where a shot starts in the clip; frames are the clock, for the picture is cut by them."""
    return sum(motion.frames_count / motion.fps for _, motion in shots[:index])


def _span(shots: Shots, index: int, samples: int) -> tuple[int, int]:
    """First and last sample (exclusive) of a shot; the last shot reaches to the end of the clip."""
    first = round(_start_s(shots, index) * SAMPLE_RATE_HZ)
    last = samples if index == len(shots) - 1 else round(_start_s(shots, index + 1) * SAMPLE_RATE_HZ)
    return min(first, samples), min(last, samples)


def _rng(seed: int, purpose: str, *numbers: int) -> np.random.Generator:
    """Chance of its own for each purpose, so that one more contact does not reshuffle the rest."""
    return np.random.default_rng([seed & 0xFFFFFFFF, zlib.crc32(purpose.encode()), *numbers])
