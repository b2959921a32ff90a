"""The soundtrack must be in time, in level and the same every time."""

from collections.abc import Callable

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.sound.loudness import loudness_lufs, true_peak_dbtp
from render_cluster.backends.physics.sound.mix import onsets
from render_cluster.backends.physics.sound.mix import soundtrack as full_soundtrack
from render_cluster.storyboard import Sound

TIMES_S = (0.4, 1.2003, 2.1)


def soundtrack(shots: list, duration_s: float, seed: int) -> np.ndarray:
    return full_soundtrack(shots, Sound(), duration_s, seed)


@pytest.fixture
def bounces(blow: Callable, court: Callable) -> list:
    struck = zip(TIMES_S, ("rim", "backboard", "ground"), strict=True)
    return [court(*(blow(time_s, body) for time_s, body in struck))]


def onset_s(sound: np.ndarray, near_s: float) -> float:
    """When the sound first passes 15 % of its peak within 40 ms of `near_s`: beyond is wind."""
    first = round((near_s - 0.04) * SAMPLE_RATE_HZ)
    window = np.abs(sound[:, first : first + round(0.08 * SAMPLE_RATE_HZ)]).max(axis=0)
    return (first + int(np.argmax(window > 0.15 * window.max()))) / SAMPLE_RATE_HZ


def test_each_impact_starts_within_a_millisecond_of_its_contact(bounces: list) -> None:
    sound = soundtrack(bounces, 3.0, seed=5)
    heard = onsets(bounces)
    assert [onset.time_s for onset in heard] == list(TIMES_S)
    for onset in heard:
        assert abs(onset_s(sound, onset.time_s) - onset.time_s) < 0.001


def test_a_normal_clip_is_as_loud_as_it_should_be_and_never_clips(bounces: list) -> None:
    sound = soundtrack(bounces, 3.0, seed=5)
    assert sound.dtype == np.float32
    assert loudness_lufs(sound) == pytest.approx(-16, abs=1)
    assert true_peak_dbtp(sound) <= -1.0


@pytest.mark.parametrize("duration_s", [0.05, 1.0, 2.999, 3.7])
def test_the_sound_is_as_long_as_the_clip(bounces: list, duration_s: float) -> None:
    assert soundtrack(bounces, duration_s, seed=0).shape == (2, round(duration_s * SAMPLE_RATE_HZ))


def test_nothing_happening_leaves_the_place_alone(court: Callable) -> None:
    quiet = soundtrack([court()], 3.0, seed=5)
    assert -36 < loudness_lufs(quiet) < -28
    assert np.abs(quiet).max() < 0.2


def test_a_tap_is_not_blown_up_to_a_blow(blow: Callable, court: Callable) -> None:
    tap = soundtrack([court(blow(1.0, impulse_ns=0.1, speed_mps=0.3))], 3.0, seed=5)
    assert loudness_lufs(tap) < -28


def test_the_same_seed_gives_the_same_samples_and_another_does_not(bounces: list) -> None:
    once, again, other = (soundtrack(bounces, 3.0, seed) for seed in (5, 5, 6))
    assert once.tobytes() == again.tobytes()
    assert once.tobytes() != other.tobytes()


def test_a_blow_on_the_left_is_louder_on_the_left(blow: Callable, court: Callable) -> None:
    sound = soundtrack([court(blow(1.0, position_m=(-4.0, 3.0, 0.0)))], 2.0, seed=0)
    left, right = (sound[:, SAMPLE_RATE_HZ : SAMPLE_RATE_HZ + 9600] ** 2).sum(axis=1)
    assert left > 2 * right


def test_two_places_share_a_clip_without_a_hole(court: Callable) -> None:
    sound = soundtrack([court(duration_s=1.0), court(duration_s=1.0, setting="open_sea")], 2.0, seed=0)
    town, sea = loudness_lufs(sound[:, :45_000]), loudness_lufs(sound[:, 51_000:])
    assert sea > town + 6
    cut = sound[:, SAMPLE_RATE_HZ - 480 : SAMPLE_RATE_HZ + 480]
    assert (cut**2).mean() > 0.2 * (sound[:, 36_000:45_000] ** 2).mean()


def test_a_rolling_skateboard_is_heard_and_a_standing_one_is_not(court: Callable) -> None:
    scene, motion = court()
    board = Body("board", "skateboard", "wood", (0.2, 0.8, 0.1), 2.5, (0.0, 3.0, 0.1))
    scene = msgspec.structs.replace(scene, bodies=(*scene.bodies, board))
    standing = np.tile(np.array([0, 3, 0.1, 1, 0, 0, 0], np.float32), (motion.frames_count, 1))
    rolls = standing.copy()
    rolls[:, 0] = np.linspace(-3, 3, motion.frames_count)
    still, moving = (
        soundtrack([(scene, Motion(motion.fps, motion.frames_count, {"board": track}))], 3.0, seed=1)
        for track in (standing, rolls)
    )
    assert loudness_lufs(moving) > loudness_lufs(still) + 10


def test_water_splashes_whatever_falls_in(court: Callable) -> None:
    scene, motion = court(setting="open_sea")
    fall = Contact(1.0, "rider", "sea", "flesh", "water", 90.0, 2.5, (0.0, 3.0, 0.0))
    splashed = Motion(motion.fps, motion.frames_count, motion.poses, contacts=(fall,))
    sound = soundtrack([(scene, splashed)], 3.0, seed=1)
    assert abs(onset_s(sound, 1.0) - 1.0) < 0.001
    assert loudness_lufs(sound) == pytest.approx(-16, abs=1)


@pytest.mark.parametrize("duration_s", [0.0, -1.0, 1e6, float("nan")])
def test_a_duration_out_of_bounds_is_refused(court: Callable, duration_s: float) -> None:
    with pytest.raises(ValueError, match="soundtrack needs"):
        soundtrack([court()], duration_s, seed=0)
