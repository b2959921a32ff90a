"""A skater rolls along, is thrown off balance, and recovers or falls, or drops off a kerb and lands."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.balance import Balance, Gains, take_stance
from render_cluster.backends.physics.dynamics.person_world import PersonWorld, steps_per_frame
from render_cluster.backends.physics.dynamics.take import Take
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Body, Camera, Scene, Vector
from render_cluster.backends.physics.scenes.camerawork import framed
from render_cluster.backends.physics.scenes.palette import COLOURS, dressed
from render_cluster.backends.physics.scenes.reading import (
    OutcomeMissed,
    asked_colour,
    asked_outcome,
    story_s,
)
from render_cluster.storyboard import Shot, Style

OUTCOMES = ("wobbles_recovers", "falls", "lands_cleanly")
PERSON = "skater"
TRIES_MAX = 8
_DECK_M = 0.105
_DECK_SIZE_M = (0.21, 0.84, 0.024)
_WHEEL_M = (0.06, 0.06, 0.04)
_START_Y_M = 3.6
_EDGE_Y_M = 1.6
_SHOVE_FROM_S = 0.9
_SHOVE_S = 0.15
_FACING_RAD = math.pi / 2.0

# Sideways on the board, knees bent, arms a little out.
_STANCE: dict[str, float] = {
    "thigh_l_x": -0.55,
    "thigh_r_x": -0.55,
    "shin_l_x": 1.05,
    "shin_r_x": 1.05,
    "foot_l_x": -0.50,
    "foot_r_x": -0.50,
    "spine_x": 0.25,
    "head_x": -0.10,
    "head_z": -0.55,
    "spine_z": -0.25,
    "thigh_l_y": -0.18,
    "thigh_r_y": 0.18,
    "foot_l_y": 0.18,
    "foot_r_y": -0.18,
    "upper_arm_l_x": -0.30,
    "upper_arm_r_x": -0.30,
    "upper_arm_l_y": -0.10,
    "upper_arm_r_y": 0.10,
    "forearm_l_x": -0.35,
    "forearm_r_x": -0.35,
}


def stage(shot: Shot, style: Style, seed: int) -> Scene:
    """A street, a skater on a rolling board, and a kerb to drop from where the shot ends in a landing."""
    rng = np.random.default_rng([seed, 11])
    asked = asked_outcome(shot, OUTCOMES)
    kerb_m = round(float(rng.uniform(0.07, 0.085)), 3) if asked == "lands_cleanly" else 0.0
    speed_mps = round(float(rng.uniform(2.3, 2.7)), 3)
    deck = COLOURS[asked_colour(shot, "skateboard") or ("turquoise", "red", "yellow")[rng.integers(3)]]
    return Scene(
        name="skater",
        setting=shot.setting,
        time_of_day=shot.time_of_day,
        duration_s=shot.duration_s,
        seed=seed,
        bodies=(*_street(kerb_m), *_skateboard(kerb_m, speed_mps, deck)),
        people=(dressed(seed, PERSON, asked_colour(shot, "person")),),
        camera=framed(_camera(rng, style), shot.camera),
    )


def simulate(scene: Scene, shot: Shot, fps: int) -> Motion:
    """Shoves the skater as hard as the asked end needs; OutcomeMissed after TRIES_MAX shoves."""
    asked = asked_outcome(shot, OUTCOMES)
    rng = np.random.default_rng([scene.seed, 12])
    for tried in range(1, TRIES_MAX + 1):
        shove_n = _draw_shove(rng, asked)
        motion = _attempt(scene, shot, fps, shove_n, asked)
        if motion is not None:
            motion.causes["tries_count"] = tried
            return motion
    raise OutcomeMissed(f"no shove of {TRIES_MAX} ended as {asked}")


def _draw_shove(rng: np.random.Generator, asked: str) -> float:
    side = 1.0 if rng.random() < 0.5 else -1.0
    low, high = {"wobbles_recovers": (360.0, 420.0), "falls": (520.0, 640.0), "lands_cleanly": (0.0, 0.0)}[
        asked
    ]
    return side * float(rng.uniform(low, high))


def _attempt(scene: Scene, shot: Shot, fps: int, shove_n: float, asked: str) -> Motion | None:
    """One ride over the whole shot, or None where it ends in another way than asked."""
    steps = steps_per_frame(fps)
    world = PersonWorld(scene.bodies, PERSON, _FACING_RAD, 1.0 / (fps * steps))
    board = next(body for body in scene.bodies if body.kind == "skateboard")
    stance = take_stance(world, _STANCE)
    world.stand(_on_deck(board), board.velocity_mps)
    balance = Balance(world, board.name, Gains(), stance)
    chest = world.model.body("spine").id
    take = Take(world, scene, fps)
    for _ in range(max(take.frames_count, round(story_s(shot) * fps))):
        take.keep()
        for _ in range(steps):
            balance.act()
            if _SHOVE_FROM_S <= world.time_s < _SHOVE_FROM_S + _SHOVE_S:
                world.data.xfrc_applied[chest, 0] += shove_n
            world.step()
        if balance.fallen_s is not None and asked != "falls":
            return None
    if _seen(balance, landed="kerb" in {body.kind for body in scene.bodies}) != asked:
        return None
    causes = {"speed_mps": -board.velocity_mps[1]}
    if shove_n:
        causes |= {"shove_n": round(shove_n, 3), "shove_s": _SHOVE_S}
    return take.motion(asked, causes)


def _seen(balance: Balance, landed: bool) -> str:
    if balance.fallen_s is not None:
        return "falls"
    if landed:
        return "lands_cleanly"
    return "wobbles_recovers" if balance.alarm_most > 0.5 else "rolls_on"


def _on_deck(board: Body) -> Vector:
    x, y, z = board.position_m
    return (x, y, z + board.size_m[2] / 2.0 + 0.001)


def _skateboard(kerb_m: float, speed_mps: float, colour: Vector) -> tuple[Body, ...]:
    along = (0.0, -speed_mps, 0.0)
    lift = _DECK_M + kerb_m
    deck = Body(
        "skateboard",
        "skateboard",
        "wood",
        _DECK_SIZE_M,
        2.2,
        (0.0, _START_Y_M, lift),
        velocity_mps=along,
        colour=colour,
    )
    turned = (math.sqrt(0.5), 0.0, math.sqrt(0.5), 0.0)
    rolling = (speed_mps / (_WHEEL_M[0] / 2.0), 0.0, 0.0)
    wheels = tuple(
        Body(
            f"wheel_{index}",
            "wheel",
            "plastic",
            _WHEEL_M,
            0.12,
            (aside, _START_Y_M + along_m, kerb_m + _WHEEL_M[0] / 2.0),
            turned,
            along,
            rolling,
            colour=(0.92, 0.89, 0.80),
        )
        for index, (aside, along_m) in enumerate(
            ((-0.075, -0.26), (0.075, -0.26), (-0.075, 0.26), (0.075, 0.26))
        )
    )
    return (deck, *wheels)


def _street(kerb_m: float) -> tuple[Body, ...]:
    ground = Body(
        "ground", "ground", "asphalt", (400.0, 400.0, 1.0), 0.0, (0.0, 0.0, -0.5), colour=(0.42, 0.42, 0.43)
    )
    cones = tuple(
        Body(
            f"cone_{index}", "cone", "plastic", (0.28, 0.28, 0.45), 0.0, (-2.2, 2.4 - 2.2 * index, 0.225),
            colour=(0.95, 0.38, 0.08),
        )
        for index in range(4)
    )  # fmt: skip
    if kerb_m == 0.0:
        return (ground, *cones)
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
    return (ground, kerb, *cones)


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
