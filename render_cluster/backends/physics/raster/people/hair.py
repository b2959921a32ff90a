"""Hair and brows: shells over the scalp, shaped by a cut that the person's name picks."""

import zlib

import numpy as np

from render_cluster.backends.physics.raster.people.body import Hide, is_woman
from render_cluster.backends.physics.raster.people.cut import cut, hemmed, smoothed
from render_cluster.backends.physics.raster.people.fields import share, smoothstep


def scalp(skin: Hide, eye_z_m: float, name: str) -> Hide:
    """The hair of a person: short, fuller, or down to the jaw."""
    style = zlib.crc32(name.encode()) // 2 % 3
    long = is_woman(name) and style > 0
    height, back = skin.points[:, 2] - eye_z_m, skin.points[:, 1]
    # The hairline: high on the brow, down before the ears, low in the neck.
    brow = 0.050 - 0.16 * (back + 0.115) - 0.10 * np.abs(skin.points[:, 0]) * (back < -0.06)
    sides = np.where(back > -0.045, -0.022 - 0.9 * np.maximum(back - 0.02, 0.0), brow)
    line = np.maximum(np.minimum(brow, sides + 0.02), -0.105 if long else -0.075)
    on_head = 10.0 * (share(skin, "head") - 0.6)
    ear = _away_from_ears(skin, eye_z_m)
    covers = np.minimum(np.minimum(height - line, on_head), ear)
    piece, edges = cut(skin, covers)
    held = np.zeros(len(piece.points), bool)
    held[edges.ravel()] = True
    soft = smoothed(piece, 6, held)
    above = soft.points[:, 2] - eye_z_m
    crown = smoothstep(-0.03, 0.09, above)
    depth = (0.008, 0.016, 0.012)[style] + ((0.020, 0.016, 0.018)[style]) * crown
    depth = np.where(held, 0.006, depth)
    shell = soft.moved_to(soft.points + soft.normals * depth[:, None])
    return hemmed(smoothed(shell, 1, held), edges, soft.points - soft.normals * 0.002)


def brows(skin: Hide, eyes: tuple[Hide, Hide]) -> list[Hide]:
    """Two arches above the eyes, a hair's breadth off the skin."""
    pieces = []
    for eye in eyes:
        middle = eye.points.mean(0)
        outward = (skin.points[:, 0] - middle[0]) * np.sign(middle[0])
        arch = 0.0255 + 0.004 * np.cos(outward * 55.0) - 0.05 * np.maximum(outward - 0.012, 0.0)
        height = np.abs(skin.points[:, 2] - middle[2] - arch)
        thick = 0.0034 - 0.0020 * smoothstep(0.0, 0.028, outward)
        field = np.minimum(thick - height, 0.021 - np.abs(outward - 0.001))
        field = np.where((skin.points[:, 1] < middle[1] + 0.03) & (share(skin, "head") > 0.8), field, -1.0)
        piece, _ = cut(skin, field)
        pieces.append(piece.moved_to(piece.points + piece.normals * 0.0018))
    return pieces


def _away_from_ears(skin: Hide, eye_z_m: float) -> np.ndarray:
    """Positive away from the ears, which stand out of the hair."""
    ear = np.array([0.078, 0.012, eye_z_m - 0.012])
    offset = (np.abs(skin.points[:, 0]) - ear[0], skin.points[:, 1] - ear[1], skin.points[:, 2] - ear[2])
    return np.sqrt((offset[0] / 1.0) ** 2 + (offset[1] / 0.9) ** 2 + (offset[2] / 1.25) ** 2) - 0.034
