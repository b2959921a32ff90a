"""Where a camera may be: above the ground, under the ceiling, between the walls, outside of everything."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.matrices import rotation
from render_cluster.backends.physics.raster.whereabouts import path_of
from render_cluster.backends.physics.scene import Body, Scene

_LOWEST_M, _WALL_M = 0.25, 0.30
# Under water the surface is a ceiling too.
_SURFACE_M = 0.35
_BODY_M, _PERSON_M = 0.22, 0.45
_ENDLESS_M = 1e6


class Bounds(NamedTuple):
    """The box that an eye stays in, between the corners `low_m` and `high_m`, each (3,)."""

    low_m: np.ndarray
    high_m: np.ndarray

    @property
    def walled(self) -> bool:
        """Whether stepping back can end at a wall."""
        return bool(self.high_m[0] < _ENDLESS_M)

    def within(self, eyes_m: np.ndarray) -> np.ndarray:
        """The eyes (frames, 3), each moved to the nearest place inside."""
        return np.clip(eyes_m, self.low_m, self.high_m)


def bounds_of(scene: Scene) -> Bounds:
    """The bounds of a scene's setting; a setting that nobody knows is open ground."""
    place = SETTINGS.get(scene.setting)
    low = np.array([-_ENDLESS_M, -_ENDLESS_M, _LOWEST_M])
    high = np.full(3, _ENDLESS_M)
    if place is None:
        return Bounds(low, high)
    low[2] = place.floor_m + _LOWEST_M
    if place.submerged:
        high[2] = -_SURFACE_M
    if place.room_m is not None:
        half = np.array(place.room_m) / 2.0 - _WALL_M
        low[:2], high[:2], high[2] = -half, half, place.ceiling_m - _WALL_M
    return Bounds(low, high)


def outside(eyes_m: np.ndarray, scene: Scene, motion: Motion) -> np.ndarray:
    """The eyes (frames, 3), pushed out of every body and every person that they would be in."""
    eyes = eyes_m.copy()
    for body in scene.bodies:
        if body.kind != "ground":
            eyes = _out_of_body(eyes, body, motion)
    for person in scene.people:
        if person.name in motion.skins:
            eyes = _out_of_person(eyes, path_of(person.name, scene, motion))
    return eyes


def _out_of_body(eyes: np.ndarray, body: Body, motion: Motion) -> np.ndarray:
    """Through the nearest side of the body's box, but never down."""
    still = np.array([*body.position_m, *body.rotation])
    track = motion.poses.get(body.name, still[None].repeat(len(eyes), 0))
    half = np.array(body.size_m) / 2.0 + _BODY_M
    near = np.linalg.norm(eyes - track[:, :3], axis=1) < np.linalg.norm(half)
    for frame in np.flatnonzero(near):
        turn = rotation(track[frame, 3:])
        local = (eyes[frame] - track[frame, :3]) @ turn
        deep = half - np.abs(local)
        if (deep > 0).all():
            ways = [np.copysign(deep[axis], local[axis]) * turn[:, axis] for axis in range(3)]
            eyes[frame] += min(ways, key=lambda way: float(np.linalg.norm(way)) + 10.0 * max(0.0, -way[2]))
    return eyes


def _out_of_person(eyes: np.ndarray, path_m: np.ndarray) -> np.ndarray:
    aside = (eyes - path_m)[:, :2]
    distance = np.linalg.norm(aside, axis=1, keepdims=True)
    beside = np.abs(eyes - path_m)[:, 2:] < 1.0
    away = aside / np.maximum(distance, 1e-6) * np.maximum(_PERSON_M - distance, 0.0)
    eyes[:, :2] += np.where(beside, away, 0.0)
    return eyes
