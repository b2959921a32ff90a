"""Clips to measure sound on, by hand: what strikes what, when, in twelve places, some with words and music."""

import itertools
from typing import NamedTuple

import msgspec
import numpy as np

from render_cluster.backends.physics.dynamics.simulate import simulate
from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Camera, Clothing, Move, Person, Scene, Speech
from render_cluster.storyboard import Mood, Sound, TimeOfDay, Weather

FPS = 24
SIMULATED_S = 4.0
_CAMERA = Camera(((0.0, -5.0, 1.6),), ((0.0, 0.0, 1.0),), fov_rad=0.8)
_THINGS: dict[str, Body] = {
    body.name: body
    for body in (
        Body("basketball", "basketball", "rubber", (0.24, 0.24, 0.24), 0.62, (0.5, 0.0, 0.12)),
        Body("pan", "pan", "metal", (0.3, 0.45, 0.06), 1.1, (-0.6, 0.0, 0.03)),
        Body("mug", "cup", "ceramic", (0.09, 0.12, 0.1), 0.3, (0.2, 0.0, 0.05)),
        Body("crate", "crate", "wood", (0.5, 0.5, 0.5), 8.0, (-1.2, 0.5, 0.25)),
        Body("stone", "rock", "stone", (0.2, 0.2, 0.15), 4.0, (1.0, 0.3, 0.08)),
        Body("bottle", "bottle", "plastic", (0.07, 0.07, 0.25), 0.4, (0.0, 0.2, 0.1)),
        Body("vase", "vase", "glass", (0.2, 0.2, 0.35), 1.2, (0.4, 0.2, 0.9), breaks_at_ns=1.5),
    )
}


class Clip(NamedTuple):
    """One clip: its shots, its sound and how long it is."""

    name: str
    shots: list[tuple[Scene, Motion]]
    sound: Sound
    duration_s: float


def clips() -> list[Clip]:
    """All clips, the same each time."""
    return [
        _falls("kitchen", ("mug", "pan", "vase")),
        _falls("living_room", ("crate", "bottle", "basketball")),
        _falls("court", ("basketball", "basketball"), music="happy"),
        _falls("city_street", ("crate", "pan", "stone")),
        _falls("beach", ("stone", "crate")),
        _falls("gym", ("basketball", "crate"), pace=0.5),
        _walk("living_room"),
        _walk("park"),
        _walk("snow_slope", weather="snow"),
        _walk("city_street", weather="rain"),
        _walk("stage", music="calm", lines=("Keep your elbow in, and follow through.",)),
        _splashes("open_sea"),
    ]


def simulated() -> list[Clip]:
    """Clips whose contacts the solver found: things that drop onto tiles, somebody who walks, somebody who runs."""
    heights_m = (("mug", -0.8, 1.0), ("pan", 0.8, 1.3), ("basketball", 0.0, 1.5), ("crate", -1.6, 0.9))
    dropped = tuple(
        msgspec.structs.replace(_THINGS[name], position_m=(x, 0.3, z), breaks_at_ns=None)
        for name, x, z in heights_m
    )
    walker = _mover(Move("walk", 0.0, SIMULATED_S, toward_m=(2.0, 0.0, 0.0)))
    runner = _mover(Move("run", 0.0, SIMULATED_S, toward_m=(5.0, 0.0, 0.0)))
    scenes = (
        Scene("drops", "kitchen", "day", SIMULATED_S, 1, dropped, (), _CAMERA),
        Scene("a walk", "living_room", "day", SIMULATED_S, 1, (), (walker,), _CAMERA),
        Scene("a run", "park", "day", SIMULATED_S, 1, (), (runner,), _CAMERA),
    )
    return [Clip(scene.name, [(scene, simulate(scene, FPS))], Sound(), SIMULATED_S) for scene in scenes]


def _mover(move: Move) -> Person:
    clothes = (Clothing("shirt", (0.5, 0.2, 0.2)),)
    start_m = (-1.5, 0.0, 0.0)
    return Person("anna", 1.7, (0.8, 0.6, 0.5), (0.2, 0.1, 0.1), clothes, position_m=start_m, moves=(move,))


def _falls(setting: str, names: tuple[str, ...], pace: float = 1.0, music: Mood | None = None) -> Clip:
    """Each thing falls from 1.2 m and bounces with half the speed until it rests, one after the other."""
    ground = SETTINGS[setting].ground
    contacts = []
    for index, name in enumerate(names):
        body, at_s, speed = _THINGS[name], 0.5 + 0.9 * index, 4.85
        while speed > 0.6:
            impulse = 1.5 * body.mass_kg * speed
            place = (*body.position_m[:2], 0.0)
            contacts.append(
                Contact(round(at_s, 6), name, "ground", body.material, ground, impulse, speed, place)
            )
            speed *= 0.5
            at_s += 2 * speed / 9.81
    bodies = tuple(_THINGS[name] for name in dict.fromkeys(names))
    return _clip(f"falls in {setting}", setting, tuple(contacts), bodies, (), pace=pace, music=music)


def _walk(
    setting: str,
    weather: Weather = "clear",
    music: Mood | None = None,
    lines: tuple[str, ...] = (),
) -> Clip:
    """A person walks across the picture, two steps a second."""
    ground = SETTINGS[setting].ground
    clothes = (Clothing("shirt", (0.5, 0.2, 0.2)),)
    person = Person("anna", 1.7, (0.8, 0.6, 0.5), (0.2, 0.1, 0.1), clothes, moves=(Move("walk", 0.0, 4.0),))
    feet = itertools.cycle(("foot_l", "foot_r"))
    contacts = tuple(
        Contact(0.31 + 0.517 * step, f"anna.{next(feet)}", "ground", "flesh", ground, 25.0, 0.8,
                (-1.5 + 0.7 * step, 0.0, 0.0))
        for step in range(7)
    )  # fmt: skip
    speech = tuple(Speech(text, 0.4, "anna", "woman_1") for text in lines)
    return _clip(
        f"walks in {setting}", setting, contacts, (), (person,), weather=weather, music=music, speech=speech
    )


def _splashes(setting: str) -> Clip:
    contacts = tuple(
        Contact(at_s, name, "water", _THINGS[name].material, "water", impulse, speed, (0.0, 1.0, 0.0))
        for at_s, name, impulse, speed in (
            (0.7, "crate", 30.0, 4.0),
            (1.9, "stone", 14.0, 4.0),
            (3.1, "crate", 20.0, 3.0),
        )
    )
    return _clip(f"splashes in {setting}", setting, contacts, (_THINGS["crate"], _THINGS["stone"]), ())


def _clip(
    name: str,
    setting: str,
    contacts: tuple[Contact, ...],
    bodies: tuple[Body, ...],
    people: tuple[Person, ...],
    pace: float = 1.0,
    weather: Weather = "clear",
    music: Mood | None = None,
    speech: tuple[Speech, ...] = (),
    time_of_day: TimeOfDay = "day",
) -> Clip:
    world_s = max(contact.time_s for contact in contacts) + 1.0
    frames_count = round(world_s / pace * FPS)
    scene = Scene(
        name, setting, time_of_day, frames_count / FPS * pace, 1, bodies, people, _CAMERA,
        weather=weather, speech=speech, pace=pace,
    )  # fmt: skip
    poses = {
        body.name: np.tile(np.array([*body.position_m, 1, 0, 0, 0], np.float32), (frames_count, 1))
        for body in bodies
    }
    motion = Motion(FPS, frames_count, poses, contacts=contacts)
    return Clip(name, [(scene, motion)], Sound(music=music), frames_count / FPS)
