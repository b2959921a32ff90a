"""How coarsely a style draws: how large its pixels are, and how long each of its pictures stays."""

from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.raster.looks import Manner

_LINES_OF_PIXEL_ART = 150.0


class Pixels(NamedTuple):
    """A grid of `grid_px` that is shown `enlargement` times as large and cut to `size_px`, both (wide, high)."""

    size_px: tuple[int, int]
    grid_px: tuple[int, int]
    enlargement: int

    @staticmethod
    def of(width_px: int, height_px: int, manner: Manner) -> "Pixels":
        """The grid for a frame size: its own pixels, or for pixel art about 150 lines of the shorter side."""
        factor = 1
        if manner.finish == "pixels":
            factor = max(1, round(min(width_px, height_px) / _LINES_OF_PIXEL_ART))
        return Pixels((width_px, height_px), (-(-width_px // factor), -(-height_px // factor)), factor)

    @property
    def ink_share(self) -> float:
        """Outlines are told for 360 lines; a coarse grid's must not fall below a pixel."""
        return max(1.0, 360.0 / self.grid_px[1] / 2.0) if self.enlargement > 1 else 1.0

    def enlarged(self, grid: np.ndarray) -> np.ndarray:
        """The frame (high, wide, 3) that a grid of pixels fills."""
        if self.enlargement == 1:
            return np.ascontiguousarray(grid)
        large = grid.repeat(self.enlargement, axis=0).repeat(self.enlargement, axis=1)
        return np.ascontiguousarray(large[: self.size_px[1], : self.size_px[0]])


def held(index: int, fps: int, holds_per_s: int) -> int:
    """The frame whose picture frame `index` shows where each picture stays for 1 / holds_per_s seconds."""
    if not 0 < holds_per_s < fps:
        return index
    step = index * holds_per_s // fps
    return -(-step * fps // holds_per_s)
