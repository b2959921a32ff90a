"""Lays one picture over another, half and half."""

import moderngl

from render_cluster.backends.physics.raster.programs import Programs, put
from render_cluster.backends.physics.raster.quad import Quad
from render_cluster.backends.physics.raster.scene_pass import SKY
from render_cluster.backends.physics.raster.targets import Targets


class MeanPass:
    """The pass that makes one picture of two, drawn half a pixel apart."""

    def __init__(self, gl: moderngl.Context, programs: Programs, targets: Targets, quad: Quad) -> None:
        self._gl = gl
        self._programs = programs
        self._targets = targets
        self._quad = quad

    def draw(self) -> None:
        """Blends the second picture into the first, where depth and alpha stay the first's."""
        self._targets.second_picture.use(SKY)
        self._gl.enable_only(moderngl.BLEND)
        self._gl.blend_func = (
            moderngl.SRC_ALPHA,
            moderngl.ONE_MINUS_SRC_ALPHA,
            moderngl.ZERO,
            moderngl.ONE,
        )
        program = self._programs.get("quad.vert", "mean.frag")
        put(program, picture=SKY)
        self._targets.to_picture.use()
        self._quad.draw(program)
