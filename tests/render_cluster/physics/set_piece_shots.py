"""The set pieces, each simulated once for all tests that look at it."""

import functools

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.scenes import SCENES
from render_cluster.storyboard import Action, Camera, Shot, Style, Subject

FPS = 24
DURATION_S = 4.0


def shot_of(name: str, outcome: str, camera: Camera | None = None, duration_s: float = DURATION_S) -> Shot:
    """A shot that asks a set piece for an end."""
    kind = SCENES[name]
    return Shot(
        duration_s,
        kind.settings[0],
        subjects=(Subject("who", kind.person), Subject("what", kind.thing)),
        actions=(Action("who", "does", "what", outcome),),
        camera=Camera() if camera is None else camera,
    )


def staged(name: str, outcome: str, seed: int, style: Style = "realistic", **changes: object) -> Scene:
    """The scene of that shot; `changes` are those of `shot_of`."""
    return SCENES[name].stage(shot_of(name, outcome, **changes), style, seed)  # type: ignore[arg-type]


def simulated(name: str, outcome: str, seed: int, duration_s: float = DURATION_S) -> Motion:
    """Its motion, worked out anew."""
    shot = shot_of(name, outcome, duration_s=duration_s)
    return SCENES[name].simulate(staged(name, outcome, seed, duration_s=duration_s), shot, FPS)


@functools.cache
def played(name: str, outcome: str, seed: int) -> Motion:
    """Its motion, which is the same for every style and camera; nobody may change it."""
    return simulated(name, outcome, seed)
