"""A likeness made from the baked head itself, so that tests need nobody's photograph."""

from collections.abc import Mapping

import numpy as np

from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.raster.people.face_marks import marks_of
from render_cluster.backends.physics.scene import Likeness
from tests.render_cluster.physics.people.people import person

SIDE_PX = 192
_SPOT = 0.02
_SKIN_RGB, _HAIR_RGB, _WALL_RGB, _HAT_RGB = (190, 140, 110), (60, 40, 30), (90, 120, 150), (4, 4, 5)


def likeness(
    spots: Mapping[int, tuple[int, int, int]] | None = None,
    wider: float = 1.0,
    hair_to: float = 0.36,
    skin: tuple[int, ...] = _SKIN_RGB,
    brow_to: float = 0.21,
    hat_to: float = 0.0,
) -> Likeness:
    """A face of one colour under a crown of hair before a wall, with spots at some marks, `wider` than the head's.

    The hair reaches down to `hair_to` and the brow up to `brow_to`, a black hat down to `hat_to`: shares of the
    picture's height.
    """
    marks = marks_of(anatomy(person())) * (wider, 1.0, 1.0)
    middle, span = (marks.max(0) + marks.min(0)) / 2.0, np.ptp(marks[:, 2]) * 1.9
    mesh = np.column_stack(
        [
            0.5 + (marks[:, 0] - middle[0]) / span,
            0.5 - (marks[:, 2] - middle[2]) / span,
            (marks[:, 1] - middle[1]) / span,
        ]
    )
    image = np.full((SIDE_PX, SIDE_PX, 3), _WALL_RGB, np.uint8)
    row, column = (np.mgrid[:SIDE_PX, :SIDE_PX] + 0.5) / SIDE_PX
    crown = np.hypot((column - 0.5) / 0.30, (row - 0.42) / 0.36) < 1.0
    falls = (np.abs(column - 0.5) < 0.30) & (row > 0.42)
    image[(crown | falls) & (row < hair_to)] = _HAIR_RGB
    face = (
        np.hypot((column - 0.5) / 0.24, (row - 0.52) / np.where(row < 0.52, 0.52 - min(brow_to, 0.21), 0.31))
        < 1.0
    )
    image[face & (row > brow_to)] = skin
    image[(np.abs(column - 0.5) < 0.30) & (row < hat_to)] = _HAT_RGB
    for mark, rgb in (spots or {}).items():
        x, y = mesh[mark, :2]
        image[np.hypot(column - x, row - y) < _SPOT] = rgb
    return Likeness(SIDE_PX, image.tobytes(), tuple((float(x), float(y), float(z)) for x, y, z in mesh))
