"""Bodies grown from blobs along the bones: a smooth union of round cones, meshed by surface nets.

A field is kept for the half at x >= 0 only and mirrored. The nets are those of Gibson (1998): one point in
each cell that the surface passes, which Newton's steps then put on the surface itself.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.animals.pelt import Pelt
from render_cluster.backends.physics.raster.matrices import normalized

_FAR = 1.0
_NEWTON_STEPS = 3
_SLOPE_STEP = 1e-4


class Blob(NamedTuple):
    """A round cone from `a` to `b` with radii `ra` and `rb`, which hangs on `bone`.

    `squash` narrows it in x about x = a[0]; `blend` is how softly it flows into what is there already.
    """

    bone: str
    a: tuple[float, float, float]
    b: tuple[float, float, float]
    ra: float
    rb: float
    squash: float = 1.0
    blend: float = 0.06

    def distance(self, points: np.ndarray) -> np.ndarray:
        """Signed distance of points (..., 3), near enough for a smooth union."""
        scale = np.array([1.0 / self.squash, 1.0, 1.0])
        start = np.array(self.a)
        along = (np.array(self.b) - start) * scale
        offset = (points - start) * scale
        square = float(along @ along)
        share = np.clip(offset @ along / square, 0.0, 1.0) if square > 1e-12 else np.zeros(points.shape[:-1])
        nearest = offset - share[..., None] * along
        length = np.sqrt(np.einsum("...i,...i->...", nearest, nearest))
        return (length - self.ra - (self.rb - self.ra) * share) * min(1.0, self.squash)

    def box(self) -> tuple[np.ndarray, np.ndarray]:
        """The corners of the box outside which it changes nothing."""
        reach = max(self.ra, self.rb) + self.blend + 0.02
        ends = np.array([self.a, self.b])
        wide = reach * np.array([max(self.squash, 1.0), 1.0, 1.0])
        return ends.min(0) - wide, ends.max(0) + wide


class Detail(NamedTuple):
    """A box, given by its corners, in which the mesh is to be finer: `step` between points."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    step: float


def distance(blobs: Sequence[Blob], points: np.ndarray) -> np.ndarray:
    """The signed distance (n,) of points (n, 3) to the union of all blobs."""
    field = np.full(len(points), _FAR)
    for blob in blobs:
        low, high = blob.box()
        near = ((points > low) & (points < high)).all(1).nonzero()[0]
        field[near] = _union(field[near], blob.distance(points[near]), blob.blend)
    return field


def on_surface(blobs: Sequence[Blob], points: np.ndarray, lift: float = 0.0) -> np.ndarray:
    """Points (n, 3) carried to the surface, or `lift` above it, along its slope."""
    for _ in range(_NEWTON_STEPS):
        slope = normals(blobs, points)
        points = points - (distance(blobs, points) - lift)[:, None] * slope
    return points


def normals(blobs: Sequence[Blob], points: np.ndarray) -> np.ndarray:
    """Outward directions (n, 3) of the field at points (n, 3)."""
    offsets = _SLOPE_STEP * np.eye(3)
    slopes = [distance(blobs, points + by) - distance(blobs, points - by) for by in offsets]
    return normalized(np.stack(slopes, -1))


def grown(
    blobs: Sequence[Blob], step: float, details: Sequence[Detail], bones: dict[str, int], softness: float
) -> Pelt:
    """The closed mesh of the union of blobs at x >= 0 and their mirror images.

    `bones` numbers the bones; points hang on those whose blobs are near, `softness` being how far their hold
    reaches.
    """
    low = np.min([blob.box()[0] for blob in blobs], 0)
    high = np.max([blob.box()[1] for blob in blobs], 0)
    axes = [_axis(axis, low[axis], high[axis], step, details) for axis in range(3)]
    # Half a cell beyond the middle: the cells astride it give points that lie on it.
    first = axes[0][axes[0] > 0]
    axes[0] = np.concatenate([[-first[0]], first])
    points, faces = _nets(_field(blobs, axes), axes)
    middle = np.abs(points[:, 0]) < 0.5 * first[0]
    points[middle, 0] = 0.0
    points = on_surface(blobs, points)
    points[middle, 0] = 0.0
    slope = normals(blobs, points)
    slope[middle, 0] = 0.0
    half = Pelt(points, normalized(slope), faces, _holds(blobs, points, bones, softness))
    return _whole(half, middle, opposite(bones))


def opposite(bones: dict[str, int]) -> np.ndarray:
    """For each bone the index of that on the other side; its own for those in the middle."""
    swap = np.arange(len(bones))
    for name, index in bones.items():
        if name.endswith("_l"):
            other = bones[f"{name[:-2]}_r"]
            swap[index], swap[other] = other, index
    return swap


def _union(field: np.ndarray, other: np.ndarray, blend: float) -> np.ndarray:
    """The smooth minimum of Quilez, a parabola over `blend` where both are alike."""
    overlap = np.maximum(blend - np.abs(field - other), 0.0) / max(blend, 1e-6)
    return np.minimum(field, other) - overlap * overlap * blend * 0.25


def _axis(axis: int, low: float, high: float, step: float, details: Sequence[Detail]) -> np.ndarray:
    """Sample places along an axis: `step` apart, nearer to each other where some detail asks for it."""
    marks = [low if axis else 0.5 * min([step, *(detail.step for detail in details if detail.low[0] < 0.1)])]
    while marks[-1] < high:
        here = marks[-1]
        inside = [detail.step for detail in details if detail.low[axis] <= here <= detail.high[axis]]
        marks.append(here + min([step, *inside]))
    return np.array(marks)


def _field(blobs: Sequence[Blob], axes: list[np.ndarray]) -> np.ndarray:
    field = np.full([len(axis) for axis in axes], _FAR)
    for blob in blobs:
        low, high = blob.box()
        cut = tuple(
            slice(*np.searchsorted(axis, (low[index], high[index]))) for index, axis in enumerate(axes)
        )
        grid = np.meshgrid(*(axis[part] for axis, part in zip(axes, cut, strict=True)), indexing="ij")
        if grid[0].size:
            field[cut] = _union(field[cut], blob.distance(np.stack(grid, -1)), blob.blend)
    return field


def _nets(field: np.ndarray, axes: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Points and triangles of the surface where `field` is 0."""
    inside = field < 0.0
    shape = np.array(field.shape) - 1
    total, count = np.zeros((*shape, 3)), np.zeros(shape)
    quads = []
    for axis in range(3):
        ends = [slice(None)] * 3
        starts = list(ends)
        starts[axis], ends[axis] = slice(None, -1), slice(1, None)
        crosses = np.argwhere(inside[tuple(starts)] != inside[tuple(ends)])
        over = crosses.copy()
        over[:, axis] += 1
        first, last = field[tuple(crosses.T)], field[tuple(over.T)]
        place = np.stack([axes[i][crosses[:, i]] for i in range(3)], -1)
        place[:, axis] += first / (first - last) * (axes[axis][over[:, axis]] - axes[axis][crosses[:, axis]])
        quads.append((inside[tuple(crosses.T)], _round_edge(crosses, axis)))
        for corner in quads[-1][1]:
            good = ((corner >= 0) & (corner < shape)).all(1)
            np.add.at(total, tuple(corner[good].T), place[good])
            np.add.at(count, tuple(corner[good].T), 1.0)
    used = count > 0
    index = np.full(shape, -1)
    index[used] = np.arange(int(used.sum()))
    points = total[used] / count[used][:, None]
    faces = [_triangles(index, corners, outward, shape) for outward, corners in quads]
    return points, np.concatenate(faces)


def _round_edge(crosses: np.ndarray, axis: int) -> list[np.ndarray]:
    """The four cells round each edge, anticlockwise seen from the end of `axis`."""
    right, up = np.eye(3, dtype=int)[(axis + 1) % 3], np.eye(3, dtype=int)[(axis + 2) % 3]
    return [crosses - right - up, crosses - up, crosses, crosses - right]


def _triangles(
    index: np.ndarray, corners: list[np.ndarray], outward: np.ndarray, shape: np.ndarray
) -> np.ndarray:
    good = np.all([((corner >= 0) & (corner < shape)).all(1) for corner in corners], 0)
    quad = np.stack([index[tuple(corner[good].T)] for corner in corners], -1)
    quad = np.where(outward[good][:, None], quad, quad[:, ::-1])
    return np.concatenate([quad[:, [0, 1, 2]], quad[:, [0, 2, 3]]])


def _holds(blobs: Sequence[Blob], points: np.ndarray, bones: dict[str, int], softness: float) -> np.ndarray:
    nearest = np.full((len(points), len(bones)), np.inf)
    for blob in blobs:
        column = bones[blob.bone]
        nearest[:, column] = np.minimum(nearest[:, column], blob.distance(points))
    nearest -= nearest.min(1, keepdims=True)
    holds = np.exp(-((nearest / softness) ** 2))
    return holds / holds.sum(1, keepdims=True)


def _whole(half: Pelt, middle: np.ndarray, swap: np.ndarray) -> Pelt:
    """The half and its mirror image, sewn together where they meet."""
    kept = half.faces[~middle[half.faces].all(1)]
    # What lies beyond the middle belongs to the other half.
    kept = kept[(half.points[kept, 0] > -1e-9).all(1)]
    twin = np.where(middle, np.arange(len(middle)), len(middle) + np.cumsum(~middle) - 1)
    other = half.mirrored(swap)
    weights = half.weights.copy()
    weights[middle] = 0.5 * (half.weights[middle] + other.weights[middle])
    return Pelt(
        np.concatenate([half.points, other.points[~middle]]),
        np.concatenate([half.normals, other.normals[~middle]]),
        np.concatenate([kept, twin[kept][:, ::-1]]),
        np.concatenate([weights, other.weights[~middle]]),
    )
