"""Where things are on an animal while its pieces are built: bones by name, and a frame for the head."""

from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Build
from render_cluster.backends.physics.anatomy.skeletons import PLANS
from render_cluster.backends.physics.raster.matrices import normalized
from render_cluster.backends.physics.skeleton import Bone


@dataclass(frozen=True, slots=True)
class Frame:
    """The bones of a build in its own units, and their indices."""

    bones: dict[str, Bone]
    index: dict[str, int]

    @staticmethod
    def of(build: Build) -> "Frame":
        """The frame of a build before it is scaled to length 1."""
        bones = tuple(PLANS[type(build)](build))
        return Frame({bone.name: bone for bone in bones}, {bone.name: n for n, bone in enumerate(bones)})

    def head(self, bone: str) -> np.ndarray:
        """Where a bone begins (3,)."""
        return np.array(self.bones[bone].head)

    def tail(self, bone: str) -> np.ndarray:
        """Where a bone ends (3,)."""
        return np.array(self.bones[bone].tail)

    def held_by(self, bone: str) -> np.ndarray:
        """The weights (bones,) of what hangs on one bone alone."""
        weights = np.zeros(len(self.bones))
        weights[self.index[bone]] = 1.0
        return weights

    def chain(self, *names: str) -> list[int]:
        """The indices of bones, in the order given."""
        return [self.index[name] for name in names]

    def on_head(self, aside: float, ahead: float, above: float) -> np.ndarray:
        """A point (3,) measured from the nape: to the left, towards the nose, and upwards across that."""
        forward, up = self.head_axes()
        return self.head("head") + aside * np.array([1.0, 0.0, 0.0]) + ahead * forward + above * up

    def head_axes(self) -> tuple[np.ndarray, np.ndarray]:
        """The directions of the nose and of the crown."""
        forward = normalized(self.tail("head") - self.head("head"))
        return forward, np.cross(np.array([-1.0, 0.0, 0.0]), forward)
