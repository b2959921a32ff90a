"""Draws drops and foam as small soft discs over the finished water."""

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.blocks import View
from render_cluster.backends.physics.raster.programs import put

SPECKS_MAX = 2048


class SprayPass:
    """The discs' buffers and program."""

    def __init__(self, gl: moderngl.Context, program: moderngl.Program) -> None:
        self._gl = gl
        self._program = program
        corners = gl.buffer(np.array([-1, -1, 1, -1, -1, 1, 1, 1], np.float32).tobytes())
        self._specks = gl.buffer(reserve=SPECKS_MAX * 32)
        content = [(corners, "2f", "corner"), (self._specks, "4f 4f/i", "place", "look")]
        self._array = gl.vertex_array(program, content)

    def draw(self, specks: np.ndarray, view: View) -> None:
        """Draws `specks` (n, 8) of splash.Splash.specks; those beyond SPECKS_MAX are left out."""
        specks = specks[:SPECKS_MAX]
        if not len(specks):
            return
        self._specks.write(specks.astype(np.float32).tobytes())
        self._gl.enable_only(moderngl.DEPTH_TEST | moderngl.BLEND)
        # Alpha in the picture is the sun's share, which spray leaves as it is.
        self._gl.blend_func = moderngl.SRC_ALPHA, moderngl.ONE_MINUS_SRC_ALPHA, moderngl.ZERO, moderngl.ONE
        self._gl.fbo.depth_mask = False
        right, up = (tuple(map(float, view.view[row, :3])) for row in (0, 1))
        put(self._program, projection=view.whole, right=right, up=up)
        self._array.render(moderngl.TRIANGLE_STRIP, instances=len(specks))
        self._gl.fbo.depth_mask = True
