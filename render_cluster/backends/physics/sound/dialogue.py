"""Lines in the mix: each from where its speaker's head is, and everything steady softer while it lasts."""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.lines import Said
from render_cluster.backends.physics.sound.space import gains_along
from render_cluster.backends.physics.sound.whereabouts import mouth_path, over_samples

DUCK_DB = 9.0
DUCK_EDGE_S = 0.18
DISTANCE_SHARE = 0.4  # of the decibels that distance takes: a line is to be understood wherever it is said
PAN_SHARE = 0.6
_CONTROL_HZ = 200


def dialogue(
    scene: Scene, motion: Motion, said: tuple[Said, ...], start_s: float, samples: int
) -> np.ndarray:
    """All lines of a shot that starts at `start_s` of the clip; float32 (2, samples of the clip)."""
    sound = np.zeros((2, samples), np.float32)
    for line in said:
        if line.utterance is None:
            continue
        first = round((start_s + line.start_s) * SAMPLE_RATE_HZ)
        voice = line.utterance.samples[: max(samples - first, 0)]
        sides = _sides(scene, motion, line, len(voice))
        sound[:, first : first + len(voice)] += (sides * voice).astype(np.float32)
    return sound


def ducking(spoken: list[tuple[float, float]], samples: int) -> np.ndarray:
    """The gain of what sounds steadily, (samples,): DUCK_DB down within the spoken spans, eased in and out."""
    controls = np.zeros(samples * _CONTROL_HZ // SAMPLE_RATE_HZ + 2)
    for from_s, to_s in spoken:
        first, last = (
            int(max(at_s, 0.0) * _CONTROL_HZ) for at_s in (from_s - DUCK_EDGE_S, to_s + DUCK_EDGE_S)
        )
        controls[first : last + 1] = 1.0
    eased = gaussian_filter1d(controls, DUCK_EDGE_S * _CONTROL_HZ / 2, mode="nearest")
    gain = 10 ** (-DUCK_DB / 20 * eased)
    return over_samples(gain, _CONTROL_HZ, samples, SAMPLE_RATE_HZ)


def _sides(scene: Scene, motion: Motion, line: Said, samples: int) -> np.ndarray:
    """Left and right gain of a line, (2, samples); nobody in particular speaks from the middle."""
    centre = np.full((2, 1), np.sqrt(0.5))
    path_m = mouth_path(scene, motion, line.speaker) if line.speaker else None
    if path_m is None or not len(path_m):
        return centre
    sides = gains_along(scene, motion, path_m)
    level = np.linalg.norm(sides, axis=0)
    gentle = sides / level * PAN_SHARE + centre * (1 - PAN_SHARE)
    gentle *= level**DISTANCE_SHARE / np.linalg.norm(gentle, axis=0)
    late = round(line.start_s * motion.fps)
    moved = gentle[:, min(late, gentle.shape[1] - 1) :]
    return np.stack([over_samples(side, motion.fps, samples, SAMPLE_RATE_HZ) for side in moved])
