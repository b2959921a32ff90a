"""Fire, smoke, steam and the sparks that rise from a blaze, with the light that flickers on all around."""

import math

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.effects.effect import Moment, Specks, Sprite, chance, rows_of
from render_cluster.backends.physics.raster.effects.stream import Anchor, alive, draws
from render_cluster.backends.physics.scene import Source

# A flame is about this much higher than wide; below this width it is a candle's, which throws no sparks.
_TALL, _CANDLE_M = 2.3, 0.12
_FLICKER_HZ = 9.0


class Fire:
    """Tongues of flame on cards that lean with the air, sparks over a blaze, and its light."""

    def __init__(self, source: Source, anchor: Anchor, seed: int, wind: np.ndarray) -> None:
        self._source, self._anchor, self._seed, self._wind = source, anchor, seed, wind
        self._smoke = Plume(source, anchor, seed + 1, wind, "smoke", source.size_m * 1.5)

    def specks(self, moment: Moment) -> list[Specks]:
        """Flames while it burns, sparks and thin smoke where it is large."""
        source, time_s = self._source, moment.time_s
        found = []
        if source.from_s <= time_s <= source.to_s:
            found += [Specks(Sprite.FLAME, self._flames(time_s)), Specks(Sprite.GLOW, self._halo(time_s))]
        if source.size_m > _CANDLE_M:
            found += [Specks(Sprite.SPARK, self._sparks(time_s)), *self._smoke.specks(moment)]
        return found

    def lamps(self, time_s: float) -> tuple[Lamp, ...]:
        """A warm light over the flames."""
        if not self._source.from_s <= time_s <= self._source.to_s:
            return ()
        x, y, z = self._anchor.at(np.array([time_s]))[0]
        bright = (
            self._flicker(time_s)
            * min(1.2 + 9.0 * self._source.size_m, 14.0)
            * min(1.0, 12 * self._source.size_m)
        )
        height = z + self._source.size_m * _TALL * 0.55
        return (Lamp((float(x), float(y), float(height)), (1.0 * bright, 0.46 * bright, 0.14 * bright)),)

    def _flicker(self, time_s: float) -> float:
        step = time_s * _FLICKER_HZ
        low = math.floor(step)
        before, after = chance(np.array([low, low + 1]), self._seed)
        share = step - low
        share = share * share * (3.0 - 2.0 * share)
        return 0.82 + 0.30 * float(before + (after - before) * share)

    def _flames(self, time_s: float) -> np.ndarray:
        """Cards of several sizes around the hearth, each with its own course."""
        size = self._source.size_m
        count = 1 if size <= _CANDLE_M else 5
        index = np.arange(count)
        random = draws(index, self._seed, 4)
        spread = 0.0 if count == 1 else 0.30 * size
        base = self._anchor.at(np.array([time_s])) + np.column_stack(
            [(random[:, :2] - 0.5) * 2.0 * spread, np.zeros(count)]
        )
        high = size * _TALL * (0.62 + 0.5 * random[:, 2]) * np.where(index == 0, 1.15, 0.85)
        lean = np.column_stack([np.outer(high, self._wind[:2] * 0.05), high]) * 0.5
        # A card's foot lies a little in the hearth, where the picture of the flame begins.
        middles = base + lean - np.array([0.0, 0.0, 0.03 * size])
        climb = time_s * (1.5 + 0.5 * random[:, 3]) / max(size, 0.25) ** 0.35 + 3.7 * index
        return rows_of(
            middles, high * 0.52, (1.0, 1.0, 1.0), 0.95, lean, seeds=5.3 * random[:, 0], ages=climb
        )

    def _halo(self, time_s: float) -> np.ndarray:
        size = self._source.size_m
        middle = self._anchor.at(np.array([time_s])) + np.array([0.0, 0.0, 0.6 * _TALL * size])
        return rows_of(middle, 2.2 * size * self._flicker(time_s), (0.8, 0.28, 0.06), 0.16)

    def _sparks(self, time_s: float) -> np.ndarray:
        size = self._source.size_m
        one = alive(time_s, 16.0, 1.5, self._source.from_s, self._source.to_s)
        random = draws(one.index, self._seed + 5, 6)
        rise = 1.1 + 1.4 * random[:, 0]
        sway = 0.10 * np.sin(one.age_s * (5 + 5 * random[:, 1]) + 6.3 * random[:, 2])
        aside = (random[:, 3:5] - 0.5) * size * 0.9
        course = np.column_stack(
            [aside[:, 0] * (1 + one.age_s) + sway, aside[:, 1] * (1 + one.age_s), rise * one.age_s]
        )
        places = self._anchor.at(one.born_s) + course + self._wind * (0.12 * one.age_s**2)[:, None]
        places[:, 2] += size * 0.7
        axes = np.column_stack([0.6 * sway, np.zeros(len(rise)), rise]) * 0.014
        share = one.age_s / 1.5
        return rows_of(places, 0.006 + 0.004 * size, (2.6, 1.1, 0.25), 1.0 - share**2, axes, ages=share)


class Plume:
    """Smoke or steam: puffs that rise, grow, lean with the wind and thin out."""

    def __init__(
        self, source: Source, anchor: Anchor, seed: int, wind: np.ndarray, kind: str, lift_m: float = 0.0
    ) -> None:
        self._source, self._anchor, self._seed, self._wind = source, anchor, seed, wind
        self._steam, self._lift_m = kind == "steam", lift_m

    def specks(self, moment: Moment) -> list[Specks]:
        """The puffs in the air."""
        size, steam = max(self._source.size_m, 0.05), self._steam
        life = 1.9 if steam else 4.0
        one = alive(moment.time_s, 14.0 if steam else 9.0, life, self._source.from_s, self._source.to_s)
        random = draws(one.index, self._seed, 5)
        share = one.age_s / life
        rise = (0.45 + 0.25 * random[:, 0]) * (1.0 if steam else 1.35) * max(size, 0.3) ** 0.4
        aside = (random[:, 1:3] - 0.5) * size * (0.5 + 1.4 * share)[:, None]
        swirl = 0.16 * size * np.sin(2.1 * one.age_s + 6.3 * random[:, 3])
        places = self._anchor.at(one.born_s)
        places = places + np.column_stack([aside[:, 0] + swirl, aside[:, 1], rise * one.age_s + self._lift_m])
        places = places + self._wind * (0.20 * one.age_s**1.4)[:, None]
        radius = size * (0.30 + (0.8 if steam else 1.25) * share**0.8)
        fade = np.minimum(1.0, share / 0.12) * (1.0 - share) ** 1.4 * (0.34 if steam else 0.50)
        grey = (0.92, 0.93, 0.95) if steam else (0.24, 0.23, 0.22)
        row = rows_of(places, radius, grey, fade, seeds=random[:, 4], ages=share + one.age_s * 0.1, extra=1.0)
        return [Specks(Sprite.PUFF, row)]

    def lamps(self, _time_s: float) -> tuple[Lamp, ...]:
        """None at all."""
        return ()
