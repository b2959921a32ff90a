"""A court with a ball, a rim and a board, and whatever contacts a test wants to hear there."""

from collections.abc import Callable

import numpy as np
import pytest

from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.scene import Body, Camera, Scene

FPS = 24
BODIES = (
    Body("ball", "basketball", "rubber", (0.24, 0.24, 0.24), 0.62, (0.0, 3.0, 0.12)),
    Body("rim", "hoop_rim", "metal", (0.468, 0.468, 0.018), 0.0, (0.0, 5.2, 3.05)),
    Body("backboard", "backboard", "glass", (1.8, 0.03, 1.05), 0.0, (0.0, 5.6, 3.4)),
    Body("ground", "ground", "asphalt", (40.0, 40.0, 1.0), 0.0, (0.0, 0.0, -0.5)),
)
MATERIAL = {body.name: body.material for body in BODIES}
Shot = tuple[Scene, Motion]


@pytest.fixture
def blow() -> Callable[..., Contact]:
    """Makes a contact of the ball with a thing of the court."""

    def make(
        time_s: float,
        body: str = "ground",
        impulse_ns: float = 4.5,
        speed_mps: float = 4.8,
        position_m: tuple[float, float, float] = (0.0, 3.0, 0.0),
    ) -> Contact:
        return Contact(time_s, "ball", body, "rubber", MATERIAL[body], impulse_ns, speed_mps, position_m)

    return make


@pytest.fixture
def court() -> Callable[..., Shot]:
    """Makes a shot on the court in which nothing moves but the given contacts happen."""

    def make(*contacts: Contact, duration_s: float = 3.0, setting: str = "court") -> Shot:
        eye, aim = (0.0, -3.0, 1.6), (0.0, 3.0, 1.5)
        camera = Camera((eye,), (aim,), fov_rad=0.8)
        scene = Scene("basketball", setting, "day", duration_s, 1, BODIES, (), camera)
        frames_count = round(duration_s * FPS)
        poses = {
            body.name: np.tile(np.array([*body.position_m, 1, 0, 0, 0], np.float32), (frames_count, 1))
            for body in BODIES
        }
        return scene, Motion(FPS, frames_count, poses, contacts=contacts)

    return make
