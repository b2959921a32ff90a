"""One scene with one motion on the graphics card: all that can be known before a frame is asked for."""

import math
import zlib
from collections.abc import Callable
from dataclasses import replace

import moderngl
import msgspec
import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster import film, sets
from render_cluster.backends.physics.raster.blocks import Lamp, View
from render_cluster.backends.physics.raster.cast import Cast, frame_before
from render_cluster.backends.physics.raster.closing_in import closed_in
from render_cluster.backends.physics.raster.cull import seen_only
from render_cluster.backends.physics.raster.detail import pixel_m
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.effects.scene_effects import effects_of
from render_cluster.backends.physics.raster.looks import Look, Manner
from render_cluster.backends.physics.raster.part import Material, Part, joined
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.shapes import box
from render_cluster.backends.physics.raster.smear_pass import longest_way_px
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
        self,
        gl: moderngl.Context,
        scene: Scene,
        motion: Motion,
        look: Look,
        manner: Manner,
        size_px: tuple[int, int],
    ) -> None:
        aspect = size_px[0] / size_px[1]
        self.scene, self.motion, self.look = scene, motion, look
        whole = film.take(steadied(scene, manner), motion, aspect, look.lens.bar)
        self.take = closed_in(whole, scene, motion, aspect, look.lens.bar)
        self._gl = gl
        # The set is laid for the camera that sees the action; faces have it behind them.
        stage = stage_of(scene, whole)
        rng = np.random.default_rng([scene.seed, zlib.crc32(scene.setting.encode())])
        self.dressing: Dressing = sets.dresser_of(scene.setting)(scene, stage, rng, look.lamps_lit)
        self.centre_m = np.append(stage.centre_m, 0.0)
        self.to_sun = _to_sun(look, stage.ahead)
        self.cast = Cast(gl, scene, motion, manner.drawn, self._pixel_m(size_px[1]))
        self.effects = (*effects_of(scene, motion, stage), *self.dressing.effects)
        still = sorted(self._static_parts(), key=lambda part: _NEAREST_FIRST.get(part.material, 0))
        # Shadows fall into the picture from beside it too, so those need everything.
        self.casters = [_still(gl, part) for part in still if part.casts]
        seen = [self._seen(part, aspect) for part in still]
        dressed = [_still(gl, part) for part in seen if len(part.mesh.faces)]
        self.drawables = [*self.cast.drawables, *dressed]
        self._action_m = moving_points(scene, motion)
        self.shadow_radius_m = self._reach()

    def at(self, index: int) -> None:
        """Moves everything to frame `index`."""
        self.cast.at(index)

    def lamps(self, time_s: float) -> tuple[Lamp, ...]:
        """All that shines but the key light: what burns first, then the place's own."""
        burning = [lamp for effect in self.effects for lamp in effect.lamps(time_s)]
        return (*burning, *self.dressing.lamps)

    def shadow_centre_m(self, index: int) -> np.ndarray:
        """The middle of what moves in a frame, which the sharp shadow map is laid around."""
        low, high = self._bounds_m(index)
        return (low + high) / 2.0

    def travels_px(self, index: int, view: View, before: View) -> float:
        """How far anything goes in the picture since the frame before, at most: what moves, and what is aimed at."""
        earlier = frame_before(index, self.motion.frames_count)
        here = np.concatenate([self._action_m[index], self.take.aims_m[index : index + 1]])
        there = np.concatenate([self._action_m[earlier], self.take.aims_m[index : index + 1]])
        return longest_way_px(here, there, view, before)

    def release(self) -> None:
        """Frees the card's memory."""
        for drawable in [*self.drawables, *self.casters]:
            drawable.upload.release()

    def release_casters(self) -> None:
        """Frees what only the shadow of the set needs, once that is drawn."""
        for drawable in self.casters:
            drawable.upload.release()
        self.casters = []

    def _pixel_m(self, lines_count: int) -> Callable[[str], float]:
        return lambda name: pixel_m(name, self.scene, self.motion, self.take, lines_count)

    def _static_parts(self) -> list[Part]:
        parts = joined(self.dressing.parts)
        if self.dressing.ground is not None:
            slab = box(2 * _GROUND_REACH_M, 2 * _GROUND_REACH_M, 0.02).moved(*self.centre_m[:2], -0.01)
            land = self.dressing.land or slab.painted((1.0, 1.0, 1.0))
            material = Material.TERRAIN if self.dressing.relief else Material.GROUND
            parts.append(Part(land, material, outlined=False))
        return parts

    def _seen(self, part: Part, aspect: float) -> Part:
        # The ground is one great slab, of which some is always seen.
        if part.material == Material.GROUND:
            return part
        return replace(part, mesh=seen_only(part.mesh, self.take, aspect))

    def _bounds_m(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        """The box about what moves in a frame, or about the subject where nothing does."""
        points = self._action_m[index] if self._action_m.shape[1] else self.take.subject_m[index : index + 1]
        return points.min(0), points.max(0)

    def _reach(self) -> float:
        low, high = _SHADOW_RADIUS_M
        boxes = [self._bounds_m(index) for index in range(0, self.motion.frames_count, 4)]
        reach = max(float(np.linalg.norm(most - least)) / 2.0 + 0.3 for least, most in boxes)
        return min(max(low, reach), high)


def steadied(scene: Scene, manner: Manner) -> Scene:
    """The scene with its camera as the style holds it: how unsteadily, and with how long a lens."""
    camera = scene.camera
    place = SETTINGS.get(scene.setting)
    if place is not None and place.indoor:
        # Between walls there is no room to step back.
        manner = msgspec.structs.replace(manner, lens_share=1.0)
    fov_rad = 2.0 * math.atan(math.tan(camera.fov_rad / 2.0) * manner.lens_share)
    away = 1.0 / manner.lens_share
    eyes = camera.eyes_m if away == 1.0 else _farther(camera.eyes_m, camera.aims_m, away)
    camera = msgspec.structs.replace(
        camera, eyes_m=eyes, fov_rad=fov_rad, shake_m=max(camera.shake_m, manner.shake_m)
    )
    return msgspec.structs.replace(scene, camera=camera)


def _farther(eyes_m: tuple[Vector, ...], aims_m: tuple[Vector, ...], share: float) -> tuple[Vector, ...]:
    """Each eye this many times as far from what it aims at, at the height that it had."""
    moved = []
    for index, eye in enumerate(eyes_m):
        place = index / max(1, len(eyes_m) - 1) * (len(aims_m) - 1)
        aim = aims_m[round(place)]
        moved.append((*(a + (e - a) * share for e, a in zip(eye[:2], aim[:2], strict=True)), eye[2]))
    return tuple(moved)


def _still(gl: moderngl.Context, part: Part) -> Drawable:
    return Drawable(Upload(gl, part), part.material, False, part.outlined, casts=part.casts)


def _to_sun(look: Look, ahead: np.ndarray) -> np.ndarray:
    """Towards the key light: its angle is told from the camera's back, so that every shot is lit well."""
    back = math.atan2(-ahead[1], -ahead[0])
    angle, height = back - look.key.side_rad, look.key.height_rad
    return np.array(
        [math.cos(angle) * math.cos(height), math.sin(angle) * math.cos(height), math.sin(height)]
    )
