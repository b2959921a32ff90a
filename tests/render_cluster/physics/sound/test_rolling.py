"""Wheels are heard where the track says that they roll."""

import numpy as np

from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.sound.rolling import joint_times_s, lean_rate_radps

FPS = 24
BOARD = Body("board", "skateboard", "wood", (0.21, 0.84, 0.024), 2.2, (0.0, 2.0, 0.1))


def _track(speed_mps: float) -> np.ndarray:
    track = np.zeros((2 * FPS, 7), np.float32)
    track[:, 1] = 2.0 - speed_mps * np.arange(2 * FPS) / FPS
    track[:, 3] = 1.0
    return track


def test_each_axle_knocks_once_at_a_joint():
    front, rear = joint_times_s(BOARD, _track(2.0), 3.0, FPS)
    assert abs(front - (2.0 - 0.2604) / 2.0) < 0.005
    assert abs(rear - front - 2 * 0.2604 / 2.0) < 0.005


def test_a_board_that_stands_or_runs_along_a_joint_does_not_knock():
    assert joint_times_s(BOARD, _track(0.0), 3.0, FPS) == []
    wavering = _track(2.0)
    wavering[:, 0] = 0.002 * np.sin(np.arange(2 * FPS))
    assert len(joint_times_s(BOARD, wavering, 3.0, FPS)) == 2


def test_a_leaning_board_grinds_and_a_level_one_does_not():
    track = _track(2.0)
    assert lean_rate_radps(track, FPS).max() == 0.0
    angle = 0.2 * np.arange(2 * FPS) / FPS
    track[:, 3], track[:, 5] = np.cos(angle / 2), np.sin(angle / 2)
    np.testing.assert_allclose(lean_rate_radps(track, FPS)[2:10], 0.2, rtol=0.02)
