"""What a style is made of, as data: how it draws at all, and sky, light, lens and grade of each hour."""

from typing import Literal

import msgspec

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
    """What the camera adds; `bar` is the share of the height that each black bar takes.

    `glow_tint` colours the light that spills over bright edges, as film halates red.
    """

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
    glow_tint: Rgb = (1.0, 1.0, 1.0)


class Sea(msgspec.Struct, frozen=True):
    """The colours of water: its depth, its lit crests and its foam."""

    deep: Rgb
    shallow: Rgb
    foam: Rgb = (0.9, 0.93, 0.95)
    ripple_share: float = 0.14


Finish = Literal["film", "paint", "paper", "pixels"]


class Manner(msgspec.Struct, frozen=True):
    """How a style draws, whatever the hour.

    `drawn` surfaces and `drawn_sky` have flat tones in place of light; `clay` has fingerprints in everything.
    `ink_px` is the width of outlines where the picture has 360 lines; 0 draws none. `holds_per_s` is how
    often the picture changes, as in stop motion; 0 is every frame. `shutter` is the share of a frame's time
    that moving things smear over. `slats` lets the key light into rooms through a blind. `lens_share` narrows
    the field of view outdoors and steps back for it; `fill` is the share of the sky's and the room's own light
    that is left to soften shadows; `shake_m` is the least wander of the hand that holds the camera.
    """

    finish: Finish = "film"
    drawn: bool = False
    drawn_sky: bool = False
    clay: bool = False
    slats: bool = False
    ink_px: float = 0.0
    holds_per_s: int = 0
    shutter: float = 0.5
    lens_share: float = 1.0
    fill: float = 1.0
    shake_m: float = 0.0


class Look(msgspec.Struct, frozen=True):
    """Everything that a style decides for one time of day.

    `wet` grounds are dark and mirror the sky; `snowy` ones are white, and so is all that faces up.
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


def filled(look: Look, share: float) -> Look:
    """The look with this share of the light that comes from everywhere, which softens shadows."""
    above, below = (
        tuple(share * part for part in light) for light in (look.key.from_above, look.key.from_below)
    )
    return msgspec.structs.replace(
        look, key=msgspec.structs.replace(look.key, from_above=above, from_below=below)
    )
