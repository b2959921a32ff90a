"""A photograph of a face as a relief that turns, nods and speaks."""

from typing import NamedTuple

import cv2
import numpy as np
from scipy.spatial import Delaunay

from render_cluster.likeness.face_reader import FaceReader

SIDE_PX = 360
FACE_SHARE = 0.30
OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip
LOWER_LIP = (
    95,
    88,
    178,
    87,
    14,
    317,
    402,
    318,
    324,
    146,
    91,
    181,
    84,
    17,
    314,
    405,
    321,
    375,
    180,
    85,
    16,
    315,
    404,
)
INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
_RINGS = ((1.15, 0.85), (1.45, 0.55), (1.9, 0.2), (2.6, 0.0))
"""How far beyond the face's edge each ring lies, and how much of the head's motion it takes part in."""
DARK = (30, 18, 40)


class Pose(NamedTuple):
    """How the head is held: degrees (to the own left, up), and the mouth's jaw, width and roundness in 0..1."""

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    jaw: float = 0.0
    wide: float = 0.0
    rounded: float = 0.0
    shift_px: tuple[float, float] = (0.0, 0.0)


class PhotoFace:
    """A square picture with one face, whose depth is that of the face mesh times `depth`."""

    def __init__(self, photo: np.ndarray, reader: FaceReader, depth: float = 1.0) -> None:
        """The widest face of a photo (height, width, 3); ValueError where there is none."""
        found = reader.faces(photo)
        if not len(found):
            raise ValueError("no face in this photo")
        scale = SIDE_PX * FACE_SHARE / found[0][2]
        middle = found[0][:2] + found[0][2:4] / 2
        onto = np.array([[scale, 0, 0], [0, scale, 0]], float)
        onto[:, 2] = np.array([SIDE_PX / 2, SIDE_PX / 2]) - middle * scale
        self.picture = cv2.warpAffine(
            photo, onto, (SIDE_PX, SIDE_PX), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE
        )
        mesh = reader.mesh(self.picture, reader.faces(self.picture)[0]).astype(float)
        mesh[:, 2] *= depth
        self._mesh = mesh
        self._height = float(np.linalg.norm(mesh[10] - mesh[152]))
        self._rest = np.vstack([mesh, *_rings(mesh)])
        triangles = Delaunay(self._rest[:, :2]).simplices
        inside = set(INNER_LIPS)
        self._triangles = np.array([one for one in triangles if not set(one) <= inside])
        self._jaw_share = _jaw_share(mesh, self._height)

    def shown(self, pose: Pose) -> np.ndarray:
        """The picture with the head held so: uint8 (SIDE_PX, SIDE_PX, 3)."""
        moved = self._moved(pose)
        out = self.picture.copy()
        corners = moved[self._triangles]
        which = np.full(out.shape[:2], -1, np.int32)
        outlines = np.round(corners[:, :, :2]).astype(np.int32)
        for index in np.argsort(-corners[:, :, 2].mean(1)):  # from far to near
            cv2.fillConvexPoly(which, outlines[index], int(index))
        now, rest = (_with_ones(points[self._triangles, :2]) for points in (moved, self._rest))
        maps = np.linalg.solve(now, rest)[:, :, :2].astype(np.float32)
        y, x = np.nonzero(which >= 0)
        own = maps[which[y, x]]
        source = np.full((*out.shape[:2], 2), -1, np.float32)
        source[y, x] = own[:, 0] * x[:, None] + own[:, 1] * y[:, None] + own[:, 2]
        warped = cv2.remap(self.picture, source, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        out[y, x] = warped[y, x]
        if _gap(moved) > _gap(self._mesh) + 1:
            cv2.fillPoly(out, [np.round(moved[list(INNER_LIPS), :2]).astype(np.int32)], DARK)
        return out

    def _moved(self, pose: Pose) -> np.ndarray:
        face = self._mesh.copy()
        face[:, 1] += self._jaw_share * pose.jaw * self._height * 0.13
        middle = face[[61, 291]].mean(0)
        near = np.exp(-((face[:, :2] - middle[:2]) ** 2).sum(1) / (2 * (0.16 * self._height) ** 2))
        face[:, 0] += near * (face[:, 0] - middle[0]) * (0.18 * pose.wide - 0.28 * pose.rounded)
        yaw, pitch = np.radians(pose.yaw_deg), np.radians(pose.pitch_deg)
        turn = np.array([[np.cos(yaw), 0, -np.sin(yaw)], [0, 1, 0], [np.sin(yaw), 0, np.cos(yaw)]])
        nod = np.array([[1, 0, 0], [0, np.cos(pitch), np.sin(pitch)], [0, -np.sin(pitch), np.cos(pitch)]])
        neck = self._mesh[[234, 454]].mean(0) + np.array([0, 0.2, 0.15]) * self._height
        face = (face - neck) @ (turn @ nod).T + neck + [*pose.shift_px, 0]
        pull = (face - self._mesh)[list(OVAL)]
        rings = self._rest[len(face) :].reshape(len(_RINGS), len(OVAL), 3)
        moved = [ring + pull * share for ring, (_, share) in zip(rings, _RINGS, strict=True)]
        return np.vstack([face, *moved])


def _with_ones(flat: np.ndarray) -> np.ndarray:
    return np.concatenate([flat, np.ones((*flat.shape[:2], 1))], 2)


def _gap(points: np.ndarray) -> float:
    return float(np.linalg.norm(points[13, :2] - points[14, :2]))


def _rings(mesh: np.ndarray) -> list[np.ndarray]:
    edge, middle = mesh[list(OVAL)], mesh[list(OVAL)].mean(0)
    far = mesh[:, 2].max()
    flat = [middle[:2] + (edge[:, :2] - middle[:2]) * reach for reach, _ in _RINGS]
    return [np.column_stack([one, np.full(len(one), far * (1.1 + 0.2 * i))]) for i, one in enumerate(flat)]


def _jaw_share(mesh: np.ndarray, height: float) -> np.ndarray:
    """How much of the jaw's drop each point takes part in."""
    lips_y, chin_y = mesh[14, 1], mesh[152, 1]
    middle_x = mesh[[61, 291], 0].mean()
    sideways = np.clip(1 - np.abs(mesh[:, 0] - middle_x) / (0.42 * height), 0, 1) ** 0.6
    share = np.clip((mesh[:, 1] - lips_y) / (0.15 * (chin_y - lips_y)), 0, 1) * sideways
    share[list(LOWER_LIP)] = sideways[list(LOWER_LIP)] * 0.95
    share[list(INNER_LIPS[:11])] = 0.0
    return share
