"""A part on the graphics card and where it stands in the present frame."""

from collections.abc import Callable
from dataclasses import dataclass, field

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.programs import put


class Upload:
    """Vertices and faces in the card's memory; `bones` and `weights` (n, 3) where a skeleton carries them."""

    def __init__(
        self,
        gl: moderngl.Context,
        part: Part,
        bones: np.ndarray | None = None,
        weights: np.ndarray | None = None,
    ) -> None:
        mesh = part.mesh
        self._names = ["point", "normal", "colour", "surface"]
        self._carried = None
        if bones is not None:
            self._carried = np.hstack([bones, weights])
            self._names += ["bones", "weights"]
        self._gl = gl
        self._vertices = gl.buffer(self._rows(mesh))
        self._faces = gl.buffer(mesh.faces.astype(np.int32).tobytes())
        self._arrays: dict[moderngl.Program, moderngl.VertexArray] = {}

    def array(self, program: moderngl.Program) -> moderngl.VertexArray:
        """The vertices as this program reads them."""
        if program not in self._arrays:
            formats = " ".join("3f" if name in program else "3x4" for name in self._names)
            read = [name for name in self._names if name in program]
            content = [(self._vertices, formats, *read)]
            self._arrays[program] = self._gl.vertex_array(program, content, self._faces)
        return self._arrays[program]

    def rewrite(self, mesh: Mesh) -> None:
        """Moves the first vertices, as many as the mesh has; they keep the bones that carry them."""
        self._vertices.write(self._rows(mesh))

    def _rows(self, mesh: Mesh) -> bytes:
        columns = [mesh.points, mesh.normals, mesh.colours, mesh.surfaces]
        if self._carried is not None:
            columns.append(self._carried[: len(mesh.points)])
        return np.hstack(columns).astype(np.float32).tobytes()

    def release(self) -> None:
        """Frees the card's memory."""
        for array in self._arrays.values():
            array.release()
        self._vertices.release()
        self._faces.release()


@dataclass(slots=True)
class Drawable:
    """One draw: `model` (4, 4) places it, or `skin` (bones, 4, 4) does; `shown` False skips it this frame.

    A `mould` gives the first vertices of its mesh for the units of a face.
    """

    upload: Upload
    material: Material
    moving: bool
    outlined: bool
    model: np.ndarray = field(default_factory=lambda: np.eye(4))
    skin: np.ndarray | None = None
    shown: bool = True
    mould: Callable[[np.ndarray], Mesh] | None = None

    @property
    def skinned(self) -> int:
        """1 where bones carry it: the value of the shaders' SKINNED."""
        return int(self.skin is not None)

    def draw(self, program: moderngl.Program) -> None:
        """Draws it with a program whose other uniforms are set."""
        if self.skin is not None:
            put(program, skin=self.skin)
        else:
            put(program, model=self.model)
        self.upload.array(program).render()
