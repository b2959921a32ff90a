"""Air that is cut by fast things: a rush that grows with speed and with nearness."""

import numpy as np

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Scene
from render_cluster.backends.physics.sound.engines import ENGINES
from render_cluster.backends.physics.sound.noise import band, coloured
from render_cluster.backends.physics.sound.rolling import WHEELED_KINDS
from render_cluster.backends.physics.sound.space import gains_along
from render_cluster.backends.physics.sound.whereabouts import add_moving, over_samples, path_of, speed_mps

HEARD_MPS = 6.0
FULL_MPS = 22.0
GAIN = 0.05
BODIES_MAX = 6


def whooshes(scene: Scene, motion: Motion, samples: int, rng: np.random.Generator) -> np.ndarray:
    """The rush of all that flies fast in a shot; float32 (2, samples)."""
    sound = np.zeros((2, samples), np.float32)
    if scene.setting in ("moon", "underwater"):
        return sound
    fast = []
    for body in scene.bodies:
        path_m = path_of(scene, motion, body.name)
        if body.fixed or body.kind in ENGINES or body.kind in WHEELED_KINDS or path_m is None:
            continue
        speeds = speed_mps(path_m, motion.fps, scene.pace)
        if speeds.max(initial=0.0) > HEARD_MPS:
            fast.append((float(speeds.max()), body, path_m, speeds))
    for _, body, path_m, speeds in sorted(fast, key=lambda one: -one[0])[:BODIES_MAX]:
        drive = np.clip((speeds - HEARD_MPS) / (FULL_MPS - HEARD_MPS), 0.0, 1.5) ** 1.5
        broad = float(np.clip(max(body.size_m) / 0.25, 0.4, 3.0))
        low = coloured(samples, band(180 / broad, 700 / broad, slope=0.3), rng)[0]
        high = coloured(samples, band(700 / broad, 2600 / broad, slope=0.3), rng)[0]
        amount = over_samples(drive, motion.fps, samples, SAMPLE_RATE_HZ)
        sides = gains_along(scene, motion, path_m)
        rush = GAIN * broad**0.5 * (amount * low + 0.6 * amount**2 * high)
        add_moving(sound, rush, sides, motion.fps)
    return sound
