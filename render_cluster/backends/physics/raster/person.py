"""A person's drawables."""

import moderngl

from render_cluster.backends.physics.raster.drawable import Drawable
from render_cluster.backends.physics.scene import Person


def drawables(gl: moderngl.Context, one: Person, setting: str, toon: bool) -> list[Drawable]:
    return []
