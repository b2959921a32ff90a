"""The contract of set dressing, and the room that it must leave for the action and the camera."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.film import Take
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.scene import Scene

_ACTION_RADIUS_M = 4.5
_CAMERA_RADIUS_M = 3.0


@dataclass(frozen=True, slots=True)
class Dressing:
    """`parts` never move; `ground` (n, n, 4): linear colour, roughness over `ground_side_m`; None at sea."""

    parts: list[Part]
    ground: np.ndarray | None
    ground_side_m: float = 1.0
    lamps: tuple[Lamp, ...] = ()


Dresser = Callable[[Scene, "Stage", np.random.Generator, bool], Dressing]
"""Takes the scene, its stage, a seeded generator and whether lamps are lit."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where things happen: `centre_m` (2,), the camera's level heading `ahead` (2,), paths to keep clear."""

    centre_m: np.ndarray
    ahead: np.ndarray
    paths: tuple[tuple[np.ndarray, np.ndarray, float], ...]

    def clear(self, x_m: float, y_m: float, margin_m: float = 0.0) -> bool:
        """Whether something as wide as `margin_m` may stand here."""
        point = np.array([x_m, y_m])
        return all(_distance(point, start, end) > radius + margin_m for start, end, radius in self.paths)

    def beside(self, along_m: float, right_m: float) -> tuple[float, float]:
        """The point this far ahead of the centre and this far to the right, as the camera looks."""
        right = np.array([self.ahead[1], -self.ahead[0]])
        x, y = self.centre_m + self.ahead * along_m + right * right_m
        return float(x), float(y)


def stage_of(scene: Scene, take: Take) -> Stage:
    """The stage of a scene that is filmed by this camera move."""
    start, end = take.subject_m[0, :2], take.subject_m[-1, :2]
    eye_from, eye_to, aim = take.eyes_m[0, :2], take.eyes_m[-1, :2], take.aims_m[0, :2]
    paths = [(start, end, _ACTION_RADIUS_M), (eye_from, eye_to, _CAMERA_RADIUS_M), (eye_from, aim, 2.0)]
    for body in scene.bodies:
        if body.kind != "ground" and max(body.size_m[:2]) < 20.0:
            place = np.array(body.position_m[:2])
            paths.append((place, place, 1.0 + max(body.size_m[:2])))
    heading = aim - eye_from
    length = float(np.linalg.norm(heading))
    ahead = heading / length if length > 0.05 else np.array([0.0, 1.0])
    return Stage((start + end) / 2.0, ahead, tuple(paths))


def _distance(point: np.ndarray, start: np.ndarray, end: np.ndarray) -> float:
    along = end - start
    square = float(along @ along)
    share = 0.0 if square == 0.0 else float(np.clip((point - start) @ along / square, 0.0, 1.0))
    return float(np.linalg.norm(point - start - share * along))
