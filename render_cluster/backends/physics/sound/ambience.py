"""What a place sounds like when nothing happens in it: its layers by setting, weather and time of day."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.soft.wind import wind_mps
from render_cluster.backends.physics.sound.layers import air, life, town, water

Layer = Callable[[int, np.random.Generator], np.ndarray]
Layers = tuple[tuple[Layer, float], ...]
LOOP_S, LOOP_JOIN_S = 24.0, 1.0
CROWDED_PEOPLE = 5
BREEZE, WIND_SHARE_PER_MPS = 0.2, 0.08
_SPECTATED = frozenset({"court", "stage", "gym", "skate_park"})
_STORMY = frozenset({"open_sea", "mountain", "meadow", "rooftop", "forest"})


class Bed(NamedTuple):
    """The layers of a place with their gains, and how loud the whole lies in the finished clip."""

    layers: Layers
    loudness_lufs: float


_BEDS: dict[str, Bed] = {
    "court": Bed(((town.city, 1.0),), -37.0),
    "plaza": Bed(((town.city, 0.6), (life.murmur, 0.25)), -38.0),
    "skate_park": Bed(((town.city, 1.0),), -35.0),
    "park": Bed(((air.leaves, 0.5), (town.city, 0.25)), -38.0),
    "meadow": Bed(((air.leaves, 0.3),), -38.0),
    "beach": Bed(((water.surf, 1.0), (life.gulls, 0.12)), -28.0),
    "open_sea": Bed(((water.sea, 1.0), (water.lapping, 0.5)), -28.0),
    "lake": Bed(((water.lapping, 1.0), (air.leaves, 0.25)), -34.0),
    "underwater": Bed(((water.underwater, 1.0),), -30.0),
    "forest": Bed(((air.leaves, 1.0),), -36.0),
    "mountain": Bed((), -34.0),
    "snow_slope": Bed(((air.snow_hush, 0.6),), -40.0),
    "city_street": Bed(((town.traffic, 1.0), (life.murmur, 0.12)), -32.0),
    "rooftop": Bed(((town.city, 1.0),), -36.0),
    "kitchen": Bed(((town.room, 1.0), (town.hum, 0.35)), -46.0),
    "living_room": Bed(((town.room, 1.0), (town.clock, 0.5)), -48.0),
    "stage": Bed(((town.hall, 1.0),), -46.0),
    "gym": Bed(((town.hall, 1.0),), -42.0),
    "studio": Bed(((town.room, 1.0),), -52.0),
    "desert": Bed((), -42.0),
    "moon": Bed(((town.radio_hiss, 1.0),), -54.0),
}
_ALIVE_BY_DAY: dict[str, Layers] = {
    "court": ((life.birds, 0.3),),
    "park": ((life.birds, 0.7),),
    "meadow": ((life.birds, 0.5), (life.crickets, 0.04)),
    "forest": ((life.birds, 0.8),),
    "lake": ((life.birds, 0.4),),
    "plaza": ((life.birds, 0.25),),
    "skate_park": ((life.birds, 0.25),),
    "city_street": ((life.birds, 0.12),),
    "rooftop": ((life.birds, 0.15),),
    "desert": ((life.cicadas, 0.2),),
}
_ALIVE_BY_NIGHT: dict[str, Layers] = {
    "court": ((life.crickets, 0.10),),
    "park": ((life.crickets, 0.18), (life.owl, 0.15)),
    "meadow": ((life.crickets, 0.25),),
    "forest": ((life.crickets, 0.15), (life.owl, 0.35)),
    "lake": ((life.crickets, 0.15), (life.owl, 0.15)),
    "plaza": ((life.crickets, 0.06),),
    "skate_park": ((life.crickets, 0.08),),
    "desert": ((life.crickets, 0.06),),
}
_NIGHT_QUIETER_DB = 3.0


def bed_of(scene: Scene) -> Bed:
    """The bed of a shot; at night the birds sleep, crickets sing and the town is further off.

    A setting that is not known sounds like a plaza. Weather reaches a room only through its roof, and
    nothing reaches the bottom of a lake or the moon.
    """
    bed = _BEDS.get(scene.setting, _BEDS["plaza"])
    if scene.setting in ("underwater", "moon"):
        return bed
    layers, loudness_lufs = bed
    night = scene.time_of_day == "night"
    if night and scene.setting not in ("open_sea", "beach"):
        loudness_lufs -= _NIGHT_QUIETER_DB
    if scene.weather in ("clear", "fog"):
        layers += (_ALIVE_BY_NIGHT if night else _ALIVE_BY_DAY).get(scene.setting, ())
    weather, louder_lufs = _weather(scene)
    crowd, crowd_lufs = _crowd(scene)
    return Bed(layers + _wind(scene) + weather + crowd, max(loudness_lufs, louder_lufs, crowd_lufs))


def ambience(bed: Bed, samples: int, rng: np.random.Generator) -> np.ndarray:
    """All layers of a bed together, not yet at its loudness; float32 (2, samples).

    A longer bed is a loop of LOOP_S whose end runs into its beginning, which bounds time and memory.
    """
    overlap = round(LOOP_JOIN_S * SAMPLE_RATE_HZ)
    loop = round(LOOP_S * SAMPLE_RATE_HZ)
    length = samples if samples <= loop + overlap else loop + overlap
    sound = np.zeros((2, length), np.float32)
    for layer, gain in bed.layers:
        sound += (gain * layer(length, rng)).astype(np.float32)
    if length == samples:
        return sound
    rise = np.sin(np.linspace(0, np.pi / 2, overlap, dtype=np.float32))
    sound[:, :overlap] = sound[:, :overlap] * rise + sound[:, loop:] * rise[::-1]
    return np.tile(sound[:, :loop], samples // loop + 1)[:, :samples]


def _weather(scene: Scene) -> tuple[Layers, float]:
    """What the weather adds, and how loud it is at least."""
    setting = SETTINGS.get(scene.setting)
    indoors = setting is not None and setting.room_m is not None
    if scene.weather == "rain":
        if indoors:
            return ((air.rain_on_roof, 1.2),), -36.0
        storm: Layers = ((air.thunder, 1.5),) if scene.setting in _STORMY else ()
        return ((air.rain, 1.2), *storm), -28.0
    if scene.weather == "snow" and not indoors:
        return ((air.snow_hush, 0.8),), -44.0
    return (), -99.0


def _wind(scene: Scene) -> Layers:
    """The wind of an open place, by how hard it blows there; a breeze at least."""
    setting = SETTINGS.get(scene.setting)
    if setting is None or setting.room_m is not None:
        return ()
    return ((air.wind, BREEZE + WIND_SHARE_PER_MPS * wind_mps(scene)),)


def _crowd(scene: Scene) -> tuple[Layers, float]:
    """A murmur where many are together, louder where they watch something."""
    if len(scene.people) < CROWDED_PEOPLE:
        return (), -99.0
    return ((life.murmur, 1.0),), -32.0 if scene.setting in _SPECTATED else -35.0
