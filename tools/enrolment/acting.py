"""A person who follows a challenge: speaks the digits, then makes the turns, swaying a little all the while."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.speech import Speaker, Utterance
from render_cluster.backends.physics.visemes import CHANNELS, mouth
from render_cluster.likeness.challenge import Challenge
from tools.enrolment.filming import FPS
from tools.enrolment.photo_face import Pose

LEAD_S, TURN_S, REST_S = 0.5, 0.9, 0.35
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Take(NamedTuple):
    """What is done and heard: a pose a frame at FPS, and mono float32 samples at SAMPLE_RATE_HZ."""

    poses: list[Pose]
    sound: np.ndarray


def said(digits: str, speaker: Speaker, voice: str) -> Utterance:
    """The digits as this repository's own voice says them."""
    utterance = speaker.spoken(", ".join(NAMES[int(digit)] for digit in digits) + ".", voice)
    if utterance is None:
        raise ValueError(f"nothing to say in {digits!r}")
    return utterance


def take(challenge: Challenge, spoken: Utterance, seed: int) -> Take:
    """A take of a person who does as asked."""
    rng = np.random.default_rng(seed)
    turns_from_s = LEAD_S + spoken.duration_s + 0.4
    length_s = turns_from_s + len(challenge.turns) * (TURN_S + REST_S) + 0.3
    times_s = np.arange(int(length_s * FPS)) / FPS
    shapes = mouth(spoken.phonemes, times_s - LEAD_S)
    channel = {name: shapes[:, index] for index, name in enumerate(CHANNELS)}
    yaw, pitch = 1.5 * np.sin(times_s * 1.3 + seed), 1.0 * np.sin(times_s * 1.9 + 2 * seed)
    for index, turn in enumerate(challenge.turns):
        begin_s = turns_from_s + index * (TURN_S + REST_S)
        bump = np.sin(np.clip((times_s - begin_s) / TURN_S, 0, 1) * np.pi) ** 0.8
        if turn in ("left", "right"):
            yaw += bump * rng.uniform(24, 32) * (1 if turn == "left" else -1)
        else:
            pitch += bump * rng.uniform(15, 20) * (1 if turn == "up" else -1)
    jaw = channel["jaw_open"] * rng.uniform(0.75, 1.1) + rng.normal(0, 0.02, len(times_s))
    poses = [
        Pose(
            yaw[i], pitch[i], max(0.0, jaw[i]), channel["lips_wide"][i], channel["lips_round"][i],
            (3 * np.sin(times_s[i] * 0.9), 2 * np.cos(times_s[i] * 0.7)),
        )
        for i in range(len(times_s))
    ]  # fmt: skip
    return Take(poses, np.pad(spoken.samples, (int(LEAD_S * SAMPLE_RATE_HZ), 0)).astype(np.float32))
