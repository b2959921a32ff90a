"""How the hair about a face in a picture is cut: where it begins, how far it falls, what hides it."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.people.face_marks import EYES
from render_cluster.backends.physics.raster.people.picturing import LUMINANCE, inside

HAIRLINE_M = (0.050, 0.078)
"""The lowest and the highest hairline that is drawn, metres above the eyes."""

# Natural logarithms of light: what is nearer than this to the skin is bare, to the wall is wall.
_BARE, _HUE, _SHADED = 0.35, 0.27, 0.7
_SHARE_OF_HAIR = 0.5
# Light falls on hair from above: its colour is that of its darker part.
_SHADED_PERCENT = 35.0
_WISPS_SHARE, _WISPS_PERCENT = 0.05, 75.0
# Boxes about the face: across in its widths from the middle, up in its heights from the chin.
_STRIP, _STEP_UP, _LOWEST, _HIGHEST = (-0.10, 0.10), 0.02, 0.76, 1.44
_SCALP, _DEEP = (-0.26, 0.26), (0.02, 0.13)
_BESIDE, _BRIM, _TEMPLES, _WISPS = (0.50, 0.60), (0.51, 0.57), (0.50, 0.58), (0.44, 0.54)
_EARS_UP, _MOUTH_UP, _NECK_UP, _CHEST_UP = (0.45, 0.62), (0.15, 0.35), (-0.22, -0.02), (-0.40, -0.25)
_TEMPLES_UP, _WISPS_UP, _FAR_UP = (0.56, 0.76), (0.72, 0.86), (0.6, 1.1)
_FAR_SHARE, _CORNER_SHARE = 0.05, 0.10
# A fringe hangs below the one, hair with any body rises above the other; a bare scalp goes on up to the third.
_FRINGE_UP, _BODY_UP, _SCALP_UP = 0.93, 1.36, 1.20
# A brim that sat lower than this would hide the eyes.
_BRIM_UP = 0.90
_TOP, _LEFT, _RIGHT, _CHIN = 10, 454, 234, 152
# From the eyes to the topmost mark of the face on the baked head.
_BROW_M, _USUAL_M = 0.074, 0.064


class Haircut(NamedTuple):
    """A style of `hair.STYLES`, its `colour` (3,) in linear light or None where none is to be seen, and its line."""

    style: str
    colour: np.ndarray | None
    hairline_m: float = _USUAL_M


class _View(NamedTuple):
    """A picture (side, side, 3) in linear light, the marks (468, 2) on it, the tone of the skin and of what is
    far off (each (3,))."""

    image: np.ndarray
    places: np.ndarray
    tone: np.ndarray
    walls: tuple[np.ndarray, ...]

    def band(self, across: tuple[float, float], up: tuple[float, float]) -> np.ndarray:
        """The pixels (n, 3) of a box about the face; none where it lies outside of the picture."""
        sideways = self.places[_LEFT] - self.places[_RIGHT]
        foot, upwards = self.places[_CHIN], self.places[_TOP] - self.places[_CHIN]
        corners = [(across[0], up[0]), (across[1], up[0]), (across[1], up[1]), (across[0], up[1])]
        ring = np.array([foot + x * sideways + y * upwards for x, y in corners])
        if (ring < 0.0).any() or (ring > 1.0).any():
            return self.image[:0].reshape(0, 3)
        return self.image[inside(ring, len(self.image))]

    def sides(self, across: tuple[float, float], up: tuple[float, float]) -> list[np.ndarray]:
        """The boxes at both sides, as far as they lie in the picture."""
        both = (self.band(across, up), self.band((-across[1], -across[0]), up))
        return [one for one in both if len(one)]


def haircut(image: np.ndarray, places: np.ndarray, tone: np.ndarray) -> Haircut:
    """The haircut in a picture (side, side, 3) of linear light with marks (468, 2), about skin of a tone (3,)."""
    view = _View(image, places, tone, _walls(image, places))
    begins = _begins(view)
    if begins is None:
        return Haircut("bald", None)
    above = view.band(_SCALP, (begins + _DEEP[0], begins + _DEEP[1]))
    if not len(above):
        return Haircut("buzz", None)
    if any(unlike(np.median(above, axis=0), wall) < _BARE for wall in view.walls):
        # The wall begins where the skin ends: a bare scalp where that is high, else nothing to be told.
        return Haircut("bald" if begins > _SCALP_UP else "buzz", None)
    hair = np.percentile(above, _SHADED_PERCENT, axis=0)
    if _is_covered(view, begins, hair):
        return _under_a_hat(view)
    style = _style(view, begins, hair)
    return Haircut(style, _believed(view, hair, style), _line_m(view, begins))


def unlike(colours: np.ndarray, other: np.ndarray) -> np.ndarray:
    """How far colours (..., 3) in linear light are from another: the mean of natural logarithms."""
    return np.abs(np.log(np.maximum(colours, 4e-3) / np.maximum(other, 4e-3))).mean(-1)


def _walls(image: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, ...]:
    """The usual colours of what is behind: at the very sides of the picture, and in its upper corners."""
    side = len(image)
    wide, corner = max(1, round(_FAR_SHARE * side)), max(1, round(_CORNER_SHARE * side))
    top, chin = places[_TOP, 1], places[_CHIN, 1]
    low, high = (int(np.clip((chin + up * (top - chin)) * side, 0, side - 1)) for up in _FAR_UP)
    boxes = (
        image[high : low + 1, :wide],
        image[high : low + 1, -wide:],
        image[:corner, :corner],
        image[:corner, -corner:],
    )
    return tuple(np.median(box.reshape(-1, 3), axis=0) for box in boxes)


def _begins(view: _View) -> float | None:
    """How far up the brow is bare, in heights of the face from the chin; None where bare all the way."""
    for up in np.arange(_LOWEST, _HIGHEST, _STEP_UP):
        row = view.band(_STRIP, (up, up + _STEP_UP))
        if not len(row):
            return float(up)
        if not _is_skin(np.median(row, axis=0), view.tone):
            return float(up)
    return None


def _is_skin(colour: np.ndarray, tone: np.ndarray) -> bool:
    """Whether a colour (3,) is the skin's; a brow in the light is brighter, with the hue of skin."""
    apart = np.log(np.maximum(colour, 4e-3) / np.maximum(tone, 4e-3))
    lit = colour @ LUMINANCE > tone @ LUMINANCE
    return bool(np.abs(apart).mean() < _BARE or (lit and np.abs(apart - apart.mean()).mean() < _HUE))


def _style(view: _View, begins: float, hair: np.ndarray) -> str:
    """How far down both sides what is like the hair reaches, and what it does at the brow and on the crown."""

    def hairy(up: tuple[float, float]) -> list[bool]:
        return [_share_of_hair(view, box, hair) > _SHARE_OF_HAIR for box in view.sides(_BESIDE, up)] or [
            False
        ]

    if all(hairy(_EARS_UP)):
        # Of a head turned aside only one side shows what falls on the chest.
        if not (all(hairy(_MOUTH_UP)) and any(hairy(_NECK_UP))):
            return "bob"
        return "long" if any(hairy(_CHEST_UP)) else "shoulder"
    crown = view.band(_SCALP, (_BODY_UP, _BODY_UP + 0.04))
    # Hair that leaves the picture above has body enough.
    has_body = not len(crown) or _share_of_hair(view, crown, hair) > _SHARE_OF_HAIR
    if begins < _FRINGE_UP:
        return "short"
    return "parted" if has_body else "buzz"


def _share_of_hair(view: _View, box: np.ndarray, hair: np.ndarray) -> float:
    """How much of a box (n, 3) is nearer to the hair than to skin or wall, or is hair's own shade."""
    to_hair, to_skin = unlike(box, hair), unlike(box, view.tone)
    to_wall = np.min([unlike(box, wall) for wall in view.walls], axis=0)
    nearer = (to_hair < to_skin) & (to_hair < to_wall)
    shaded = (box @ LUMINANCE < hair @ LUMINANCE) & (to_skin > _SHADED) & (to_wall > _BARE)
    return float((nearer | shaded).mean())


def _is_covered(view: _View, begins: float, crown: np.ndarray) -> bool:
    """Whether what is on the head is a hat: wider than the face, and gone at once below its brim."""
    brim = view.sides(_BRIM, (begins + 0.02, begins + 0.12))
    temples = view.sides(_TEMPLES, _TEMPLES_UP)
    return (
        begins > _BRIM_UP
        and len(brim) == len(temples) == 2
        and all(unlike(np.median(side, axis=0), crown) < _SHADED for side in brim)
        and all(unlike(np.median(side, axis=0), crown) > 2.0 * _SHADED for side in temples)
        # The shade of hair is darker than its crown, and what is below a hat seldom is.
        and all(np.median(side @ LUMINANCE) > crown @ LUMINANCE for side in temples)
    )


def _under_a_hat(view: _View) -> Haircut:
    """What looks out below a hat tells the colour of the hair, which is taken to be short.

    Skin in a hat's shade is dark too: only what has another hue counts, and of that the lighter part.
    """
    wisps = np.concatenate(view.sides(_WISPS, _WISPS_UP))
    off_wall = np.min([unlike(wisps, wall) for wall in view.walls], axis=0) > _BARE
    apart = np.log(np.maximum(wisps, 4e-3) / np.maximum(view.tone, 4e-3))
    off_skin = np.abs(apart - apart.mean(axis=1, keepdims=True)).mean(1) > _HUE
    hair = wisps[off_wall & off_skin]
    if len(hair) < _WISPS_SHARE * len(wisps):
        return Haircut("parted", None)
    red, green, blue = np.percentile(hair, _WISPS_PERCENT, axis=0)
    # Skin between thin wisps makes them mauve; no hair grows so.
    return Haircut("parted", np.array([red, max(green, np.sqrt(red * blue)), blue]))


def _believed(view: _View, hair: np.ndarray, style: str) -> np.ndarray:
    """The colour of the hair: long hair is as dark as it is at the sides, too."""
    if style not in ("bob", "shoulder", "long"):
        return hair
    beside = np.concatenate(view.sides(_BESIDE, _EARS_UP))
    return hair**0.75 * np.median(np.maximum(beside, 4e-3), axis=0) ** 0.25


def _line_m(view: _View, begins: float) -> float:
    """The hairline above the eyes, as far as the face of the head allows."""
    foot, upwards = view.places[_CHIN], view.places[_TOP] - view.places[_CHIN]
    eyes = np.concatenate([view.places[list(ring)] for ring in EYES]).mean(0)
    eyes_up = float((eyes - foot) @ upwards / (upwards @ upwards))
    return float(np.clip(_BROW_M * (begins - eyes_up) / max(1.0 - eyes_up, 0.1), *HAIRLINE_M))
