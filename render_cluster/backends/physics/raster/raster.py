"""Films a scene: takes it in once, then draws any frame of its motion."""

import math

import moderngl
import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster import scene_pass, textures
from render_cluster.backends.physics.raster.blocks import Blocks, Light, View, jittered
from render_cluster.backends.physics.raster.brush import brush_of
from render_cluster.backends.physics.raster.cast import frame_before
from render_cluster.backends.physics.raster.context import GlContext, Platform
from render_cluster.backends.physics.raster.effects.effect import Moment
from render_cluster.backends.physics.raster.effects.speck_pass import SpeckPass
from render_cluster.backends.physics.raster.lens_pass import LensPass
from render_cluster.backends.physics.raster.looks import filled
from render_cluster.backends.physics.raster.matrices import look_at, perspective
from render_cluster.backends.physics.raster.mean_pass import MeanPass
from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.raster.pixels import Pixels, held
from render_cluster.backends.physics.raster.programs import Programs
from render_cluster.backends.physics.raster.quad import Quad
from render_cluster.backends.physics.raster.scene_pass import ScenePass
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.setting_light import lit_for
from render_cluster.backends.physics.raster.shadow_pass import ShadowPass
from render_cluster.backends.physics.raster.shot import Shot
from render_cluster.backends.physics.raster.sky_pass import paint_sky
from render_cluster.backends.physics.raster.smear_pass import LEAST_PX, SmearPass
from render_cluster.backends.physics.raster.styles import LOOKS, MANNERS
from render_cluster.backends.physics.raster.targets import Targets
from render_cluster.backends.physics.raster.water import Water
from render_cluster.backends.physics.raster.weather import weathered
from render_cluster.backends.physics.scene import Scene
from render_cluster.storyboard import STYLES, Style

SIDE_MAX_PX = 4096
_NEAR_M, _FAR_M = 0.12, 1000.0
# Where the finer tier draws a second time.
_ASIDE_PX = (0.5, 0.5)
_CLIP_DISTANCE0 = 0x3000
# What a still lake shows of its banks: near reeds are too thin to tell.
_MIRRORED = (Material.FAR, Material.LEAVES)


class Raster:
    """The camera; one instance a thread, which alone may use it."""

    def __init__(self, width_px: int, height_px: int, style: Style, platform: Platform | None = None) -> None:
        """Opens an OpenGL context.

        ValueError for a size or style that cannot be, ContextUnavailableError without OpenGL.
        """
        if not (0 < width_px <= SIDE_MAX_PX and 0 < height_px <= SIDE_MAX_PX):
            raise ValueError(
                f"a frame of {width_px} x {height_px} pixels; each side takes 1 to {SIDE_MAX_PX}"
            )
        if style not in STYLES:
            raise ValueError(f"style {style!r}; there are {', '.join(STYLES)}")
        self._style, self._manner = style, MANNERS[style]
        self._pixels = Pixels.of(width_px, height_px, self._manner)
        self._size_px = self._pixels.grid_px
        self._context = GlContext(platform)
        gl = self._context.gl
        self._programs, self._blocks = Programs(gl), Blocks(gl)
        self._targets, self._quad = Targets(gl, *self._size_px), Quad(gl)
        self._shadows = ShadowPass(gl, self._programs, self._targets)
        self._scenes = ScenePass(gl, self._programs, self._targets, self._quad)
        self._means = MeanPass(gl, self._programs, self._targets, self._quad)
        self._smears = SmearPass(gl, self._programs, self._targets, self._quad)
        self._lens = LensPass(gl, self._programs, self._targets, self._quad, self._manner)
        units = {"detail": scene_pass.DETAIL, "ripples": scene_pass.RIPPLES}
        self._specks = SpeckPass(gl, self._programs, self._toon, units)
        self._detail, self._ripples = textures.detail_texture(gl), textures.ripple_texture(gl)
        self._scene: Scene | None = None
        self._shot: Shot | None = None
        self._laid: tuple[np.ndarray | None, bool] | None = None
        # The picture that was drawn last in this shot: where pictures are held, it is asked for again.
        self._newest: int | None = None
        self._picture: np.ndarray

    def load(self, scene: Scene) -> None:
        """Takes the scene whose motion the next frames show; one that it has already stays dressed."""
        self._context.make_current()
        if scene != self._scene:
            self._drop_shot()
            self._scene = scene

    def frame(self, motion: Motion, index: int) -> np.ndarray:
        """Draws one frame: uint8 (height, width, 3), sRGB.

        The first frame of a motion also dresses the set, which takes about a second. Raises IndexError for
        a frame that is not there, RuntimeError without a scene, WrongThreadError on another thread.
        """
        self._context.make_current()
        if not 0 <= index < motion.frames_count:
            raise IndexError(f"frame {index} of {motion.frames_count}")
        shot = self._shot_of(motion)
        index = held(index, motion.fps, self._manner.holds_per_s)
        if index == self._newest:
            return self._picture.copy()
        shot.at(index)
        view = self._view(shot, index)
        self._blocks.write_view(view)
        self._light(shot, index, view.time_s)
        self._scenes.bind_textures(self._detail, self._ground, self._ripples)
        if self._water is not None:
            self._draw_mirror(shot, view)
        self._draw(shot, view, self._targets.drawn)
        if self._targets.second is not None:
            self._draw_again(shot, view)
        smeared = self._smear(shot, view, index)
        gaze = shot.take.subject_m[index] - view.eye_m
        focus_m = max(0.4, float(gaze @ -view.view[2, :3]))
        ray = scene_pass.ray_of(shot.take.fovs_rad[index], self._aspect)
        self._lens.develop(shot.look.lens, ray, focus_m, index, self._detail, smeared)
        self._newest, self._picture = index, self._read()
        return self._picture.copy()

    def close(self) -> None:
        """Frees the context; the instance is of no use afterwards."""
        self._context.close()

    @property
    def _toon(self) -> bool:
        return self._manner.drawn

    @property
    def _aspect(self) -> float:
        return self._size_px[0] / self._size_px[1]

    def _drop_shot(self) -> None:
        if self._shot is not None:
            self._shot.release()
        self._shot = self._newest = None

    def _shot_of(self, motion: Motion) -> Shot:
        if self._scene is None:
            raise RuntimeError("load a scene before asking for its frames")
        # A worker reads its plan anew for each chunk of frames: the same motion is another object then.
        if self._shot is not None and (
            self._shot.motion is motion or self._shot.motion.shows_the_same(motion)
        ):
            return self._shot
        self._drop_shot()
        gl, scene = self._context.gl, self._scene
        look = lit_for(LOOKS[self._style, scene.time_of_day], scene.setting, scene.time_of_day)
        look = filled(weathered(look, scene.weather, scene.setting), self._manner.fill)
        shot = Shot(gl, self._scene, motion, look, self._manner, self._size_px)
        self._blocks.bind()
        paint_sky(
            gl,
            self._programs,
            self._targets,
            self._quad,
            look,
            self._manner.drawn_sky,
            shot.to_sun,
            self._scene.seed,
        )
        dressing = shot.dressing
        self._lay_ground(dressing)
        self._brush = brush_of(shot, self._manner)
        still = [one for one in shot.drawables if not one.moving and one.casts] + shot.casters
        self._static_shadow = self._shadows.draw_static(still, shot.to_sun, shot.centre_m)
        shot.release_casters()
        self._targets.leave_out_bars(look.lens.bar)
        self._water = self._make_water(shot) if dressing.sheet is not None else None
        # Only a shot that is wholly ready is kept: after a refusal the next call starts anew.
        self._shot = shot
        return shot

    def _lay_ground(self, dressing: Dressing) -> None:
        """Takes the ground of a set to the card, unless it is the one that lies there: sets keep theirs."""
        laid = (dressing.ground, dressing.relief)
        if self._laid is not None and self._laid[0] is laid[0] and self._laid[1] == laid[1]:
            return
        if self._laid is not None:
            self._ground.release()
        painted = np.zeros((1, 1, 4), np.float32) if dressing.ground is None else dressing.ground
        self._ground = textures.ground_texture(self._context.gl, painted, rooted=not dressing.relief)
        self._laid = laid

    def _make_water(self, shot: Shot) -> Water:
        program = self._programs.get("water.vert", "water.frag", **self._brush.defines())
        self._scenes.point_at_textures(program)
        water = Water(self._context.gl, program, shot.scene.waves, shot.look.sea, shot.dressing.sheet)
        water.aim(shot.take.fov_rad, self._aspect)
        return water

    def _view(self, shot: Shot, index: int) -> View:
        eye = shot.take.eyes_m[index]
        projection = perspective(shot.take.fovs_rad[index], self._aspect, _NEAR_M, _FAR_M)
        view = look_at(eye, shot.take.aims_m[index])
        time_s = index / shot.motion.fps * shot.scene.pace
        return View(view, projection, eye, self._size_px, _NEAR_M, _FAR_M, time_s)

    def _light(self, shot: Shot, index: int, time_s: float) -> None:
        centre = shot.shadow_centre_m(index)
        moving = self._shadows.draw_moving(shot.drawables, shot.to_sun, centre, shot.shadow_radius_m)
        look = shot.look
        light = Light(
            self._static_shadow,
            moving,
            shot.to_sun,
            look.key.colour,
            look.key.from_above,
            look.key.from_below,
            look.sky.haze,
            look.fog_per_m,
            shot.lamps(time_s),
            look.fog_from_m,
        )
        self._blocks.write_light(light)

    def _draw(self, shot: Shot, view: View, onto: moderngl.Framebuffer) -> None:
        gl = self._context.gl
        onto.use()
        onto.clear(0.0, 0.0, 0.0, 1.0, depth=1.0)
        self._scenes.draw_solids(shot.drawables, view, self._brush)
        if self._manner.ink_px:
            self._scenes.draw_ink(shot.drawables, view, self._manner.ink_px * self._pixels.ink_share)
        if self._water is not None:
            gl.enable_only(moderngl.DEPTH_TEST)
            heading = -view.view[2, :2]
            self._water.draw(view, math.atan2(heading[1], heading[0]))
        self._scenes.draw_sky()
        self._scenes.draw_glass(shot.drawables, view, self._brush)
        moment = Moment(view.time_s, view.eye_m, -view.view[2, :3])
        self._specks.draw([found for effect in shot.effects for found in effect.specks(moment)], view)

    def _draw_again(self, shot: Shot, view: View) -> None:
        """Draws half a pixel aside and takes the mean, for the smoother edges of the finer tier."""
        targets = self._targets
        aside = jittered(view, _ASIDE_PX)
        self._blocks.write_view(aside)
        self._draw(shot, aside, targets.second)
        self._blocks.write_view(view)
        self._means.draw()

    def _smear(self, shot: Shot, view: View, index: int) -> bool:
        """Draws motion out where something goes far enough for it to be seen; says whether it did."""
        shutter = self._manner.shutter
        earlier = frame_before(index, shot.motion.frames_count)
        # Over a cut nothing but what moves in the world is in motion.
        before = self._view(shot, index if index in shot.take.cuts else earlier)
        if shutter * shot.travels_px(index, view, before) < LEAST_PX:
            return False
        self._smears.draw(shot.drawables, view, before, shutter)
        return True

    def _draw_mirror(self, shot: Shot, view: View) -> None:
        mirrored = scene_pass.mirrored_view(view)
        self._blocks.write_view(mirrored)
        self._targets.mirrored.use()
        self._targets.mirrored.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        self._context.gl.front_face = "cw"
        self._context.gl.enable_direct(_CLIP_DISTANCE0)
        whole = shot.dressing.sheet is not None and shot.dressing.sheet.still
        shown = [one for one in shot.drawables if one.moving or (whole and one.material in _MIRRORED)]
        self._scenes.draw_solids(shown, mirrored, self._brush, lowest_m=0.0, mirrored=True)
        self._context.gl.front_face = "ccw"
        self._context.gl.disable_direct(_CLIP_DISTANCE0)
        self._blocks.write_view(view)

    def _read(self) -> np.ndarray:
        width, height = self._size_px
        rows = np.frombuffer(self._targets.to_shown.read(components=3, alignment=1), np.uint8)
        return self._pixels.enlarged(rows.reshape(height, width, 3)[::-1])
