"""Cuts skins along smooth lines, which is how clothes and hair get clean edges from a coarse body."""

import numpy as np

from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.raster.people.body import Hide


def cut(hide: Hide, field: np.ndarray) -> tuple[Hide, np.ndarray]:
    """The part of a skin where `field` (n,) is positive, split exactly where it is nought.

    Also returns the edges (k, 2) of the cut, as indices of the new skin's points.
    """
    inside = field > 0
    count = inside[hide.faces].sum(1)
    whole = hide.faces[count == 3]
    table = np.hstack([hide.points, hide.normals, hide.weights])
    rows, faces, edges = [table], [whole], []
    start = len(table)
    for wanted in (1, 2):
        crossing = _odd_first(hide.faces[count == wanted], inside, odd_inside=wanted == 1)
        odd, second, third = crossing.T
        size = len(crossing)
        rows += [_between(table, field, odd, second), _between(table, field, odd, third)]
        near, far = start + np.arange(size), start + size + np.arange(size)
        start += 2 * size
        if wanted == 1:
            faces.append(np.stack([odd, near, far], 1))
            edges.append(np.stack([near, far], 1))
        else:
            faces += [np.stack([near, second, third], 1), np.stack([near, third, far], 1)]
            edges.append(np.stack([far, near], 1))
    return _compact(np.concatenate(rows), np.concatenate(faces), np.concatenate(edges))


def _odd_first(faces: np.ndarray, inside: np.ndarray, odd_inside: bool) -> np.ndarray:
    """Each face turned so that the corner that is alone on its side comes first."""
    alone = (inside[faces] == odd_inside).argmax(1)
    turned = (alone[:, None] + np.arange(3)) % 3
    return np.take_along_axis(faces, turned, 1)


def _between(table: np.ndarray, field: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    share = (field[a] / (field[a] - field[b]))[:, None]
    return table[a] * (1 - share) + table[b] * share


def _compact(table: np.ndarray, faces: np.ndarray, edges: np.ndarray) -> tuple[Hide, np.ndarray]:
    # Neighbouring faces cut the same edge: points at the same place become one, or cloth would tear.
    _, first, same = np.unique(np.round(table[:, :3], 6), axis=0, return_index=True, return_inverse=True)
    faces, edges = same.reshape(-1)[faces], same.reshape(-1)[edges]
    table = table[first]
    used, local = np.unique(faces, return_inverse=True)
    place = np.full(len(table), -1)
    place[used] = np.arange(len(used))
    table = table[used]
    hide = Hide(table[:, :3], normalized(table[:, 3:6]), table[:, 6:], local.reshape(-1, 3))
    return hide, place[edges][(place[edges] >= 0).all(1)]


def halved(hide: Hide) -> Hide:
    """The same skin with each face in four, so that small things can be cut from it."""
    count = len(hide.points)
    corners = [hide.faces[:, (0, 1)], hide.faces[:, (1, 2)], hide.faces[:, (2, 0)]]
    edges, which = np.unique(np.sort(np.concatenate(corners), 1), axis=0, return_inverse=True)
    middles = (count + which.reshape(3, -1)).T
    a, b, c = hide.faces.T
    ab, bc, ca = middles.T
    faces = np.concatenate(
        [np.stack(own, 1) for own in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    )
    table = np.hstack([hide.points, hide.normals, hide.weights])
    table = np.concatenate([table, (table[edges[:, 0]] + table[edges[:, 1]]) / 2.0])
    return Hide(table[:, :3], normalized(table[:, 3:6]), table[:, 6:], faces)


def smoothed(hide: Hide, rounds: int, held: np.ndarray | None = None) -> Hide:
    """Each point drawn towards the mean of its neighbours, some `rounds` times; `held` (n,) points stay."""
    pairs = np.concatenate([hide.faces[:, (0, 1)], hide.faces[:, (1, 2)], hide.faces[:, (2, 0)]])
    points = hide.points.copy()
    degree = np.bincount(pairs.ravel(), minlength=len(points))[:, None]
    for _ in range(rounds):
        summed = np.zeros_like(points)
        np.add.at(summed, pairs[:, 0], points[pairs[:, 1]])
        np.add.at(summed, pairs[:, 1], points[pairs[:, 0]])
        mean = summed / np.maximum(degree, 1)
        points = points + 0.6 * (mean - points) * (1.0 if held is None else (~held)[:, None])
    return hide.moved_to(points)


def hemmed(hide: Hide, edges: np.ndarray, inner: np.ndarray) -> Hide:
    """The skin with a strip from each cut edge to the points `inner` (n, 3), so that cloth has thickness."""
    if not len(edges):
        return hide
    corners, local = np.unique(edges, return_inverse=True)
    local = local.reshape(-1, 2)
    start = len(hide.points)
    outer, lower = start + local, start + len(corners) + local
    strip = [
        np.stack([outer[:, 0], lower[:, 1], outer[:, 1]], 1),
        np.stack([outer[:, 0], lower[:, 0], lower[:, 1]], 1),
    ]
    points = np.concatenate([hide.points, hide.points[corners], inner[corners]])
    normals = np.concatenate([hide.normals, hide.normals[corners], hide.normals[corners]])
    weights = np.concatenate([hide.weights, hide.weights[corners], hide.weights[corners]])
    return Hide(points, normals, weights, np.concatenate([hide.faces, *strip]))
