"""Draws the world as the camera sees it: solids, ink, sea, sky and spray."""

import math

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.blocks import View
from render_cluster.backends.physics.raster.brush import Brush
from render_cluster.backends.physics.raster.drawable import Drawable
from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.raster.programs import Programs, put
from render_cluster.backends.physics.raster.quad import Quad
from render_cluster.backends.physics.raster.targets import Targets

# Texture units, the same in all programs.
SKY, STATIC_SHADOW, MOVING_SHADOW, DETAIL, GROUND, MIRROR, RIPPLES, FACE = range(8)
# GL_SRC1_COLOR: what the second colour of a shader lets through.
_SECOND_COLOUR = 0x88F9


class ScenePass:
    """The passes that draw things with depth."""

    def __init__(self, gl: moderngl.Context, programs: Programs, targets: Targets, quad: Quad) -> None:
        self._gl = gl
        self._programs = programs
        self._targets = targets
        self._quad = quad

    def bind_textures(
        self, detail: moderngl.Texture, ground: moderngl.Texture, ripples: moderngl.Texture
    ) -> None:
        """Puts every texture that surfaces read where the programs look for it."""
        targets = self._targets
        targets.sky.use(SKY)
        targets.static_shadow.use(STATIC_SHADOW)
        targets.moving_shadow.use(MOVING_SHADOW)
        targets.shadow_sampler.use(STATIC_SHADOW)
        targets.shadow_sampler.use(MOVING_SHADOW)
        detail.use(DETAIL)
        ground.use(GROUND)
        targets.mirror.use(MIRROR)
        ripples.use(RIPPLES)

    def draw_solids(
        self,
        drawables: list[Drawable],
        view: View,
        brush: Brush,
        lowest_m: float = -1e4,
        mirrored: bool = False,
    ) -> None:
        """Draws surfaces above `lowest_m`; what comes first in the list should be near, as it hides the rest.

        What is only `mirrored` in moving water is drawn with few faces.
        """
        self._gl.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE)
        shown = [one for one in drawables if one.shown and one.material != Material.GLASS]
        for one in shown:
            program = self._programs.get(
                "scene.vert", "scene.frag", SKINNED=one.skinned, MATERIAL=int(one.material), **brush.defines()
            )
            self.point_at_textures(program)
            put(program, projection=view.whole, ground_side_m=brush.ground_side_m, lowest_m=lowest_m)
            if one.upload.picture is not None:
                one.upload.picture.use(FACE)
            # Leaves are single faces that must show from both sides.
            if one.material in (Material.FOLIAGE, Material.LEAVES):
                self._gl.disable(moderngl.CULL_FACE)
                one.draw(program, mirrored)
                self._gl.enable(moderngl.CULL_FACE)
            else:
                one.draw(program, mirrored)

    def draw_glass(self, drawables: list[Drawable], view: View, brush: Brush) -> None:
        """Lays what is seen through over what stands behind it, the farthest first.

        Only the sides that look this way are drawn, each for the wall and for its like on the far side.
        """
        panes = [one for one in drawables if one.shown and one.material == Material.GLASS]
        if not panes:
            return
        program = self._programs.get("scene.vert", "glass.frag", SKINNED=0, **brush.defines())
        self.point_at_textures(program)
        put(program, projection=view.whole, lowest_m=-1e4)
        self._gl.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE | moderngl.BLEND)
        self._gl.fbo.depth_mask = False
        # The picture's own alpha is the sun's share, which glass leaves as it is.
        self._gl.blend_func = moderngl.ONE, _SECOND_COLOUR, moderngl.ZERO, moderngl.ONE
        for one in sorted(panes, key=lambda one: -float(np.linalg.norm(one.model[:3, 3] - view.eye_m))):
            one.draw(program)
        self._gl.fbo.depth_mask = True

    def draw_ink(self, drawables: list[Drawable], view: View, width_px_at_360: float) -> None:
        """Outlines: back faces of slightly larger shells."""
        self._gl.enable_only(moderngl.DEPTH_TEST | moderngl.CULL_FACE)
        self._gl.cull_face = "front"
        width_px = width_px_at_360 * view.size_px[1] / 360.0
        for one in drawables:
            if one.shown and one.outlined:
                program = self._programs.get("outline.vert", "outline.frag", SKINNED=one.skinned)
                put(program, projection=view.whole, width_px=width_px)
                one.draw(program)
        self._gl.cull_face = "back"

    def draw_sky(self) -> None:
        """The sky wherever nothing else is."""
        self._gl.enable_only(moderngl.DEPTH_TEST)
        self._gl.depth_func = "<="
        program = self._programs.get("quad.vert", "backdrop.frag")
        put(program, sky=SKY)
        self._quad.draw(program)
        self._gl.depth_func = "<"

    @staticmethod
    def point_at_textures(program: moderngl.Program) -> None:
        """Tells a program which unit holds which texture."""
        put(
            program,
            sky=SKY,
            static_shadow_map=STATIC_SHADOW,
            moving_shadow_map=MOVING_SHADOW,
            detail=DETAIL,
            ground=GROUND,
            mirror=MIRROR,
            ripples=RIPPLES,
            face=FACE,
        )


def mirrored_view(view: View) -> View:
    """The view from below still water at z = 0: what a calm sea would show."""
    flip = np.diag([1.0, 1.0, -1.0, 1.0])
    eye = view.eye_m * (1.0, 1.0, -1.0)
    half = (max(1, view.size_px[0] // 2), max(1, view.size_px[1] // 2))
    return View(view.view @ flip, view.projection, eye, half, view.near_m, view.far_m, view.time_s)


def ray_of(fov_rad: float, aspect: float) -> tuple[float, float]:
    """Tangents of half the field of view, sideways and up."""
    up = math.tan(fov_rad / 2.0)
    return up * aspect, up
