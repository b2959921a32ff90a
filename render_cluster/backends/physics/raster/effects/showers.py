"""What is thrown up or let fall: fountains, sparks, confetti, leaves, bubbles, fireworks."""

import math

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.effects.effect import (
    Dark,
    Moment,
    Specks,
    Sprite,
    chance,
    rows_of,
)
from render_cluster.backends.physics.raster.effects.stream import Anchor, alive, draws
from render_cluster.backends.physics.scene import Source

_PARTY = (
    np.array(
        [
            (0.90, 0.12, 0.14),
            (0.98, 0.74, 0.10),
            (0.10, 0.55, 0.85),
            (0.16, 0.70, 0.30),
            (0.82, 0.22, 0.66),
            (0.92, 0.92, 0.95),
        ]
    )
    ** 2.2
)
_AUTUMN = np.array([(0.78, 0.40, 0.10), (0.86, 0.60, 0.16), (0.62, 0.22, 0.10), (0.56, 0.46, 0.16)]) ** 2.2
_SHELL_EVERY_S, _SHELL_LIFE_S, _STARS_COUNT = 1.15, 2.0, 110


class Fountain(Dark):
    """A jet of water that breaks into drops and falls back."""

    def __init__(self, source: Source, anchor: Anchor, seed: int, gravity_mps2: float) -> None:
        self._source, self._anchor, self._seed, self._gravity = source, anchor, seed, gravity_mps2

    def specks(self, moment: Moment) -> list[Specks]:
        """Drops on their parabolas, and mist where they fall."""
        size = self._source.size_m
        speed = math.sqrt(2.0 * self._gravity * 1.6 * size + 4.0)
        life = 2.0 * speed / self._gravity
        one = alive(moment.time_s, 420.0, life, self._source.from_s, self._source.to_s)
        random = draws(one.index, self._seed, 4)
        angle, out = 2 * math.pi * random[:, 0], speed * (0.03 + 0.15 * np.sqrt(random[:, 1]))
        up = speed * (0.86 + 0.14 * random[:, 2])
        velocity = np.column_stack([np.cos(angle) * out, np.sin(angle) * out, up - self._gravity * one.age_s])
        places = self._anchor.at(one.born_s) + velocity * one.age_s[:, None]
        places[:, 2] += 0.5 * self._gravity * one.age_s**2
        radius = (0.010 + 0.022 * random[:, 3]) * (0.7 + 0.5 * size) * (1.0 + one.age_s)
        streak = velocity * 0.016
        kept = places[:, 2] > self._anchor.at(np.array([moment.time_s]))[0, 2] - 0.3
        white = rows_of(places, radius, (0.85, 0.92, 0.95), 0.55, streak, seeds=random[:, 3])[kept]
        return [Specks(Sprite.STREAK, white)]


class Sparks(Dark):
    """A grinder's or a firework fountain's shower of glowing grains."""

    def __init__(self, source: Source, anchor: Anchor, seed: int, gravity_mps2: float) -> None:
        self._source, self._anchor, self._seed, self._gravity = source, anchor, seed, gravity_mps2

    def specks(self, moment: Moment) -> list[Specks]:
        """Streaks along their flight."""
        one = alive(moment.time_s, 220.0, 0.8, self._source.from_s, self._source.to_s)
        random = draws(one.index, self._seed, 5)
        angle = 2 * math.pi * random[:, 0]
        out = (1.2 + 2.4 * random[:, 1]) * (0.6 + self._source.size_m)
        velocity = np.column_stack(
            [np.cos(angle) * out * 0.6, np.sin(angle) * out * 0.6, 0.8 + 2.6 * random[:, 2]]
        )
        now = velocity - np.column_stack([np.zeros((len(angle), 2)), self._gravity * one.age_s])
        places = self._anchor.at(one.born_s) + velocity * one.age_s[:, None]
        places[:, 2] -= 0.5 * self._gravity * one.age_s**2
        places[:, 2] = np.maximum(places[:, 2], 0.01)
        share = one.age_s / (0.3 + 0.5 * random[:, 3])
        lit = share < 1.0
        return [
            Specks(
                Sprite.SPARK,
                rows_of(places, 0.009, (3.4, 1.7, 0.4), 1.0 - share**2, now * 0.022, ages=share)[lit],
            )
        ]


class Flutter(Dark):
    """Confetti or leaves: small cards that tumble and sway as they fall."""

    def __init__(self, source: Source, anchor: Anchor, seed: int, wind: np.ndarray, kind: str) -> None:
        self._source, self._anchor, self._seed, self._wind = source, anchor, seed, wind
        self._leaves = kind == "leaves"

    def specks(self, moment: Moment) -> list[Specks]:
        """The cards in the air and those that lie on the ground."""
        leaves = self._leaves
        height = max(float(self._anchor.at(np.array([moment.time_s]))[0, 2]), 0.5)
        fall = 0.75 if leaves else 1.15
        life = height / fall * 1.5
        rate = 9.0 if leaves else 110.0
        one = alive(moment.time_s, rate, life, self._source.from_s, self._source.to_s)
        random = draws(one.index, self._seed, 8)
        wide = max(self._source.size_m, 0.5)
        start = self._anchor.at(one.born_s)
        down = np.minimum(one.age_s * fall * (0.75 + 0.5 * random[:, 0]), start[:, 2] - 0.012)
        landed = down >= start[:, 2] - 0.013
        flown = down / (fall * (0.75 + 0.5 * random[:, 0]))
        swing = (0.35 if leaves else 0.16) * np.sin(flown * (2.2 + 2.5 * random[:, 1]) + 6.3 * random[:, 2])
        aside = (random[:, 3:5] - 0.5) * 2.0 * wide
        places = start + np.column_stack([aside[:, 0] + swing, aside[:, 1] + 0.7 * swing, -down])
        places = places + self._wind * (0.35 * flown)[:, None]
        turn = flown * (3.0 + 6.0 * random[:, 5]) + 6.3 * random[:, 6]
        axes = np.column_stack(
            [np.cos(turn) * np.cos(3 * random[:, 7]), np.cos(turn) * np.sin(3 * random[:, 7]), np.sin(turn)]
        )
        axes[landed] = (0.02, 0.03, 1.0)
        palette = _AUTUMN if leaves else _PARTY
        colours = palette[(random[:, 2] * len(palette)).astype(int) % len(palette)]
        size = (0.035 + 0.025 * random[:, 1]) if leaves else (0.014 + 0.010 * random[:, 1])
        fade = np.clip((life - one.age_s) / 0.5, 0.0, 1.0)
        shape = -0.55 if leaves else 1.5
        return [
            Specks(Sprite.CARD, rows_of(places, size, colours, fade, axes, seeds=np.sin(turn), extra=shape))
        ]


class Bubbles(Dark):
    """Bubbles that wobble up: air in water as far as its surface, soap in air until they burst."""

    def __init__(self, source: Source, anchor: Anchor, seed: int, wind: np.ndarray, submerged: bool) -> None:
        self._source, self._anchor, self._seed = source, anchor, seed
        self._wind, self._submerged = wind, submerged

    def specks(self, moment: Moment) -> list[Specks]:
        """The bubbles in being."""
        speed, life, rate = (0.42, 7.0, 26.0) if self._submerged else (0.22, 5.0, 9.0)
        one = alive(moment.time_s, rate, life, self._source.from_s, self._source.to_s)
        random = draws(one.index, self._seed, 6)
        # They come in bursts, as breath does.
        burst = np.sin(one.born_s * 2.3 + 1.0) > -0.25 if self._submerged else np.ones(len(one.index), bool)
        size = (0.014 + 0.040 * random[:, 0] ** 2) * (1.0 if self._submerged else 2.0)
        rise = speed * (0.7 + 8.0 * size) * one.age_s
        wobble = 0.05 * np.sin(one.age_s * (4 + 4 * random[:, 1]) + 6.3 * random[:, 2])
        aside = (random[:, 3:5] - 0.5) * self._source.size_m * (1 + 0.35 * one.age_s)[:, None]
        places = self._anchor.at(one.born_s) + np.column_stack([aside[:, 0] + wobble, aside[:, 1], rise])
        if not self._submerged:
            places = places + self._wind * (0.25 * one.age_s)[:, None] + (0.25, 0.1, 0.0) * one.age_s[:, None]
        whole = burst & (one.age_s < life * (0.5 + 0.5 * random[:, 5]))
        whole &= (places[:, 2] < -0.02) if self._submerged else True
        film = (0.85, 0.97, 1.0) if self._submerged else (1.0, 0.93, 1.05)
        return [Specks(Sprite.BUBBLE, rows_of(places, size, film, 0.95)[whole])]


class Fireworks:
    """Shells that burst one after another, high over the source, into stars that fall and fade."""

    def __init__(self, source: Source, anchor: Anchor, seed: int) -> None:
        self._source, self._anchor, self._seed = source, anchor, seed

    def specks(self, moment: Moment) -> list[Specks]:
        """Stars of the shells that hang in the sky, and the trails of those that climb."""
        stars, halos = [], []
        for shell, age in self._shells(moment.time_s):
            middle, colour = self._burst(shell)
            if age < 0.0:
                place = middle + np.array([0.0, 0.0, 1.0]) * (age * 14.0)
                halos.append(rows_of(place[None], 0.10, (2.0, 1.4, 0.7), 0.8))
                continue
            index = np.arange(_STARS_COUNT)
            random = draws(index, self._seed + 31 * shell, 4)
            z = 2.0 * random[:, 0] - 1.0
            angle = 2 * math.pi * random[:, 1]
            ring = np.sqrt(1 - z * z)
            heading = np.column_stack([ring * np.cos(angle), ring * np.sin(angle), z])
            # Air slows small stars: they spread by 1 - exp(-t) and then only fall.
            reach = 6.5 * (0.86 + 0.2 * random[:, 2]) * (1.0 - np.exp(-2.4 * age)) / 1.0
            places = middle + heading * reach[:, None] - np.array([0.0, 0.0, 1.0]) * (1.3 * age**2)
            velocity = heading * (6.5 * 2.4 * math.exp(-2.4 * age)) - (0.0, 0.0, 2.6 * age)
            share = age / _SHELL_LIFE_S
            twinkle = 0.65 + 0.35 * np.sin(40.0 * age + 6.3 * random[:, 3])
            fade = (1.0 - share) ** 1.2 * np.where(share > 0.5, twinkle, 1.0)
            stars.append(
                rows_of(places, 0.075, colour * 3.0, fade, velocity * 0.045 + (0, 0, 0.06), ages=share)
            )
            halos.append(rows_of(middle[None], 9.0, colour, 0.30 * (1.0 - share) ** 3))
        found = [Specks(Sprite.SPARK, np.concatenate(stars))] if stars else []
        return [*found, Specks(Sprite.GLOW, np.concatenate(halos))] if halos else found

    def lamps(self, time_s: float) -> tuple[Lamp, ...]:
        """The flash of the newest burst."""
        for shell, age in reversed(self._shells(time_s)):
            if 0.0 <= age < 1.0:
                middle, colour = self._burst(shell)
                bright = 130.0 * (1.0 - age) ** 2
                return (Lamp(tuple(map(float, middle)), tuple(map(float, colour * bright))),)
        return ()

    def _shells(self, time_s: float) -> list[tuple[int, float]]:
        """Numbers and ages of shells; negative ages are still climbing."""
        first = math.floor((time_s - _SHELL_LIFE_S) / _SHELL_EVERY_S) + 1
        last = math.floor((time_s + 0.6) / _SHELL_EVERY_S)
        shells = [(shell, time_s - shell * _SHELL_EVERY_S) for shell in range(first, last + 1)]
        return [
            (s, a)
            for s, a in shells
            if self._source.from_s <= s * _SHELL_EVERY_S + 0.01 and s * _SHELL_EVERY_S <= self._source.to_s
        ]

    def _burst(self, shell: int) -> tuple[np.ndarray, np.ndarray]:
        random = chance(np.arange(4), shell, self._seed)
        base = self._anchor.at(np.array([shell * _SHELL_EVERY_S]))[0]
        aside = (random[:2] - 0.5) * 2.0 * max(self._source.size_m, 5.0)
        middle = base + np.array([aside[0], aside[1], 8.0 + 5.0 * random[2]])
        return middle, _PARTY[int(random[3] * len(_PARTY)) % len(_PARTY)] + 0.05
