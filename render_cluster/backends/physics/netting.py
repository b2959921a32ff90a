"""The net of a hoop: cords between knots that hang, and swing when a ball passes through; solved once a shot."""

import math

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Body, Scene

CORD_RADIUS_M = 0.0048
_COLUMNS, _ROWS = 12, 6
_ROW_DROP_M = 0.075
_NARROWING = 0.115
_SUBSTEPS = 10
_ROUNDS = 5
_KEPT_SPEED = 0.985
_SETTLING_FRAMES = 12
# Slower than this a step it hangs still; farther off than this a ball cannot reach it within a frame.
_STILL_M, _WAKE_M = 2e-4, 1.2


def net_name(rim: Body) -> str:
    """What the net below a rim is called among the meshes of a motion."""
    return f"{rim.name}/net"


def nets(scene: Scene, motion: Motion) -> dict[str, np.ndarray]:
    """The knots of each hoop's net by its name, float32 (frames, knots, 3) metres, row below row."""
    rims = [body for body in scene.bodies if body.kind == "hoop_rim"]
    return {net_name(rim): _Net(rim, scene, motion).knots_m for rim in rims}


def cords() -> np.ndarray:
    """Which knots of a net each of its cords joins, (cords, 2)."""
    pairs = []
    for row in range(_ROWS - 1):
        for column in range(_COLUMNS):
            other = (column + (1 if row % 2 else -1)) % _COLUMNS
            here = row * _COLUMNS + column
            pairs += [(here, here + _COLUMNS), (here, (row + 1) * _COLUMNS + other)]
    # A drawstring round the lowest knots, without which the net would hang open like a skirt.
    last = (_ROWS - 1) * _COLUMNS
    pairs += [(last + column, last + (column + 1) % _COLUMNS) for column in range(_COLUMNS)]
    return np.array(pairs)


class _Net:
    """Knots (frames, rows, columns, 3) found by Verlet steps with cord lengths restored (Jakobsen, 2001)."""

    def __init__(self, rim: Body, scene: Scene, motion: Motion) -> None:
        outer, height = rim.size_m[0] / 2, rim.size_m[2]
        self._radius_m = outer - min(0.02, max(0.008, height / 2))
        self._top = np.array(rim.position_m) - (0.0, 0.0, 0.01)
        balls = [body for body in scene.bodies if body.kind == "basketball" and body.name in motion.poses]
        tracks = [(motion.poses[ball.name][:, :3].astype(float), ball.size_m[0] / 2) for ball in balls]
        self._cords = cords()
        self.knots_m = self._swing(tracks, motion)

    def _rest(self) -> np.ndarray:
        row, column = np.meshgrid(np.arange(_ROWS), np.arange(_COLUMNS), indexing="ij")
        angle = 2 * math.pi * (column + 0.5 * (row % 2)) / _COLUMNS
        radius = self._radius_m * (1.0 - _NARROWING * row)
        grid = np.stack([radius * np.cos(angle), radius * np.sin(angle), -_ROW_DROP_M * row], -1)
        return grid + self._top

    def _swing(self, tracks: list[tuple[np.ndarray, float]], motion: Motion) -> np.ndarray:
        rest = self._rest().reshape(-1, 3)
        # Row k of `ends` takes the one end of cord k from the other.
        ends = np.zeros((len(self._cords), len(rest)))
        ends[np.arange(len(ends)), self._cords[:, 0]] = -1.0
        ends[np.arange(len(ends)), self._cords[:, 1]] = 1.0
        lengths = np.linalg.norm(ends @ rest, axis=1)
        here, before = rest.copy(), rest.copy()
        step_s = 1.0 / (motion.fps * _SUBSTEPS)
        frames = []
        for frame in range(-_SETTLING_FRAMES, motion.frames_count):
            if frame > 0 and self._asleep(here, before, tracks, frame):
                frames.append(here.copy())
                continue
            for substep in range(_SUBSTEPS):
                fallen = here + (here - before) * _KEPT_SPEED
                fallen[:, 2] -= 9.81 * step_s * step_s
                before, here = here, fallen
                moment = max(0.0, frame + substep / _SUBSTEPS)
                for _ in range(_ROUNDS):
                    _restore(here, ends, lengths)
                    for track, radius in tracks:
                        _push_out(here, _at(track, moment), radius)
                    here[:_COLUMNS] = rest[:_COLUMNS]
            if frame >= 0:
                frames.append(here.copy())
        return np.array(frames, np.float32)

    def _asleep(
        self, here: np.ndarray, before: np.ndarray, tracks: list[tuple[np.ndarray, float]], frame: int
    ) -> bool:
        """Whether it hangs still with no ball near, so that a frame may be the same as the last."""
        still = float(np.abs(here - before).max()) < _STILL_M
        middle = self._top - (0.0, 0.0, 0.5 * _ROWS * _ROW_DROP_M)
        ahead = [
            np.linalg.norm(_at(track, moment) - middle)
            for track, _ in tracks
            for moment in (frame, frame + 1.0)
        ]
        return still and min(ahead, default=np.inf) > _WAKE_M


def _restore(points: np.ndarray, ends: np.ndarray, lengths: np.ndarray) -> None:
    offset = ends @ points
    stretched = np.maximum(np.linalg.norm(offset, axis=1), 1e-9)
    # Cords pull but never push; half the wrong to each end, less to stay calm where four cords meet.
    share = 0.35 * np.maximum(1.0 - lengths / stretched, -0.02)[:, None] * offset
    points -= ends.T @ share


def _push_out(points: np.ndarray, centre: np.ndarray, radius: float) -> None:
    offset = points - centre
    distance = np.linalg.norm(offset, axis=1, keepdims=True)
    depth = np.maximum(radius + CORD_RADIUS_M - distance, 0.0)
    points += offset / np.maximum(distance, 1e-6) * depth


def _at(track: np.ndarray, frame: float) -> np.ndarray:
    low = min(int(frame), len(track) - 1)
    high = min(low + 1, len(track) - 1)
    return track[low] + (track[high] - track[low]) * (frame - low)
