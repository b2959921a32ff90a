"""A person's drawables."""
import moderngl
import numpy as np
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.part import Part, Material
from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.scene import Person


def drawables(gl: moderngl.Context, one: Person, setting: str, toon: bool) -> list[Drawable]:
    an = anatomy(one.name, 0.7 if toon else 0)
    out = []
    for hide, mat, col in [(an.skin, Material.SKIN, one.skin), (an.eyes[0], Material.PLAIN, (1, 1, 1)), (an.eyes[1], Material.PLAIN, (1, 1, 1)), (an.lashes, Material.PLAIN, (0, 0, 0))]:
        m = Mesh.of(hide.points, hide.normals, hide.faces).painted(col)
        b, w = hide.bones_and_weights()
        out.append(Drawable(Upload(gl, Part(m, mat), b, w), mat, True, True, skin=np.tile(np.eye(4), (13, 1, 1))))
    return out
