"""What the sun sees: one map a shot for what never moves, one a frame for what does."""

import math

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.drawable import Drawable
from render_cluster.backends.physics.raster.matrices import look_at, orthographic
from render_cluster.backends.physics.raster.programs import Programs, put
from render_cluster.backends.physics.raster.targets import MOVING_SHADOW_PX, STATIC_SHADOW_PX, Targets

_DEPTH_M = 60.0
STATIC_RADIUS_M = 24.0


class ShadowPass:
    """Draws both shadow maps."""

    def __init__(self, gl: moderngl.Context, programs: Programs, targets: Targets) -> None:
        self._gl = gl
        self._programs = programs
        self._targets = targets

    def draw_static(self, drawables: list[Drawable], to_sun: np.ndarray, centre_m: np.ndarray) -> np.ndarray:
        """Fills the map of what never moves and returns its matrix."""
        matrix = _matrix(to_sun, centre_m, STATIC_RADIUS_M, STATIC_SHADOW_PX)
        self._draw(self._targets.to_static_shadow, drawables, matrix, moderngl.DEPTH_TEST)
        return matrix

    def draw_moving(
        self, drawables: list[Drawable], to_sun: np.ndarray, centre_m: np.ndarray, radius_m: float
    ) -> np.ndarray:
        """Fills the map of what moves and returns its matrix."""
        matrix = _matrix(to_sun, centre_m, radius_m, MOVING_SHADOW_PX)
        # What moves is closed, so its far side need not be drawn.
        flags = moderngl.DEPTH_TEST | moderngl.CULL_FACE
        self._draw(self._targets.to_moving_shadow, [one for one in drawables if one.moving], matrix, flags)
        return matrix

    def _draw(
        self, target: moderngl.Framebuffer, drawables: list[Drawable], matrix: np.ndarray, flags: int
    ) -> None:
        target.use()
        target.clear(depth=1.0)
        self._gl.enable_only(flags)
        for one in drawables:
            if one.shown:
                program = self._programs.get("depth.vert", "depth.frag", SKINNED=one.skinned)
                put(program, projection=matrix)
                one.draw(program, shape=True)


def _matrix(to_sun: np.ndarray, centre_m: np.ndarray, radius_m: float, side_px: int) -> np.ndarray:
    """World to map; the centre moves in whole texels, or the edges of shadows would crawl."""
    view = look_at(to_sun, np.zeros(3))
    texel_m = 2.0 * radius_m / side_px
    centre = view[:3, :3] @ centre_m
    snapped = np.array([math.floor(value / texel_m) * texel_m for value in centre])
    view[:3, 3] = -snapped - np.array([0.0, 0.0, _DEPTH_M / 2.0])
    return orthographic(radius_m, 0.0, _DEPTH_M) @ view
