"""Bends a look to the weather: a grey sky, a soft key, thick air, wet or whitened ground."""

import msgspec

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.looks import Key, Look, Rgb, Sky
from render_cluster.storyboard import Weather

_replace = msgspec.structs.replace
_OVERCAST_COVER = 0.10
# How thick the air is, from where, how much of the key and of its shadows is left, how grey the sky is.
_AIR: dict[Weather, tuple[float, float, float, float]] = {
    "rain": (0.014, 8.0, 0.30, 0.85),
    "snow": (0.016, 6.0, 0.42, 0.80),
    "fog": (0.060, 2.0, 0.24, 0.97),
}


def reaches(weather: Weather, setting: str) -> bool:
    """Whether the weather comes to a place at all: not into rooms, under water or to the moon."""
    place = SETTINGS.get(setting)
    sheltered = setting in ("moon", "studio") or (place is not None and (place.indoor or place.submerged))
    return weather != "clear" and not sheltered


def weathered(look: Look, weather: Weather, setting: str) -> Look:
    """The look of a style and a time of day in a weather; a sheltered place keeps its own."""
    if not reaches(weather, setting):
        return look
    fog_per_m, fog_from_m, key_share, grey_share = _AIR[weather]
    lamps_lit = look.lamps_lit or (weather != "snow" and _brightness(look.sky.haze) < 0.6)
    return _replace(
        look,
        sky=_overcast(look.sky, grey_share, weather),
        key=_softened(look.key, key_share),
        fog_per_m=max(fog_per_m, look.fog_per_m),
        fog_from_m=fog_from_m,
        lamps_lit=lamps_lit,
        wet=weather == "rain",
        snowy=weather == "snow" and setting not in ("open_sea", "lake"),
    )


def _overcast(sky: Sky, share: float, weather: Weather) -> Sky:
    dim = {"rain": 0.62, "snow": 0.62, "fog": 0.92}.get(weather, 1.0)
    tone = _brightness(sky.haze) * 0.45 + _brightness(sky.horizon) * 0.55

    def greyed(colour: Rgb, lift: float) -> Rgb:
        # Cloud keeps a breath of the sky's own hue.
        hue = [channel / max(_brightness(colour), 1e-3) for channel in colour]
        r, g, b = (
            channel * (1 - share) + dim * lift * tone * (0.86 + 0.14 * min(tint, 1.6)) * share
            for channel, tint in zip(colour, hue, strict=True)
        )
        return (r, g, b)

    flat = weather == "fog"
    return _replace(
        sky,
        zenith=greyed(sky.zenith, 0.92 if flat else 0.72),
        horizon=greyed(sky.horizon, 1.0),
        haze=greyed(sky.haze, 1.0),
        cloud_light=greyed(sky.cloud_light, 0.95),
        cloud_shade=greyed(sky.cloud_shade, 0.95 if flat else 0.55),
        cloud_cover=2.0 if flat else _OVERCAST_COVER,
        sun_size=1e-6,
        star_light=0.0,
    )


def _softened(key: Key, share: float) -> Key:
    """Light that cloud has spread: less from one side, more from all above, and nearly without hue."""
    grey = _brightness(key.colour)
    colour = tuple(share * (0.45 * channel + 0.55 * grey) for channel in key.colour)
    spread = 0.10 * (1.0 - share) * grey
    above = tuple(0.5 * channel + 0.5 * _brightness(key.from_above) + spread for channel in key.from_above)
    below = tuple(channel + 0.5 * spread for channel in key.from_below)
    return _replace(
        key, height_rad=max(key.height_rad, 0.9), colour=colour, from_above=above, from_below=below
    )


def _brightness(colour: Rgb) -> float:
    return 0.30 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]
