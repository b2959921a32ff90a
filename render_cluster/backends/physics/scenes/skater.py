"""A skater rolls along, is thrown off balance, and recovers or falls, or drops off a kerb and lands."""

import math
from dataclasses import replace

import msgspec
import numpy as np

from render_cluster.backends.physics.dynamics.simulate import simulate as moved
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Body, Camera, Move, Scene, Vector
from render_cluster.backends.physics.scenes.camerawork import framed
from render_cluster.backends.physics.scenes.palette import COLOURS, dressed
from render_cluster.backends.physics.scenes.reading import (
    OutcomeMissed,
    asked_colour,
    asked_outcome,
    story_s,
)
from render_cluster.backends.physics.things.catalogue import thing_of
from render_cluster.storyboard import Shot, Style

OUTCOMES = ("wobbles_recovers", "falls", "lands_cleanly")
PERSON = "skater"
# How the world calls each end; a clean landing is one without a fall.
_SEEN = {"wobbles_recovers": "recovers", "falls": "falls", "lands_cleanly": ""}
_START_Y_M = 3.6
_EDGE_Y_M = 2.9
_KERB_M = (0.07, 0.085)
_FACING_RAD = math.pi / 2.0


def stage(shot: Shot, style: Style, seed: int) -> Scene:
    """A street, a skater on a rolling board, and a kerb to drop from where the shot ends in a landing."""
    rng = np.random.default_rng([seed, 11])
    asked = asked_outcome(shot, OUTCOMES)
    kerb_m = _drop_m(shot, asked, rng)
    speed_mps = round(float(rng.uniform(2.3, 2.7)), 3)
    deck = COLOURS[asked_colour(shot, "skateboard") or ("turquoise", "red", "yellow")[rng.integers(3)]]
    board = _skateboard(kerb_m, speed_mps, deck)
    ride = Move("ride", 0.0, story_s(shot), thing=board.name, outcome=_SEEN[asked] or None)
    rider = msgspec.structs.replace(
        dressed(shot, seed, PERSON),
        position_m=(0.0, _START_Y_M, kerb_m + board.size_m[2]),
        yaw_rad=_FACING_RAD,
        moves=(ride,),
    )
    return Scene(
        name="skater",
        setting=shot.setting,
        time_of_day=shot.time_of_day,
        duration_s=shot.duration_s,
        seed=seed,
        bodies=(*_street(kerb_m), board),
        people=(rider,),
        camera=framed(_camera(rng, style), shot.camera),
    )


def _drop_m(shot: Shot, asked: str, rng: np.random.Generator) -> float:
    """How high the kerb is that they come off; nought where nobody jumps or lands."""
    jumps = any(action.verb == "jump" or action.outcome == "lands" for action in shot.actions)
    if asked != "lands_cleanly" and not jumps:
        return 0.0
    return round(float(rng.uniform(*_KERB_M)), 3)


def simulate(scene: Scene, shot: Shot, fps: int) -> Motion:
    """Shoves the skater as hard as the asked end needs; OutcomeMissed where no shove does."""
    asked = asked_outcome(shot, OUTCOMES)
    motion = moved(scene, fps)
    if motion.outcome != _SEEN[asked]:
        raise OutcomeMissed(f"no shove ended as {asked}")
    speed_mps = -next(body for body in scene.bodies if body.kind == "skateboard").velocity_mps[1]
    return replace(motion, outcome=asked, causes={"speed_mps": speed_mps, **motion.causes})


def _skateboard(kerb_m: float, speed_mps: float, colour: Vector) -> Body:
    thing = thing_of("skateboard")
    return Body(
        "skateboard",
        "skateboard",
        thing.material,
        thing.size_m,
        thing.mass_kg,
        (0.0, _START_Y_M, kerb_m + thing.size_m[2] / 2.0),
        velocity_mps=(0.0, -speed_mps, 0.0),
        colour=colour,
    )


def _street(kerb_m: float) -> tuple[Body, ...]:
    cones = tuple(
        Body(
            f"cone_{index}", "cone", "plastic", (0.28, 0.28, 0.45), 0.0, (-2.2, 2.4 - 2.2 * index, 0.225),
            colour=(0.95, 0.38, 0.08),
        )
        for index in range(4)
    )  # fmt: skip
    if kerb_m == 0.0:
        return cones
    long_m = 8.0
    kerb = Body(
        "kerb",
        "kerb",
        "stone",
        (2.2, long_m, kerb_m),
        0.0,
        (0.0, _EDGE_Y_M + long_m / 2.0, kerb_m / 2.0),
        colour=(0.66, 0.65, 0.62),
    )
    return (kerb, *cones)


def _camera(rng: np.random.Generator, style: Style) -> Camera:
    """Rolls along beside the skater, who faces it, and drifts a little ahead."""
    away = float(rng.uniform(3.3, 3.7))
    eye = (away, -1.3, 0.15) if style != "cinematic" else (away - 0.6, -1.9, -0.45)
    return Camera(
        eyes_m=(eye, (eye[0] - 0.2, eye[1] + 0.9, eye[2])),
        aims_m=((0.0, -0.15, -0.12), (0.0, 0.0, -0.12)),
        fov_rad=0.70,
        follows=PERSON,
    )
