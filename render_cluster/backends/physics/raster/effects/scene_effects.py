"""Finds every effect that a shot calls for: what strikes water, stirs dust, burns, bubbles, falls."""

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.effects.effect import Effect
from render_cluster.backends.physics.raster.effects.splash import Splash
from render_cluster.backends.physics.raster.film import Take
from render_cluster.backends.physics.scene import Scene


def effects_of(scene: Scene, motion: Motion, _take: Take) -> tuple[Effect, ...]:
    """All effects of a shot that bodies, sources and weather call for; the set has its own."""
    place = SETTINGS.get(scene.setting)
    found: list[Effect] = []
    if place is not None and place.medium == "water" and not place.submerged:
        found.append(Splash(scene, motion))
    return tuple(found)
