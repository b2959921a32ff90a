"""What happens to light behind the lens: nearness shade, focus, glow, tone, grade and grain."""

import moderngl

from render_cluster.backends.physics.raster.looks import Lens, Manner
from render_cluster.backends.physics.raster.palette import palette_texture
from render_cluster.backends.physics.raster.programs import Programs, put
from render_cluster.backends.physics.raster.quad import Quad
from render_cluster.backends.physics.raster.targets import Targets

# The widest disc of the lens blur, at half size and 180 lines.
_DISC_PX_AT_180 = 5.0
_APERTURE_GAIN = 0.7


class LensPass:
    """Turns the resolved picture into the shown one."""

    def __init__(
        self, gl: moderngl.Context, programs: Programs, targets: Targets, quad: Quad, manner: Manner
    ) -> None:
        self._gl = gl
        self._programs = programs
        self._targets = targets
        self._quad = quad
        self._manner = manner
        self._palette = palette_texture(gl) if manner.finish == "pixels" else None

    def develop(
        self,
        lens: Lens,
        ray: tuple[float, float],
        focus_m: float,
        frame: int,
        detail: moderngl.Texture,
        smeared: bool,
    ) -> None:
        """Runs all steps; the result is in `targets.shown`. `ray` is scene_pass.ray_of the field of view.

        `smeared` says whether `targets.smeared` holds the motion blur of this frame.
        """
        self._gl.enable_only(moderngl.NOTHING)
        # Samplers that compare depths would spoil what is read from the same units here.
        self._gl.clear_samplers(0, 9)
        targets = self._targets
        targets.picture.use(0)
        targets.depth.use(1)
        self._step("occlusion.frag", targets.to_open, depth=1, ray=ray)
        targets.open.use(4)
        self._step(
            "shade.frag", targets.to_shade, open=4, texel=(1.0 / targets.half_px[0], 1.0 / targets.half_px[1])
        )
        focused = {"FOCUS": int(lens.aperture > 0), "SMEAR": int(smeared)}
        aperture = lens.aperture * _APERTURE_GAIN
        self._step(
            "half.frag", targets.to_halved, focused, picture=0, depth=1, focus_m=focus_m, aperture=aperture
        )
        if lens.glow_share > 0:
            self._glow(lens)
        if lens.aperture > 0:
            self._focus()
        on_paper = self._manner.finish == "paper"
        self._grade(lens, focused, frame, targets.to_wet if on_paper else targets.to_shown)
        if on_paper:
            self._dry(frame, detail)

    def _glow(self, lens: Lens) -> None:
        targets = self._targets
        wide, high = targets.quarter_px
        half_texel = (0.5 / targets.half_px[0], 0.5 / targets.half_px[1])
        targets.halved.use(2)
        self._step("bright.frag", targets.to_glow, halved=2, threshold=lens.glow_threshold, texel=half_texel)
        for _ in range(2):
            targets.glow.use(3)
            self._step("blur.frag", targets.to_glow_aside, picture=3, along=(1.3 / wide, 0.0))
            targets.glow_aside.use(3)
            self._step("blur.frag", targets.to_glow, picture=3, along=(0.0, 1.3 / high))

    def _focus(self) -> None:
        targets = self._targets
        wide, high = targets.half_px
        radius_px = _DISC_PX_AT_180 * high / 180.0
        self._step(
            "focus.frag", targets.to_blurred, halved=2, texel=(1.0 / wide, 1.0 / high), radius_px=radius_px
        )

    def _grade(self, lens: Lens, focused: dict[str, int], frame: int, onto: moderngl.Framebuffer) -> None:
        targets = self._targets
        targets.shade.use(4)
        targets.glow.use(5)
        targets.blurred.use(6)
        targets.smeared.use(8)
        if self._palette is not None:
            self._palette.use(7)
        self._step(
            "final.frag",
            onto,
            {
                "TOON": int(self._manner.drawn),
                "GRAIN": int(lens.grain > 0),
                "GLOW": int(lens.glow_share > 0),
                "PIXELS": int(self._palette is not None),
                **focused,
            },
            picture=0,
            shade=4,
            glow=5,
            halved=6,
            palette=7,
            smeared=8,
            frame=float(frame),
            exposure=lens.exposure,
            glow_share=lens.glow_share,
            shade_share=lens.shade_share,
            saturation=lens.saturation,
            contrast=lens.contrast,
            vignette=lens.vignette,
            grain=lens.grain,
            bar=lens.bar,
            shadow_grade=lens.shadow_grade,
            light_grade=lens.light_grade,
            glow_tint=lens.glow_tint,
        )

    def _dry(self, frame: int, detail: moderngl.Texture) -> None:
        """Lets the graded picture dry on paper."""
        targets = self._targets
        targets.wet.use(0)
        detail.use(1)
        self._step("paper.frag", targets.to_shown, wet=0, detail=1, frame=float(frame))

    def _step(
        self,
        fragment: str,
        target: moderngl.Framebuffer,
        defines: dict[str, int] | None = None,
        **values: object,
    ) -> None:
        program = self._programs.get("quad.vert", fragment, **(defines or {}))
        put(program, **values)
        target.use()
        self._quad.draw(program)
