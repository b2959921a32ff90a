"""Nobody's head, feet, ball or board leaves the picture, whatever its shape."""

import numpy as np
import pytest

from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster.styles import LOOKS
from render_cluster.backends.physics.scenes import SCENES
from render_cluster.backends.physics.skeleton import BONE_INDEX
from render_cluster.storyboard import Camera
from tests.render_cluster.physics.set_piece_shots import FPS, played, staged

SIZES_PX = ((640, 360), (360, 640), (480, 480))
MEDIUM = Camera()
CAMERAS = (
    MEDIUM,
    Camera("close_up"),
    Camera(angle="low"),
)
# Falls and wobbles of a skater take many tries, and are framed as the landing is.
OUTCOMES = [
    pytest.param(name, outcome, marks=pytest.mark.slow if outcome in ("falls", "wobbles_recovers") else ())
    for name, kind in SCENES.items()
    for outcome in kind.outcomes
]
# Every other frame tells enough.
EVERY = 2
WATER_M = 0.0


@pytest.mark.parametrize("style", [pytest.param("realistic", marks=pytest.mark.slow), "cinematic"])
@pytest.mark.parametrize(
    "seed", [0, pytest.param(5, marks=pytest.mark.slow), pytest.param(17, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(("name", "outcome"), OUTCOMES)
def test_head_feet_and_thing_stay_in_the_picture(name, outcome, seed, style):
    motion = played(name, outcome, seed)
    bar = LOOKS[style, "day"].lens.bar
    for camera in CAMERAS:
        scene = staged(name, outcome, seed, style, camera=camera)
        for width_px, height_px in SIZES_PX:
            take = film.take(scene, motion, width_px / height_px, bar)
            for index in range(0, motion.frames_count, EVERY):
                for what, point in _watched(scene, motion, index).items():
                    across, up = _on_screen(point, take, index, width_px / height_px)
                    where = f"{what} at frame {index}, {camera}, {width_px}x{height_px}"
                    assert abs(across) < 0.97, where
                    assert abs(up) < 0.97 * (1 - 2 * bar), where


@pytest.mark.parametrize("name", list(SCENES))
def test_the_camera_glides(name):
    """No frame moves it by more than a person could: jerks look like cuts."""
    outcome = SCENES[name].outcomes[-1]
    motion, scene = played(name, outcome, 0), staged(name, outcome, 0)
    take = film.take(scene, motion, 16 / 9)
    speed_mps = np.linalg.norm(np.diff(take.eyes_m, axis=0), axis=1) * FPS
    assert speed_mps.max() < 7.0
    assert np.abs(np.diff(speed_mps)).max() * FPS < 30.0


def _watched(scene, motion, index):
    """Heads, feet, balls and boards of a frame, but not what is under water."""
    points = {}
    for person in scene.people:
        skins = motion.skins[person.name][index]
        for bone, rest in (
            ("head", (0, 0, 1.76, 1)),
            ("foot_l", (0.15, -0.15, 0.02, 1)),
            ("foot_r", (-0.15, -0.15, 0.02, 1)),
        ):
            points[bone] = (skins[BONE_INDEX[bone]] @ rest)[:3]
    for body in scene.bodies:
        if body.name in ("ball", "skateboard", "board"):
            points[body.name] = motion.poses[body.name][index, :3]
    return {what: point for what, point in points.items() if not scene.waves or point[2] > WATER_M}


def _on_screen(point_m, take, index, aspect):
    """Where a point is seen, -1 to 1 across and up, by a pinhole worked out apart from the engine's."""
    eye, aim = take.eyes_m[index], take.aims_m[index]
    ahead = (aim - eye) / np.linalg.norm(aim - eye)
    right = np.cross(ahead, (0.0, 0.0, 1.0))
    right /= np.linalg.norm(right)
    offset = np.asarray(point_m, float) - eye
    depth = offset @ ahead
    assert depth > 0.2, "behind the camera"
    half = np.tan(take.fov_rad / 2) * depth
    return offset @ right / (half * aspect), offset @ np.cross(right, ahead) / half
