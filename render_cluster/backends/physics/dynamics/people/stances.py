"""What pelvis and legs do in each verb: gaits, and the stances in which the feet leave their prints."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.people.feet import Gait
from render_cluster.backends.physics.dynamics.people.gestures import BEAT_HZ, Cue
from render_cluster.backends.physics.dynamics.people.posture import (
    ANKLE_M,
    STAND_M,
    STANDING,
    Posture,
    arm,
    ease,
    mirrored,
)

_TAU = 2.0 * math.pi
RUN_FROM_MPS = 2.1


def gait(speed_mps: float, scale: float) -> Gait:
    """How someone of `scale` goes at a speed: longer and quicker steps, and a flight from 2.1 m/s on."""
    pace = speed_mps / max(scale, 0.2) ** 0.5
    if pace < RUN_FROM_MPS:
        cycle = 1.40 - 0.36 * min(1.0, pace / 1.4) - 0.15 * max(0.0, pace - 1.4)
        return Gait(cycle_s=cycle * scale**0.5, lift_m=0.06 + 0.03 * pace, heel_rad=0.25 + 0.3 * pace)
    run = min(1.0, (pace - RUN_FROM_MPS) / 3.0)
    return Gait(
        half_width_m=0.07,
        swing=0.64 + 0.06 * run,
        front=0.38,
        cycle_s=(0.78 - 0.10 * run) * scale**0.5,
        lift_m=0.20 + 0.10 * run,
        heel_rad=1.0,
        toe_rad=0.05,
    )


def going(phase: float, speed_mps: float, scale: float) -> Posture:
    """Pelvis and arms of someone whose left foot begins to swing at `phase` 0."""
    pace = speed_mps / max(scale, 0.2) ** 0.5
    turn = _TAU * phase
    if pace < RUN_FROM_MPS:
        much = min(1.0, pace / 1.3)
        # The left foot is farthest ahead at the end of its swing, with the right arm.
        swing = -math.cos(turn - 0.5) * 0.38 * much
        side = math.sin(turn - 0.2)
        return STANDING._replace(
            shift_m=np.array([-0.022 * side * much, 0.0, -0.02 * much * math.cos(2.0 * turn - 0.9)]),
            height_m=STAND_M - 0.012 * much,
            lean_rad=0.035 * much,
            roll_rad=0.03 * side * much,
            turn_rad=-0.07 * swing / 0.38 * much,
            twist_rad=0.14 * swing / 0.38 * much,
            wrists_m=np.stack([arm(0, -swing + 0.06, 0.30), arm(1, swing + 0.06, 0.30)]),
        )
    run = min(1.0, (pace - RUN_FROM_MPS) / 3.0)
    swing = -math.cos(turn - 0.9) * (0.62 + 0.25 * run)
    return STANDING._replace(
        shift_m=np.array([0.0, 0.0, 0.04 * math.cos(2.0 * turn - 1.6)]),
        height_m=STAND_M - 0.06,
        lean_rad=0.13 + 0.08 * run,
        turn_rad=-0.10 * swing,
        twist_rad=0.22 * swing,
        bow_rad=0.04,
        nod_rad=-0.12,
        wrists_m=np.stack([arm(0, -swing, 1.55, 0.20, 0.25), arm(1, swing, 1.55, 0.20, 0.25)]),
        elbows=mirrored(0.4, 1.0, -0.3),
    )


def breathing(t: float, chance: tuple[float, ...]) -> Posture:
    """Someone who stands: breath in the chest, weight from leg to leg."""
    sway = math.sin(_TAU * 0.17 * t + 6.0 * chance[0])
    breath = math.sin(_TAU * 0.26 * t + 6.0 * chance[1])
    return STANDING._replace(
        shift_m=np.array([0.012 * sway, 0.0, 0.0]),
        bow_rad=-0.012 * breath,
        bend_rad=-0.012 * sway,
        look_rad=0.10 * math.sin(_TAU * 0.09 * t + 4.0 * chance[1]),
        nod_rad=0.02 * breath,
        wrists_m=STANDING.wrists_m + mirrored(0.004 * breath, 0.0, 0.004 * breath),
    )


def sitting(seat_m: float, _cue: Cue) -> Posture:
    """On a seat whose top is at `seat_m`; on the ground with crossed legs where that is low."""
    height = seat_m + 0.115
    reach = 0.43 + 0.10 * max(0.0, 0.45 - seat_m)
    if seat_m < 0.2:
        return STANDING._replace(
            height_m=height, lean_rad=0.10, bow_rad=0.10, free=1.0, ankles_m=mirrored(0.05, -0.36, ANKLE_M),
            knees=mirrored(1.0, -0.8, 0.35), wrists_m=mirrored(0.22, -0.34, 1.08),
        )  # fmt: skip
    return STANDING._replace(
        height_m=height, lean_rad=-0.05, bow_rad=0.06, free=1.0, ankles_m=mirrored(0.14, -reach, ANKLE_M),
        knees=mirrored(0.1, -1.0, 0.6), wrists_m=mirrored(0.17, -0.36, 1.10),
        elbows=mirrored(0.6, 1.0, -0.4),
    )  # fmt: skip


def crouching(_cue: Cue | None = None) -> Posture:
    """Knees bent deep, weight over the feet."""
    return STANDING._replace(
        height_m=0.58, lean_rad=0.50, bow_rad=0.28, nod_rad=-0.40, shift_m=np.array([0.0, 0.17, 0.0]),
        wrists_m=mirrored(0.20, -0.42, 1.10), knees=mirrored(0.45, -1.0, 0.2),
    )  # fmt: skip


def kneeling(_cue: Cue) -> Posture:
    """On both knees, upright."""
    return STANDING._replace(
        height_m=0.515, lean_rad=0.0, free=1.0, shift_m=np.array([0.0, -0.34, 0.0]),
        ankles_m=mirrored(0.13, 0.06, 0.10),
        toes_rad=np.full(2, 2.45), knees=mirrored(0.05, -1.0, -1.2), wrists_m=mirrored(0.20, -0.25, 0.98),
    )  # fmt: skip


def lying(_cue: Cue) -> Posture:
    """On the back."""
    return STANDING._replace(
        height_m=0.135, lean_rad=-1.52, free=1.0, ankles_m=mirrored(0.15, -0.80, 0.09),
        toes_rad=np.full(2, -1.1), knees=mirrored(0.2, -0.4, 1.0), wrists_m=mirrored(0.40, -0.05, 0.98),
        nod_rad=0.05,
    )  # fmt: skip


def swimming(cue: Cue) -> Posture:
    """The crawl: arms circle in turn, legs flutter, the trunk rolls with the arm that pulls."""
    turn = _TAU * 0.75 * cue.speed * cue.t
    flutter = 0.16 * np.sin(3.0 * turn + np.array([0.0, math.pi]))
    wrists = np.stack([_crawl(turn, 0), _crawl(turn + math.pi, 1)])
    ankles = np.array([[0.11, 0.84, 0.02], [-0.11, 0.84, 0.02]])
    ankles[:, 2] += flutter
    return STANDING._replace(
        height_m=-0.06, lean_rad=1.42, roll_rad=0.0, twist_rad=0.35 * math.cos(turn), free=1.0,
        ankles_m=ankles, toes_rad=np.full(2, 2.3), knees=mirrored(0.1, 0.2, -1.0), wrists_m=wrists,
        elbows=mirrored(1.0, 0.6, 0.1), nod_rad=-0.55, look_rad=0.5 * max(0.0, math.cos(turn)),
    )  # fmt: skip


def _crawl(turn: float, side: int) -> np.ndarray:
    """A wrist that reaches ahead over the water and pulls back under it."""
    ahead, under = math.cos(turn), math.sin(turn)
    out = 0.30 - 0.08 * abs(ahead)
    return np.array([out * (1.0 if side == 0 else -1.0), -0.42 * under, 1.45 + 0.46 * ahead])


def treading(cue: Cue) -> Posture:
    """Upright in deep water: arms scull, legs cycle."""
    turn = _TAU * 0.8 * cue.t
    scull = 0.16 * math.sin(_TAU * 0.9 * cue.t)
    ankles = np.array([[0.16, 0.05, -0.82], [-0.16, 0.05, -0.82]])
    ankles[:, 1] += 0.16 * np.sin(turn + np.array([0.0, math.pi]))
    ankles[:, 2] += 0.12 + 0.12 * np.cos(turn + np.array([0.0, math.pi]))
    return STANDING._replace(
        height_m=-0.48, lean_rad=0.12, free=1.0, ankles_m=ankles, toes_rad=np.full(2, 0.8),
        wrists_m=mirrored(0.42 + scull, -0.30, 1.30), elbows=mirrored(0.8, 0.6, -0.6), nod_rad=-0.1,
    )  # fmt: skip


def boarding(_cue: Cue) -> Posture:
    """Sideways on a board: knees bent, arms a little out."""
    return STANDING._replace(
        height_m=0.80, lean_rad=0.10, bow_rad=0.22, look_rad=-0.9, twist_rad=-0.25, nod_rad=-0.05,
        wrists_m=mirrored(0.50, -0.16, 1.10), elbows=mirrored(0.6, 0.8, -0.6), knees=mirrored(0.35, -1.0, 0.0),
    )  # fmt: skip


def paddling(cue: Cue) -> Posture:
    """Facing the bow with soft knees and both hands on a paddle that dips on one side."""
    pull = math.sin(_TAU * 0.45 * cue.speed * cue.t)
    return STANDING._replace(
        height_m=0.86, lean_rad=0.12 + 0.05 * pull, bow_rad=0.12, twist_rad=0.12 * pull,
        wrists_m=np.array([[0.16, -0.42, 1.30 + 0.04 * pull], [-0.26, -0.36 - 0.12 * pull, 1.00]]),
        elbows=mirrored(0.9, 0.7, -0.6), knees=mirrored(0.25, -1.0, 0.0),
    )  # fmt: skip


def riding(cue: Cue) -> Posture:
    """Seated astride or at a wheel: hands ahead, feet on pedals that turn with the speed."""
    turn = _TAU * 1.1 * cue.speed * cue.t
    ankles = mirrored(0.13, -0.14, -0.62)
    ankles[:, 1] -= 0.14 * np.cos(turn + np.array([0.0, math.pi]))
    ankles[:, 2] += 0.14 * np.sin(turn + np.array([0.0, math.pi]))
    return STANDING._replace(
        height_m=0.0, lean_rad=0.28, bow_rad=0.22, nod_rad=-0.32, free=1.0, ankles_m=ankles,
        knees=mirrored(0.1, -1.0, 0.3), wrists_m=mirrored(0.22, -0.50, 1.22), elbows=mirrored(0.9, 0.6, -0.6),
    )  # fmt: skip


def driving(_cue: Cue) -> Posture:
    """Seated at a wheel or on a saddle, feet still."""
    return STANDING._replace(
        height_m=0.0, lean_rad=-0.05, bow_rad=0.06, free=1.0, ankles_m=mirrored(0.16, -0.40, -0.40),
        knees=mirrored(0.25, -1.0, 0.6), wrists_m=mirrored(0.17, -0.44, 1.22), elbows=mirrored(0.8, 0.6, -0.8),
    )  # fmt: skip


def startled(t: float, ahead_m: float, base: Posture) -> Posture:
    """Arms up and circling, knees soft, the trunk bowed into a fall that goes `ahead_m` ahead."""
    turn = _TAU * 1.5 * t * (1.0 if ahead_m >= 0.0 else -1.0)
    circle = np.stack([_circling(turn), _circling(turn + 0.8 * math.pi) * (-1.0, 1.0, 1.0)])
    return base._replace(
        wrists_m=circle,
        elbows=mirrored(0.6, 0.8, -0.8),
        bow_rad=base.bow_rad + max(-0.35, min(0.5, 2.2 * ahead_m)),
        height_m=base.height_m - 0.06,
    )


def _circling(turn: float) -> np.ndarray:
    return np.array([0.60, -0.05 - 0.22 * math.cos(turn), 1.45 + 0.26 * math.sin(turn)])


def leaping(t: float, crouch_s: float, flight_s: float) -> Posture:
    """A jump's own posture: down, up on the toes, tucked in flight, soft on landing."""
    deep = ease(t / (0.7 * crouch_s)) * (1.0 - ease((t - 0.75 * crouch_s) / (0.25 * crouch_s)))
    air = ease((t - crouch_s) / 0.1) * (1.0 - ease((t - crouch_s - flight_s + 0.08) / 0.12))
    landed = t - crouch_s - flight_s
    soft = ease(landed / 0.10) * (1.0 - ease((landed - 0.12) / 0.35))
    fold = max(deep, 0.7 * soft)
    swing = -0.9 * deep + 2.1 * air + 0.5 * soft
    return STANDING._replace(
        height_m=STAND_M - 0.26 * fold + 0.02 * air,
        lean_rad=0.42 * fold,
        bow_rad=0.18 * fold,
        nod_rad=-0.25 * fold,
        shift_m=np.array([0.0, 0.07 * fold, 0.0]),
        wrists_m=np.stack([arm(0, swing, 0.5, 0.25), arm(1, swing, 0.5, 0.25)]),
        toes_rad=np.full(2, 0.5 * air),
    )


def turning_a_rope(leaping: Posture) -> Posture:
    """The same jump with both hands at the hips, a little out, as whoever skips holds the handles."""
    return leaping._replace(
        wrists_m=mirrored(0.44, -0.16, 1.06),
        height_m=STAND_M + 0.35 * (leaping.height_m - STAND_M),
        lean_rad=0.2 * leaping.lean_rad,
        bow_rad=0.3 * leaping.bow_rad,
        nod_rad=0.3 * leaping.nod_rad,
        shift_m=0.35 * leaping.shift_m,
    )


def beat_gait(speed: float) -> Gait:
    """Steps on the spot to the beat."""
    return Gait(
        half_width_m=0.14, swing=0.35, cycle_s=2.0 / (BEAT_HZ * speed), lift_m=0.06, heel_rad=0.2, toe_rad=0.0
    )


STANCES = {
    "crouch": crouching, "kneel": kneeling, "lie": lying, "swim": swimming,
}  # fmt: skip
"""Verbs that are a stance and nothing more."""
