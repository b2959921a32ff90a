"""Lets performers out of what they begin inside of: a shin in a sofa, two people on one spot."""

import mujoco
import numpy as np

_DEEP_M = 0.02


class Overlaps:
    """Pairs of bodies, one of them a performer's, that pass through each other until they have come apart.

    Contacts that press a limb out of a thing on two sides at once have no solution that is not a blow.
    """

    def __init__(self, model: mujoco.MjModel, alive: list[int]) -> None:
        """`alive` lists the geoms of performers; the ground and walls let nobody through."""
        self._bodies = model.geom_bodyid
        self._alive = np.isin(np.arange(model.ngeom), alive)
        self._count = model.nbody
        self._pairs = np.zeros(0, np.int64)

    def find(self, data: mujoco.MjData) -> None:
        """Takes in which pairs are inside one another now."""
        geoms = data.contact.geom
        deep = (data.contact.dist < -_DEEP_M) & self._alive[geoms].any(axis=1)
        self._pairs = np.unique(self._codes(geoms[deep & (self._bodies[geoms] != 0).all(axis=1)]))

    def pass_through(self, data: mujoco.MjData) -> None:
        """Leaves out their contacts, just found; before the constraints are made of them."""
        if not len(self._pairs):
            return
        codes = self._codes(data.contact.geom)
        data.contact.exclude[np.isin(codes, self._pairs)] = 1
        self._pairs = self._pairs[np.isin(self._pairs, codes)]

    def _codes(self, geoms: np.ndarray) -> np.ndarray:
        bodies = self._bodies[geoms].astype(np.int64).reshape(-1, 2)
        return bodies.min(axis=1) * self._count + bodies.max(axis=1)
