"""Things that shatter: a blow past their strength puts their pieces in their place."""

from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.rotation import multiply, quaternion_matrix
from render_cluster.backends.physics.scene import Body, Scene

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_KEPT = 0.35
"""Share of the energy lost in the blow that flings the pieces apart; the rest went into the cracks."""

_FLING_MAX_MPS = 3.5


class Breakables:
    """The breakable bodies of a scene and the pieces that wait to replace them."""

    def __init__(self, scene: Scene) -> None:
        self.pieces: dict[str, tuple[Body, ...]] = {
            body.name: pieces_of(body)
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
        # Pieces keep what the blow left of the fall, and part from the middle.
        shared = after[:3] + 0.5 * (before[:3] - after[:3]) * (1.0, 1.0, 0.0)
        kicks = np.array([turn @ np.array(piece.position_m) for piece in pieces])
        kicks /= np.maximum(np.linalg.norm(kicks, axis=1, keepdims=True), 1e-6)
        kicks *= fling
        masses = np.array([piece.mass_kg for piece in pieces])
        kicks -= masses @ kicks / masses.sum()
        for piece, kick in zip(pieces, kicks, strict=True):
            where = pose.copy()
            where[:3] += turn @ np.array(piece.position_m)
            where[3:] = multiply(pose[3:], np.array(piece.rotation))
            world.show(piece.name, where, shared + kick, after[3:])


def pieces_of(body: Body) -> tuple[Body, ...]:
    """Eight blocks of a body, placed in its own frame; a kind with shards of its own has these instead."""
    x, y, z = body.size_m
    size = (0.44 * x, 0.44 * y, 0.44 * z)
    corners = [(i, j, k) for i in (-1, 1) for j in (-1, 1) for k in (-1, 1)]
    return tuple(
        Body(
            f"{body.name}/{index}", "shard", body.material, size, body.mass_kg / 8.0,
            (0.24 * x * i, 0.24 * y * j, 0.24 * z * k), colour=body.colour,
        )
        for index, (i, j, k) in enumerate(corners, 1)
    )  # fmt: skip
