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
    seen = np.zeros(len(mesh.faces), bool)
    points = np.column_stack([mesh.points, np.ones(len(mesh.points))]).astype(np.float32)
    lens = perspective(take.fov_rad * _WIDER, aspect * _WIDER, _NEAR_M, _FAR_M)
    for index in np.linspace(0, len(take.eyes_m) - 1, _SAMPLES_COUNT).astype(int):
        view = (lens @ look_at(take.eyes_m[index], take.aims_m[index])).astype(np.float32)
        x, y, _, w = (points @ view.T).T
        beside = np.stack([x > w, x < -w, y > w, y < -w, w < 0], -1)
        seen |= ~beside[mesh.faces].all(1).any(1)
    faces = _nearest_first(mesh.points, mesh.faces[seen], take)
    return Mesh(mesh.points, mesh.normals, faces, mesh.colours, mesh.surfaces)


def _nearest_first(points_m: np.ndarray, faces: np.ndarray, take: Take) -> np.ndarray:
    """The faces in such an order that few are painted over by others."""
    far_m = np.linalg.norm(points_m[faces].mean(1) - take.eyes_m.mean(0), axis=1)
    return faces[np.argsort(far_m, kind="stable")]
