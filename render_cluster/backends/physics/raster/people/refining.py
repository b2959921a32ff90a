"""Splits the large faces on the front of a head, so that a picture of a face bends as finely as it needs."""

from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.raster.people.body import Hide
from render_cluster.backends.physics.raster.people.fields import share

_EDGE_LONGEST_M, _ROUNDS = 0.0038, 1


def refined(hide: Hide, moves: np.ndarray, eye_z_m: float) -> tuple[Hide, np.ndarray]:
    """The skin with large faces on the front of the head split, with the moves of their points."""
    for _ in range(_ROUNDS):
        hide, moves = _refined_once(hide, moves, eye_z_m)
    return hide, moves


def _refined_once(hide: Hide, moves: np.ndarray, eye_z_m: float) -> tuple[Hide, np.ndarray]:
    middle = hide.points[hide.faces].mean(1)
    on_face = (
        (middle[:, 1] < -0.005)
        & (middle[:, 2] > eye_z_m - 0.16)
        & (share(hide, "head")[hide.faces] > 0.6).all(1)
    )
    corners = hide.points[hide.faces]
    longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(1)
    on_face &= longest > _EDGE_LONGEST_M
    # Neighbours of a split face are split along the shared edge too, or cracks would open.
    chosen = hide.faces[on_face]
    pairs = np.sort(np.concatenate([chosen[:, (0, 1)], chosen[:, (1, 2)], chosen[:, (2, 0)]]), 1)
    edges = np.unique(pairs, axis=0)
    count = len(hide.points)
    keys = edges[:, 0] * count + edges[:, 1]

    def middle_of(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        key = np.minimum(a, b) * count + np.maximum(a, b)
        at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        return np.where(keys[at] == key, count + at, -1)

    faces = _split(hide.faces, middle_of)
    a, b = edges[:, 0], edges[:, 1]
    points = np.concatenate([hide.points, (hide.points[a] + hide.points[b]) / 2.0])
    normals = np.concatenate([hide.normals, _unit(hide.normals[a] + hide.normals[b])])
    weights = np.concatenate([hide.weights, (hide.weights[a] + hide.weights[b]) / 2.0])
    moved = np.concatenate([moves, (moves[:, a] + moves[:, b]) / 2.0], 1)
    return Hide(points, normals, weights, faces), moved


def _split(faces: np.ndarray, middle_of: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    mids = np.stack([middle_of(faces[:, i], faces[:, (i + 1) % 3]) for i in range(3)], 1)
    split = (mids >= 0).sum(1)
    out = [faces[split == 0]]
    for wanted in (1, 2):
        own, own_mids = faces[split == wanted], mids[split == wanted]
        first = (own_mids >= 0).argmax(1) if wanted == 1 else (own_mids < 0).argmax(1)
        turn = (first[:, None] + np.arange(3)) % 3
        (a, b, c), (ab, bc, ca) = np.take_along_axis(own, turn, 1).T, np.take_along_axis(own_mids, turn, 1).T
        if wanted == 1:
            out += [np.stack([a, ab, c], 1), np.stack([ab, b, c], 1)]
        else:
            out += [np.stack([a, b, bc], 1), np.stack([a, bc, ca], 1), np.stack([ca, bc, c], 1)]
    (a, b, c), (ab, bc, ca) = faces[split == 3].T, mids[split == 3].T
    out += [np.stack(corners, 1) for corners in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return np.concatenate(out)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
