"""One triangle that covers the picture: how every pass over the whole frame draws."""

import moderngl
import numpy as np


class Quad:
    """The triangle and its vertex array for each program."""

    def __init__(self, gl: moderngl.Context) -> None:
        self._gl = gl
        self._corners = gl.buffer(np.array([-1, -1, 3, -1, -1, 3], np.float32).tobytes())
        self._arrays: dict[moderngl.Program, moderngl.VertexArray] = {}

    def draw(self, program: moderngl.Program) -> None:
        """Runs the program's fragment shader on every pixel of the bound framebuffer."""
        if program not in self._arrays:
            self._arrays[program] = self._gl.vertex_array(program, [(self._corners, "2f", "corner")])
        self._arrays[program].render(vertices=3)
