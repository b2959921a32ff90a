"""Learns how far lips are parted from how speech sounds, and writes the weights that the lips check reads."""

import random

import numpy as np
from scipy.signal import resample_poly

from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.likeness.challenge import make_challenge
from render_cluster.likeness.lip_reader import RATE_HZ, WEIGHTS_PATH, features
from tools.enrolment.acting import Take, said, take
from tools.enrolment.filming import FPS

SEEDS = range(1, 7)
"""The takes learnt from; the benchmark judges others."""
VOICES = ("woman_1", "man_1", "woman_2", "man_2")
_RIDGE = 30.0
_WINDOW_MIDDLE_S = 0.0125
_JAW, _ROUNDED = 0.8, -0.25


def learnt(takes: list[Take]) -> np.ndarray:
    """The weights (features,) that explain the lips of these takes best."""
    sounds = [features(resample_poly(one.sound, 1, 3).astype(np.float32)) for one in takes]
    partings = []
    for rows, one in zip(sounds, takes, strict=True):
        parted = [_JAW * pose.jaw + _ROUNDED * pose.rounded for pose in one.poses]
        at_s = np.arange(len(rows)) / RATE_HZ + _WINDOW_MIDDLE_S
        partings.append(np.interp(at_s, np.arange(len(parted)) / FPS, parted))
    x, y = np.vstack(sounds), np.concatenate(partings)
    return np.linalg.solve(x.T @ x + _RIDGE * np.eye(x.shape[1]), x.T @ y)


def main() -> None:
    """Learn and write."""
    with Speaker() as speaker:
        takes = []
        for seed in SEEDS:
            challenge = make_challenge(random.Random(seed))
            takes.append(take(challenge, said(challenge.digits, speaker, VOICES[seed % len(VOICES)]), seed))
    np.save(WEIGHTS_PATH, learnt(takes).astype(np.float32))


if __name__ == "__main__":
    main()
