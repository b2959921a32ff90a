"""A throw at a hoop: the rim, the board and the ground decide what becomes of it."""

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.rapier_world import GRAVITY_MPS2, RapierWorld, steps_per_frame
from render_cluster.backends.physics.dynamics.rotation import axis_quaternion
from render_cluster.backends.physics.motion import EnergySample, Motion
from render_cluster.backends.physics.scene import Body, Camera, Scene
from render_cluster.backends.physics.scenes.camerawork import framed
from render_cluster.backends.physics.scenes.net import net_force_n
from render_cluster.backends.physics.scenes.palette import COLOURS, dressed
from render_cluster.backends.physics.scenes.reading import (
    OutcomeMissed,
    asked_colour,
    asked_outcome,
    story_s,
)
from render_cluster.backends.physics.scenes.shooter import (
    BALL_RADIUS_M,
    RELEASE_M,
    RELEASE_S,
    Throw,
    held_ball,
    shooter_pose,
)
from render_cluster.storyboard import Shot, Style

OUTCOMES = ("bounces_off", "goes_in", "swish", "misses")
RIM_M = np.array([0.0, 5.2, 3.05])
RIM_RADIUS_M = 0.225
TRIES_MAX = 40
_HOOP = ("rim", "backboard", "rim_mount")
_BALL = Body("ball", "basketball", "rubber", (2 * BALL_RADIUS_M,) * 3, 0.62, (0.05, 0.86, 1.22))

# Where a throw is aimed, as (aside, beyond) of the middle of the rim, for each end: (low, high) in metres.
_AIMS: dict[str, tuple[tuple[tuple[float, float], tuple[float, float]], ...]] = {
    "bounces_off": (
        ((-0.06, 0.06), (-0.30, -0.20)),
        ((-0.08, 0.08), (0.20, 0.27)),
        ((0.20, 0.28), (-0.05, 0.08)),
        ((-0.28, -0.20), (-0.05, 0.08)),
    ),
    "goes_in": (((-0.04, 0.04), (0.08, 0.15)), ((0.09, 0.14), (0.0, 0.10)), ((-0.14, -0.09), (0.0, 0.10))),
    "swish": (((-0.03, 0.03), (-0.03, 0.04)),),
    "misses": (((-0.10, 0.10), (-0.75, -0.55)), ((0.55, 0.70), (-0.30, 0.0)), ((-0.70, -0.55), (-0.30, 0.0))),
}


class _Aim(NamedTuple):
    aside_m: float
    beyond_m: float
    apex_m: float
    backspin_radps: float


class _Judge:
    """Watches the ball go by the hoop and says how it ended, as soon as that is certain."""

    def __init__(self) -> None:
        self.passed = False
        self.touched: set[str] = set()
        self.highest_after_m = 0.0
        self.outcome = ""
        self._been_above = False
        self._last_m = RELEASE_M

    def see(self, ball_m: np.ndarray, touched: set[str]) -> None:
        """Takes the ball's place after a step; nothing changes once the ball has come down."""
        if self.outcome:
            return
        self.touched |= touched.intersection(_HOOP)
        if self.touched:
            self.highest_after_m = max(self.highest_after_m, float(ball_m[2]))
        inside = math.hypot(*(ball_m - RIM_M)[:2]) < RIM_RADIUS_M
        if inside and ball_m[2] < RIM_M[2] <= self._last_m[2]:
            self.passed = True
        self._been_above = self._been_above or ball_m[2] > RIM_M[2]
        if self._been_above and ball_m[2] < RIM_M[2] - 0.5:
            self.outcome = self._outcome()
        self._last_m = ball_m

    def _outcome(self) -> str:
        if self.passed:
            return "goes_in" if self.touched else "swish"
        if not self.touched:
            return "misses"
        # A ball that only brushes the iron would not read as a bounce.
        bounced = "rim" in self.touched and self.highest_after_m > RIM_M[2] + 0.2
        return "bounces_off" if bounced else "grazes"


def stage(shot: Shot, style: Style, seed: int) -> Scene:
    """The court, the hoop, the ball and a player of colours drawn from `seed`."""
    rng = np.random.default_rng([seed, 1])
    ball_colour = COLOURS[asked_colour(shot, "basketball") or "orange"]
    return Scene(
        name="basketball",
        setting=shot.setting,
        time_of_day=shot.time_of_day,
        duration_s=shot.duration_s,
        seed=seed,
        bodies=(_coloured(_BALL, ball_colour), *_hoop()),
        people=(dressed(shot, seed, "player", legs="shorts"),),
        camera=framed(_camera(rng, style), shot.camera),
    )


def simulate(scene: Scene, shot: Shot, fps: int) -> Motion:
    """Throws with aims drawn from the seed until one ends as asked; OutcomeMissed after TRIES_MAX."""
    asked = asked_outcome(shot, OUTCOMES)
    rng = np.random.default_rng([scene.seed, 2])
    for tried in range(1, TRIES_MAX + 1):
        aim = _draw_aim(rng, asked)
        motion = _attempt(scene, shot, fps, aim, asked)
        if motion is not None:
            causes = {f"aim_{name}": round(value, 6) for name, value in aim._asdict().items()}
            return replace(motion, outcome=asked, causes={**causes, "tries_count": tried})
    raise OutcomeMissed(f"no throw of {TRIES_MAX} ended as {asked}")


def _attempt(scene: Scene, shot: Shot, fps: int, aim: _Aim, asked: str) -> Motion | None:
    """One throw over the whole shot, or None as soon as it is sure to end in another way."""
    throw = _throw(aim)
    steps = steps_per_frame(fps)
    world = RapierWorld(scene.bodies, 1.0 / (fps * steps))
    judge = _Judge()
    frames_count = round(shot.duration_s * fps)
    poses: list[np.ndarray] = []
    skins: list[np.ndarray] = []
    energy: list[EnergySample] = []
    frame, ended_s = 0, 0.0
    while frame < frames_count or (not judge.outcome and world.time_s < story_s(shot)):
        if world.time_s <= RELEASE_S:
            _hold(world, throw)
        if frame < frames_count:
            poses.append(world.pose("ball"))
            skins.append(shooter_pose(throw, poses[-1][:3], world.time_s))
            energy.append(world.energy())
        for _ in range(steps):
            if world.time_s <= RELEASE_S:
                _hold(world, throw)
            world.push("ball", net_force_n(world.pose("ball")[:3] - RIM_M, world.velocity_mps("ball")))
            world.step()
            judge.see(world.pose("ball")[:3], world.touched("ball"))
        if judge.outcome and judge.outcome != asked:
            return None
        ended_s = ended_s or (world.time_s if judge.outcome else 0.0)
        frame += 1
    if judge.outcome != asked:
        return None
    contacts = tuple(contact for contact in world.contacts() if contact.time_s < shot.duration_s)
    tracks = {"ball": np.array(poses, np.float32)}
    people = {scene.people[0].name: np.array(skins, np.float32)}
    motion = Motion(fps, frames_count, tracks, people, contacts=contacts, energy=tuple(energy))
    return replace(motion, outcome_seen=ended_s <= shot.duration_s)


def _hold(world: RapierWorld, throw: Throw) -> None:
    """The hand has the ball: it goes where the hand goes, and spins up in the last push."""
    held = held_ball(throw, world.time_s)
    pushed = max(0.0, 1.0 - (RELEASE_S - world.time_s) / 0.12)
    spin = throw.spin_radps
    turned = axis_quaternion((1.0, 0.0, 0.0), 0.5 * spin[0] * 0.12 * pushed**2)
    place, velocity = ((float(a), float(b), float(c)) for a, b, c in held)
    world.place("ball", place, turned, velocity, (spin[0] * pushed, spin[1] * pushed, spin[2] * pushed))


def _throw(aim: _Aim) -> Throw:
    """The velocity of the parabola from the hand over `apex_m` to the aimed point in the rim's plane."""
    rise = math.sqrt(2.0 * GRAVITY_MPS2 * (aim.apex_m - RELEASE_M[2]))
    fall_s = math.sqrt(2.0 * (aim.apex_m - RIM_M[2]) / GRAVITY_MPS2)
    flight_s = rise / GRAVITY_MPS2 + fall_s
    aside = (RIM_M[0] + aim.aside_m - RELEASE_M[0]) / flight_s
    ahead = (RIM_M[1] + aim.beyond_m - RELEASE_M[1]) / flight_s
    return Throw((float(aside), float(ahead), rise), (aim.backspin_radps, 0.0, 0.0))


def _draw_aim(rng: np.random.Generator, asked: str) -> _Aim:
    aside, beyond = _AIMS[asked][rng.integers(len(_AIMS[asked]))]
    return _Aim(
        aside_m=float(rng.uniform(*aside)),
        beyond_m=float(rng.uniform(*beyond)),
        apex_m=float(rng.uniform(4.25, 4.7)),
        backspin_radps=float(rng.uniform(9.0, 15.0)),
    )


def _hoop() -> tuple[Body, ...]:
    orange = (0.90, 0.32, 0.08)
    steel = (0.22, 0.24, 0.28)
    asphalt = (0.30, 0.34, 0.33)
    rim_y = float(RIM_M[1])
    across = 2.0 * (RIM_RADIUS_M + 0.018)
    return (
        Body("ground", "ground", "asphalt", (60.0, 60.0, 1.0), 0.0, (0.0, 3.0, -0.5), colour=asphalt),
        Body("rim", "hoop_rim", "metal", (across, across, 0.018), 0.0, (0.0, rim_y, 3.05), colour=orange),
        Body(
            "backboard", "backboard", "glass", (1.8, 0.04, 1.05), 0.0, (0.0, rim_y + 0.395, 3.425),
            colour=(0.93, 0.94, 0.95),
        ),
        Body("rim_mount", "box", "metal", (0.14, 0.13, 0.03), 0.0, (0.0, rim_y + 0.31, 3.045), colour=orange),
        Body("arm", "box", "metal", (0.12, 1.26, 0.12), 0.0, (0.0, rim_y + 1.04, 3.3), colour=steel),
        Body("pole", "hoop_pole", "metal", (0.18, 0.18, 3.4), 0.0, (0.0, rim_y + 1.70, 1.7), colour=steel),
    )  # fmt: skip


def _coloured(body: Body, colour: tuple[float, float, float]) -> Body:
    return Body(
        body.name, body.kind, body.material, body.size_m, body.mass_kg, body.position_m, colour=colour
    )


def _camera(rng: np.random.Generator, style: Style) -> Camera:
    """From beside the court, closing on the hoop; the cinematic one stands low behind the player."""
    side = 1.0 if rng.random() < 0.5 else -1.0
    shake = rng.uniform(-0.15, 0.15, 3)
    if style == "cinematic":
        eyes = ((3.0 * side, -2.3, 1.0), (1.7 * side, 0.2, 1.3))
        aims = ((0.0, 2.6, 2.0), (0.0, 4.6, 2.3))
    else:
        eyes = ((6.0 * side, 0.6, 1.6), (4.2 * side, 1.9, 1.7))
        aims = ((0.0, 2.9, 2.15), (0.0, 4.2, 2.0))
    eye_from, eye_to = (tuple(float(v) for v in np.add(eye, shake)) for eye in eyes)
    return Camera((eye_from, eye_to), aims, fov_rad=0.80, focus="ball")
