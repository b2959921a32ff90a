"""Pictures of attacks on an enrolment, made from photographs and from other people's takes."""

import cv2
import numpy as np

from tools.enrolment.photo_face import SIDE_PX, Pose

_FOCAL_PX = 900.0
_BACKGROUND = (120, 120, 120)


def still(photo: np.ndarray, count: int, seed: int) -> list[np.ndarray]:
    """A photograph held by a hand that shakes."""
    rng = np.random.default_rng(seed)
    phase = rng.uniform(0, 6, 4)
    out = []
    for t in np.arange(count) / 15.0:
        tilt_deg, scale = 1.2 * np.sin(t + phase[0]), 1 + 0.02 * np.sin(t + phase[1])
        onto = cv2.getRotationMatrix2D((SIDE_PX / 2,) * 2, tilt_deg, scale)
        onto[:, 2] += 3 * np.sin(1.7 * t + phase[2]), 3 * np.sin(1.1 * t + phase[3])
        out.append(cv2.warpAffine(photo, onto, (SIDE_PX,) * 2, borderMode=cv2.BORDER_REPLICATE))
    return out


def turned_print(
    photo: np.ndarray, poses: list[Pose], exaggerate: float, bend: float = 0.0
) -> list[np.ndarray]:
    """A print turned before the camera as the head was asked to; `bend` 1 curves it about the upright by a radian
    from its middle to its edge."""
    return [_print_at(photo, pose, exaggerate, bend) for pose in poses]


def second_person(pictures: list[np.ndarray], other: np.ndarray) -> list[np.ndarray]:
    """Somebody else's face in a corner of each picture."""
    small = cv2.resize(other, (SIDE_PX // 2,) * 2, interpolation=cv2.INTER_AREA)
    half = small[small.shape[0] // 6 : -small.shape[0] // 6, small.shape[1] // 5 : -small.shape[1] // 5]
    out = [picture.copy() for picture in pictures]
    for picture in out:
        picture[: half.shape[0], : half.shape[1]] = half
    return out


def swapped(first: list[np.ndarray], second: list[np.ndarray]) -> list[np.ndarray]:
    """One person's take up to the middle, another's from there."""
    half = len(first) // 2
    return [*first[:half], *second[half : len(first)]]


def _print_at(photo: np.ndarray, pose: Pose, exaggerate: float, bend: float) -> np.ndarray:
    """Rays from the camera meet the sheet by a coarse mesh of it, thrown forward."""
    yaw, pitch = np.radians(np.array([pose.yaw_deg, pose.pitch_deg]) * exaggerate)
    edge = np.linspace(-SIDE_PX / 2, SIDE_PX / 2, 41)
    u, v = np.meshgrid(edge, edge)
    angle = u / (SIDE_PX / 2) * bend
    x = np.sin(angle) / bend * SIDE_PX / 2 if bend else u
    z = (1 - np.cos(angle)) / bend * SIDE_PX / 2 if bend else np.zeros_like(u)
    x, z = np.cos(yaw) * x - np.sin(yaw) * z, np.sin(yaw) * x + np.cos(yaw) * z
    y, z = np.cos(pitch) * v + np.sin(pitch) * z, -np.sin(pitch) * v + np.cos(pitch) * z
    near = _FOCAL_PX / (_FOCAL_PX + z)
    return _thrown(photo, np.stack([x * near, y * near], 2) + SIDE_PX / 2)


def _thrown(photo: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """The photo drawn on a grid (rows, columns, 2) of places, cell by cell."""
    rows, columns = grid.shape[:2]
    step = SIDE_PX / (rows - 1)
    source = np.full((SIDE_PX, SIDE_PX, 2), -1, np.float32)
    for i in range(rows - 1):
        for j in range(columns - 1):
            corners = np.float32([grid[i, j], grid[i, j + 1], grid[i + 1, j + 1], grid[i + 1, j]])
            low = np.maximum(np.floor(corners.min(0)).astype(int), 0)
            high = np.minimum(np.ceil(corners.max(0)).astype(int) + 1, SIDE_PX)
            if (high <= low).any():
                continue
            own = np.float32([[j, i], [j + 1, i], [j + 1, i + 1], [j, i + 1]]) * step
            back, _ = cv2.findHomography(corners, own, 0)
            y, x = np.mgrid[low[1] : high[1], low[0] : high[0]]
            at = cv2.perspectiveTransform(np.float32(np.stack([x, y], 2)).reshape(1, -1, 2), back)
            source[low[1] : high[1], low[0] : high[0]] = at.reshape(*x.shape, 2)
    return cv2.remap(
        photo, source, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=_BACKGROUND
    )
