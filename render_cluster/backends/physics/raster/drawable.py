"""A part on the graphics card and where it stands in the present frame."""

from collections.abc import Callable
from dataclasses import dataclass, field

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.detail import coarser
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.programs import put

# How many pixels wide the faces are that stand for finer ones: in the picture, and where only a shape is wanted.
_SMOOTH_CELL_PX, _SHAPE_CELL_PX = 1.6, 3.0
_SHAPE_CELL_M_MAX, _CELL_SHARE_MAX = 0.02, 1 / 12
# Fewer are drawn as they are.
_FACES_MIN = 600

# Programs are made for a few counts of bones only, as each costs a compilation.
BONES_ROOMS = (13, 24, 40, 64)


class Upload:
    """Vertices and faces in the card's memory; `bones` and `weights` (n, 3) where a skeleton carries them.

    `picture` is the one that its surface shows, of Material.FACE alone; it is freed with the rest.
    """

    def __init__(
        self,
        gl: moderngl.Context,
        part: Part,
        bones: np.ndarray | None = None,
        weights: np.ndarray | None = None,
        picture: moderngl.Texture | None = None,
    ) -> None:
        self.picture = picture
        mesh = part.mesh
        lasting = {"colour": mesh.colours, "surface": mesh.surfaces}
        if bones is not None:
            lasting |= {"bones": bones, "weights": weights}
        self._gl, self._mesh = gl, mesh
        # What a frame may move lies apart from what it never changes.
        self._shape = gl.buffer(_bytes(mesh.points, mesh.normals))
        self._rest = gl.buffer(_bytes(*lasting.values()))
        self._columns = ((self._shape, ("point", "normal")), (self._rest, tuple(lasting)))
        self._faces = gl.buffer(mesh.faces.astype(np.int32).tobytes())
        self._shape_faces = self._faces
        self._arrays: dict[tuple[moderngl.Program, bool], moderngl.VertexArray] = {}

    def thin_out(self, pixel_m: float, smooth: bool = False) -> None:
        """Leaves out faces that are too small where the nearest pixel is `pixel_m` wide.

        Where only the shape is wanted more can go; where colours are, only what is `smooth` keeps its look.
        """
        points, faces = self._mesh.points, self._mesh.faces
        if len(faces) < _FACES_MIN:
            return
        # Cells as large as the thing itself would leave no face of it.
        cell_m_max = _CELL_SHARE_MAX * float(np.ptp(points, axis=0).max())
        cell_m = min(_SHAPE_CELL_PX * pixel_m, _SHAPE_CELL_M_MAX, cell_m_max)
        self._shape_faces = self._gl.buffer(coarser(points, faces, cell_m).astype(np.int32).tobytes())
        if smooth:
            self._faces.release()
            fewer = coarser(points, faces, min(_SMOOTH_CELL_PX * pixel_m, cell_m_max))
            self._faces = self._gl.buffer(fewer.astype(np.int32).tobytes())

    def array(self, program: moderngl.Program, shape: bool = False) -> moderngl.VertexArray:
        """The vertices as this program reads them; for a `shape` without colours fewer faces may do."""
        if (program, shape) not in self._arrays:
            content = [
                (buffer, _formats(names, program), *[name for name in names if name in program])
                for buffer, names in self._columns
                if any(name in program for name in names)
            ]
            faces = self._shape_faces if shape else self._faces
            self._arrays[program, shape] = self._gl.vertex_array(program, content, faces)
        return self._arrays[program, shape]

    def rewrite(self, mesh: Mesh) -> None:
        """Moves the first vertices to the points and normals of `mesh`; its faces and colours are not looked at."""
        self._shape.write(_bytes(mesh.points, mesh.normals))

    def release(self) -> None:
        """Frees the card's memory."""
        for array in self._arrays.values():
            array.release()
        for buffer in {self._shape, self._rest, self._faces, self._shape_faces}:
            buffer.release()
        if self.picture is not None:
            self.picture.release()


def _formats(names: tuple[str, ...], program: moderngl.Program) -> str:
    return " ".join("3f" if name in program else "3x4" for name in names)


def _bytes(*columns: np.ndarray) -> bytes:
    return np.hstack(columns).astype(np.float32).tobytes()


@dataclass(slots=True)
class Drawable:
    """One draw: `model` (4, 4) places it, or `skin` (bones, 4, 4) does; `shown` False skips it this frame.

    `model_before` and `skin_before` are those of the frame before; without them it has not moved.
    `express` tells where the face units (face.UNITS,) of a person put the first of its vertices.
    What does not cast stands in no light's way.
    """

    upload: Upload
    material: Material
    moving: bool
    outlined: bool
    model: np.ndarray = field(default_factory=lambda: np.eye(4))
    skin: np.ndarray | None = None
    model_before: np.ndarray | None = None
    skin_before: np.ndarray | None = None
    shown: bool = True
    express: Callable[[np.ndarray], Mesh] | None = None
    casts: bool = True

    @property
    def skinned(self) -> int:
        """For how many bones the shader needs room, 0 without: the value of the shaders' SKINNED."""
        if self.skin is None:
            return 0
        return next(room for room in BONES_ROOMS if room >= len(self.skin))

    def draw(self, program: moderngl.Program, shape: bool = False) -> None:
        """Draws it with a program whose other uniforms are set; of its `shape` alone no more than tells."""
        if self.skin is not None:
            program["skin"].write(_roomy(self.skin))
            if "skin_before" in program:
                before = self.skin if self.skin_before is None else self.skin_before
                program["skin_before"].write(_roomy(before))
        else:
            put(program, model=self.model)
            if "model_before" in program:
                put(program, model_before=self.model if self.model_before is None else self.model_before)
        self.upload.array(program, shape).render()


def _roomy(skin: np.ndarray) -> bytes:
    """The matrices column by column, as many as the program has room for."""
    room = next(room for room in BONES_ROOMS if room >= len(skin))
    matrices = np.zeros((room, 4, 4), np.float32)
    matrices[: len(skin)] = skin.swapaxes(-1, -2)
    return matrices.tobytes()
