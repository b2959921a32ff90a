"""Which way of moving belongs to which body plan."""

from typing import Protocol

import numpy as np

from render_cluster.backends.physics.anatomy.builds import Bird, Fish, Octopus, Quadruped
from render_cluster.backends.physics.anatomy.species import species_of
from render_cluster.backends.physics.dynamics.animals.errand import Errand
from render_cluster.backends.physics.dynamics.animals.flyer import Flyer
from render_cluster.backends.physics.dynamics.animals.rig import Rig, Root
from render_cluster.backends.physics.dynamics.animals.small_mover import SmallMover
from render_cluster.backends.physics.dynamics.animals.swimmer import Swimmer
from render_cluster.backends.physics.dynamics.animals.walker import Walker
from render_cluster.backends.physics.dynamics.animals.wish import Wish
from render_cluster.backends.physics.scene import Animal


class Mover(Protocol):
    """The will and the looks of one animal; whoever owns its trunk asks it in every step."""

    rig: Rig
    ground_m: float
    fallen: bool
    landings: int

    @property
    def trunk_m(self) -> np.ndarray:
        """Where the trunk is when the animal is at the origin."""

    def begin(self, root: Root) -> None:
        """Takes its first stance about a trunk that is put somewhere."""

    def wish(self, errand: Errand, root: Root, dt_s: float) -> Wish:
        """What the trunk should do in the next step."""

    def advance(self, root: Root, dt_s: float) -> None:
        """Moves limbs on, given where the trunk really is."""

    def skins(self, root: Root) -> np.ndarray:
        """Skin matrices (bones, 4, 4) now."""


def mover_of(animal: Animal, gravity_mps2: float) -> Mover:
    """The mover of an animal; KeyError for a species that is none."""
    species = species_of(animal.species)
    build = species.build
    if isinstance(build, Quadruped):
        return Walker(animal, species, gravity_mps2)
    if isinstance(build, Bird):
        return Flyer(animal, species, build, gravity_mps2)
    if isinstance(build, (Fish, Octopus)):
        return Swimmer(animal, species, build, gravity_mps2)
    return SmallMover(animal, species, build, gravity_mps2)
