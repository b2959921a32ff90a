"""Motion blur: how far each point goes in a frame, and its light drawn out along that way."""

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.blocks import View
from render_cluster.backends.physics.raster.drawable import Drawable
from render_cluster.backends.physics.raster.programs import Programs, put
from render_cluster.backends.physics.raster.quad import Quad
from render_cluster.backends.physics.raster.targets import Targets

# What goes less far than this while the lens is open is as sharp as if it stood.
LEAST_PX = 0.8


class SmearPass:
    """Fills `targets.smeared` from the drawn picture."""

    def __init__(self, gl: moderngl.Context, programs: Programs, targets: Targets, quad: Quad) -> None:
        self._gl = gl
        self._programs = programs
        self._targets = targets
        self._quad = quad

    def draw(self, drawables: list[Drawable], view: View, before: View, shutter: float) -> None:
        """Draws out what moved between the views, for the share `shutter` of a frame."""
        targets = self._targets
        self._gl.clear_samplers(0, 8)
        self._measure(drawables, view, before)
        self._gl.enable_only(moderngl.NOTHING)
        targets.speed.use(0)
        self._widen(targets.to_wider, targets.speed)
        targets.wider.use(0)
        self._widen(targets.to_widest, targets.wider)
        targets.picture.use(0)
        targets.speed.use(1)
        targets.widest.use(2)
        program = self._programs.get("quad.vert", "smear.frag")
        put(program, picture=0, speed=1, widest=2, shutter=shutter)
        targets.to_smeared.use()
        self._quad.draw(program)

    def _measure(self, drawables: list[Drawable], view: View, before: View) -> None:
        targets = self._targets
        targets.to_speed.use()
        targets.to_speed.clear(depth=1.0)
        targets.depth.use(1)
        self._gl.enable_only(moderngl.NOTHING)
        program = self._programs.get("quad.vert", "drift.frag")
        put(program, depth=1, projection_before=before.whole)
        self._quad.draw(program)
        self._gl.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE)
        wide, high = targets.half_px
        for one in drawables:
            if one.shown and one.moving:
                program = self._programs.get("speed.vert", "speed.frag", SKINNED=one.skinned)
                put(program, depth=1, projection=view.whole, projection_before=before.whole)
                put(program, texel=(1.0 / wide, 1.0 / high))
                one.draw(program, shape=True)

    def _widen(self, onto: moderngl.Framebuffer, speed: moderngl.Texture) -> None:
        program = self._programs.get("quad.vert", "widest.frag")
        put(program, speed=0, texel=(1.0 / speed.width, 1.0 / speed.height))
        onto.use()
        self._quad.draw(program)


def longest_way_px(points_m: np.ndarray, before_m: np.ndarray, view: View, before: View) -> float:
    """How far the points (n, 3) go in the picture between two views, at most, in pixels."""
    here, there = _on_screen(points_m, view), _on_screen(before_m, before)
    apart = np.linalg.norm((here - there) * np.array(view.size_px) / 2.0, axis=1)
    return float(apart.max(initial=0.0))


def _on_screen(points_m: np.ndarray, view: View) -> np.ndarray:
    clip = np.column_stack([points_m, np.ones(len(points_m))]) @ view.whole.T
    # What is behind the eye or far aside cannot be seen, however fast it goes.
    return np.clip(clip[:, :2] / np.maximum(clip[:, 3:], 0.05), -1.2, 1.2)
