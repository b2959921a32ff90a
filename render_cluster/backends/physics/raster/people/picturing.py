"""The picture of a face made ready to be worn: its own light taken out, its eyes painted over, its rim faded."""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates, median_filter

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.people.face_marks import BROWS, EYES, LIP_EDGES, LIPS, RIM
from render_cluster.backends.physics.raster.people.fields import smoothstep
from render_cluster.backends.physics.scene import Likeness, Vector

# Shares of the width of the face.
_SHADING, _FADE, _EDGE = 0.11, 0.075, 0.17
_RELIT, _HUE_KEPT = 0.65, 0.65
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
"""How much each channel of linear light counts for the eye."""

_OFF_TEETH = 0.5
# How far, in natural logarithms of light, hair or a hat at the rim is from skin.
_FOREIGN = (0.30, 0.70)


class Picture(NamedTuple):
    """`image` (side, side, 3) in linear light; `places` (468, 2) of the marks on it, in shares of its side;
    `inwards` (side, side) is how far inside the rim of the face each pixel is, in shares of the face's width."""

    image: np.ndarray
    places: np.ndarray
    inwards: np.ndarray

    def covers(self, places: np.ndarray) -> np.ndarray:
        """How much of the picture shows at places (n, 2): all but at the rim and beyond it."""
        side = len(self.image)
        at = np.clip(places[:, ::-1] * side - 0.5, 0, side - 1).T
        return smoothstep(0.0, _FADE, map_coordinates(self.inwards, at, order=1))


def picture_of(one: Likeness, skin: Vector, drawn: bool) -> Picture:
    """The picture as albedo, its mean the skin's sRGB; `drawn` flattens it as ink and paint would."""
    image, side = pixels_of(one), one.side_px
    places = np.array(one.mesh, float)[:, :2]
    within = inside(places[list(RIM)], side)
    wide_px = max(float(np.ptp(places[list(RIM), 0])) * side, 1.0)
    inwards = distance_transform_edt(within) / wide_px
    plain = plain_skin(places, side)
    tone = tone_of(image, plain)
    image = _without_eyes(image, places, wide_px)
    image = _relit(image, plain, tone, _SHADING * wide_px)
    image = _without_foreign(_calmed(image, tone), tone, inwards)
    if drawn:
        image = median_filter(image, size=(max(1, round(0.02 * wide_px)),) * 2, axes=(0, 1))
    # The very edge of a lip would show the teeth behind it.
    edges, lips = (list(ring) for ring in LIP_EDGES)
    places[edges] += _OFF_TEETH * (places[lips] - places[edges])
    return Picture(np.clip(image * (linear(skin) / tone), 0.0, 1.0), places, inwards)


def pixels_of(one: Likeness) -> np.ndarray:
    """The pixels of a likeness (side, side, 3) in linear light. ValueError for one of the wrong size."""
    one.check()
    return linear(np.frombuffer(one.texture, np.uint8).reshape(one.side_px, one.side_px, 3) / 255.0)


def inside(ring: np.ndarray, side: int) -> np.ndarray:
    """Which pixels (side, side) of a picture lie inside a ring (n, 2) given in shares of its side."""
    at = (np.arange(side) + 0.5) / side
    within = np.zeros((side, side), bool)
    for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        rows = (at > min(y0, y1)) & (at <= max(y0, y1))
        crossing = x0 + (at[rows] - y0) / (y1 - y0 if y1 != y0 else 1.0) * (x1 - x0)
        within[rows] ^= at[None, :] > crossing[:, None]
    return within


def plain_skin(places: np.ndarray, side: int) -> np.ndarray:
    """Which pixels (side, side) are skin and nothing else: within the rim, off eyes, brows and lips."""
    plain = inside(_grown(places[list(RIM)], 0.92), side)
    for ring, growth in ((LIPS, 1.25), *((eye, 1.7) for eye in EYES), *((brow, 1.35) for brow in BROWS)):
        plain &= ~inside(_grown(places[list(ring)], growth), side)
    return plain


def tone_of(image: np.ndarray, plain: np.ndarray) -> np.ndarray:
    """The usual colour (3,) of plain skin in linear light; a middle grey where none is to be seen."""
    return np.maximum(np.median(image[plain], axis=0), 1e-3) if plain.any() else np.full(3, 0.2)


def _without_eyes(image: np.ndarray, places: np.ndarray, wide_px: float) -> np.ndarray:
    """The picture with lids where it shows eyes: the head has eyes of its own."""
    side = len(image)
    for eye in EYES:
        ring = places[list(eye)]
        hole, near = inside(_grown(ring, 1.05), side), inside(_grown(ring, 1.6), side)
        known = (near & ~hole).astype(float)
        filled = _mean_about(image, known, 0.03 * wide_px)
        soft = gaussian_filter(hole.astype(float), 0.006 * wide_px)[..., None]
        image = image * (1.0 - soft) + filled * soft
    return image


def _relit(image: np.ndarray, plain: np.ndarray, tone: np.ndarray, sigma_px: float) -> np.ndarray:
    """The picture with most of its own light and shade divided out, as the scene brings its own."""
    near_skin = np.abs(np.log(np.maximum(image, 1e-4) / tone)).mean(2) < 1.1
    shading = _mean_about(image, (plain & near_skin).astype(float), sigma_px)
    return image * (tone / np.maximum(shading, 0.02)) ** _RELIT


def _calmed(image: np.ndarray, tone: np.ndarray) -> np.ndarray:
    """The picture with hues nearer to the skin's: cameras make shades of red that no skin has."""
    own = image @ LUMINANCE
    plain = own[..., None] * (tone / (tone @ LUMINANCE))
    return image**_HUE_KEPT * plain ** (1.0 - _HUE_KEPT)


def _without_foreign(image: np.ndarray, tone: np.ndarray, inwards: np.ndarray) -> np.ndarray:
    """The picture without what hangs into its rim: hair, the shade of a hat."""
    foreign = smoothstep(*_FOREIGN, np.abs(np.log(np.maximum(image, 1e-4) / tone)).mean(2))
    rim = smoothstep(_EDGE, 0.4 * _EDGE, inwards)
    amount = gaussian_filter(foreign * rim, 2.0)[..., None]
    return image * (1.0 - amount) + tone * amount


def _mean_about(image: np.ndarray, known: np.ndarray, sigma_px: float) -> np.ndarray:
    """The mean of what is known about each pixel, from wider and wider about it where nothing is near."""
    means = np.zeros_like(image)
    left = np.ones(image.shape[:2])
    for wider in (1.0, 2.5, 8.0):
        weight = gaussian_filter(known, wider * sigma_px)
        mean = np.dstack([gaussian_filter(image[..., c] * known, wider * sigma_px) for c in range(3)])
        taken = left * smoothstep(0.0, 0.1, weight)
        means += mean / np.maximum(weight, 1e-6)[..., None] * taken[..., None]
        left -= taken
    return means + image * left[..., None]


def _grown(ring: np.ndarray, growth: float) -> np.ndarray:
    middle = ring.mean(0)
    return middle + (ring - middle) * growth
