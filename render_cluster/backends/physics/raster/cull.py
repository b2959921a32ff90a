"""Leaves out what a camera move never sees: found once a shot, saved in every frame."""

import numpy as np

from render_cluster.backends.physics.raster.film import Take
from render_cluster.backends.physics.raster.matrices import look_at, perspective
from render_cluster.backends.physics.raster.mesh import Mesh

_SAMPLES_COUNT = 9
# Between the sampled frames the view may reach a little further.
_WIDER = 1.08
_NEAR_M, _FAR_M = 0.05, 2000.0


def seen_only(mesh: Mesh, take: Take, aspect: float) -> Mesh:
    """`mesh` without the faces that lie wholly beside the picture in all of the take's frames, near ones first."""
    seen, corners = np.zeros(len(mesh.faces), bool), np.ascontiguousarray(mesh.faces.T)
    points = np.column_stack([mesh.points, np.ones(len(mesh.points))]).astype(np.float32)
    lens = perspective(take.fov_rad * _WIDER, aspect * _WIDER, _NEAR_M, _FAR_M)
    spread = np.linspace(0, len(take.eyes_m) - 1, _SAMPLES_COUNT).astype(int)
    # What is seen right before and after a cut is no way between two samples.
    indices = sorted({*spread.tolist(), *take.cuts, *(cut - 1 for cut in take.cuts)})
    # A camera that stands still looks but once.
    for eye, aim in np.unique(np.stack([take.eyes_m[indices], take.aims_m[indices]], 1), axis=0):
        beside = _sides(points, (lens @ look_at(eye, aim)).astype(np.float32))
        seen |= (beside[corners[0]] & beside[corners[1]] & beside[corners[2]]) == 0
    faces = _nearest_first(mesh.points, mesh.faces[seen], take)
    return Mesh(mesh.points, mesh.normals, faces, mesh.colours, mesh.surfaces)


def _sides(points: np.ndarray, view: np.ndarray) -> np.ndarray:
    """Beside which edges of the picture, or behind it, each point is: uint8 (points,), a bit an edge."""
    x, y, _, w = (points @ view.T).T
    beside = np.zeros(len(points), np.uint8)
    for bit, outside in enumerate((x > w, x < -w, y > w, y < -w, w < 0)):
        beside |= outside.astype(np.uint8) << bit
    return beside


def _nearest_first(points_m: np.ndarray, faces: np.ndarray, take: Take) -> np.ndarray:
    """The faces in such an order that few are painted over by others."""
    far_m = np.linalg.norm(points_m[faces].mean(1) - take.eyes_m.mean(0), axis=1)
    return faces[np.argsort(far_m, kind="stable")]
