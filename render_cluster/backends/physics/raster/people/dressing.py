"""Puts the wardrobe of one person on their body: what is worn over what, and what skin is left to see."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.people import hair, wardrobe
from render_cluster.backends.physics.raster.people.body import Anatomy, Hide
from render_cluster.backends.physics.raster.people.garments import Field, Layer, Piece, without
from render_cluster.backends.physics.scene import Clothing, Person

_MARGIN_M = 0.03
# The levels of what covers hair, and of what hides the whole head.
_HAT, _CLOSED_HELMET = 5, 6
# An open jacket is worn over something.
_UNDER = Clothing("t_shirt", (0.90, 0.90, 0.89))


class Worn(NamedTuple):
    """A dressed person: cloth, hair and beard as meshes, and which points of the skin (n,) are `bare`."""

    pieces: tuple[Piece, ...]
    hair: tuple[Hide, ...]
    beard: Hide | None
    bare: np.ndarray


def dressed(one: Person, body: Anatomy) -> Worn:
    """All that a person wears; kinds that the wardrobe does not know are left out.

    Cloth under other cloth is cut away well inside its hem, as is the skin, so that nothing pokes through.
    """
    worn = [clothing for clothing in one.wardrobe if clothing.kind in wardrobe.KINDS]
    taken = {slot for clothing in worn for slot in wardrobe.KINDS[clothing.kind].slots}
    if "over" in taken and "torso" not in taken:
        worn.append(_UNDER)
    layers = [layer for clothing in worn for layer in wardrobe.layers(clothing.kind, body, clothing.colour)]
    layers.sort(key=lambda layer: layer.level)
    pieces: list[Piece] = []
    for index, layer in enumerate(layers):
        over = _covers_over(layers[index + 1 :], layer.level)
        for piece in layer.pieces:
            left = piece._replace(hide=_left_over(piece.hide, over))
            if len(left.hide.faces):
                pieces.append(left)
    covers = [layer.covers for layer in layers if layer.covers is not None]
    bare = np.ones(len(body.skin.points), bool)
    for cover in covers:
        bare &= cover(body.skin) <= _MARGIN_M
    if any(layer.level >= _CLOSED_HELMET for layer in layers):
        return Worn(tuple(pieces), (), None, bare)
    hats = [layer.covers for layer in layers if layer.level >= _HAT and layer.covers is not None]
    locks = tuple(_left_over(hide, hats) for hide in hair.hair(one, body))
    return Worn(tuple(pieces), tuple(hide for hide in locks if len(hide.faces)), hair.beard(one, body), bare)


def _covers_over(outer: list[Layer], level: int) -> list[Field]:
    return [layer.covers for layer in outer if layer.covers is not None and level < layer.level < _HAT]


def _left_over(hide: Hide, covers: list[Field]) -> Hide:
    for cover in covers:
        hide = without(hide, cover(hide), _MARGIN_M)
    return hide
