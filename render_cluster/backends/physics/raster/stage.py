"""The room that a set must leave for the action and the camera."""

from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.raster.film import Take
from render_cluster.backends.physics.scene import Scene

_ACTION_RADIUS_M = 4.5
_CAMERA_RADIUS_M = 3.0
_SIGHT_RADIUS_M = 1.8
_EYES_COUNT = 7


@dataclass(frozen=True, slots=True)
class Stage:
    """Where things happen: `centre_m` (2,), the camera's level heading `ahead` (2,), paths to keep clear.

    `eyes_m` (n, 3) are some of the camera's places, the first and the last among them.
    """

    centre_m: np.ndarray
    ahead: np.ndarray
    paths: tuple[tuple[np.ndarray, np.ndarray, float], ...]
    eyes_m: np.ndarray

    def clear(self, x_m: float, y_m: float, margin_m: float = 0.0) -> bool:
        """Whether something as wide as `margin_m` may stand here."""
        point = np.array([x_m, y_m])
        return all(_distance(point, start, end) > radius + margin_m for start, end, radius in self.paths)

    def distance_m(self, x_m: np.ndarray, y_m: np.ndarray) -> np.ndarray:
        """How far points are from what must be kept clear, negative within."""
        points = np.stack([x_m, y_m], -1)
        return np.min([_distances(points, start, end) - radius for start, end, radius in self.paths], axis=0)

    def beside(self, along_m: float, right_m: float) -> tuple[float, float]:
        """The point this far ahead of the centre and this far to the right, as the camera looks."""
        right = np.array([self.ahead[1], -self.ahead[0]])
        x, y = self.centre_m + self.ahead * along_m + right * right_m
        return float(x), float(y)


def stage_of(scene: Scene, take: Take) -> Stage:
    """The stage of a scene that is filmed by this camera move."""
    start, end = take.subject_m[0, :2], take.subject_m[-1, :2]
    eye_from, eye_to, aim = take.eyes_m[0, :2], take.eyes_m[-1, :2], take.aims_m[0, :2]
    eyes = take.eyes_m[np.linspace(0, len(take.eyes_m) - 1, _EYES_COUNT).astype(int)]
    paths = [(start, end, _ACTION_RADIUS_M), (eye_from, eye_to, _CAMERA_RADIUS_M), (eye_from, aim, 2.0)]
    paths += [(eye[:2], (start + end) / 2.0, _SIGHT_RADIUS_M) for eye in eyes]
    for body in scene.bodies:
        if body.kind != "ground" and max(body.size_m[:2]) < 20.0:
            place = np.array(body.position_m[:2])
            paths.append((place, place, 1.0 + max(body.size_m[:2])))
    heading = aim - eye_from
    length = float(np.linalg.norm(heading))
    ahead = heading / length if length > 0.05 else np.array([0.0, 1.0])
    return Stage((start + end) / 2.0, ahead, tuple(paths), eyes)


def _distance(point: np.ndarray, start: np.ndarray, end: np.ndarray) -> float:
    return float(_distances(point, start, end))


def _distances(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    along = end - start
    square = float(along @ along)
    share = np.clip((points - start) @ along / square, 0.0, 1.0) if square else np.zeros(points.shape[:-1])
    return np.linalg.norm(points - start - share[..., None] * along, axis=-1)
