"""Everything of a shot that moves or stands as a thing of its own: its drawables, put in place for each frame."""

from collections.abc import Callable
from typing import Protocol

import moderngl
import numpy as np

from render_cluster.backends.physics.face import UNITS
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.netting import net_name
from render_cluster.backends.physics.raster import kinds, person
from render_cluster.backends.physics.raster.animals import animal
from render_cluster.backends.physics.raster.drawable import Drawable, Upload
from render_cluster.backends.physics.raster.fabric import Fabrics
from render_cluster.backends.physics.raster.matrices import placed
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.net import net_of
from render_cluster.backends.physics.raster.part import Material, Part, joined
from render_cluster.backends.physics.raster.people.expression import blinking
from render_cluster.backends.physics.raster.soft import soft_body
from render_cluster.backends.physics.scene import Body, Person, Scene
from render_cluster.backends.physics.soft.cuts import sheets_of
from render_cluster.backends.physics.soft.hanging import cloth_name
from render_cluster.backends.physics.things.shards import shards_of

# A person no higher than this in the picture has neither a face that moves nor locks of hair.
_LIGHT_PX_MAX = 60.0


class Player(Protocol):
    """Whatever has drawables that change from frame to frame; `name` is the one that `Motion.shown` knows."""

    name: str
    drawables: list[Drawable]

    def at(self, index: int) -> None:
        """Puts the drawables where they are in a frame."""


class Rigid:
    """A body, or a piece of a broken one."""

    def __init__(self, gl: moderngl.Context, body: Body, motion: Motion) -> None:
        self.name = body.name
        self._track = motion.poses.get(body.name)
        # What comes or goes may not leave its shadow in the map of what never moves.
        moving = body.name in motion.shown or (self._track is not None and not body.fixed)
        model = placed(np.array(body.position_m), np.array(body.rotation))
        self.drawables = [
            Drawable(Upload(gl, part), part.material, moving, part.outlined, model)
            for part in joined(kinds.parts_of(body))
        ]

    def at(self, index: int) -> None:
        """See Player."""
        if self._track is None:
            return
        earlier = frame_before(index, len(self._track))
        model, model_before = (placed(row[:3], row[3:]) for row in self._track[[index, earlier]])
        for drawable in self.drawables:
            drawable.model, drawable.model_before = model, model_before


class Skinned:
    """A person or an animal, carried by bones; a face is moulded anew in each frame in which it stirs.

    Whoever has no track of a face looks on calmly and blinks.
    """

    def __init__(self, name: str, drawables: list[Drawable], motion: Motion) -> None:
        self.name, self.drawables = name, drawables
        self._skins, self._faces = motion.skins[name], motion.faces.get(name)
        self._fps, self._face = motion.fps, np.full(len(UNITS), np.nan)
        for drawable in drawables:
            drawable.skin = self._skins[0]

    def at(self, index: int) -> None:
        """See Player."""
        before = self._skins[frame_before(index, len(self._skins))]
        face = blinking(self.name, index / self._fps) if self._faces is None else self._faces[index]
        stirred = not np.array_equal(face, self._face)
        self._face = face
        for drawable in self.drawables:
            drawable.skin, drawable.skin_before = self._skins[index], before
            if drawable.express is not None and stirred:
                drawable.upload.rewrite(drawable.express(face))


class Soft:
    """A thing without a fixed shape, whose mesh is made anew in each frame."""

    def __init__(self, gl: moderngl.Context, name: str, shapes: "Shapes") -> None:
        self.name, self._shapes = name, shapes
        upload = Upload(gl, Part(shapes.mesh(0), Material.CLOTH))
        self.drawables = [Drawable(upload, Material.CLOTH, True, False)]

    def at(self, index: int) -> None:
        """See Player."""
        self.drawables[0].upload.rewrite(self._shapes.mesh(index))


class Shapes(Protocol):
    """A mesh a frame, all with the same faces."""

    def mesh(self, index: int) -> Mesh:
        """The mesh of a frame, in world coordinates."""


class Cast:
    """All players of a shot."""

    def __init__(
        self,
        gl: moderngl.Context,
        scene: Scene,
        motion: Motion,
        toon: bool,
        pixel_m: Callable[[str], float],
    ) -> None:
        """`pixel_m` tells how wide a pixel is where somebody or something comes nearest."""
        self._shown = motion.shown
        self._players = [*_performers(gl, scene, motion, toon, pixel_m), *_bodies(gl, scene, motion)]
        self.drawables = [one for player in self._players for one in player.drawables]

    def at(self, index: int) -> None:
        """Puts everyone and everything where they are in a frame, and hides what is not there then."""
        for player in self._players:
            shown = player.name not in self._shown or bool(self._shown[player.name][index])
            for drawable in player.drawables:
                drawable.shown = shown
            if shown:
                player.at(index)


def _performers(
    gl: moderngl.Context, scene: Scene, motion: Motion, toon: bool, pixel_m: Callable[[str], float]
) -> list[Player]:
    players: list[Player] = []
    for one in (*scene.people, *scene.animals):
        if one.name not in motion.skins:
            continue
        pixel = pixel_m(one.name)
        if isinstance(one, Person):
            detail = "full" if one.height_m / pixel > _LIGHT_PX_MAX else "light"
            drawables = person.drawables(gl, one, toon, detail)
        else:
            drawables = animal.drawables(gl, one, toon)
        for drawable in drawables:
            # Cloth lies too close on the skin, and lids on the eyes, to lose a point.
            drawable.upload.thin_out(pixel, smooth=drawable.material == Material.FUR)
        players.append(Skinned(one.name, drawables, motion))
    return players


def _bodies(gl: moderngl.Context, scene: Scene, motion: Motion) -> list[Player]:
    players: list[Player] = []
    for body in scene.bodies:
        if cloth_name(body) in motion.meshes:
            fabrics = Fabrics(motion.meshes[cloth_name(body)], sheets_of(body))
            players += [Rigid(gl, body, motion), Soft(gl, body.name, fabrics)]
        elif net_name(body) in motion.meshes:
            players += [Rigid(gl, body, motion), Soft(gl, body.name, net_of(motion.meshes[net_name(body)]))]
        elif body.name in motion.meshes:
            players.append(Soft(gl, body.name, soft_body(body, motion.meshes[body.name])))
        else:
            players.append(Rigid(gl, body, motion))
        players += [Rigid(gl, piece, motion) for piece in _pieces(body) if piece.name in motion.poses]
    return players


def _pieces(body: Body) -> tuple[Body, ...]:
    return () if body.breaks_at_ns is None else shards_of(body)


def frame_before(index: int, frames_count: int) -> int:
    """The frame that tells how fast things go in frame `index`: the one before, for the first the one after."""
    return index - 1 if index else min(1, frames_count - 1)
