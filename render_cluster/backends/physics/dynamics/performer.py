"""What the world asks of everyone who moves by a will of their own: people, animals."""

from typing import Protocol, TypeVar

import mujoco
import numpy as np

World = TypeVar("World", contravariant=True)
"""The world they are in, which knows them and is therefore not named here."""


class Performer(Protocol[World]):
    """A body of bones in a world that carries out its moves with bounded forces.

    Its MuJoCo bodies and their geoms are named "name.bone"; its joints "name.joint".
    """

    name: str
    materials: dict[str, str]
    """What each of its bodies is made of, by the body's name."""

    def add_to(self, spec: mujoco.MjSpec) -> None:
        """Adds bodies, geoms and joints to a model that is being built."""

    def begin(self, world: World) -> None:
        """Takes its place and first stance in the compiled world."""

    def act(self, world: World) -> None:
        """Sets its forces for the next step; called once before every step."""

    def skins(self, world: World) -> np.ndarray:
        """Its skin matrices (bones, 4, 4) now."""

    def outcome(self) -> str:
        """How what it set out to do was seen to end: "falls", "recovers", "goes_in" ...; "" where nothing could."""

    def work_j(self) -> float:
        """The energy that its muscles have put in since the start."""
