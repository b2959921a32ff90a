"""The pictures that the passes draw into and read from, all made once for one frame size."""

import moderngl

SKY_SIDE_PX = 768
STATIC_SHADOW_PX = 2048
MOVING_SHADOW_PX = 1024
# From this length of the shorter side on a picture is of the finer tier, which is drawn twice.
FINER_FROM_PX = 700
_BEYOND_BAR = 0.035
_UNFILTERED = (moderngl.NEAREST, moderngl.NEAREST)


class Targets:
    """Framebuffers of one size; light is kept squeezed (shaders/range.glsl) where eight bits hold it."""

    def __init__(self, gl: moderngl.Context, width_px: int, height_px: int) -> None:
        size = (width_px, height_px)
        half = (max(1, width_px // 2), max(1, height_px // 2))
        quarter = (max(1, width_px // 4), max(1, height_px // 4))
        self._gl = gl
        self.size_px, self.half_px, self.quarter_px = size, half, quarter
        self.picture = self._texture(size)
        self.depth = gl.depth_texture(size)
        self.depth.compare_func = ""
        # Between a near and a far depth there is nothing, and a filter over floats is dear in software.
        self.depth.filter = _UNFILTERED
        self.drawn = gl.framebuffer([self.picture], self.depth)
        self.to_picture = gl.framebuffer([self.picture])
        self.second = None
        if min(size) >= FINER_FROM_PX:
            self.second_picture = self._texture(size)
            self.second = gl.framebuffer([self.second_picture], gl.depth_renderbuffer(size))
        self.mirror = self._texture(half)
        self.mirrored = gl.framebuffer([self.mirror], gl.depth_renderbuffer(half))
        self.open, self.to_open = self._picture(half, 2, "f2")
        self.halved, self.to_halved = self._picture(half)
        self.blurred, self.to_blurred = self._picture(half)
        self.shade, self.to_shade = self._picture(half, 1)
        self.glow, self.to_glow = self._picture(quarter, 4, "f2")
        self.glow_aside, self.to_glow_aside = self._picture(quarter, 4, "f2")
        self.speed = self._texture(half, 2, "f2")
        self.speed.filter = _UNFILTERED
        self.to_speed = gl.framebuffer([self.speed], gl.depth_renderbuffer(half))
        eighth, coarse = ((max(1, width_px // share), max(1, height_px // share)) for share in (8, 16))
        self.wider, self.to_wider = self._picture(eighth, 2, "f2")
        self.widest, self.to_widest = self._picture(coarse, 2, "f2")
        self.widest.filter = (moderngl.LINEAR, moderngl.LINEAR)
        self.smeared, self.to_smeared = self._picture(half)
        self.wet, self.to_wet = self._picture(size)
        self.shown, self.to_shown = self._picture(size)
        self.sky, self.to_sky = self._picture((SKY_SIDE_PX, SKY_SIDE_PX))
        self.static_shadow, self.to_static_shadow = self._shadow(STATIC_SHADOW_PX)
        self.moving_shadow, self.to_moving_shadow = self._shadow(MOVING_SHADOW_PX)
        # Beyond the edge of a shadow map is light.
        self.shadow_sampler = gl.sampler(border_color=(1.0, 1.0, 1.0, 1.0), compare_func="<=")

    def leave_out_bars(self, bar: float) -> None:
        """Draws no more than can be seen between black bars that take this share of the height each."""
        lens = (self.to_open, self.to_shade, self.to_halved, self.to_blurred, self.to_smeared)
        drawn = (
            (self.drawn, self.to_picture)
            if self.second is None
            else (self.drawn, self.to_picture, self.second)
        )
        for target in (*drawn, *lens, self.to_wet, self.to_shown):
            target.scissor = None
            target.clear()
            # The lens reads a little beyond what it shows.
            rows = max(0, int((bar - _BEYOND_BAR) * target.height))
            target.scissor = (0, rows, target.width, target.height - 2 * rows)

    def _texture(self, size: tuple[int, int], components: int = 4, dtype: str = "f1") -> moderngl.Texture:
        texture = self._gl.texture(size, components, dtype=dtype)
        texture.repeat_x = texture.repeat_y = False
        return texture

    def _picture(
        self, size: tuple[int, int], components: int = 4, dtype: str = "f1"
    ) -> tuple[moderngl.Texture, moderngl.Framebuffer]:
        texture = self._texture(size, components, dtype)
        return texture, self._gl.framebuffer([texture])

    def _shadow(self, side_px: int) -> tuple[moderngl.Texture, moderngl.Framebuffer]:
        texture = self._gl.depth_texture((side_px, side_px))
        texture.compare_func = "<="
        return texture, self._gl.framebuffer(depth_attachment=texture)
