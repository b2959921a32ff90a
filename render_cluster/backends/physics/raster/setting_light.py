"""Bends a style's light to a place: rooms have no sky, the moon no air, the deep sea its own blue."""

import math

import msgspec

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.looks import Key, Look, Rgb, Sky
from render_cluster.storyboard import TimeOfDay

_replace = msgspec.structs.replace
_NO_CLOUD = 2.0

# Key light, ambient from above and from below of a lived-in room, and what its walls throw back.
_ROOM: dict[TimeOfDay, tuple[float, Rgb, Rgb, Rgb]] = {
    "day": (0.80, (2.3, 2.2, 2.05), (0.56, 0.55, 0.53), (0.40, 0.37, 0.33)),
    "golden_hour": (0.50, (3.6, 2.1, 1.05), (0.44, 0.36, 0.31), (0.33, 0.25, 0.19)),
    "night": (1.15, (1.25, 0.92, 0.58), (0.25, 0.20, 0.15), (0.19, 0.145, 0.10)),
}
_STAGE = (1.05, (3.4, 3.0, 2.5), (0.09, 0.085, 0.12), (0.08, 0.06, 0.06))
_STUDIO = (0.85, (2.6, 2.55, 2.5), (0.62, 0.63, 0.66), (0.50, 0.50, 0.51))
_DEEP: dict[TimeOfDay, tuple[Rgb, Rgb, Rgb]] = {
    "day": ((0.22, 0.62, 0.74), (0.020, 0.185, 0.290), (1.45, 2.30, 2.25)),
    "golden_hour": ((0.42, 0.50, 0.46), (0.030, 0.130, 0.190), (1.9, 1.75, 1.2)),
    "night": ((0.020, 0.060, 0.110), (0.004, 0.022, 0.050), (0.36, 0.62, 0.85)),
}
# How clear the air is, as a share of the look's own haze.
_CLARITY = {
    "mountain": 0.22, "snow_slope": 0.3, "desert": 0.35, "open_sea": 0.45, "lake": 0.28, "beach": 0.35,
    "meadow": 0.4, "forest": 2.2, "rooftop": 0.9, "city_street": 0.8,
}  # fmt: skip
# Without lamps a night is seen by the moon and the sky alone.
_UNLIT = ("meadow", "beach", "open_sea", "lake", "forest", "mountain", "snow_slope", "desert")
_PALE = ("beach", "snow_slope", "desert")
_MOON_SHARE, _PALE_SHARE, _SKY_SHARE = (1.05, 1.2, 1.6), (0.55, 0.72, 1.15), (1.5, 1.7, 2.1)


def lit_for(look: Look, setting: str, time_of_day: TimeOfDay) -> Look:
    """The look as it is in a setting; one that no table knows keeps it as it is."""
    place = SETTINGS.get(setting)
    if setting == "moon":
        return _airless(look, time_of_day)
    if setting == "studio":
        return _within(look, *_STUDIO)
    if setting == "stage":
        return _within(look, *_STAGE)
    if place is not None and place.indoor:
        return _within(look, *_ROOM[time_of_day])
    if place is not None and place.submerged:
        return _deep(look, time_of_day)
    if time_of_day == "night" and setting in _UNLIT:
        look = _moonlit(look, _PALE_SHARE if setting in _PALE else _MOON_SHARE)
    return _replace(look, fog_per_m=look.fog_per_m * _CLARITY.get(setting, 1.0))


def _within(look: Look, height_rad: float, colour: Rgb, above: Rgb, below: Rgb) -> Look:
    """Light of lamps and windows; what mirrors shows walls, and no air lies between."""
    side = math.copysign(min(abs(look.key.side_rad), 1.1), look.key.side_rad)
    key = Key(height_rad, side, colour, above, below)
    sky = _even(tuple(0.5 * (a + b) for a, b in zip(above, below, strict=True)))
    return _replace(look, sky=sky, key=key, fog_per_m=0.0)


def _moonlit(look: Look, shares: Rgb) -> Look:
    key = look.key
    colour = tuple(channel * share for channel, share in zip(key.colour, shares, strict=True))
    above, below = (
        tuple(channel * share for channel, share in zip(light, _SKY_SHARE, strict=True))
        for light in (key.from_above, key.from_below)
    )
    return _replace(look, key=_replace(key, colour=colour, from_above=above, from_below=below))


def _airless(look: Look, time_of_day: TimeOfDay) -> Look:
    black = (0.0, 0.0, 0.0)
    # Without air there is no dusk: night is the light that the earth throws back.
    colour = (0.95, 1.05, 1.35) if time_of_day == "night" else (6.0, 5.9, 5.6)
    above, below = ((0.05, 0.055, 0.07), (0.04, 0.042, 0.05)) if time_of_day != "night" else (
        (0.06, 0.07, 0.10), (0.04, 0.045, 0.06),
    )  # fmt: skip
    height = {"day": 0.55, "golden_hour": 0.16, "night": 0.9}[time_of_day]
    key = _replace(look.key, height_rad=height, colour=colour, from_above=above, from_below=below)
    sky = _replace(_even(black), star_light=0.9, sun_size=0.0006)
    return _replace(look, sky=sky, key=key, fog_per_m=0.0, lamps_lit=True)


def _deep(look: Look, time_of_day: TimeOfDay) -> Look:
    up, around, light = _DEEP[time_of_day]
    above = tuple(0.55 * u + 0.6 * a for u, a in zip(up, around, strict=True))
    key = _replace(look.key, height_rad=1.15, colour=light, from_above=above, from_below=around)
    sky = _replace(_even(around), zenith=up)
    return _replace(look, sky=sky, key=key, fog_per_m=0.075, fog_from_m=1.5, lamps_lit=False)


def _even(colour: Rgb) -> Sky:
    """The same colour all around, without clouds, stars or a sun."""
    return Sky(colour, colour, colour, colour, colour, _NO_CLOUD, 1e-6)
