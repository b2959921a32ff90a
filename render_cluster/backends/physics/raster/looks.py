"""The styles as data: sky, light, lens and grade of each style at each time of day."""

import msgspec

from render_cluster.storyboard import Style, TimeOfDay

Rgb = tuple[float, float, float]


class Sky(msgspec.Struct, frozen=True):
    """Colours in linear light; a cover of 1 is a clear sky, a lower one has more cloud."""

    zenith: Rgb
    horizon: Rgb
    haze: Rgb
    cloud_light: Rgb
    cloud_shade: Rgb
    cloud_cover: float
    sun_size: float = 0.0006
    star_light: float = 0.0


class Key(msgspec.Struct, frozen=True):
    """The main light: its height, its angle from the camera's back (positive to the right) and its colour."""

    height_rad: float
    side_rad: float
    colour: Rgb
    from_above: Rgb
    from_below: Rgb


class Lens(msgspec.Struct, frozen=True):
    """What the camera adds; `bar` is the share of the height that each black bar takes."""

    exposure: float = 1.0
    aperture: float = 0.0
    glow_threshold: float = 1.0
    glow_share: float = 0.15
    shade_share: float = 0.9
    saturation: float = 1.0
    contrast: float = 0.0
    vignette: float = 0.3
    grain: float = 0.0
    bar: float = 0.0
    shadow_grade: Rgb = (0.0, 0.0, 0.0)
    light_grade: Rgb = (0.0, 0.0, 0.0)


class Sea(msgspec.Struct, frozen=True):
    """The colours of water: its depth, its lit crests and its foam."""

    deep: Rgb
    shallow: Rgb
    foam: Rgb = (0.9, 0.93, 0.95)
    ripple_share: float = 0.14


class Look(msgspec.Struct, frozen=True):
    """Everything that a style and a time of day decide; `wet` grounds are dark and mirror the sky,
    `snowy` ones are white, and so is all that faces up.
    """

    sky: Sky
    key: Key
    lens: Lens
    sea: Sea
    fog_per_m: float = 0.006
    lamps_lit: bool = False
    fog_from_m: float = 12.0
    wet: bool = False
    snowy: bool = False


_DAY = Sky(
    (0.10, 0.26, 0.66), (0.42, 0.60, 0.86), (0.78, 0.85, 0.92), (1.15, 1.13, 1.10), (0.55, 0.60, 0.68), 0.44
)  # fmt: skip
_GOLD = Sky(
    (0.10, 0.17, 0.38), (0.62, 0.42, 0.34), (1.05, 0.52, 0.22), (1.35, 0.78, 0.46), (0.34, 0.24, 0.30), 0.42
)  # fmt: skip
_NIGHT = Sky(
    (0.006, 0.010, 0.028), (0.018, 0.026, 0.055), (0.050, 0.050, 0.070), (0.055, 0.06, 0.08),
    (0.014, 0.018, 0.03), 0.50, 0.0008, 0.9,
)  # fmt: skip
_DRAWN_DAY = Sky(
    (0.035, 0.22, 0.80), (0.22, 0.58, 0.98), (0.62, 0.86, 1.0), (1.0, 1.0, 1.0), (0.55, 0.70, 0.92), 0.42
)  # fmt: skip
_DRAWN_GOLD = Sky(
    (0.20, 0.20, 0.62), (0.95, 0.48, 0.42), (1.2, 0.78, 0.42), (1.15, 0.80, 0.60), (0.68, 0.36, 0.52), 0.42
)  # fmt: skip
_DRAWN_NIGHT = Sky(
    (0.008, 0.014, 0.075), (0.030, 0.055, 0.190), (0.075, 0.105, 0.250), (0.13, 0.16, 0.33),
    (0.045, 0.06, 0.18), 0.44, 0.0012, 1.3,
)  # fmt: skip

_KEY_DAY = Key(0.82, -0.85, (4.3, 4.05, 3.65), (0.50, 0.62, 0.82), (0.24, 0.22, 0.19))
_KEY_GOLD = Key(0.24, -1.75, (6.2, 3.2, 1.2), (0.34, 0.34, 0.48), (0.22, 0.16, 0.12))
_KEY_NIGHT = Key(1.0, -0.6, (1.30, 1.18, 0.95), (0.055, 0.070, 0.120), (0.040, 0.040, 0.050))
_CINE_DAY = Key(0.62, 2.2, (5.2, 4.6, 3.7), (0.40, 0.50, 0.68), (0.22, 0.19, 0.16))
_CINE_GOLD = Key(0.17, 2.45, (7.4, 3.6, 1.30), (0.40, 0.40, 0.56), (0.24, 0.18, 0.15))
_CINE_NIGHT = Key(0.95, 2.0, (1.5, 1.42, 1.30), (0.040, 0.060, 0.120), (0.030, 0.034, 0.046))
_DRAWN_KEY_DAY = Key(0.80, -0.75, (3.2, 3.05, 2.75), (0.58, 0.60, 0.88), (0.40, 0.34, 0.42))
_DRAWN_KEY_GOLD = Key(0.26, -1.0, (2.9, 1.75, 1.00), (0.56, 0.42, 0.66), (0.38, 0.26, 0.30))
_DRAWN_KEY_NIGHT = Key(0.95, -0.6, (1.05, 1.05, 1.10), (0.13, 0.16, 0.40), (0.09, 0.09, 0.20))

_PLAIN_SEA = Sea((0.006, 0.050, 0.070), (0.030, 0.200, 0.190))
_DRAWN_SEA = Sea((0.012, 0.19, 0.48), (0.09, 0.52, 0.72), (0.95, 0.98, 1.0), 0.12)
_BAR = 0.5 - 0.5 * (16 / 9) / 2.39

_REALISTIC = Lens(
    exposure=0.92, glow_threshold=1.4, glow_share=0.10, saturation=1.04, contrast=0.12, vignette=0.25
)
_CINEMATIC = Lens(
    exposure=0.86, aperture=1.0, glow_threshold=0.95, glow_share=0.26, saturation=1.04, contrast=0.30,
    vignette=0.75, grain=0.030, bar=_BAR,
    shadow_grade=(-0.012, 0.006, 0.026), light_grade=(0.028, 0.010, -0.026),
)  # fmt: skip
_ANIME = Lens(
    exposure=1.0, glow_threshold=1.1, glow_share=0.14, shade_share=0.35, saturation=1.12, vignette=0.12
)


def _lens(lens: Lens, **changes: float) -> Lens:
    return msgspec.structs.replace(lens, **changes)


_REALISTIC_NIGHT = _lens(_REALISTIC, exposure=1.15, glow_share=0.2)
_CINEMATIC_NIGHT = _lens(_CINEMATIC, exposure=1.15, contrast=0.2)
_ANIME_DAY = _lens(_ANIME, exposure=1.22, saturation=1.2, contrast=0.1)
_ANIME_NIGHT = _lens(_ANIME, exposure=1.05, glow_share=0.3)
_DRAWN_NIGHT_SEA = Sea((0.010, 0.05, 0.18), (0.05, 0.18, 0.40), (0.55, 0.65, 0.9), 0.12)

LOOKS: dict[tuple[Style, TimeOfDay], Look] = {
    ("realistic", "day"): Look(_DAY, _KEY_DAY, _REALISTIC, _PLAIN_SEA),
    ("realistic", "golden_hour"): Look(_GOLD, _KEY_GOLD, _REALISTIC, _PLAIN_SEA, 0.008),
    ("realistic", "night"): Look(_NIGHT, _KEY_NIGHT, _REALISTIC_NIGHT, _PLAIN_SEA, 0.008, True),
    ("cinematic", "day"): Look(_DAY, _CINE_DAY, _CINEMATIC, _PLAIN_SEA, 0.010),
    ("cinematic", "golden_hour"): Look(_GOLD, _CINE_GOLD, _CINEMATIC, _PLAIN_SEA, 0.012),
    ("cinematic", "night"): Look(_NIGHT, _CINE_NIGHT, _CINEMATIC_NIGHT, _PLAIN_SEA, 0.010, True),
    ("anime", "day"): Look(_DRAWN_DAY, _DRAWN_KEY_DAY, _ANIME_DAY, _DRAWN_SEA, 0.008),
    ("anime", "golden_hour"): Look(_DRAWN_GOLD, _DRAWN_KEY_GOLD, _ANIME, _DRAWN_SEA, 0.009),
    ("anime", "night"): Look(_DRAWN_NIGHT, _DRAWN_KEY_NIGHT, _ANIME_NIGHT, _DRAWN_NIGHT_SEA, 0.009, True),
}
