"""Finds where things strike the water and what drops and foam they throw up: the same for the same motion."""

import math
from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.anatomy.species import bones_at
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.effects.effect import (
    COLUMNS_COUNT,
    Dark,
    Moment,
    Specks,
    Sprite,
    rows_of,
)
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.skeleton import BONES
from render_cluster.backends.physics.waves import GRAVITY_MPS2, height_and_slope

_SLOWEST_MPS = 0.45
_DROPS_MAX = 1400
_FOAM_LIFE_S, _WAKE_EVERY_FRAMES = 2.6, 3
_STRIKES_MAX = 160
_WHITE = (0.9, 0.9, 0.9)
# What is longer than this many times its width wears no round collar.
_ROUND, _COLLARS_MAX = 2.2, 24


@dataclass(frozen=True, slots=True)
class Strike:
    """A point of a thing that crossed the surface: when, where, its velocity and how wide a thing it is."""

    time_s: float
    place_m: np.ndarray
    velocity_mps: np.ndarray
    width_m: float


class Splash(Dark):
    """Drops, foam rings and wakes of all that strikes or ploughs the water at z = 0."""

    def __init__(self, scene: Scene, motion: Motion) -> None:
        self._waves = scene.waves
        self._pace = scene.pace
        found = [
            strike
            for points, width in _tracked(scene, motion)
            for strike in self._strikes(points, width, motion)
        ]
        found.sort(key=lambda strike: -float(np.linalg.norm(strike.velocity_mps)) * strike.width_m)
        self._found = sorted(found[:_STRIKES_MAX], key=lambda strike: strike.time_s)
        self._floats, self._rate = _floating(scene, motion), motion.fps / scene.pace
        rng = np.random.default_rng(scene.seed)
        self._throws = [self._throw(strike, rng) for strike in self._found]

    def specks(self, moment: Moment) -> list[Specks]:
        """Foam on the water and drops over it."""
        time_s = moment.time_s
        drops = [
            self._drops(strike, throw, time_s - strike.time_s)
            for strike, throw in zip(self._found, self._throws, strict=True)
            if 0.0 <= time_s - strike.time_s < 1.6
        ]
        found = [Specks(Sprite.FOAM, self._foam(time_s)), Specks(Sprite.FOAM, self._collars(time_s))]
        if drops:
            found.append(Specks(Sprite.DROP, np.concatenate(drops)[-_DROPS_MAX:]))
        return found

    def _collars(self, time_s: float) -> np.ndarray:
        """A thin ring of foam about each body that lies in the surface, washing to and fro."""
        rows = []
        for number, (path, radius_m) in enumerate(self._floats):
            place = path[min(len(path) - 1, round(time_s * self._rate))]
            height = float(height_and_slope(self._waves, place[0], place[1], time_s).height_m)
            depth = abs(place[2] - height) / radius_m
            wash = 1.0 + 0.06 * math.sin(2.4 * time_s + number)
            middle = np.array([[place[0], place[1], height + 0.02]])
            fade = 0.34 * max(0.0, 1.0 - depth)
            rows.append(rows_of(middle, radius_m * wash * 1.15, _WHITE, fade, seeds=0.7 * number, extra=0.70))
        return np.concatenate(rows) if rows else np.zeros((0, COLUMNS_COUNT), np.float32)

    def _strikes(self, points: np.ndarray, width_m: float, motion: Motion) -> list[Strike]:
        times = np.arange(motion.frames_count) / motion.fps * self._pace
        above = np.array(
            [
                p[2] - height_and_slope(self._waves, p[0], p[1], float(t)).height_m
                for p, t in zip(points, times, strict=True)
            ]
        )
        velocity = (
            np.gradient(points, axis=0) * motion.fps / self._pace
            if len(points) > 1
            else np.zeros_like(points)
        )
        strikes = []
        for frame in range(1, motion.frames_count):
            speed = float(np.linalg.norm(velocity[frame]))
            entered = above[frame - 1] > 0.0 >= above[frame]
            ploughing = abs(above[frame]) < 0.12 and frame % _WAKE_EVERY_FRAMES == 0
            if speed > _SLOWEST_MPS and (entered or ploughing):
                share = 1.0 if entered else 0.35
                strikes.append(Strike(float(times[frame]), points[frame], velocity[frame] * share, width_m))
        return strikes

    @staticmethod
    def _throw(strike: Strike, rng: np.random.Generator) -> np.ndarray:
        """Starting velocities (n, 3), sizes and offsets: a crown that leans where the thing was going."""
        speed = min(float(np.linalg.norm(strike.velocity_mps)), 6.0)
        count = int(np.clip(26.0 * speed * strike.width_m / 0.4, 3, 60))
        angle = rng.uniform(0, 2 * math.pi, count)
        rise = speed * rng.uniform(0.35, 0.95, count) * rng.uniform(0.6, 1.0, count)
        spread = speed * rng.uniform(0.10, 0.50, count)
        lean = 0.25 * strike.velocity_mps[:2]
        sizes = 0.010 + 0.020 * rng.random(count) ** 2
        starts = strike.width_m * 0.5 * rng.uniform(0.3, 1.0, count)
        return np.column_stack(
            [np.cos(angle) * spread + lean[0], np.sin(angle) * spread + lean[1], rise, sizes, starts, angle]
        )

    def _drops(self, strike: Strike, throw: np.ndarray, age_s: float) -> np.ndarray:
        around = np.column_stack([np.cos(throw[:, 5]), np.sin(throw[:, 5])]) * throw[:, 4:5]
        place = strike.place_m + np.column_stack([around, np.zeros(len(throw))]) + throw[:, :3] * age_s
        place[:, 2] = place[:, 2] - 0.5 * GRAVITY_MPS2 * age_s**2
        surface = height_and_slope(self._waves, place[:, 0], place[:, 1], strike.time_s + age_s).height_m
        flying = place[:, 2] > surface - 0.02
        radius = throw[:, 3] * (1.0 + 0.8 * age_s)
        fade = np.full(len(throw), 0.85 * max(0.0, 1.0 - age_s / 1.6))
        return rows_of(place, radius, _WHITE, fade, seeds=throw[:, 5])[flying]

    def _foam(self, time_s: float) -> np.ndarray:
        fresh = [strike for strike in self._found if 0.0 <= time_s - strike.time_s <= _FOAM_LIFE_S]
        if not fresh:
            return np.zeros((0, COLUMNS_COUNT), np.float32)
        started = np.array([strike.time_s for strike in fresh])
        x, y = np.array([strike.place_m[:2] for strike in fresh]).T
        speed = np.linalg.norm([strike.velocity_mps for strike in fresh], axis=1)
        width = np.array([strike.width_m for strike in fresh])
        age, strength = time_s - started, np.minimum(1.0, speed / 2.0)
        height = height_and_slope(self._waves, x, y, time_s).height_m
        radius = width * 0.45 + (0.25 + 0.45 * strength) * np.sqrt(age + 0.02)
        fade = 0.55 * strength * (1.0 - age / _FOAM_LIFE_S) ** 1.5
        ring = np.minimum(0.55, 0.25 * age)
        places = np.column_stack([x, y, height + 0.03])
        return rows_of(places, radius, _WHITE, fade, seeds=started * 7.3, extra=ring)


def _tracked(scene: Scene, motion: Motion) -> list[tuple[np.ndarray, float]]:
    """The paths of bodies' middles and bones' middles, with a width each."""
    paths = [
        (motion.poses[body.name][:, :3].astype(float), float(np.clip(min(body.size_m[:2]), 0.1, 0.9)))
        for body in scene.bodies
        if body.name in motion.poses
    ]
    performers = [(person.name, BONES, 0.22) for person in scene.people]
    performers += [
        (animal.name, bones_at(animal.species, animal.length_m), 0.18 * animal.length_m)
        for animal in scene.animals
    ]
    for name, bones, width_m in performers:
        skin = motion.skins.get(name)
        if skin is not None:
            for index, bone in enumerate(bones):
                middle = np.append((np.array(bone.head) + bone.tail) / 2.0, 1.0)
                paths.append(
                    ((skin[:, index] @ middle)[:, :3].astype(float), float(np.clip(width_m, 0.05, 0.6)))
                )
    return paths


def _floating(scene: Scene, motion: Motion) -> list[tuple[np.ndarray, float]]:
    """The paths of round bodies that may float, with the radius of the collar of foam that they wear."""
    return [
        (motion.poses[body.name][:, :3].astype(float), 0.56 * max(body.size_m[:2]))
        for body in scene.bodies
        if body.name in motion.poses and max(body.size_m[:2]) < _ROUND * min(body.size_m[:2])
    ][:_COLLARS_MAX]
