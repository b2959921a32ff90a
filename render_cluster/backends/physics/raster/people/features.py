"""What a likeness shows beside the face: the tone of the skin, the colour of the hair and about how it is worn."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.people.outfits import SKINS
from render_cluster.backends.physics.raster.people.picturing import (
    LUMINANCE,
    inside,
    pixels_of,
    plain_skin,
    tone_of,
)
from render_cluster.backends.physics.scene import Likeness, Vector

# A camera is set by the light there was, and by taste: a tone is believed half, and drawn to what skin can be.
_TONE_BELIEVED, _USUAL_LIGHT = 0.55, 0.22
_HAIR_LIGHT = (0.006, 0.55)
# A natural logarithm of light: what is nearer than this to the skin is bare.
_BARE, _SHARE_OF_HAIR = 0.35, 0.5
# Light falls on hair from above: its colour is that of its darker part.
_SHADED_PERCENT = 35.0
_UNKNOWN_HAIR = 0.2
# Boxes about the face: across in its widths from the middle, up in its heights from the chin.
_SCALP, _CROWNS = (-0.26, 0.26), ((1.10, 1.22), (1.26, 1.36))
_FRINGE = (0.0, 0.2), (0.86, 0.94)
_FAR, _FAR_UP = (0.80, 1.0), (0.6, 1.1)
_BESIDE, _EARS, _MOUTH, _NECK = (0.50, 0.62), (0.45, 0.65), (0.15, 0.35), (-0.25, -0.05)
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
    crowns = [_band(image, places, _SCALP, up) for up in _CROWNS]
    covered = [len(crown) and _unlike(np.median(crown, axis=0), tone) >= _BARE for crown in crowns]
    above = crowns[1] if covered[1] and not covered[0] else crowns[0]
    is_wall = not len(above) or any(
        _unlike(np.median(above, axis=0), far) < _BARE for far in _far_off(image, places)
    )
    if len(crowns[0]) and not covered[0] and (is_wall or not covered[1]):
        return Features(_skin(tone), _srgb(tone * 0.5), "bald")
    if is_wall:
        # Nothing is to be seen above the head, or what may as well be the wall behind it.
        return Features(_skin(tone), _srgb(tone * _UNKNOWN_HAIR), "buzz")
    hair = np.percentile(above, _SHADED_PERCENT, axis=0)
    return Features(_skin(tone), _srgb(_clipped(hair, *_HAIR_LIGHT)), _style(image, places, hair, tone))


def _style(image: np.ndarray, places: np.ndarray, hair: np.ndarray, tone: np.ndarray) -> str:
    """How far down both sides what is like the hair reaches, and whether it hangs into the brow."""

    def hairy(across: tuple[float, float], up: tuple[float, float]) -> bool:
        right = _share_of_hair(image, places, across, up, hair, tone)
        left = _share_of_hair(image, places, (-across[1], -across[0]), up, hair, tone)
        return min(left, right) > _SHARE_OF_HAIR

    by_ears, by_mouth, by_neck = (hairy(_BESIDE, up) for up in (_EARS, _MOUTH, _NECK))
    if by_ears:
        return "long" if by_mouth and by_neck else "bob"
    return "short" if hairy(*_FRINGE) else "buzz"


def _share_of_hair(
    image: np.ndarray,
    places: np.ndarray,
    across: tuple[float, float],
    up: tuple[float, float],
    hair: np.ndarray,
    tone: np.ndarray,
) -> float:
    """How much of a box is nearer in colour to the hair than to the skin or to what is far off."""
    band = _band(image, places, across, up)
    if not len(band):
        return 0.0
    unlike, others = _unlike(band, hair), [tone, *_far_off(image, places)]
    return float(np.all([unlike < _unlike(band, other) for other in others], axis=0).mean())


def _far_off(image: np.ndarray, places: np.ndarray) -> list[np.ndarray]:
    """The usual colours (3,) of what is seen on either side of the head, where the picture reaches so far."""
    sides = (_band(image, places, across, _FAR_UP) for across in (_FAR, (-_FAR[1], -_FAR[0])))
    return [np.median(side, axis=0) for side in sides if len(side)]


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


def _unlike(colours: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.abs(np.log(np.maximum(colours, 4e-3) / np.maximum(other, 4e-3))).mean(-1)


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
