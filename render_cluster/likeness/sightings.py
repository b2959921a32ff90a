"""Goes over a recording once and writes down what each frame shows of the face."""

from typing import NamedTuple

import cv2
import numpy as np

from render_cluster.likeness.face_reader import FaceReader
from render_cluster.likeness.mesh_points import opening, pitch_deg, yaw_deg
from render_cluster.likeness.recording import Frame
from render_cluster.likeness.thresholds import Thresholds

EMBEDDED_EVERY = 5
_SHARPNESS_SIDE_PX = 128


class Sighting(NamedTuple):
    """What one frame shows: how many faces, and of the widest its mesh (468, 3), angles, lips, sharpness.

    `mesh` and what follows are None or 0 where no face was found; `embedding` is made for some frames only.
    """

    time_s: float
    faces_count: int
    box: np.ndarray | None = None
    mesh: np.ndarray | None = None
    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    opening: float = 0.0
    sharpness: float = 0.0
    embedding: np.ndarray | None = None


def sighting(reader: FaceReader, frame: Frame, index: int, bounds: Thresholds) -> Sighting:
    """What the frame with this index shows; faces too small to matter are not counted."""
    found = reader.faces(frame.picture)
    wide = found[found[:, 2] >= bounds.face_width_share_min * min(frame.picture.shape[:2])]
    if not len(wide):
        return Sighting(frame.time_s, 0)
    face = wide[0]
    # A second person may sit further back: smaller faces count beside a large one, a print on the wall does not.
    count = int((found[:, 2] >= bounds.second_face_width_share_min * face[2]).sum())
    mesh = reader.mesh(frame.picture, face)
    embedding = reader.embedding(frame.picture, face) if index % EMBEDDED_EVERY == 0 else None
    return Sighting(
        frame.time_s, count, face, mesh, yaw_deg(mesh), pitch_deg(mesh), opening(mesh),
        _sharpness(frame.picture, face), embedding,
    )  # fmt: skip


def _sharpness(picture: np.ndarray, face: np.ndarray) -> float:
    """The variance of the Laplacian over brows, eyes and nose at a fixed size: larger is sharper.

    The mouth is left out, for the rim of an open one is the sharpest thing in a face.
    """
    x, y, width, height = (max(0, int(value)) for value in face[:4])
    crop = cv2.cvtColor(picture[y : y + max(1, height * 6 // 10), x : x + width], cv2.COLOR_BGR2GRAY)
    small = cv2.resize(crop, (_SHARPNESS_SIDE_PX,) * 2, interpolation=cv2.INTER_AREA)
    return float(cv2.Laplacian(small, cv2.CV_64F).var())
