"""The contract of effects: small pictures in the air, told for any moment without the moments before it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np

from render_cluster.backends.physics.raster.blocks import Lamp

COLUMNS_COUNT = 16
SPECKS_MAX = 2048


class Sprite(IntEnum):
    """How a speck is drawn, in the order they are laid over each other; shaders/specks.frag has the numbers."""

    FOAM = 0
    DROP = 1
    PUFF = 2
    CARD = 3
    BUBBLE = 4
    STREAK = 5
    FLAKE = 6
    BEAM = 7
    FLAME = 8
    SPARK = 9
    GLOW = 10


@dataclass(frozen=True, slots=True)
class Moment:
    """When and from where: seconds on the world's clock, the eye in metres, its unit heading (3,)."""

    time_s: float
    eye_m: np.ndarray
    ahead: np.ndarray


@dataclass(frozen=True, slots=True)
class Specks:
    """Specks of one sprite: `rows` (n, 16) as `rows_of` lays them out."""

    sprite: Sprite
    rows: np.ndarray


class Effect(Protocol):
    """A source of specks and of light."""

    def specks(self, moment: Moment) -> list[Specks]:
        """What is in the air at a moment, the same whatever was asked before."""

    def lamps(self, time_s: float) -> tuple[Lamp, ...]:
        """The light that it gives off."""


class Dark:
    """What gives off no light."""

    def lamps(self, _time_s: float) -> tuple[Lamp, ...]:
        """None at all."""
        return ()


def rows_of(
    places_m: np.ndarray,
    radius_m: np.ndarray | float,
    colours: np.ndarray | tuple[float, float, float],
    opacity: np.ndarray | float,
    axes: np.ndarray | tuple[float, float, float] = (0.0, 0.0, 0.0),
    seeds: np.ndarray | float = 0.0,
    ages: np.ndarray | float = 0.0,
    extra: np.ndarray | float = 0.0,
    floor_m: float = -1e3,
) -> np.ndarray:
    """The (n, 16) rows: place and radius, linear colour and opacity, axis and seed, age, extra, floor, zero.

    `axes` are what a sprite is stretched along or faces, in metres; `ages` run from 0 to 1 over a life;
    `extra` is a ring's hole or how much light a puff catches; puffs fade out towards `floor_m`.
    """
    count = len(places_m)
    rows = np.zeros((count, COLUMNS_COUNT), np.float32)
    rows[:, :3], rows[:, 3] = places_m, radius_m
    rows[:, 4:7], rows[:, 7] = colours, opacity
    rows[:, 8:11], rows[:, 11] = axes, seeds
    rows[:, 12], rows[:, 13], rows[:, 14] = ages, extra, floor_m
    return rows


def chance(*keys: np.ndarray | int) -> np.ndarray:
    """Numbers in 0..1 that depend on whole numbers alone, so that any moment can ask for them again.

    The mixing steps are those of splitmix64 (Steele, Lea and Flood, 2014).
    """
    mixed = np.zeros(np.broadcast(*keys).shape, np.uint64)
    with np.errstate(over="ignore"):
        for key in keys:
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + np.asarray(key).astype(np.int64).astype(np.uint64)
            mixed = mixed + np.uint64(0x9E3779B97F4A7C15)
            mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            mixed = mixed ^ (mixed >> np.uint64(31))
    return (mixed >> np.uint64(11)).astype(float) / float(1 << 53)
