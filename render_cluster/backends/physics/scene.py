"""A shot made concrete: bodies, performers, place, light and camera; solver, camera and sound are views of it."""

import math

import msgspec

from render_cluster.storyboard import Age, Sex, TimeOfDay, Weather

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]

LIKENESS_SIDE_MAX_PX, LIKENESS_POINTS_COUNT = 1024, 468
UPRIGHT: Quaternion = (1.0, 0.0, 0.0, 0.0)


class Body(msgspec.Struct, frozen=True):
    """A rigid thing: `kind` picks its mesh and its collision shape, `material` its friction, bounce and sound.

    `size_m` is the full extent along x, y, z in its own frame, whose front looks towards -y; a fixed body
    has mass 0 and never moves. `push_n` is a steady push (a motor, a wind) until `push_s`. `breaks_at_ns` is
    the impulse that shatters it; what it breaks into are the bodies `name/1`, `name/2` ... of the motion.
    One that hangs swings about the point `hangs_from_m` of the world, as on a rod that weighs nothing; one on
    an upright `axle` turns about it and does nothing else.
    """

    name: str
    kind: str
    material: str
    size_m: Vector
    mass_kg: float
    position_m: Vector
    rotation: Quaternion = UPRIGHT
    velocity_mps: Vector = (0.0, 0.0, 0.0)
    spin_radps: Vector = (0.0, 0.0, 0.0)
    colour: Vector = (0.8, 0.8, 0.8)
    push_n: Vector = (0.0, 0.0, 0.0)
    push_s: float = 0.0
    breaks_at_ns: float | None = None
    hangs_from_m: Vector | None = None
    axle: bool = False

    @property
    def fixed(self) -> bool:
        """Whether the solver must leave it where it stands."""
        return self.mass_kg == 0.0


class Move(msgspec.Struct, frozen=True):
    """One thing that a performer sets out to do, from `from_s` to `to_s`: a cause, never an end.

    `toward_m` is a place to go to, look at or aim at; `thing` names a body or a performer that is held,
    thrown, kicked, sat on, ridden or met. `outcome` is the end that is wished for ("falls", "recovers",
    "misses", "goes_in"): causes are drawn until the solver shows it, and it is never forced. `manner` is how
    somebody feels while at it, which face and posture show.
    """

    verb: str
    from_s: float
    to_s: float
    toward_m: Vector | None = None
    thing: str | None = None
    speed: float = 1.0
    outcome: str | None = None
    manner: str | None = None


class Clothing(msgspec.Struct, frozen=True):
    """A garment as it is worn: a kind of `raster/people/wardrobe` and its colour, sRGB in 0..1."""

    kind: str
    colour: Vector


class Likeness(msgspec.Struct, frozen=True):
    """A face as data: a texture (uint8 RGB, `side_px` x `side_px` x 3, row by row) and where on it each of the
    468 points of the MediaPipe face mesh lies: across, down and away from the eye, all in shares of the side."""

    side_px: int
    texture: bytes
    mesh: tuple[tuple[float, float, float], ...]

    def __repr__(self) -> str:
        """Nothing of a person's body goes into logs."""
        return "Likeness(...)"

    def check(self) -> None:
        """Raises ValueError where the texture or the mesh has the wrong size or is none."""
        sized = 0 < self.side_px <= LIKENESS_SIDE_MAX_PX and len(self.texture) == self.side_px**2 * 3
        finite = all(math.isfinite(value) for point in self.mesh for value in point)
        if not (sized and finite and len(self.mesh) == LIKENESS_POINTS_COUNT):
            raise ValueError(
                f"a likeness has {LIKENESS_POINTS_COUNT} points and 1 to {LIKENESS_SIDE_MAX_PX} px a side"
            )


class Person(msgspec.Struct, frozen=True):
    """A person of the scene: build and clothes, where they stand, what they set out to do.

    Colours are sRGB in 0..1; `yaw_rad` 0 faces -y and turns anticlockwise. `weight` runs from 0 (thin) over
    0.5 to 1 (heavy). `hair_style` is one of `raster/people/hair.STYLES`; hair begins `hairline_m` above the eyes.
    """

    name: str
    height_m: float
    skin: Vector
    hair: Vector
    wardrobe: tuple[Clothing, ...]
    sex: Sex = "woman"
    age: Age = "adult"
    weight: float = 0.5
    hair_style: str = "short"
    likeness: Likeness | None = None
    hairline_m: float = 0.064
    position_m: Vector = (0.0, 0.0, 0.0)
    yaw_rad: float = 0.0
    moves: tuple[Move, ...] = ()


class Animal(msgspec.Struct, frozen=True):
    """An animal of the scene: a species of `anatomy/species`, its length in metres, its coat, what it does."""

    name: str
    species: str
    length_m: float
    coat: Vector
    markings: Vector
    position_m: Vector = (0.0, 0.0, 0.0)
    yaw_rad: float = 0.0
    moves: tuple[Move, ...] = ()


class Wave(msgspec.Struct, frozen=True):
    """One travelling sine of the water's surface."""

    amplitude_m: float
    length_m: float
    direction: tuple[float, float]
    phase_rad: float


class Source(msgspec.Struct, frozen=True):
    """Something that gives off light and specks: "fire", "smoke", "bubbles", "sparks", "steam", "confetti"...

    It sits at `position_m` in the frame of `body`, or in the world where that is None; `size_m` is its width.
    """

    kind: str
    position_m: Vector
    size_m: float
    body: str | None = None
    from_s: float = 0.0
    to_s: float = 60.0


class Speech(msgspec.Struct, frozen=True):
    """A line said at `start_s` by the performer named `speaker`, or by a voice from nowhere.

    `voice` picks one of `sound/voices`; the words are the maker's own.
    """

    text: str
    start_s: float
    speaker: str | None
    voice: str


class Camera(msgspec.Struct, frozen=True):
    """Eye and aim go through their points in even time and smoothly; one point stands still.

    Where `follows` names a body or a performer, points are measured from its middle; otherwise they are
    places in the world. The lens is focused on `focus`, also a name; None focuses on what is followed, or on
    the aim. What `shows` names stays in the picture, "name.head" only that bone; empty is all that moves.
    `fit` is the share of the picture's half height that this may fill: a close-up fits tightly.
    `shake_m` is the wander of a hand that holds the camera.
    """

    eyes_m: tuple[Vector, ...]
    aims_m: tuple[Vector, ...]
    fov_rad: float
    follows: str | None = None
    focus: str | None = None
    shows: tuple[str, ...] = ()
    fit: float = 0.88
    shake_m: float = 0.0


class CloseUp(msgspec.Struct, frozen=True):
    """A part of a shot, in seconds of film, over which the face of the person named `person` fills the picture."""

    person: str
    from_s: float
    to_s: float


class Scene(msgspec.Struct, frozen=True):
    """Everything a shot needs, before anything moves.

    The ground is z = 0 and is no body; `places.SETTINGS[setting]` says what it is made of and how heavy things
    are there. `pace` below 1 is slow motion: `duration_s` and all times in here run on the world's clock,
    which gets `pace` seconds for each second of film. Over its `close_ups`, which follow each other in time, a
    second camera films; `camera` has the rest. `wind_mps` None leaves the wind to the setting.
    """

    name: str
    setting: str
    time_of_day: TimeOfDay
    duration_s: float
    seed: int
    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    camera: Camera
    animals: tuple[Animal, ...] = ()
    waves: tuple[Wave, ...] = ()
    weather: Weather = "clear"
    sources: tuple[Source, ...] = ()
    speech: tuple[Speech, ...] = ()
    pace: float = 1.0
    wind_mps: float | None = None
    close_ups: tuple[CloseUp, ...] = ()
