"""What arms, trunk and head do in each verb, on top of what the legs do: postures as functions of time."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from render_cluster.backends.physics.dynamics.people.posture import (
    Posture,
    arm,
    ease,
    hands,
    mirrored,
    shifted,
)

BEAT_HZ = 110.0 / 60.0
_TAU = 2.0 * math.pi


class Cue(NamedTuple):
    """What a gesture knows: seconds since it began and until it ends, pace, a person's own chance numbers.

    `aim_m` is what it is about, in the frame of the heading from below the pelvis (x left, y back, z up) in
    metres of a person of rest height; None where it is about nothing.
    """

    t: float
    left_s: float
    speed: float
    chance: tuple[float, ...]
    aim_m: np.ndarray | None = None
    holds: bool = False


Gesture = Callable[[Cue, Posture], Posture]


def gesture(verb: str, cue: Cue, base: Posture) -> Posture:
    """`base` with what `verb` asks of arms, trunk and head; `base` itself for a verb of legs alone."""
    change = GESTURES.get(verb)
    return base if change is None else change(cue, base)


def gaze(cue: Cue) -> tuple[float, float]:
    """Nod and turn of a head that looks at what the gesture is about."""
    if cue.aim_m is None:
        return 0.0, 0.0
    x, y, z = cue.aim_m - (0.0, 0.0, 1.58)
    level = max(0.25, math.hypot(x, y))
    return (
        float(np.clip(-0.8 * math.atan2(z, level), -0.6, 0.6)),
        float(np.clip(math.atan2(x, -y), -1.1, 1.1)),
    )


def _wave(cue: Cue, base: Posture) -> Posture:
    swing = math.sin(_TAU * 1.6 * cue.speed * cue.t)
    right = np.array([-0.44 - 0.13 * swing, -0.10, 1.60])
    return base._replace(
        wrists_m=hands(None, right, base),
        elbows=np.array([base.elbows[0], [-1.0, 0.2, -0.9]]),
        bend_rad=0.05,
        roll_rad=base.roll_rad + 0.02 * swing,
    )


def _clap(cue: Cue, base: Posture) -> Posture:
    apart = 0.5 - 0.5 * math.cos(_TAU * 2.6 * cue.speed * cue.t)
    return base._replace(
        wrists_m=mirrored(0.065 + 0.12 * apart, -0.27, 1.27),
        elbows=mirrored(1.0, 0.1, -0.7),
        nod_rad=0.05 * math.sin(_TAU * 1.3 * cue.t),
    )


def _bow(cue: Cue, base: Posture) -> Posture:
    down = ease(cue.t / 0.9) * ease(cue.left_s / 0.8)
    return base._replace(
        lean_rad=base.lean_rad + 0.60 * down,
        bow_rad=0.38 * down,
        nod_rad=0.25 * down,
        shift_m=base.shift_m + np.array([0.0, 0.13, -0.01]) * down,
        wrists_m=base.wrists_m + mirrored(-0.03, -0.05, 0.0) * down,
    )


def _talk(cue: Cue, base: Posture) -> Posture:
    a, b = cue.chance[0], cue.chance[1]
    t = cue.t * (0.8 + 0.2 * cue.speed)
    beat = math.sin(_TAU * (0.62 + 0.2 * a) * t + 6.0 * a)
    other = math.sin(_TAU * (0.43 + 0.2 * b) * t + 6.0 * b)
    raised = ease(0.5 + 0.9 * math.sin(_TAU * 0.21 * t + 6.0 * b))
    right = np.array([-0.24 - 0.06 * other, -0.30 - 0.05 * beat, 1.10 + 0.07 * beat + 0.08 * raised])
    left = np.array([0.25 + 0.05 * beat, -0.26 - 0.06 * raised, 1.04 + 0.10 * raised + 0.04 * other])
    nod, turn = gaze(cue)
    return base._replace(
        wrists_m=np.stack([left, right]),
        elbows=mirrored(0.8, 0.8, -0.6),
        nod_rad=nod + 0.06 * math.sin(_TAU * 1.1 * t + 5.0 * a),
        look_rad=turn + 0.10 * other,
        bow_rad=0.03 * beat,
        twist_rad=0.05 * other,
    )


def _look(cue: Cue, base: Posture) -> Posture:
    if cue.aim_m is not None:
        nod, turn = gaze(cue)
    else:
        nod, turn = -0.1, 0.75 * math.sin(_TAU * 0.22 * cue.speed * cue.t)
    settled = ease(cue.t / 0.5)
    return base._replace(nod_rad=nod * settled, look_rad=turn * settled, twist_rad=0.3 * turn * settled)


def _laugh(cue: Cue, base: Posture) -> Posture:
    """Shaken by it: the head goes back, then forward over a hand on the belly, and the shoulders heave."""
    t = cue.t * cue.speed
    heave = math.sin(_TAU * 3.4 * t + 5.0 * cue.chance[0])
    fold = ease(0.5 + 0.9 * math.sin(_TAU * (0.34 + 0.1 * cue.chance[1]) * t + 6.0 * cue.chance[0]))
    belly, slap = np.array([-0.06, -0.24, 1.10]), np.array([0.24, -0.34, 1.00 + 0.05 * heave])
    return base._replace(
        bow_rad=base.bow_rad - 0.16 + 0.42 * fold + 0.035 * heave,
        nod_rad=-0.42 + 0.62 * fold + 0.05 * heave,
        bend_rad=0.10 * math.sin(_TAU * 0.3 * t + 3.0 * cue.chance[1]),
        wrists_m=np.stack([slap, belly]),
        elbows=mirrored(1.0, 0.4, -0.6),
    )


def _cry(cue: Cue, base: Posture) -> Posture:
    """Both hands before the face, which is bowed, and sobs that shake the trunk."""
    sob = math.sin(_TAU * 1.3 * cue.t) ** 3
    return base._replace(
        bow_rad=base.bow_rad + 0.26 + 0.03 * sob,
        nod_rad=0.38 + 0.05 * sob,
        wrists_m=mirrored(0.085, -0.20, 1.50),
        elbows=mirrored(0.8, -0.1, -1.0),
        shift_m=shifted(base, 0.0, 0.0, 0.012 * sob),
    )


def _stretch(cue: Cue, base: Posture) -> Posture:
    up = ease(cue.t / 1.1) * ease((cue.left_s + 0.4) / 1.0)
    sway = 0.16 * math.sin(_TAU * 0.25 * cue.t)
    wrists = base.wrists_m + (mirrored(0.17, 0.02, 1.93) - base.wrists_m) * up
    return base._replace(
        wrists_m=wrists, elbows=mirrored(1.0, 0.3, 0.2), bow_rad=-0.14 * up, nod_rad=-0.30 * up,
        bend_rad=sway * up,
    )  # fmt: skip


def _cheer(cue: Cue, base: Posture) -> Posture:
    pump = 0.5 + 0.5 * math.sin(_TAU * 1.7 * cue.speed * cue.t)
    return base._replace(
        wrists_m=mirrored(0.34, -0.10, 1.72 + 0.16 * pump),
        elbows=mirrored(1.0, 0.1, -0.6),
        bow_rad=-0.08,
        nod_rad=-0.15,
        shift_m=shifted(base, 0.0, 0.0, -0.05 * (1.0 - pump)),
    )


def _eat(cue: Cue, base: Posture) -> Posture:
    lift = ease(0.5 - 0.9 * math.cos(_TAU * 0.42 * cue.speed * cue.t))
    right = np.array([-0.23, -0.34, 1.08]) * (1.0 - lift) + np.array([-0.085, -0.25, 1.47]) * lift
    left = np.array([0.22, -0.32, 1.05])
    return base._replace(
        wrists_m=np.stack([left, right]),
        elbows=mirrored(1.0, 0.5, -0.9),
        nod_rad=0.10 + 0.10 * lift + 0.03 * math.sin(_TAU * 1.8 * cue.t),
    )


def _drink(cue: Cue, base: Posture) -> Posture:
    lift = ease(0.5 - 0.95 * math.cos(_TAU * 0.30 * cue.speed * cue.t))
    right = np.array([-0.24, -0.34, 1.10]) * (1.0 - lift) + np.array([-0.09, -0.26, 1.50]) * lift
    return base._replace(
        wrists_m=hands(None, right, base),
        elbows=np.array([base.elbows[0], [-1.0, 0.3, -0.5]]),
        nod_rad=-0.32 * max(0.0, lift - 0.4),
    )


def _play(cue: Cue, base: Posture) -> Posture:
    """A guitarist's arms: one hand along the neck, the other strums."""
    strum = math.sin(_TAU * BEAT_HZ * cue.speed * cue.t)
    along = 0.04 * math.sin(_TAU * 0.45 * cue.t)
    sway = math.sin(_TAU * 0.5 * BEAT_HZ * cue.t)
    return base._replace(
        wrists_m=np.array([[0.40 + along, -0.30, 1.24 + 0.4 * along], [-0.10, -0.27, 1.02 + 0.06 * strum]]),
        elbows=np.array([[1.0, 0.1, -1.0], [-1.0, 0.7, -0.1]]),
        nod_rad=0.12 + 0.07 * math.cos(_TAU * BEAT_HZ * cue.t),
        look_rad=0.25,
        roll_rad=base.roll_rad + 0.025 * sway,
        shift_m=shifted(base, 0.025 * sway, 0.0, -0.01 * abs(strum)),
    )


def _work(cue: Cue, base: Posture) -> Posture:
    a, b = math.sin(_TAU * 0.9 * cue.speed * cue.t), math.sin(_TAU * 1.35 * cue.speed * cue.t + 1.0)
    return base._replace(
        wrists_m=np.array([[0.20 + 0.05 * a, -0.38, 1.02 + 0.02 * b], [-0.20 + 0.07 * b, -0.40 - 0.05 * a, 1.04]]),
        elbows=mirrored(0.8, 0.7, -0.6),
        lean_rad=base.lean_rad + 0.10,
        bow_rad=0.12,
        nod_rad=0.32,
        look_rad=0.12 * math.sin(_TAU * 0.3 * cue.t),
    )  # fmt: skip


def _point(cue: Cue, base: Posture) -> Posture:
    aim = np.array([-0.1, -3.0, 1.5]) if cue.aim_m is None else cue.aim_m
    away = aim - (-0.19, 0.0, 1.42)
    right = np.array([-0.19, 0.0, 1.42]) + 0.545 * away / max(float(np.linalg.norm(away)), 1e-6)
    nod, turn = gaze(cue._replace(aim_m=aim))
    raised = ease(cue.t / 0.45)
    return base._replace(
        wrists_m=hands(None, base.wrists_m[1] + (right - base.wrists_m[1]) * raised, base),
        elbows=np.array([base.elbows[0], [-0.7, 0.4, -0.8]]),
        nod_rad=nod,
        look_rad=turn,
    )


def _hug(cue: Cue, base: Posture) -> Posture:
    closed = ease(cue.t / 0.8) * ease((cue.left_s + 0.3) / 0.6)
    open_arms, around = mirrored(0.42, -0.28, 1.28), mirrored(0.16, -0.40, 1.28)
    return base._replace(
        wrists_m=open_arms + (around - open_arms) * ease((cue.t - 0.3) / 0.7),
        elbows=mirrored(1.0, 0.0, -0.3),
        lean_rad=base.lean_rad + 0.08 * closed,
        look_rad=0.4 * closed,
        bend_rad=0.06 * math.sin(_TAU * 0.4 * cue.t),
    )


def _row(cue: Cue, base: Posture) -> Posture:
    pull = 0.5 - 0.5 * math.cos(_TAU * 0.5 * cue.speed * cue.t)
    dip = math.sin(_TAU * 0.5 * cue.speed * cue.t)
    return base._replace(
        wrists_m=mirrored(0.20, -0.50 + 0.32 * pull, 1.18 + 0.06 * dip),
        elbows=mirrored(0.8, 1.0, -0.3),
        lean_rad=base.lean_rad + 0.28 - 0.5 * pull,
        bow_rad=0.10 - 0.12 * pull,
    )


def _climb(cue: Cue, base: Posture) -> Posture:
    turn = math.sin(_TAU * 0.6 * cue.speed * cue.t)
    left = np.array([0.22, -0.36, 1.60 + 0.20 * turn])
    right = np.array([-0.22, -0.36, 1.60 - 0.20 * turn])
    return base._replace(
        wrists_m=np.stack([left, right]), elbows=mirrored(0.8, 0.2, -1.0), nod_rad=-0.35, roll_rad=0.06 * turn
    )


def _hold(_cue: Cue, base: Posture) -> Posture:
    return base._replace(wrists_m=mirrored(0.14, -0.34, 1.14), elbows=mirrored(0.9, 0.8, -0.6), nod_rad=0.08)


def _reach(cue: Cue, base: Posture) -> Posture:
    """Hands to what one pushes or meets."""
    forth = ease(cue.t / 0.5)
    wrists = base.wrists_m + (mirrored(0.17, -0.46, 1.24) - base.wrists_m) * forth
    return base._replace(
        wrists_m=wrists, elbows=mirrored(1.0, 0.2, -0.8), lean_rad=base.lean_rad + 0.22 * forth
    )


def _catch(cue: Cue, base: Posture) -> Posture:
    if cue.holds:
        return _hold(cue, base)
    return base._replace(
        wrists_m=mirrored(0.15, -0.42, 1.32), elbows=mirrored(0.9, 0.3, -0.9), nod_rad=gaze(cue)[0],
        shift_m=shifted(base, 0.0, 0.0, -0.05),
    )  # fmt: skip


def _dance(cue: Cue, base: Posture) -> Posture:
    """One of four styles by chance: all on the beat, bounce in the knees, hips against shoulders."""
    t = cue.t * cue.speed
    beat, half = _TAU * BEAT_HZ * t, _TAU * 0.5 * BEAT_HZ * t
    style = int(cue.chance[0] * 3.999)
    sway, bounce = math.sin(half), math.cos(beat)
    left, right = _DANCE_ARMS[style](half, beat)
    return base._replace(
        shift_m=shifted(base, 0.075 * sway, 0.02 * math.sin(beat), -0.045 + 0.035 * bounce),
        roll_rad=-0.10 * sway,
        turn_rad=(0.25, 0.12, 0.35, 0.18)[style] * math.sin(half + 0.6),
        twist_rad=-0.22 * math.sin(half + 0.5),
        bend_rad=0.14 * sway,
        bow_rad=0.05 * bounce,
        nod_rad=0.12 * math.cos(beat + 0.4),
        look_rad=0.25 * math.sin(half / 2.0),
        wrists_m=np.stack([left, right]),
        elbows=mirrored(1.0, 0.5, -0.7),
    )


def _pumping(half: float, _beat: float) -> tuple[np.ndarray, np.ndarray]:
    swing = math.sin(half)
    return arm(0, 0.35 + 0.45 * swing, 1.5, 0.35), arm(1, 0.35 - 0.45 * swing, 1.5, 0.35)


def _overhead(half: float, beat: float) -> tuple[np.ndarray, np.ndarray]:
    aside, up = 0.16 * math.sin(half), 0.06 * math.cos(beat)
    return np.array([0.26 + aside, -0.12, 1.80 + up]), np.array([-0.26 + aside, -0.12, 1.80 + up])


def _disco(half: float, _beat: float) -> tuple[np.ndarray, np.ndarray]:
    up = ease(0.5 + 0.8 * math.sin(half))
    right = np.array([-0.05, -0.28, 1.0]) * (1.0 - up) + np.array([-0.46, -0.12, 1.82]) * up
    return np.array([0.34, 0.02, 1.04]), right


def _rolling(half: float, beat: float) -> tuple[np.ndarray, np.ndarray]:
    y, z = 0.11 * math.cos(beat), 0.11 * math.sin(beat)
    lift = 0.08 * math.sin(half)
    return np.array([0.09, -0.34 + y, 1.24 + z + lift]), np.array([-0.09, -0.34 - y, 1.24 - z + lift])


_DANCE_ARMS = (_pumping, _overhead, _disco, _rolling)

GESTURES: dict[str, Gesture] = {
    "wave": _wave, "clap": _clap, "bow": _bow, "talk": _talk, "look": _look, "stretch": _stretch,
    "cheer": _cheer, "eat": _eat, "drink": _drink, "play": _play, "work": _work, "point": _point,
    "hug": _hug, "row": _row, "climb": _climb, "hold": _hold, "lift": _hold, "push": _reach,
    "catch": _catch, "dance": _dance, "laugh": _laugh, "cry": _cry,
}  # fmt: skip
