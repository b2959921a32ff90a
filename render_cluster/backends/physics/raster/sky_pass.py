"""Paints the sky of a shot once; every frame only looks it up."""

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.looks import Look
from render_cluster.backends.physics.raster.programs import Programs, put
from render_cluster.backends.physics.raster.quad import Quad
from render_cluster.backends.physics.raster.targets import Targets


def paint_sky(
    gl: moderngl.Context,
    programs: Programs,
    targets: Targets,
    quad: Quad,
    look: Look,
    toon: bool,
    to_sun: np.ndarray,
    seed: int,
) -> None:
    """Fills `targets.sky` and its smaller copies, which serve as blurred reflections."""
    sky = look.sky
    program = programs.get("quad.vert", "sky.frag", TOON=int(toon))
    put(
        program,
        zenith=sky.zenith,
        horizon=sky.horizon,
        haze=sky.haze,
        cloud_light=sky.cloud_light,
        cloud_shade=sky.cloud_shade,
        cloud_cover=sky.cloud_cover,
        star_light=sky.star_light,
        sun_size=sky.sun_size,
        sun_direction=tuple(map(float, to_sun)),
        sun_colour=look.key.colour,
        seed=float(seed % 97) * 0.37,
    )
    gl.enable_only(moderngl.NOTHING)
    targets.to_sky.use()
    quad.draw(program)
    targets.sky.build_mipmaps()
    targets.sky.filter = (moderngl.LINEAR_MIPMAP_LINEAR, moderngl.LINEAR)
