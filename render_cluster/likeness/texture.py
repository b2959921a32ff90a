"""The look of a face as the simulator takes it: a square picture and where the points of its mesh lie."""

import cv2
import numpy as np

from render_cluster.likeness.sightings import Sighting
from render_cluster.likeness.verdict import LikenessTexture

SIDE_PX = 512
WEBP_QUALITY = 88
# Hair is read off what is about the face.
MARGIN = 1.9
EYES = (263, 362), (33, 133)
"""The corners of the left and the right eye."""


def likeness_texture(picture: np.ndarray, mesh: np.ndarray) -> LikenessTexture:
    """The face cut upright out of a picture (height, width, 3), blue green red; (468, 3) mesh in its pixels."""
    left, right = (mesh[list(corners), :2].mean(0) for corners in EYES)
    low, high = mesh[:, :2].min(0), mesh[:, :2].max(0)
    side = float((high - low).max()) * MARGIN
    centre = (low + high) / 2
    onto = cv2.getRotationMatrix2D(
        (float(centre[0]), float(centre[1])),
        float(np.degrees(np.arctan2(*(left - right)[::-1]))),
        SIDE_PX / side,
    )
    onto[:, 2] += SIDE_PX / 2 - centre
    cut = cv2.warpAffine(
        picture, onto, (SIDE_PX,) * 2, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    done, encoded = cv2.imencode(".webp", cut, [cv2.IMWRITE_WEBP_QUALITY, WEBP_QUALITY])
    if not done:
        raise RuntimeError("a face's texture could not be encoded")
    flat = (mesh[:, :2] @ onto[:, :2].T + onto[:, 2]) / SIDE_PX
    points = np.column_stack([flat, mesh[:, 2] / side])
    return LikenessTexture(
        SIDE_PX, encoded.tobytes(), tuple((float(x), float(y), float(z)) for x, y, z in points)
    )


def pixels(texture: LikenessTexture) -> bytes:
    """The texture as the simulator's slot takes it: uint8 red green blue, `side_px` squared, row by row."""
    decoded = cv2.imdecode(np.frombuffer(texture.webp, np.uint8), cv2.IMREAD_COLOR)
    if decoded is None or decoded.shape != (texture.side_px, texture.side_px, 3):
        raise ValueError("a likeness texture is a square WebP of the side it claims")
    return cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB).tobytes()


def fitness(one: Sighting) -> float:
    """How well a frame would serve as the look: sharp, eyes to the camera, lips together."""
    return one.sharpness**0.5 / (1 + (one.yaw_deg / 6) ** 2) / (1 + (one.opening / 0.03) ** 2)
