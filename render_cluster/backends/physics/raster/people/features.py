"""What a likeness shows beside the face: the tone of the skin, the colour of the hair and about how it is worn."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.people.haircut import haircut
from render_cluster.backends.physics.raster.people.outfits import SKINS
from render_cluster.backends.physics.raster.people.picturing import (
    LUMINANCE,
    pixels_of,
    plain_skin,
    tone_of,
)
from render_cluster.backends.physics.scene import Likeness, Vector

# A camera is set by the light there was, and by taste: a tone is believed half, and drawn to what skin can be.
_TONE_BELIEVED, _USUAL_LIGHT = 0.55, 0.22
_HAIR_LIGHT = (0.006, 0.55)
_UNKNOWN_HAIR, _BALD_BROWS = 0.2, 0.5


class Features(NamedTuple):
    """Skin and hair as sRGB albedo in 0..1; `hair_style` is one of `hair.STYLES`, `hairline_m` is above the eyes."""

    skin: Vector
    hair: Vector
    hair_style: str
    hairline_m: float


def features_of(one: Likeness) -> Features:
    """The features of a likeness whose picture shows what is around the face too."""
    image, places = pixels_of(one), np.array(one.mesh, float)[:, :2]
    tone = tone_of(image, plain_skin(places, one.side_px))
    seen = haircut(image, places, tone)
    if seen.colour is None:
        share = _BALD_BROWS if seen.style == "bald" else _UNKNOWN_HAIR
        return Features(_skin(tone), _srgb(tone * share), seen.style, seen.hairline_m)
    return Features(_skin(tone), _srgb(_clipped(seen.colour, *_HAIR_LIGHT)), seen.style, seen.hairline_m)


def _skin(tone: np.ndarray) -> Vector:
    known = linear(np.array(SKINS))[::-1]
    lights = known @ LUMINANCE
    light = float(tone @ LUMINANCE) ** _TONE_BELIEVED * _USUAL_LIGHT ** (1.0 - _TONE_BELIEVED)
    light = float(np.clip(light, lights[0], lights[-1] * 1.1))
    usual = np.array([np.interp(light, lights, known[:, channel]) for channel in range(3)])
    seen = tone * (light / float(tone @ LUMINANCE))
    mixed = np.sqrt(usual * seen)
    return _srgb(mixed * (light / float(mixed @ LUMINANCE)))


def _clipped(colour: np.ndarray, least: float, most: float) -> np.ndarray:
    light = max(float(colour @ LUMINANCE), 1e-4)
    return colour * (min(max(light, least), most) / light)


def _srgb(light: np.ndarray) -> Vector:
    light = np.clip(light, 0.0, 1.0)
    red, green, blue = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return (round(float(red), 4), round(float(green), 4), round(float(blue), 4))
