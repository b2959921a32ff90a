"""Things that shatter: a blow past their strength puts their pieces in their place."""

from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.things.shards import shards_of

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_KEPT = 0.2
"""Share of the energy lost in the blow that flings the pieces apart; the rest went into the cracks."""

_CARRIED = 0.4
_FLING_MAX_MPS = 2.2


class Breakables:
    """The breakable bodies of a scene and the pieces that wait to replace them."""

    def __init__(self, scene: Scene) -> None:
        self.pieces: dict[str, tuple[Body, ...]] = {
            body.name: shards_of(body)
            for body in scene.bodies
            if body.breaks_at_ns is not None and not body.fixed
        }
        self.broken_s: dict[str, float] = {}
        self._before: dict[str, np.ndarray] = {}

    @property
    def parked(self) -> tuple[Body, ...]:
        """All pieces, to be built into the world beforehand."""
        return tuple(piece for pieces in self.pieces.values() for piece in pieces)

    def watch(self, world: "World") -> None:
        """Breaks whatever was hit too hard in the last step; once after every step."""
        for name, pieces in self.pieces.items():
            if name in self.broken_s:
                continue
            body = world.bodies[name]
            assert body.breaks_at_ns is not None
            if world.impacts.hardest_ns(name, world.time_s) > body.breaks_at_ns:
                self._break(world, body, pieces)
            else:
                self._before[name] = world.velocity(name)

    def _break(self, world: "World", body: Body, pieces: tuple[Body, ...]) -> None:
        pose, after = world.pose(body.name), world.velocity(body.name)
        before = self._before.get(body.name, after)
        lost_j = 0.5 * body.mass_kg * max(0.0, float(before[:3] @ before[:3] - after[:3] @ after[:3]))
        fling = min(_FLING_MAX_MPS, float(np.sqrt(2.0 * _KEPT * lost_j / body.mass_kg)))
        self.broken_s[body.name] = world.time_s
        world.hide(body.name)
        turn = quaternion_matrix(pose[3:])
        # Pieces keep some of what the blow left of the fall, and part from the middle.
        shared = _CARRIED * after[:3]
        own = quaternion_matrix(body.rotation)
        offsets = [turn @ own.T @ np.subtract(piece.position_m, body.position_m) for piece in pieces]
        kicks = np.array(offsets)
        kicks /= np.maximum(np.linalg.norm(kicks, axis=1, keepdims=True), 1e-6)
        kicks *= fling
        masses = np.array([piece.mass_kg for piece in pieces])
        kicks -= masses @ kicks / masses.sum()
        for piece, offset, kick in zip(pieces, offsets, kicks, strict=True):
            where = pose.copy()
            where[:3] += offset
            world.show(piece.name, where, shared + kick, after[3:])
