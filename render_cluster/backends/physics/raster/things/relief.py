"""Blows a flat picture up into a solid: a cushion over its outline, with the picture on both sides."""

import io
from functools import lru_cache
from itertools import pairwise

import numpy as np
from PIL import Image

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged, smooth_normals
from render_cluster.backends.physics.things.emoji import picture_bytes

_CELLS = 92
_DEPTH_SHARE = 0.62
_INSIDE = 0.5
_ROUGH = 0.32
# Rounds of relaxation on each finer grid: the coarse ones carry far, the fine ones round the rim.
_ROUNDS = ((4, 160), (2, 80), (1, 48))


@lru_cache(maxsize=48)  # a film shows the same few things in every chunk of its frames
def relief(picture: str, colour: Colour | None = None) -> Mesh:
    """The solid of a picture of the pack; KeyError where the pack has none of that name."""
    return inflated(Image.open(io.BytesIO(picture_bytes(picture))).convert("RGBA"), colour)


def inflated(picture: Image.Image, colour: Colour | None = None) -> Mesh:
    """A solid of the picture's outline, its longest side 1, upright about the origin, facing -y.

    `picture` is RGBA with a clear margin of its own making; `colour` (sRGB) dyes it and keeps its shading.
    ValueError for a picture without an opaque spot.
    """
    alpha, tint = _sampled(picture)
    points, faces, heights = _outlined(alpha)
    rows, columns = alpha.shape
    scale = 1.0 / (max(rows, columns) - 3)
    x = (points[:, 1] - (columns - 1) / 2) * scale
    z = ((rows - 1) / 2 - points[:, 0]) * scale
    y = heights * scale * _DEPTH_SHARE
    light = linear(_at(tint, points))
    colours = light if colour is None else _dyed(light, colour)
    front, back = np.stack([x, -y, z], 1), np.stack([x, y, z], 1)
    normals = smooth_normals(
        np.concatenate([front, back]), np.concatenate([faces, faces[:, ::-1] + len(front)])
    )
    # Both halves share the rim, where the mean of their normals lies in the plane of the picture.
    rim = heights <= 0.0
    normals = normals.reshape(2, -1, 3)
    normals[:, rim, 1] = 0.0
    halves = []
    for side, corners, turned in ((0, front, faces), (1, back, faces[:, ::-1])):
        mesh = Mesh.of(corners, normals[side], turned)
        surfaces = np.tile(np.float32([_ROUGH, 0.0, 0.0]), (len(corners), 1))
        halves.append(Mesh(mesh.points, mesh.normals, mesh.faces, colours.astype("f4"), surfaces))
    return merged(halves)


def _sampled(picture: Image.Image) -> tuple[np.ndarray, np.ndarray]:
    """Alpha (rows, columns) and sRGB (rows, columns, 3) on the grid, with a clear frame of one point."""
    box = picture.getchannel("A").point(lambda a: 255 * (a > 127)).getbbox()
    if box is None:
        raise ValueError("the picture has no opaque spot")
    cut = picture.crop(box)
    scale = _CELLS / max(cut.size)
    size = tuple(max(4, round(side * scale)) for side in cut.size)
    whole = np.asarray(cut, float) / 255.0
    ready = np.dstack([whole[..., :3] * whole[..., 3:], whole[..., 3]])
    layers = [
        np.asarray(Image.fromarray(layer.astype(np.float32)).resize(size, Image.Resampling.BOX))
        for layer in np.moveaxis(ready, -1, 0)
    ]
    alpha = np.pad(layers[3], 1)
    colour = np.stack(layers[:3], -1) / np.maximum(layers[3], 1e-3)[..., None]
    tint = np.pad(np.where(layers[3][..., None] > 0.02, colour, 0.5), ((1, 1), (1, 1), (0, 0)), "edge")
    return alpha, np.clip(_spread(tint, alpha), 0.0, 1.0)


def _spread(tint: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Carries the colours of opaque points two steps outwards, so that the rim takes no halo."""
    known = alpha > 0.9
    for _ in range(2):
        total, count = np.zeros_like(tint), np.zeros(alpha.shape)
        for step, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
            near = np.roll(known, step, axis)
            total += np.roll(tint, step, axis) * near[..., None]
            count += near
        fresh = ~known & (count > 0)
        tint = np.where(fresh[..., None], total / np.maximum(count, 1)[..., None], tint)
        known = known | fresh
    return tint


def _outlined(alpha: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Marching squares: points (n, 2) in grid steps, triangles (m, 3) and the height at each point."""
    rows, columns = alpha.shape
    inside = alpha > _INSIDE
    height = _cushion(inside)
    row, column = np.mgrid[0:rows, 0:columns].astype(float)
    across = np.where(inside[:, :-1] != inside[:, 1:], _cut(alpha[:, :-1], alpha[:, 1:]), 0.0)
    down = np.where(inside[:-1] != inside[1:], _cut(alpha[:-1], alpha[1:]), 0.0)
    points = np.concatenate([
        np.stack([row, column], -1).reshape(-1, 2),
        np.stack([row[:, :-1], column[:, :-1] + across], -1).reshape(-1, 2),
        np.stack([row[:-1] + down, column[:-1]], -1).reshape(-1, 2),
    ])  # fmt: skip
    heights = np.concatenate([height.ravel(), np.zeros(across.size + down.size)])
    r, c = np.mgrid[0 : rows - 1, 0 : columns - 1].reshape(2, -1)
    corner = r * columns + c
    side_at, down_at = rows * columns, rows * columns + across.size
    # The eight places round a cell, anticlockwise as seen from the front: corner, edge, corner ...
    slots = np.stack([
        corner, down_at + corner, corner + columns, side_at + (r + 1) * (columns - 1) + c,
        corner + columns + 1, down_at + corner + 1, corner + 1, side_at + r * (columns - 1) + c,
    ], 1)  # fmt: skip
    corners_in = inside.ravel()[slots[:, ::2]]
    used = np.empty(slots.shape, bool)
    used[:, ::2] = corners_in
    used[:, 1::2] = corners_in != np.roll(corners_in, -1, 1)
    faces = _fans(slots, used)
    kept, renamed = np.unique(faces, return_inverse=True)
    return points[kept], renamed.reshape(-1, 3), heights[kept]


def _fans(slots: np.ndarray, used: np.ndarray) -> np.ndarray:
    """The polygon of the used places of each cell as triangles (m, 3)."""
    triangles = []
    patterns = np.packbits(used, axis=1)[:, 0]
    for pattern in np.unique(patterns):
        chosen = np.flatnonzero(np.unpackbits(pattern))
        cells = slots[patterns == pattern]
        triangles += [cells[:, [chosen[0], a, b]] for a, b in pairwise(chosen[1:])]
    return np.concatenate(triangles) if triangles else np.empty((0, 3), int)


def _cut(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    gap = b - a
    return np.clip((_INSIDE - a) / np.where(np.abs(gap) < 1e-6, 1.0, gap), 0.02, 0.98)


def _cushion(inside: np.ndarray) -> np.ndarray:
    """How far a skin that is pressed from below rises, in grid steps: a half ball over a disc.

    The root of the solution of Poisson's equation with a clamped rim, found from coarse to fine.
    """
    rows, columns = inside.shape
    skin = np.zeros((1, 1))
    for step, rounds in _ROUNDS:
        clear = inside[::step, ::step]
        shape = clear.shape
        grown = np.asarray(
            Image.fromarray(skin.astype(np.float32)).resize(shape[::-1], Image.Resampling.BILINEAR)
        )
        skin = np.where(clear, grown, 0.0)
        for _ in range(rounds):
            padded = np.pad(skin, 1)
            around = padded[2:, 1:-1] + padded[:-2, 1:-1] + padded[1:-1, 2:] + padded[1:-1, :-2]
            skin = np.where(clear, (around + step * step) / 4.0, 0.0)
    return np.sqrt(4.0 * skin[:rows, :columns])


def _at(layers: np.ndarray, points: np.ndarray) -> np.ndarray:
    """The layers (rows, columns, k) at points (n, 2) between the grid's."""
    low = np.floor(points).astype(int)
    low = np.minimum(low, np.array(layers.shape[:2]) - 2)
    part = points - low
    r, c = low.T
    a, b = part[:, :1], part[:, 1:]
    top = layers[r, c] * (1 - b) + layers[r, c + 1] * b
    return top * (1 - a) + (layers[r + 1, c] * (1 - b) + layers[r + 1, c + 1] * b) * a


def _dyed(light: np.ndarray, colour: Colour) -> np.ndarray:
    shade = light @ (0.2126, 0.7152, 0.0722)
    shade = shade / max(float(np.median(shade)), 0.05)
    dyed = linear(colour) * np.clip(0.35 + 0.65 * shade, 0.0, 2.2)[:, None]
    return np.clip(0.88 * dyed + 0.12 * light, 0.0, 1.0)
