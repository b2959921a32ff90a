"""A paddler on the sea: a wave slaps the board, they stay up or fall, and a tipped board sinks."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.balance import Balance, Gains, take_stance
from render_cluster.backends.physics.dynamics.buoyancy import Hull, Swimmer
from render_cluster.backends.physics.dynamics.person_world import PersonWorld, steps_per_frame
from render_cluster.backends.physics.dynamics.rotation import axis_quaternion
from render_cluster.backends.physics.dynamics.take import Take
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Body, Camera, Scene, Wave
from render_cluster.backends.physics.scenes.camerawork import framed
from render_cluster.backends.physics.scenes.palette import COLOURS, dressed
from render_cluster.backends.physics.scenes.reading import (
    OutcomeMissed,
    asked_colour,
    asked_outcome,
    story_s,
)
from render_cluster.backends.physics.waves import angular_speed_radps, height_and_slope
from render_cluster.storyboard import Shot, Style

OUTCOMES = ("tips_and_sinks", "wobbles_afloat")
PERSON = "paddler"
TRIES_MAX = 8
SLAP_FROM_S = 0.8
SLAP_S = 0.45
FLOOD_SHARE_PS = 1.4
_BOARD_SIZE_M = (0.78, 3.2, 0.13)
_BOARD_KG = 11.0
# A board's bow is at its own +y; the paddler looks along -y.
_BOW_AHEAD = (0.0, 0.0, 0.0, 1.0)
_FLOAT_M = 0.004
_PELVIS_M = 0.95
_TIPPED = math.cos(math.radians(38.0))
_SUNK_M = 0.12
_SLAPS_NM = {"tips_and_sinks": (235.0, 285.0), "wobbles_afloat": (45.0, 75.0)}
# Half the height from trough to crest; nobody stays up for long in the higher one.
_SWELLS_M = {"tips_and_sinks": 0.075, "wobbles_afloat": 0.045}

# A paddler steadies themselves on the paddle: more help than a skater has. The sea levels the board.
_GAINS = Gains(assist_n=200.0, board_nm=0.0, aside_fright=1.0)

# Facing the bow, knees soft, the paddle held across in front.
_STANCE: dict[str, float] = {
    "thigh_l_x": -0.40,
    "thigh_r_x": -0.40,
    "shin_l_x": 0.75,
    "shin_r_x": 0.75,
    "foot_l_x": -0.35,
    "foot_r_x": -0.35,
    "spine_x": 0.18,
    "thigh_l_y": -0.12,
    "thigh_r_y": 0.12,
    "foot_l_y": 0.12,
    "foot_r_y": -0.12,
    "upper_arm_l_x": -0.55,
    "upper_arm_r_x": -0.55,
    "upper_arm_l_y": 0.25,
    "upper_arm_r_y": -0.25,
    "forearm_l_x": -0.75,
    "forearm_r_x": -0.75,
}


def stage(shot: Shot, style: Style, seed: int) -> Scene:
    """The sea, a paddler standing on a board, a paddle, and a swell whose crest arrives with the slap."""
    rng = np.random.default_rng([seed, 21])
    asked = asked_outcome(shot, OUTCOMES)
    deck = COLOURS[
        asked_colour(shot, "paddleboard") or ("turquoise", "yellow", "white", "red")[rng.integers(4)]
    ]
    waves = _waves(rng, _SWELLS_M[asked])
    level_m = float(height_and_slope(waves, np.zeros(1), np.zeros(1), 0.0).height_m[0]) + _FLOAT_M
    board = Body(
        "board",
        "paddleboard",
        "plastic",
        _BOARD_SIZE_M,
        _BOARD_KG,
        (0.0, 0.0, level_m),
        _BOW_AHEAD,
        colour=deck,
    )
    paddle = Body(
        "paddle",
        "paddle",
        "plastic",
        (0.20, 0.04, 1.85),
        0.7,
        (0.0, -0.42, level_m + 1.12),
        axis_quaternion((0.0, 1.0, 0.0), math.pi / 2.0),
        colour=(0.15, 0.16, 0.18),
    )
    return Scene(
        name="paddleboard",
        setting=shot.setting,
        time_of_day=shot.time_of_day,
        duration_s=shot.duration_s,
        seed=seed,
        bodies=(board, paddle),
        people=(dressed(seed, PERSON, asked_colour(shot, "person"), legs="shorts", shod=False),),
        camera=framed(_camera(rng, style, follows=asked == "wobbles_afloat"), shot.camera),
        waves=waves,
    )


def simulate(scene: Scene, shot: Shot, fps: int) -> Motion:
    """Slaps the board as hard as the asked end needs; OutcomeMissed after TRIES_MAX waves."""
    asked = asked_outcome(shot, OUTCOMES)
    rng = np.random.default_rng([scene.seed, 22])
    for tried in range(1, TRIES_MAX + 1):
        slap_nm = float(rng.uniform(*_SLAPS_NM[asked]))
        motion = _attempt(scene, shot, fps, slap_nm, asked)
        if motion is not None:
            motion.causes["tries_count"] = tried
            return motion
    raise OutcomeMissed(f"no wave of {TRIES_MAX} ended as {asked}")


def _attempt(scene: Scene, shot: Shot, fps: int, slap_nm: float, asked: str) -> Motion | None:
    """One wave over the whole shot, or None where it ends in another way than asked."""
    steps = steps_per_frame(fps)
    board = scene.bodies[0]
    world = PersonWorld(scene.bodies, PERSON, 0.0, 1.0 / (fps * steps))
    stance = take_stance(world, _STANCE)
    x, y, z = board.position_m
    world.stand((x, y, z + board.size_m[2] / 2.0 + 0.001), board.velocity_mps)
    world.grip("paddle")
    balance = Balance(world, board.name, _GAINS, stance)
    hull, swimmer = Hull(world, board, scene.waves), Swimmer(world, PERSON, scene.waves)
    flotsam = Hull(world, scene.bodies[1], scene.waves, grid=(2, 7))
    deck = world.model.body(board.name).id
    take = Take(world, scene, fps)
    tilt_most = 0.0
    for _ in range(max(take.frames_count, round(story_s(shot) * fps))):
        take.keep()
        for _ in range(steps):
            balance.act()
            hull.push()
            swimmer.push()
            upright = float(world.data.xmat[deck].reshape(3, 3)[2, 2])
            tilt_most = max(tilt_most, math.acos(min(1.0, max(-1.0, upright))))
            if SLAP_FROM_S <= world.time_s < SLAP_FROM_S + SLAP_S:
                world.data.xfrc_applied[deck, 3:] += slap_nm * _along(world, deck)
            if upright < _TIPPED or hull.flooded.any():
                hull.flood(FLOOD_SHARE_PS)
            if balance.fallen_s is not None:
                world.let_go()
                flotsam.push()
            world.step()
        if balance.fallen_s is not None and asked != "tips_and_sinks":
            return None
    if _seen(balance, hull, tilt_most) != asked:
        return None
    causes = {"slap_nm": round(slap_nm, 3), "slap_s": SLAP_S}
    if hull.flooded.any():
        causes["flood_share_ps"] = FLOOD_SHARE_PS
    return take.motion(asked, causes)


def _along(world: PersonWorld, deck: int) -> np.ndarray:
    """The board's long axis from bow to stern, about which a wave from its left rolls it."""
    return -world.data.xmat[deck].reshape(3, 3)[:, 1]


def _seen(balance: Balance, hull: Hull, tilt_most: float) -> str:
    if balance.fallen_s is not None:
        return "tips_and_sinks" if hull.under_m > _SUNK_M else "tips"
    return "wobbles_afloat" if tilt_most > math.radians(5.0) else "stands"


def _waves(rng: np.random.Generator, swell_height_m: float) -> tuple[Wave, ...]:
    """A swell across the board, whose crest is at the board in mid-slap, and two ripples of any phase."""
    swell_m = float(rng.uniform(3.4, 4.2))
    crest = math.pi / 2.0 + angular_speed_radps(swell_m) * (SLAP_FROM_S + 0.5 * SLAP_S)
    return (
        Wave(swell_height_m, swell_m, (1.0, 0.18), crest % (2.0 * math.pi)),
        Wave(0.045, 1.5, (-0.3, 0.95), float(rng.uniform(0.0, 2.0 * math.pi))),
        Wave(0.022, 0.8, (0.95, -0.3), float(rng.uniform(0.0, 2.0 * math.pi))),
    )


def _camera(rng: np.random.Generator, style: Style, follows: bool) -> Camera:
    """From the bow's quarter, drifting in on the paddler; it goes along with one who stays up."""
    shake = rng.uniform(-0.2, 0.2, 2)
    if style == "cinematic":
        eye_from, eye_to, aim = (2.9, -3.7, 0.65), (2.5, -3.2, 0.8), (0.15, 0.0, 0.7)
    else:
        eye_from, eye_to, aim = (3.3, -4.4, 1.35), (3.0, -3.6, 1.2), (0.15, 0.0, 0.65)
    lift_m = -_PELVIS_M if follows else 0.0
    eyes = [(x + float(shake[0]), y + float(shake[1]), z + lift_m) for x, y, z in (eye_from, eye_to)]
    aims = [(x, y, z + lift_m) for x, y, z in (aim, aim if follows else (0.3, 0.0, 0.35))]
    return Camera(tuple(eyes), tuple(aims), 0.75, PERSON if follows else None, PERSON)
