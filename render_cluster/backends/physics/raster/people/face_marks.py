"""Where the 468 points of a face mesh lie on the baked head, and which of them make eyes, brows, lips and rim."""

from functools import cache
from importlib import resources

import numpy as np

from render_cluster.backends.physics.raster.people.body import Anatomy
from render_cluster.backends.physics.scene import LIKENESS_POINTS_COUNT

MARKS_COUNT = LIKENESS_POINTS_COUNT
"""Points of a face, in the order of the MediaPipe face mesh."""

RIM = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
    150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
"""The outline from the brow round by the person's left cheek and the chin; the rings below go round too."""

EYES = (
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
)
"""The rims of the person's left and right eye."""

BROWS = ((300, 293, 334, 296, 336, 285, 295, 282, 283, 276), (70, 63, 105, 66, 107, 55, 65, 52, 53, 46))
LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185)
UPPER_LIP = (
    185, 40, 39, 37, 0, 267, 269, 270, 409, 184, 74, 73, 72, 11, 302, 303, 304, 408, 183, 42, 41, 38, 12, 268,
    271, 272, 407, 191, 80, 81, 82, 13, 312, 311, 310, 415,
)  # fmt: skip
LOWER_LIP = (
    146, 91, 181, 84, 17, 314, 405, 321, 375, 77, 90, 180, 85, 16, 315, 404, 320, 307, 96, 89, 179, 86, 15, 316,
    403, 319, 325, 95, 88, 178, 87, 14, 317, 402, 318, 324,
)  # fmt: skip
MOUTH = (191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95, 78)
"""The rim of the opening between the lips."""

LIP_EDGES = (
    (191, 80, 81, 82, 13, 312, 311, 310, 415, 95, 88, 178, 87, 14, 317, 402, 318, 324),
    (183, 42, 41, 38, 12, 268, 271, 272, 407, 96, 89, 179, 86, 15, 316, 403, 319, 325),
)
"""The inner edges of both lips, and the points a little further out on them."""


def marks_of(body: Anatomy) -> np.ndarray:
    """The points of the face on the skin of a body: (468, 3) metres."""
    corners, shares = _baked()
    return np.einsum("mk,mkc->mc", shares, body.skin.points[corners])


@cache
def _baked() -> tuple[np.ndarray, np.ndarray]:
    """For each mark the three points of the skin about it, and its share of each; both (468, 3)."""
    path = resources.files(__package__.rpartition(".")[0]) / "data" / "face_marks.npz"
    with path.open("rb") as file, np.load(file) as baked:
        return baked["corners"].astype(np.int64), baked["shares"].astype(float)
