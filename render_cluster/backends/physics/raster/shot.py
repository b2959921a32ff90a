"""One scene with one motion on the graphics card: all that can be known before a frame is asked for."""

import math
import zlib
from dataclasses import replace

import moderngl
import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster import film, kinds, person, sets
from render_cluster.backends.physics.raster.blocks import Lamp
from render_cluster.backends.physics.raster.cull import seen_only
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.effects.scene_effects import effects_of
from render_cluster.backends.physics.raster.looks import Look
from render_cluster.backends.physics.raster.matrices import placed
from render_cluster.backends.physics.raster.net import Net
from render_cluster.backends.physics.raster.part import Material, Part, joined
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.shapes import box
from render_cluster.backends.physics.raster.stage import stage_of
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX, BONES

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
        self, gl: moderngl.Context, scene: Scene, motion: Motion, look: Look, toon: bool, aspect: float
    ):
        self.scene, self.motion, self.look = scene, motion, look
        self.take = film.take(scene, motion, aspect, look.lens.bar)
        self._gl = gl
        stage = stage_of(scene, self.take)
        rng = np.random.default_rng([scene.seed, zlib.crc32(scene.setting.encode())])
        self.dressing: Dressing = sets.dresser_of(scene.setting)(scene, stage, rng, look.lamps_lit)
        self.centre_m = np.append(stage.centre_m, 0.0)
        self.to_sun = _to_sun(look, stage.ahead)
        self._tracks = [(drawable, body) for body in scene.bodies for drawable in self._upload_body(body)]
        self._people = [
            (drawable, one.name)
            for one in scene.people
            if one.name in motion.skins
            for drawable in person.drawables(gl, one, toon)
        ]
        self._nets = [
            (net, Drawable(Upload(gl, Part(net.mesh(0), Material.CLOTH)), Material.CLOTH, True, False))
            for net in (Net(body, scene, motion) for body in scene.bodies if body.kind == "hoop_rim")
        ]
        self.effects = (*effects_of(scene, motion, stage), *self.dressing.effects)
        still = sorted(self._static_parts(), key=lambda part: _NEAREST_FIRST.get(part.material, 0))
        # Shadows fall into the picture from beside it too, so those need everything.
        self.casters = [_still(gl, part) for part in still if part.casts]
        seen = [self._seen(part, aspect) for part in still]
        dressed = [_still(gl, part) for part in seen if len(part.mesh.faces)]
        self.drawables = [one for one, _ in self._people] + [one for one, _ in self._tracks]
        self.drawables += [one for _, one in self._nets] + dressed
        self.shadow_radius_m = self._reach()

    def at(self, index: int) -> None:
        """Moves everything to frame `index`."""
        for drawable, body in self._tracks:
            track = self.motion.poses.get(body.name)
            if track is not None:
                drawable.model = placed(track[index, :3], track[index, 3:])
        for drawable, name in self._people:
            drawable.skin = self.motion.skins[name][index]
        for net, drawable in self._nets:
            drawable.upload.rewrite(net.mesh(index))

    def lamps(self, time_s: float) -> tuple[Lamp, ...]:
        """All that shines but the key light: what burns first, then the place's own."""
        burning = [lamp for effect in self.effects for lamp in effect.lamps(time_s)]
        return (*burning, *self.dressing.lamps)

    def shadow_centre_m(self, index: int) -> np.ndarray:
        """The middle of what moves in a frame, which the sharp shadow map is laid around."""
        points = self._moving_points(index)
        return self.take.subject_m[index] if points is None else (points.min(0) + points.max(0)) / 2.0

    def release(self) -> None:
        """Frees the card's memory."""
        for drawable in [*self.drawables, *self.casters]:
            drawable.upload.release()

    def release_casters(self) -> None:
        """Frees what only the shadow of the set needs, once that is drawn."""
        for drawable in self.casters:
            drawable.upload.release()
        self.casters = []

    def _upload_body(self, body: Body) -> list[Drawable]:
        moving = body.name in self.motion.poses and not body.fixed
        model = placed(np.array(body.position_m), np.array(body.rotation))
        return [
            Drawable(Upload(self._gl, part), part.material, moving, part.outlined, model)
            for part in joined(kinds.parts_of(body))
        ]

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

    def _moving_points(self, index: int) -> np.ndarray | None:
        points = [
            self.motion.poses[body.name][index, :3]
            for body in self.scene.bodies
            if body.name in self.motion.poses and not body.fixed
        ]
        head = np.append(BONES[BONE_INDEX["pelvis"]].head, 1.0)
        for _, name in self._people:
            pelvis = (self.motion.skins[name][index, BONE_INDEX["pelvis"]] @ head)[:3]
            points += [pelvis - np.array([0.5, 0.5, 1.0]), pelvis + np.array([0.5, 0.5, 0.9])]
        return np.array(points, float) if points else None

    def _reach(self) -> float:
        low, high = _SHADOW_RADIUS_M
        reach = low
        for index in range(0, self.motion.frames_count, 4):
            points = self._moving_points(index)
            if points is not None:
                reach = max(reach, float(np.linalg.norm(points.max(0) - points.min(0))) / 2.0 + 0.9)
        return min(reach, high)


def _still(gl: moderngl.Context, part: Part) -> Drawable:
    return Drawable(Upload(gl, part), part.material, False, part.outlined, casts=part.casts)


def _to_sun(look: Look, ahead: np.ndarray) -> np.ndarray:
    """Towards the key light: its angle is told from the camera's back, so that every shot is lit well."""
    back = math.atan2(-ahead[1], -ahead[0])
    angle, height = back - look.key.side_rad, look.key.height_rad
    return np.array(
        [math.cos(angle) * math.cos(height), math.sin(angle) * math.cos(height), math.sin(height)]
    )
