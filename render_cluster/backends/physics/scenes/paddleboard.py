"""A paddler on the sea: a wave slaps the board, they stay up or fall, and a tipped board sinks."""

import math

import msgspec
import numpy as np

from render_cluster.backends.physics.dynamics.people.performer import PersonPerformer
from render_cluster.backends.physics.dynamics.people.trial import Trial
from render_cluster.backends.physics.dynamics.rotation import axis_quaternion
from render_cluster.backends.physics.dynamics.take import Take
from render_cluster.backends.physics.dynamics.world import World, steps_per_frame
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.scene import Body, Camera, Move, Scene, Wave
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
    ride = Move("ride", 0.0, story_s(shot), thing=board.name)
    hold = Move("hold", 0.0, story_s(shot), thing=paddle.name)
    paddler = msgspec.structs.replace(
        dressed(shot, seed, PERSON, legs="shorts", shod=False),
        position_m=(0.0, 0.0, level_m + _BOARD_SIZE_M[2] / 2.0),
        moves=(ride, hold),
    )
    return Scene(
        name="paddleboard",
        setting=shot.setting,
        time_of_day=shot.time_of_day,
        duration_s=shot.duration_s,
        seed=seed,
        bodies=(board, paddle),
        people=(paddler,),
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
    board = scene.bodies[0].name
    paddler = PersonPerformer(scene.people[0], Trial(scene.people[0], scene.seed))
    world = World(scene, (paddler,), 1.0 / (fps * steps))
    assert world.water is not None
    deck = world.id_of(board)
    take = Take(world, fps)
    tilt_most, flooded, fell = 0.0, False, False
    while not take.full or world.time_s < story_s(shot):
        take.keep()
        for _ in range(steps):
            upright = float(world.data.xmat[deck].reshape(3, 3)[2, 2])
            tilt_most = max(tilt_most, math.acos(min(1.0, max(-1.0, upright))))
            if SLAP_FROM_S <= world.time_s < SLAP_FROM_S + SLAP_S:
                world.apply(board, np.zeros(3), slap_nm * _along(world, deck))
            flooded = flooded or upright < _TIPPED
            if flooded:
                world.water.flood(deck, FLOOD_SHARE_PS * world.step_s)
            world.step()
        fell = paddler.outcome() == "falls"
        if fell and asked != "tips_and_sinks":
            return None
    sunk = float(world.pose(board)[2]) < -_SUNK_M
    if _seen(fell, sunk, tilt_most) != asked:
        return None
    causes = {"slap_nm": round(slap_nm, 3), "slap_s": SLAP_S}
    if flooded:
        causes["flood_share_ps"] = FLOOD_SHARE_PS
    return take.motion(asked, causes)


def _along(world: World, deck: int) -> np.ndarray:
    """The board's long axis from bow to stern, about which a wave from its left rolls it."""
    return -world.data.xmat[deck].reshape(3, 3)[:, 1]


def _seen(fell: bool, sunk: bool, tilt_most: float) -> str:
    if fell:
        return "tips_and_sinks" if sunk else "tips"
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
