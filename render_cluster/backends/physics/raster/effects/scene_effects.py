"""Finds every effect that a shot calls for: what strikes water, stirs dust, burns, bubbles, falls."""

from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.effects.burning import Fire, Plume
from render_cluster.backends.physics.raster.effects.effect import Effect
from render_cluster.backends.physics.raster.effects.impacts import Impacts
from render_cluster.backends.physics.raster.effects.precipitation import Rain, Snowfall
from render_cluster.backends.physics.raster.effects.showers import (
    Bubbles,
    Fireworks,
    Flutter,
    Fountain,
    Sparks,
)
from render_cluster.backends.physics.raster.effects.splash import Splash
from render_cluster.backends.physics.raster.effects.stream import Anchor
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.backends.physics.raster.weather import reaches
from render_cluster.backends.physics.scene import Scene, Source
from render_cluster.backends.physics.soft.wind import HEADING, wind_mps

SOURCES_MAX = 16
_Maker = Callable[[Source, Anchor, int, np.ndarray, float, bool], Effect]

SOURCES: dict[str, _Maker] = {
    "fire": lambda source, anchor, seed, wind, _g, _s: Fire(source, anchor, seed, wind),
    "smoke": lambda source, anchor, seed, wind, _g, _s: Plume(source, anchor, seed, wind, "smoke"),
    "steam": lambda source, anchor, seed, wind, _g, _s: Plume(source, anchor, seed, wind, "steam"),
    "bubbles": lambda source, anchor, seed, wind, _g, sub: Bubbles(source, anchor, seed, wind, sub),
    "sparks": lambda source, anchor, seed, _w, gravity, _s: Sparks(source, anchor, seed, gravity),
    "confetti": lambda source, anchor, seed, wind, _g, _s: Flutter(source, anchor, seed, wind, "confetti"),
    "leaves": lambda source, anchor, seed, wind, _g, _s: Flutter(source, anchor, seed, wind, "leaves"),
    "fireworks": lambda source, anchor, seed, _w, _g, _s: Fireworks(source, anchor, seed),
    "fountain": lambda source, anchor, seed, _w, gravity, _s: Fountain(source, anchor, seed, gravity),
}
"""The kinds of Scene.sources that can be seen; others, which may still be heard, show nothing."""


def effects_of(scene: Scene, motion: Motion, stage: Stage) -> tuple[Effect, ...]:
    """All effects of a shot that bodies, sources and weather call for; the set has its own."""
    place = SETTINGS.get(scene.setting, SETTINGS["plaza"])
    wind = HEADING * (0.0 if place.indoor else wind_mps(scene))
    found: list[Effect] = [Impacts(scene, motion)]
    if place.medium == "water" and not place.submerged:
        found.append(Splash(scene, motion))
    for number, source in enumerate(scene.sources[:SOURCES_MAX]):
        make = SOURCES.get(source.kind)
        if make is not None:
            anchor = Anchor(source, scene, motion)
            seed = (scene.seed + 7919 * number) % 2**31
            found.append(make(source, anchor, seed, wind, place.gravity_mps2, place.submerged))
    if reaches(scene.weather, scene.setting):
        if scene.weather == "rain":
            found.append(Rain(scene.seed % 2**31, wind, stage))
        elif scene.weather == "snow":
            found.append(Snowfall(scene.seed % 2**31, wind))
    return tuple(found)
