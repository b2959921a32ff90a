"""One scene with one motion on the graphics card: all that can be known before a frame is asked for."""

import math
import zlib
from dataclasses import replace

import moderngl
import msgspec
import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster import film, sets
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.cast import Cast
from render_cluster.backends.physics.raster.cull import seen_only
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.effects.scene_effects import effects_of
from render_cluster.backends.physics.raster.looks import Look, Manner
from render_cluster.backends.physics.raster.part import Material, Part, joined
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.shapes import box
from render_cluster.backends.physics.raster.stage import stage_of
from render_cluster.backends.physics.raster.whereabouts import moving_points
from render_cluster.backends.physics.scene import Scene, Vector

_SHADOW_RADIUS_M = (2.2, 9.0)
_GROUND_REACH_M = 400.0
# What hides others is drawn before them: leaves hide houses.
_NEAREST_FIRST = {
    Material.FOLIAGE: 1,
    Material.LEAVES: 1,
    Material.GROUND: 2,
    Material.TERRAIN: 2,
    Material.FAR: 3,
}


class Shot:
    """Drawables, camera move and light of a shot; `at` moves them to a frame."""

    def __init__(
        self, gl: moderngl.Context, scene: Scene, motion: Motion, look: Look, manner: Manner, aspect: float
    ):
        self.scene, self.motion, self.look = scene, motion, look
        self.take = film.take(steadied(scene, manner), motion, aspect, look.lens.bar)
        self._gl = gl
        stage = stage_of(scene, self.take)
        rng = np.random.default_rng([scene.seed, zlib.crc32(scene.setting.encode())])
        self.dressing: Dressing = sets.dresser_of(scene.setting)(scene, stage, rng, look.lamps_lit)
        self.centre_m = np.append(stage.centre_m, 0.0)
        self.to_sun = _to_sun(look, stage.ahead)
        self.cast = Cast(gl, scene, motion, manner.drawn)
        self.effects = (*effects_of(scene, motion, self.take), *self.dressing.effects)
        self.effects = (*effects_of(scene, motion, stage), *self.dressing.effects)
