"""Pictures of attacks on an enrolment, made from photographs and from other people's takes."""

import cv2
import numpy as np

from tools.enrolment.photo_face import SIDE_PX, Pose

_FOCAL_PX = 900.0
_BACKGROUND = (120, 120, 120)
_STRIPS = 12


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
    """The sheet as upright strips, each flat, seen through a pinhole, the far ones drawn first."""
    yaw, pitch = np.radians(np.array([pose.yaw_deg, pose.pitch_deg]) * exaggerate)
    half, count = SIDE_PX / 2, _STRIPS if bend else 1
    across = np.linspace(-half, half, count + 1)
    x = np.sin(across / half * bend) / bend * half if bend else across
    z = (1 - np.cos(across / half * bend)) / bend * half if bend else np.zeros_like(across)
    x, z = np.cos(yaw) * x - np.sin(yaw) * z, np.sin(yaw) * x + np.cos(yaw) * z
    rims = [_projected(x, np.full_like(x, v), z, pitch) for v in (-half, half)]
    out = np.full_like(photo, _BACKGROUND)
    for i in sorted(range(count), key=lambda i: -(z[i] + z[i + 1])):
        corners = np.float32([rims[0][i], rims[0][i + 1], rims[1][i + 1], rims[1][i]])
        own = (
            np.float32([[across[i], -half], [across[i + 1], -half], [across[i + 1], half], [across[i], half]])
            + half
        )
        seen = cv2.warpPerspective(photo, cv2.getPerspectiveTransform(own, corners), (SIDE_PX, SIDE_PX))
        covered = cv2.fillConvexPoly(
            np.zeros(photo.shape[:2], np.uint8), np.round(corners).astype(np.int32), 1
        )
        out[covered > 0] = seen[covered > 0]
    return out


def _projected(x: np.ndarray, y: np.ndarray, z: np.ndarray, pitch: float) -> np.ndarray:
    y, z = np.cos(pitch) * y + np.sin(pitch) * z, -np.sin(pitch) * y + np.cos(pitch) * z
    near = _FOCAL_PX / (_FOCAL_PX + z)
    return np.column_stack([x * near, y * near]) + SIDE_PX / 2
