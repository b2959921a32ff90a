"""A figure and a crate, standing still in any setting: enough to look at what stands around them."""

import numpy as np

from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Camera, Scene, Source
from render_cluster.storyboard import TimeOfDay, Weather

FPS, FRAMES_COUNT = 24, 24


def still(
    setting: str,
    time_of_day: TimeOfDay = "day",
    weather: Weather = "clear",
    sources: tuple[Source, ...] = (),
    contacts: tuple[Contact, ...] = (),
) -> tuple[Scene, Motion]:
    """One second in which nothing moves but the air."""
    floor_m = SETTINGS[setting].floor_m
    bodies = (
        Body("figure", "cylinder", "wood", (0.45, 0.35, 1.7), 60.0, (0.0, 0.0, floor_m + 0.85)),
        Body("crate", "box", "wood", (0.6, 0.6, 0.6), 8.0, (1.1, 0.5, floor_m + 0.3), colour=(0.7, 0.5, 0.3)),
    )
    camera = Camera(((1.2, -6.0, floor_m + 1.6),), ((0.2, 0.0, floor_m + 1.0),), 0.8)
    scene = Scene("still", setting, time_of_day, 1.0, 5, bodies, (), camera, weather=weather, sources=sources)
    poses = {
        body.name: np.tile(np.float32([*body.position_m, 1, 0, 0, 0]), (FRAMES_COUNT, 1)) for body in bodies
    }
    return scene, Motion(FPS, FRAMES_COUNT, poses, contacts=contacts)
