"""Draws specks as small pictures turned to the camera, over what is solid and under no one's control."""

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.blocks import View
from render_cluster.backends.physics.raster.effects.effect import (
    COLUMNS_COUNT,
    SPECKS_MAX,
    Specks,
    Sprite,
)
from render_cluster.backends.physics.raster.programs import Programs, put

# These shine: they add to what is behind them without ever going past white.
_SHINING = (Sprite.BEAM, Sprite.SPARK, Sprite.GLOW)


class SpeckPass:
    """One buffer of specks and a program for each sprite; `units` are the texture units by sampler name."""

    def __init__(self, gl: moderngl.Context, programs: Programs, toon: bool, units: dict[str, int]) -> None:
        self._gl = gl
        self._programs = programs
        self._toon = toon
        self._units = units
        self._corners = gl.buffer(np.array([-1, -1, 1, -1, -1, 1, 1, 1], np.float32).tobytes())
        self._rows = gl.buffer(reserve=SPECKS_MAX * COLUMNS_COUNT * 4)
        self._arrays: dict[Sprite, moderngl.VertexArray] = {}

    def draw(self, found: list[Specks], view: View) -> None:
        """Draws all specks, sprite by sprite, far ones first; a sprite's beyond SPECKS_MAX are left out."""
        self._gl.enable_only(moderngl.DEPTH_TEST | moderngl.BLEND)
        self._gl.fbo.depth_mask = False
        for sprite in Sprite:
            rows = [specks.rows for specks in found if specks.sprite == sprite and len(specks.rows)]
            if rows:
                self._draw_sprite(sprite, np.concatenate(rows)[-SPECKS_MAX:], view)
        self._gl.fbo.depth_mask = True

    def _draw_sprite(self, sprite: Sprite, rows: np.ndarray, view: View) -> None:
        depth = rows[:, :3] @ -view.view[2, :3]
        rows = rows[np.argsort(-depth, kind="stable")]
        self._rows.write(rows.astype(np.float32).tobytes())
        right, up = (tuple(map(float, view.view[row, :3])) for row in (0, 1))
        array = self._array(sprite)
        put(array.program, projection=view.whole, right=right, up=up, **self._units)
        # The picture's alpha is the sun's share, which specks leave as it is.
        over = moderngl.ONE_MINUS_SRC_COLOR if sprite in _SHINING else moderngl.ONE_MINUS_SRC_ALPHA
        self._gl.blend_func = moderngl.ONE, over, moderngl.ZERO, moderngl.ONE
        array.render(moderngl.TRIANGLE_STRIP, instances=len(rows))

    def _array(self, sprite: Sprite) -> moderngl.VertexArray:
        if sprite not in self._arrays:
            program = self._programs.get(
                "specks.vert", "specks.frag", SPRITE=int(sprite), TOON=int(self._toon)
            )
            names = [name for name in ("place", "tint", "axis", "life") if name in program]
            formats = " ".join(
                "4f" if name in program else "4x4" for name in ("place", "tint", "axis", "life")
            )
            content = [(self._corners, "2f", "corner"), (self._rows, formats + "/i", *names)]
            self._arrays[sprite] = self._gl.vertex_array(program, content)
        return self._arrays[sprite]
