"""The checks of the picture, each a pure function of what was seen: faces, identity, life, turns, depth."""

import cv2
import numpy as np

from render_cluster.likeness.challenge import Turn
from render_cluster.likeness.mesh_points import RIGID, height_px
from render_cluster.likeness.sightings import Sighting
from render_cluster.likeness.thresholds import Thresholds
from render_cluster.likeness.verdict import CheckResult, higher_passes, lower_passes

SMOOTHED_FRAMES = 3


def one_face(seen: list[Sighting], bounds: Thresholds) -> tuple[CheckResult, CheckResult]:
    """Whether a face is there throughout (share of frames), and never a second (frames)."""
    share = float(np.mean([one.faces_count >= 1 for one in seen])) if seen else 0.0
    crowded = sum(one.faces_count > 1 for one in seen)
    return (
        higher_passes(
            "face_missing",
            share,
            bounds.one_face_frames_share_refuse_max,
            bounds.one_face_frames_share_pass_min,
        ),
        lower_passes(
            "second_face", crowded, bounds.second_face_frames_refuse_min, bounds.second_face_frames_pass_max
        ),
    )


def frontal(seen: list[Sighting], bounds: Thresholds) -> list[Sighting]:
    """The frames that look into the camera, as near as this person does."""
    yaw, pitch = _at_rest(seen)
    limit = bounds.frontal_deg_max
    return [one for one in seen if abs(one.yaw_deg - yaw) <= limit and abs(one.pitch_deg - pitch) <= limit]


def same_face(seen: list[Sighting], bounds: Thresholds) -> CheckResult:
    """The least similarity of any frontal frame to the frames before the first turn (cosine)."""
    vectors = [one.embedding for one in frontal(seen, bounds) if one.embedding is not None]
    if len(vectors) < 2:
        return CheckResult("face_changed", -1.0, bounds.same_face_pass_similarity, "refused")
    first = np.mean(vectors[:3], 0)
    least = float(min(first @ vector for vector in vectors) / np.linalg.norm(first))
    return higher_passes(
        "face_changed", least, bounds.same_face_refuse_similarity, bounds.same_face_pass_similarity
    )


def alive(seen: list[Sighting], bounds: Thresholds) -> CheckResult:
    """How much the shape of the mesh changes beyond being moved, turned in the picture and scaled.

    In shares of the face's height, the 95th percentile over frames of the rms distance to the middle shape.
    """
    shapes = np.array([one.mesh[:, :2] / height_px(one.mesh) for one in seen])
    middle = np.median(shapes - shapes.mean(1, keepdims=True), 0)
    moved = [_distance(_similar(shape, middle), middle) for shape in shapes]
    return higher_passes(
        "face_still",
        float(np.percentile(moved, 95)),
        bounds.stillness_refuse_share,
        bounds.stillness_pass_share,
    )


def turns_made(seen: list[Sighting], bounds: Thresholds) -> tuple[Turn, ...]:
    """The turns of the head in order: away from rest beyond the bound, and back."""
    yaw, pitch = _at_rest(seen)
    kernel = np.ones(SMOOTHED_FRAMES) / SMOOTHED_FRAMES
    across = np.convolve([one.yaw_deg - yaw for one in seen], kernel, "same") / bounds.turn_deg_min
    along = np.convolve([one.pitch_deg - pitch for one in seen], kernel, "same") / bounds.nod_deg_min
    made: list[Turn] = []
    current: Turn | None = None
    peak = 0.0
    for x, y in zip(across, along, strict=True):
        size = max(abs(x), abs(y))
        if size < bounds.turn_back_share:
            made += [current] if current else []
            current, peak = None, 0.0
        elif size >= 1.0 and size > peak:
            # A sideways turn tilts the mesh a little too: the larger of both names it.
            peak = size
            current = ("left" if x > 0 else "right") if abs(x) >= abs(y) else ("up" if y > 0 else "down")
    return (*made, current) if current else tuple(made)


def turns(seen: list[Sighting], asked: tuple[Turn, ...], bounds: Thresholds) -> CheckResult:
    """How many of the turns made are not those asked, by the edits between both."""
    wrong = edits(turns_made(seen, bounds), asked)
    return CheckResult("turns_wrong", wrong, 0, "passed" if wrong == 0 else "refused")


def relief(seen: list[Sighting], bounds: Thresholds) -> CheckResult:
    """How badly a plane explains the turned face: what a homography leaves over, in shares of the face's height.

    The larger of the furthest turns to each side is taken: a print's points move by a homography exactly.
    """
    yaw, pitch = _at_rest(seen)
    rest = min(seen, key=lambda one: abs(one.yaw_deg - yaw) + abs(one.pitch_deg - pitch))
    ordered = sorted(seen, key=lambda one: one.yaw_deg)
    left = [_bend(rest.mesh, one.mesh) for one in ordered[-3:]]
    right = [_bend(rest.mesh, one.mesh) for one in ordered[:3]]
    measured = float(min(np.median(left), np.median(right)))
    return higher_passes("face_flat", measured, bounds.relief_refuse_share, bounds.relief_pass_share)


def edits(one: tuple | str, other: tuple | str) -> int:
    """The fewest insertions, deletions and replacements between two sequences (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _at_rest(seen: list[Sighting]) -> tuple[float, float]:
    """The yaw and pitch that the person has most of the time."""
    return float(np.median([one.yaw_deg for one in seen])), float(np.median([one.pitch_deg for one in seen]))


def _bend(rest: np.ndarray, turned: np.ndarray) -> float:
    plane, _ = cv2.findHomography(rest[RIGID, :2], turned[RIGID, :2], 0)
    if plane is None:
        return 0.0
    expected = cv2.perspectiveTransform(rest[None, RIGID, :2], plane)[0]
    return _distance(expected, turned[RIGID, :2]) / height_px(rest)


def _similar(shape: np.ndarray, onto: np.ndarray) -> np.ndarray:
    """The shape moved, turned and scaled to lie on the other as well as it can (Umeyama, 1991)."""
    a, b = shape - shape.mean(0), onto - onto.mean(0)
    u, s, vt = np.linalg.svd(b.T @ a)
    flip = np.diag([1.0, np.sign(np.linalg.det(u @ vt))])
    return a @ (u @ flip @ vt).T * (s * np.diag(flip)).sum() / (a**2).sum() + onto.mean(0)


def _distance(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.sqrt(((one - other) ** 2).sum(1).mean()))
