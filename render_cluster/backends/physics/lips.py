"""The faces of a shot: lips that follow what is said, blinks, brows, and what a face does in joy or in a fall."""

import zlib

import numpy as np

from render_cluster.backends.physics.face import UNIT_INDEX, UNITS
from render_cluster.backends.physics.scene import Move, Person, Scene
from render_cluster.backends.physics.sound.lines import Said
from render_cluster.backends.physics.sound.speech import Phoneme
from render_cluster.backends.physics.visemes import CHANNELS, mouth

BLINK_S = 0.16
BLINK_EVERY_S = 3.4
BROW_S = 0.14
EASE_S = 0.25
SHOWN_BY_VERB: dict[str, dict[str, float]] = {
    "cheer": {"smile": 0.9, "brows_up": 0.4, "jaw_open": 0.25},
    "clap": {"smile": 0.7},
    "dance": {"smile": 0.6},
    "wave": {"smile": 0.6},
    "hug": {"smile": 0.8},
    "play": {"smile": 0.3},
    "fall": {"eyes_wide": 0.9, "brows_up": 0.7, "jaw_open": 0.45},
    "wobble": {"eyes_wide": 0.6, "brows_up": 0.5, "jaw_open": 0.2},
    "throw": {"brows_down": 0.4},
    "kick": {"brows_down": 0.4},
    "push": {"brows_down": 0.5},
    "lift": {"brows_down": 0.5},
    "run": {"jaw_open": 0.15},
    "laugh": {"smile": 1.0, "jaw_open": 0.55, "brows_up": 0.3},
    "cry": {"frown": 1.0, "brows_up": 0.6, "blink_l": 0.7, "blink_r": 0.7},
}
"""What the face shows while a verb is done, each unit in 0..1."""

SHOWN_BY_MANNER: dict[str, dict[str, float]] = {
    "happy": {"smile": 0.9, "brows_up": 0.25},
    "sad": {"frown": 0.8, "brows_up": 0.5, "look_down": 0.5},
    "bored": {"frown": 0.25, "blink_l": 0.45, "blink_r": 0.45},
    "angry": {"frown": 0.5, "brows_down": 1.0, "eyes_wide": 0.2},
    "afraid": {"eyes_wide": 0.9, "brows_up": 0.8, "jaw_open": 0.25},
    "confident": {"smile": 0.3},
}
"""What the face shows of how somebody feels, each unit in 0..1."""


def faces(scene: Scene, fps: int, frames_count: int, said: tuple[Said, ...]) -> dict[str, np.ndarray]:
    """The face of each person over the frames of a shot: name -> float32 (frames_count, len(face.UNITS)).

    Frame n is heard and seen at n / fps of film; speech runs on film time and what is done on the world's,
    which is film time multiplied by the scene's pace.
    """
    film_s = np.arange(frames_count) / fps
    return {person.name: _face(scene, person, film_s, said) for person in scene.people}


def _face(scene: Scene, person: Person, film_s: np.ndarray, said: tuple[Said, ...]) -> np.ndarray:
    face = np.zeros((len(film_s), len(UNITS)))
    _feel(face, person.moves, film_s * scene.pace)
    for line in said:
        if line.speaker == person.name and line.utterance is not None:
            _talk(face, line.utterance.phonemes, film_s - line.start_s, line.length_s)
    _blink(face, film_s, np.random.default_rng([scene.seed & 0xFFFFFFFF, zlib.crc32(person.name.encode())]))
    return np.clip(face, 0.0, 1.0).astype(np.float32)


def _talk(face: np.ndarray, phonemes: tuple[Phoneme, ...], times_s: np.ndarray, length_s: float) -> None:
    """Lips in place of what they showed, and brows that rise a little on stressed sounds."""
    talking = np.flatnonzero((times_s > -EASE_S) & (times_s < length_s + EASE_S))
    if not len(talking):
        return
    at_s = times_s[talking]
    share = np.clip(np.minimum(at_s + EASE_S, length_s + EASE_S - at_s) / EASE_S, 0.0, 1.0)[:, None]
    columns = [UNIT_INDEX[channel] for channel in CHANNELS]
    spot = np.ix_(talking, columns)
    face[spot] = face[spot] * (1 - share) + mouth(phonemes, at_s) * share
    smile = UNIT_INDEX["smile"]
    face[talking, smile] *= 1 - 0.5 * share[:, 0]  # a full smile would hold the lips apart
    stressed = [sound for sound in phonemes if sound.stressed][::3]  # every stress would be a twitch
    for sound in stressed:
        away = (at_s - (sound.start_s + sound.end_s) / 2) / BROW_S
        face[talking, UNIT_INDEX["brows_up"]] += 0.22 * np.exp(-(away**2))


def _feel(face: np.ndarray, moves: tuple[Move, ...], world_s: np.ndarray) -> None:
    """What is shown while each move lasts, eased in and out; an outcome that went wrong shows as its verb does."""
    for move in moves:
        verb = "fall" if move.outcome == "falls" else move.verb
        inside_s = np.minimum(world_s - move.from_s, move.to_s - world_s)
        share = np.clip(inside_s / EASE_S + 1.0, 0.0, 1.0)
        shown = {**SHOWN_BY_MANNER.get(move.manner or "", {}), **SHOWN_BY_VERB.get(verb, {})}
        for unit, strength in shown.items():
            column = UNIT_INDEX[unit]
            face[:, column] = np.maximum(face[:, column], strength * share)


def _blink(face: np.ndarray, film_s: np.ndarray, rng: np.random.Generator) -> None:
    """Both lids every few seconds, at times of the person's own."""
    end_s = float(film_s[-1]) if len(film_s) else 0.0
    at_s = rng.uniform(0.3, BLINK_EVERY_S)
    while at_s < end_s:
        lids = np.clip(1.3 - np.abs(film_s - at_s) / (BLINK_S / 2), 0.0, 1.0)
        for unit in ("blink_l", "blink_r"):
            face[:, UNIT_INDEX[unit]] = np.maximum(face[:, UNIT_INDEX[unit]], lids)
        at_s += 0.6 + rng.exponential(BLINK_EVERY_S - 0.6)
