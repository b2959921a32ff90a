"""What a likeness shows beside the face: the tone of the skin, the colour of the hair and about how it is worn."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.people.outfits import SKINS
from render_cluster.backends.physics.raster.people.picturing import inside, pixels_of, plain_skin, tone_of
from render_cluster.backends.physics.scene import Likeness, Vector

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
# A camera is set by the light there was, and by taste: a tone is believed half, and drawn to what skin can be.
_TONE_BELIEVED, _USUAL_LIGHT = 0.55, 0.22
_HAIR_LIGHT = (0.006, 0.55)
# Natural logarithms of light: what is nearer than this to a colour may be of it.
_ALIKE, _BARE = 0.45, 0.35
_SHARE_OF_HAIR = 0.5
# Light falls on hair from above: its colour is that of its darker part.
_SHADED_PERCENT = 35.0
_BROW = (-0.2, 0.2), (0.86, 0.94)
_TOP, _LEFT, _RIGHT, _CHIN = 10, 454, 234, 152


class Features(NamedTuple):
    """Skin and hair as sRGB albedo in 0..1; `hair_style` is one of `hair.STYLES`."""

    skin: Vector
    hair: Vector
    hair_style: str


def features_of(one: Likeness) -> Features:
    """The features of a likeness whose picture shows what is around the face too."""
    image, places = pixels_of(one), np.array(one.mesh, float)[:, :2]
    tone = tone_of(image, plain_skin(places, one.side_px))
    top = _band(image, places, (-0.26, 0.26), (1.10, 1.22))
    if not len(top) or _unlike(np.median(top, axis=0), tone) < _BARE:
        return Features(_skin(tone), _srgb(tone * 0.5), "bald")
    hair = _in_the_shade(top)
    return Features(_skin(tone), _srgb(_clipped(hair, *_HAIR_LIGHT)), _style(image, places, hair))


def _style(image: np.ndarray, places: np.ndarray, hair: np.ndarray) -> str:
    """How far down the sides what has the colour of the hair reaches, unless all about has that colour."""
    about = _band(image, places, (0.95, 1.3), (0.9, 1.3)), _band(image, places, (-1.3, -0.95), (0.9, 1.3))
    if any(len(band) and _unlike(np.median(band, axis=0), hair) < _ALIKE for band in about):
        return "short"
    by_ears, by_mouth, by_neck = (
        min(_share_of_hair(image, places, across, up, hair) for across in ((0.50, 0.62), (-0.62, -0.50))) > _SHARE_OF_HAIR
        for up in ((0.45, 0.65), (0.15, 0.35), (-0.25, -0.05))
    )
    if not by_ears:
        return "swept" if _unlike(_in_the_shade(_band(image, places, *_BROW)), hair) > _ALIKE else "short"
    return "long" if by_mouth and by_neck else "bob"


def _share_of_hair(
    image: np.ndarray,
    places: np.ndarray,
    across: tuple[float, float],
    up: tuple[float, float],
    hair: np.ndarray,
) -> float:
    band = _band(image, places, across, up)
    return float((_unlike(band, hair) < _ALIKE).mean()) if len(band) else 0.0


def _band(
    image: np.ndarray, places: np.ndarray, across: tuple[float, float], up: tuple[float, float]
) -> np.ndarray:
    """The pixels (n, 3) of a box about the face: across in its widths from the middle, up in its heights from
    the chin; none where it lies outside the picture."""
    sideways = places[_LEFT] - places[_RIGHT]
    upwards = places[_TOP] - places[_CHIN]
    foot = places[_CHIN]
    corners = [(across[0], up[0]), (across[1], up[0]), (across[1], up[1]), (across[0], up[1])]
    ring = np.array([foot + x * sideways + y * upwards for x, y in corners])
    if (ring < 0.0).any() or (ring > 1.0).any():
        return image[:0].reshape(0, 3)
    return image[inside(ring, len(image))]


def _in_the_shade(colours: np.ndarray) -> np.ndarray:
    return np.percentile(colours, _SHADED_PERCENT, axis=0) if len(colours) else np.full(3, 0.05)


def _unlike(colours: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.abs(np.log(np.maximum(colours, 4e-3) / np.maximum(other, 4e-3))).mean(-1)


def _skin(tone: np.ndarray) -> Vector:
    known = linear(np.array(SKINS))[::-1]
    lights = known @ _LUMINANCE
    light = float(tone @ _LUMINANCE) ** _TONE_BELIEVED * _USUAL_LIGHT ** (1.0 - _TONE_BELIEVED)
    light = float(np.clip(light, lights[0], lights[-1] * 1.1))
    usual = np.array([np.interp(light, lights, known[:, channel]) for channel in range(3)])
    seen = tone * (light / float(tone @ _LUMINANCE))
    mixed = np.sqrt(usual * seen)
    return _srgb(mixed * (light / float(mixed @ _LUMINANCE)))


def _clipped(colour: np.ndarray, least: float, most: float) -> np.ndarray:
    light = max(float(colour @ _LUMINANCE), 1e-4)
    return colour * (min(max(light, least), most) / light)


def _srgb(light: np.ndarray) -> Vector:
    light = np.clip(light, 0.0, 1.0)
    red, green, blue = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return (round(float(red), 4), round(float(green), 4), round(float(blue), 4))
