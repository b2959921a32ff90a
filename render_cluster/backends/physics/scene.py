"""A shot made concrete: bodies, people, water, light and camera; solver and camera are views of it."""

import msgspec

from render_cluster.storyboard import TimeOfDay

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]


class Body(msgspec.Struct, frozen=True):
    """A rigid thing: `kind` picks its mesh, `material` its friction, bounce and sound.

    `size_m` is the full extent along x, y, z; a fixed body has mass 0 and never moves.
    """

    name: str
    kind: str
    material: str
    size_m: Vector
    mass_kg: float
    position_m: Vector
    rotation: Quaternion = (1.0, 0.0, 0.0, 0.0)
    velocity_mps: Vector = (0.0, 0.0, 0.0)
    spin_radps: Vector = (0.0, 0.0, 0.0)
    colour: Vector = (0.8, 0.8, 0.8)

    @property
    def fixed(self) -> bool:
        """Whether the solver must leave it where it stands."""
        return self.mass_kg == 0.0


class Person(msgspec.Struct, frozen=True):
    """A person of the scene; colours are sRGB in 0..1."""

    name: str
    height_m: float
    skin: Vector
    hair: Vector
    top: Vector
    bottom: Vector
    shoes: Vector


class Wave(msgspec.Struct, frozen=True):
    """One travelling sine of the water's surface."""

    amplitude_m: float
    length_m: float
    direction: tuple[float, float]
    phase_rad: float


class Camera(msgspec.Struct, frozen=True):
    """Eye and aim move in straight lines over the shot.

    Where `follows` names a body or a person, both are measured from its middle (a person's pelvis), which
    stays in frame; otherwise they are places in the world. The lens is focused on `focus`, a body or a person
    too; None focuses on what is followed, or on the aim.
    """

    eye_from_m: Vector
    eye_to_m: Vector
    aim_from_m: Vector
    aim_to_m: Vector
    fov_rad: float
    follows: str | None = None
    focus: str | None = None


class Scene(msgspec.Struct, frozen=True):
    """Everything a shot needs, before anything moves."""

    name: str
    setting: str
    time_of_day: TimeOfDay
    duration_s: float
    seed: int
    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    camera: Camera
    waves: tuple[Wave, ...] = ()
