"""Dust, sparks and debris: what contacts of the motion throw up where they meet ground or metal, or shatter."""

import math
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.effects.effect import Dark, Moment, Specks, Sprite, rows_of
from render_cluster.backends.physics.raster.effects.stream import draws
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.scene import Scene

_LOOSE: dict[str, tuple[float, float, float]] = {
    "sand": (0.80, 0.70, 0.53), "earth": (0.46, 0.36, 0.26), "dust": (0.62, 0.61, 0.59), "snow": (0.93, 0.95, 0.98),
}  # fmt: skip
_METALS = ("steel", "metal", "iron", "aluminium")
_HARD = (*_METALS, "stone", "concrete", "asphalt", "brick")
_CLOUDS_MAX, _SHOWERS_MAX, _BREAKS_MAX = 60, 24, 8
_PUFFS_COUNT, _GRAINS_COUNT, _SPARKS_COUNT, _CRUMBS_COUNT = 9, 20, 22, 46
_DUST_LIFE_S, _SPARK_LIFE_S, _CRUMB_LIFE_S = 1.5, 0.55, 1.4
_SLOWEST_MPS, _SPARKING_MPS = 0.8, 2.5


class Hit(NamedTuple):
    """Something that was struck: when, where, how hard (0..1) and of what colour (linear)."""

    time_s: float
    place_m: np.ndarray
    strength: float
    colour: np.ndarray


class Impacts(Dark):
    """Everything that a shot's contacts throw up."""

    def __init__(self, scene: Scene, motion: Motion) -> None:
        place = SETTINGS.get(scene.setting)
        self._seed = scene.seed
        self._gravity = place.gravity_mps2 if place is not None else 9.81
        self._airless = scene.setting == "moon"
        self._floor_m = place.floor_m if place is not None else 0.0
        self._clouds = _strongest([hit for c in motion.contacts if (hit := _cloud(c))], _CLOUDS_MAX)
        self._showers = _strongest([hit for c in motion.contacts if (hit := _shower(c))], _SHOWERS_MAX)
        self._breaks = _breaks(scene, motion)[:_BREAKS_MAX]

    def specks(self, moment: Moment) -> list[Specks]:
        """What hangs or flies at a moment."""
        found: list[Specks] = []
        for number, hit in enumerate(self._clouds):
            age = moment.time_s - hit.time_s
            if 0.0 <= age < _DUST_LIFE_S:
                found.append(Specks(Sprite.FLAKE, self._grains(hit, number, age)))
                if not self._airless:
                    found.append(Specks(Sprite.PUFF, self._puffs(hit, number, age)))
        for number, hit in enumerate(self._showers):
            age = moment.time_s - hit.time_s
            if 0.0 <= age < _SPARK_LIFE_S:
                found.append(Specks(Sprite.SPARK, self._sparks(hit, number, age)))
        for number, hit in enumerate(self._breaks):
            age = moment.time_s - hit.time_s
            if 0.0 <= age < _CRUMB_LIFE_S:
                found.append(Specks(Sprite.CARD, self._crumbs(hit, number, age)))
        return found

    def _puffs(self, hit: Hit, number: int, age_s: float) -> np.ndarray:
        random = draws(np.arange(_PUFFS_COUNT), self._seed + 101 * number, 4)
        share = age_s / _DUST_LIFE_S
        angle = 2 * math.pi * random[:, 0]
        out = (0.10 + 0.55 * random[:, 1]) * hit.strength * (1.0 - math.exp(-3.5 * age_s))
        up = (0.06 + 0.22 * random[:, 2]) * hit.strength * (1.0 - math.exp(-2.0 * age_s))
        places = hit.place_m + np.column_stack([np.cos(angle) * out, np.sin(angle) * out, up + 0.03])
        radius = (0.08 + 0.34 * share**0.6) * (0.35 + 0.65 * hit.strength)
        fade = 0.62 * (1.0 - share) ** 1.3 * min(1.0, age_s / 0.06) * (0.4 + 0.6 * hit.strength)
        return rows_of(
            places,
            radius,
            hit.colour,
            fade,
            seeds=random[:, 3],
            ages=share,
            extra=1.0,
            floor_m=self._floor_m - 0.12,
        )

    def _grains(self, hit: Hit, number: int, age_s: float) -> np.ndarray:
        random = draws(np.arange(_GRAINS_COUNT), self._seed + 103 * number, 4)
        places, _ = self._thrown(hit, random, age_s, 0.9, 1.7)
        flying = places[:, 2] > self._floor_m
        return rows_of(places, 0.006 + 0.008 * random[:, 3], hit.colour * 0.8, 0.9)[flying]

    def _sparks(self, hit: Hit, number: int, age_s: float) -> np.ndarray:
        random = draws(np.arange(_SPARKS_COUNT), self._seed + 107 * number, 4)
        places, velocity = self._thrown(hit, random, age_s, 2.6, 2.4)
        share = age_s / _SPARK_LIFE_S
        return rows_of(places, 0.007, (3.4, 1.9, 0.6), 1.0 - share**2, velocity * 0.022, ages=share)

    def _crumbs(self, hit: Hit, number: int, age_s: float) -> np.ndarray:
        random = draws(np.arange(_CRUMBS_COUNT), self._seed + 109 * number, 6)
        places, _ = self._thrown(hit, random, age_s, 1.6, 2.0)
        places[:, 2] = np.maximum(places[:, 2], self._floor_m + 0.006)
        turn = age_s * 14.0 * (random[:, 4] - 0.5) + 6.3 * random[:, 5]
        axes = np.column_stack([np.cos(turn), np.sin(turn), 0.6 * np.sin(1.7 * turn)])
        fade = min(1.0, (_CRUMB_LIFE_S - age_s) / 0.4)
        return rows_of(
            places, 0.006 + 0.010 * random[:, 3] ** 2, hit.colour, fade, axes, seeds=np.sin(turn), extra=0.7
        )

    def _thrown(
        self, hit: Hit, random: np.ndarray, age_s: float, out_mps: float, up_mps: float
    ) -> tuple[np.ndarray, np.ndarray]:
        """Places and velocities (n, 3) on parabolas out of a hit."""
        angle = 2 * math.pi * random[:, 0]
        out, up = out_mps * hit.strength * random[:, 1], up_mps * hit.strength * (0.3 + 0.7 * random[:, 2])
        start = np.column_stack([np.cos(angle) * out, np.sin(angle) * out, up])
        down = np.array([0.0, 0.0, self._gravity])
        return hit.place_m + start * age_s - 0.5 * down * age_s**2, start - down * age_s


def _cloud(contact: Contact) -> Hit | None:
    loose = next((_LOOSE[m] for m in (contact.material_a, contact.material_b) if m in _LOOSE), None)
    if loose is None or contact.speed_mps < _SLOWEST_MPS:
        return None
    strength = min(1.0, 0.25 + 0.12 * contact.speed_mps + 0.006 * contact.impulse_ns)
    return Hit(contact.time_s, np.array(contact.position_m), strength, linear(loose))


def _shower(contact: Contact) -> Hit | None:
    materials = (contact.material_a, contact.material_b)
    sparking = any(m in _METALS for m in materials) and all(m in _HARD for m in materials)
    if not sparking or contact.speed_mps < _SPARKING_MPS:
        return None
    return Hit(
        contact.time_s, np.array(contact.position_m), min(1.0, 0.3 + 0.08 * contact.speed_mps), np.ones(3)
    )


def _breaks(scene: Scene, motion: Motion) -> list[Hit]:
    """The moments at which bodies go to pieces: when their first piece is shown."""
    found = []
    for body in scene.bodies:
        shown = motion.shown.get(f"{body.name}/1")
        track = motion.poses.get(body.name)
        if body.breaks_at_ns is not None and shown is not None and track is not None and shown.any():
            frame = int(np.argmax(shown))
            time_s = frame / motion.fps * scene.pace
            strength = min(1.0, 0.4 + max(body.size_m))
            found.append(Hit(time_s, track[frame, :3].astype(float), strength, linear(body.colour)))
    return found


def _strongest(hits: list[Hit], count: int) -> list[Hit]:
    return sorted(sorted(hits, key=lambda hit: -hit.strength)[:count], key=lambda hit: hit.time_s)
