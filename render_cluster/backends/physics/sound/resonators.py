"""At which frequencies a body rings: closed formulas for balls, rings, panels, bars and the ground."""

import math
import zlib
from typing import Literal, NamedTuple

import numpy as np

from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.sound.materials import SOFT, material

Shape = Literal["hollow_ball", "ring", "panel", "bar", "ground", "soft"]

SOUND_MPS = 343.0
FREQUENCY_HZ_MIN, FREQUENCY_HZ_MAX = 40.0, 16_000.0
MODES_MAX = 32
BALL_PRESSURE_PA = 55e3  # a basketball is pumped to 7.5-8.5 psi above the air
RING_BAR_M = 0.018  # a basketball rim is bent from an 18 mm bar
GROUND_EXTENT_M = 2.5
_RINGS = frozenset({"rim", "ring", "torus"})
PANEL_WALL_SHARE = 0.05  # a boxy thing is walls, not a solid block


class Modes(NamedTuple):
    """A bank of damped sines: frequencies, decay rates (1/s) and relative gains, each (modes,)."""

    frequency_hz: np.ndarray
    decay_ps: np.ndarray
    gain: np.ndarray


def shape_of(body: Body) -> Shape:
    """Which formula fits a body, from its kind, its material and its extents."""
    short, middle, long = sorted(body.size_m)
    if body.kind == "ground":
        return "ground"
    if body.material in SOFT and not ("ball" in body.kind and body.material == "leather"):
        return "soft"
    if "ball" in body.kind and body.material in ("rubber", "plastic", "leather"):
        return "hollow_ball"
    if body.kind == "hoop" or _RINGS.intersection(body.kind.split("_")):
        return "ring"
    if body.fixed and middle > GROUND_EXTENT_M:
        return "ground"
    return "bar" if long > 4 * middle and middle < 2 * short else "panel"


def modes_of(body: Body, rng: np.random.Generator) -> Modes:
    """The audible modes of a body struck at a random place, loudest gains near 1."""
    stuff = material(body.material)
    short, middle, long = sorted(max(extent, 1e-3) for extent in body.size_m)
    bar_speed_mps = math.sqrt(stuff.youngs_pa / stuff.density_kgpm3)
    match shape_of(body):
        case "hollow_ball":
            return _hollow_ball(long / 2, body.mass_kg or 0.5, rng)
        case "ring":
            frequency_hz = _ring_hz((long - RING_BAR_M) / 2, bar_speed_mps)
            gain, support_ps = np.ones_like(frequency_hz), 5.0
        case "bar":
            frequency_hz = _bar_hz(short, long, bar_speed_mps)
            gain, support_ps = 1 / np.arange(1, len(frequency_hz) + 1), 10.0
        case "panel":
            wall_m = min(short, PANEL_WALL_SHARE * middle)
            frequency_hz, gain = _panel(wall_m, middle, long, bar_speed_mps, rng)
            support_ps = 22.0 if body.fixed else 8.0  # a mount takes more than the air does
        case "ground":
            # Hardly anything of a hit on the ground is the ground: it is too heavy to move.
            frequency_hz = np.array([95.0, 138.0, 210.0, 330.0, 520.0])
            gain, support_ps = np.array([0.02, 0.016, 0.01, 0.008, 0.005]), 60.0
        case "soft":
            frequency_hz = np.array([55.0, 84.0, 128.0, 195.0, 300.0, 460.0])
            gain, support_ps = np.array([1.0, 0.9, 0.7, 0.5, 0.35, 0.2]), 35.0
    # A body keeps its tuning from blow to blow; only where it is hit differs.
    tuning = np.random.default_rng(zlib.crc32(body.name.encode()))
    detune = 1 + 0.02 * tuning.standard_normal(len(frequency_hz))
    scatter = 0.6 + 0.8 * rng.random(len(frequency_hz))
    return _audible(frequency_hz * detune, math.pi * frequency_hz * stuff.loss + support_ps, gain * scatter)


def radiation(body: Body, frequency_hz: np.ndarray) -> np.ndarray:
    """How well a body sends each frequency into the air, 0..1: in step with f below ka = 1, full above.

    `a` is half the largest extent; a ring is as wide as its bar and bracket, for air slips through it.
    A ball's skin moves out here and in there, which cancels low notes once more: the square.
    """
    reach_m = 3 * RING_BAR_M if shape_of(body) == "ring" else min(max(body.size_m) / 2, 0.6)
    share = np.minimum(2 * math.pi * frequency_hz * reach_m / SOUND_MPS, 1.0)
    return share**2 if shape_of(body) == "hollow_ball" else share


def ball_stiffness_npm(radius_m: float) -> float:
    """Spring constant of a pumped ball on a flat wall: pressure times the patch 2 pi r per metre of dent."""
    return 2 * math.pi * radius_m * BALL_PRESSURE_PA


def _hollow_ball(radius_m: float, mass_kg: float, rng: np.random.Generator) -> Modes:
    """Skin under pressure plus the air inside.

    Skin: a spherical membrane under tension p r / 2 with areal mass s has
    (2 pi f)^2 = p (n - 1)(n + 2) / (2 s r), n >= 2 (Rayleigh's drop with tension for surface tension).
    Air: f = k c / (2 pi r), with k the zeros of the derivative of the spherical Bessel functions.
    """
    order = np.arange(2, 10)
    areal_kgpm2 = mass_kg / (4 * math.pi * radius_m**2)
    skin_hz = np.sqrt(BALL_PRESSURE_PA * (order - 1) * (order + 2) / (2 * areal_kgpm2 * radius_m)) / (
        2 * math.pi
    )
    air_hz = np.array([2.082, 3.342, 4.493, 5.646]) * SOUND_MPS / (2 * math.pi * radius_m)
    skin_gain = (order - 1.0) ** -0.5 * (0.7 + 0.6 * rng.random(len(order)))
    air_gain = np.array([0.16, 0.09, 0.06, 0.03]) * (0.7 + 0.6 * rng.random(4))
    return _audible(
        np.concatenate([skin_hz, air_hz]),
        np.concatenate([18.0 + math.pi * skin_hz * 0.06, 22.0 + air_hz * 0.012]),
        np.concatenate([skin_gain, air_gain]),
    )


def _ring_hz(radius_m: float, bar_speed_mps: float) -> np.ndarray:
    """In-plane bending of a ring of round bar (Hoppe 1871): n (n^2 - 1) / sqrt(n^2 + 1) c d / (4 R^2)."""
    n = np.arange(2, 18)
    return n * (n**2 - 1) / np.sqrt(n**2 + 1) * bar_speed_mps * RING_BAR_M / (4 * radius_m**2) / (2 * math.pi)


def _bar_hz(thickness_m: float, length_m: float, bar_speed_mps: float) -> np.ndarray:
    """Bending of a free bar (Euler-Bernoulli): 1.028 c h / L^2 times ((2 n + 1) / 3.011)^2."""
    order = np.concatenate([[3.011], 2 * np.arange(2, 12) + 1.0])
    return 1.028 * bar_speed_mps * thickness_m / length_m**2 * (order / 3.011) ** 2


def _panel(
    thickness_m: float, width_m: float, length_m: float, bar_speed_mps: float, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Bending of a supported plate: (pi / 2) c h / sqrt(12) ((m/a)^2 + (n/b)^2); gains by where it is hit."""
    m, n = (grid.ravel() for grid in np.meshgrid(np.arange(1, 13), np.arange(1, 13)))
    frequency_hz = (
        math.pi / 2 * bar_speed_mps * thickness_m / math.sqrt(12) * ((m / length_m) ** 2 + (n / width_m) ** 2)
    )
    x, y = rng.uniform(0.15, 0.5, 2)
    gain = np.abs(np.sin(math.pi * m * x) * np.sin(math.pi * n * y))
    return frequency_hz, gain / np.sqrt(np.hypot(m, n))


def _audible(frequency_hz: np.ndarray, decay_ps: np.ndarray, gain: np.ndarray) -> Modes:
    """Modes within hearing, at most MODES_MAX of them, the strongest kept."""
    heard = np.flatnonzero((frequency_hz >= FREQUENCY_HZ_MIN) & (frequency_hz <= FREQUENCY_HZ_MAX))
    if len(heard) == 0:  # all too low or too high: the nearest audible edge stands for the body
        edge_hz = float(np.clip(frequency_hz[0], FREQUENCY_HZ_MIN, FREQUENCY_HZ_MAX))
        return Modes(np.array([edge_hz]), decay_ps[:1], gain[:1])
    strongest = heard[np.argsort(-gain[heard], kind="stable")[:MODES_MAX]]
    return Modes(frequency_hz[strongest], decay_ps[strongest], gain[strongest])
