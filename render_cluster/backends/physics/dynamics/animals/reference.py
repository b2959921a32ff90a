"""An animal's motion without a solver: the trunk gets all it wishes, for tests and for looking at gaits."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.animals.errand import errand_at
from render_cluster.backends.physics.dynamics.animals.movers import Mover, mover_of
from render_cluster.backends.physics.dynamics.animals.rig import Root, facing
from render_cluster.backends.physics.scene import Animal

_STEPS_PER_SECOND = 240
_GRAVITY_MPS2 = 9.81


def reference_skins(animal: Animal, fps: int, frames_count: int) -> np.ndarray:
    """Skin matrices (frames, bones, 4, 4) of an animal that nothing hinders."""
    mover = mover_of(animal, _GRAVITY_MPS2)
    turn = facing(animal.yaw_rad)
    root = Root(np.array(animal.position_m) + turn @ mover.trunk_m, turn, np.zeros(3))
    mover.begin(root)
    steps = max(1, round(_STEPS_PER_SECOND / fps))
    dt_s = 1.0 / (fps * steps)
    frames = []
    for frame in range(frames_count):
        frames.append(mover.skins(root))
        for step in range(steps):
            root = _moved(mover, animal, root, (frame * steps + step) * dt_s, dt_s)
    return np.array(frames, np.float32)


def _moved(mover: Mover, animal: Animal, root: Root, time_s: float, dt_s: float) -> Root:
    wish = mover.wish(errand_at(animal, time_s, lambda _: None), root, dt_s)
    velocity = wish.velocity_mps.copy()
    if wish.airborne:
        velocity = root.velocity_mps - np.array([0.0, 0.0, _GRAVITY_MPS2 * dt_s])
    elif wish.height_m is not None:
        velocity[2] = (wish.height_m - root.position_m[2]) * min(40.0, 0.5 / dt_s)
    elif wish.climb_mps:
        velocity[2] = wish.climb_mps
    share = 1.0 - math.exp(-dt_s / 0.03)
    turn = root.turn + (wish.turn - root.turn) * share
    left, _, right = np.linalg.svd(turn)
    moved = Root(root.position_m + velocity * dt_s, left @ right, velocity)
    mover.advance(moved, dt_s)
    return moved
