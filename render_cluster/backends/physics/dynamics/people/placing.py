"""From a posture to what joints and pelvis aim at: bounds of the assist, balance over the feet, footholds."""

import math
from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.people import frames, handling, stances
from render_cluster.backends.physics.dynamics.people.actor import Actor
from render_cluster.backends.physics.dynamics.people.feet import Step
from render_cluster.backends.physics.dynamics.people.muscles import Aim, Assist
from render_cluster.backends.physics.dynamics.people.posture import ANKLE_M, STAND_M, mirrored

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_REELING = 0.35
_SENT_S = 0.06
_REFERENCE_KG = 72.0
_LOW_M = 0.85
# How far legs reach for footprints from where the pelvis truly is; the rest of its error they resist.
_GIVE = 0.4
_CENTRING_PS = 5.0
_CENTRING_MAX_M = 0.14


def place(one: Actor, world: "World", dt_s: float) -> None:
    """Turns the posture into an aim for the pelvis and for every joint."""
    posture, traveller = one.posture, one.traveller
    place = np.array([*traveller.place_m, one.base_m + posture.height_m * one.scale]) + one.shift()
    place[:2] += _centring(one, world, dt_s)
    bounds = Assist()
    velocity = np.array([*traveller.velocity_mps, 0.0])
    if dt_s > 0.0:
        velocity[2] = float(np.clip((place[2] - one.aim.place_m[2]) / dt_s, -3.0, 3.0))
    one.lift = 0.45
    flight = one.flight
    if flight is not None:
        place[2] = one.ground_m + flight.height_at(one.now_s, world.gravity_mps2)
        velocity[2] = flight.speed_at(one.now_s, world.gravity_mps2)
        # Off the ground a person has nothing to pull on but what sent them up.
        sent = one.now_s - flight.from_s < _SENT_S and velocity[2] > 0.8 * one.leap.rise_mps
        bounds, one.lift = Assist(60.0, 1500.0 if sent else 0.0, 90.0), 0.0
    elif traveller.speed_mps > 0.2 and one.mount is None:
        fast = min(1.0, traveller.speed_mps / 3.5)
        bounds = Assist(240.0 + 140.0 * fast, 480.0 + 420.0 * fast, 110.0 + 60.0 * fast)
    if one.kind == "kick":
        bounds = Assist(320.0, 620.0, 220.0)
    elif one.kind == "kneel":
        # Down on both knees at once: what thighs and toes would do together.
        bounds = Assist(360.0, 620.0, 280.0)
    elif posture.height_m < _LOW_M and one.mount is None:
        bounds = Assist(230.0, 520.0, 130.0)
    if posture.free > 0.5 and one.mount is None and one.kind != "kneel":
        bounds, one.lift = Assist(220.0, 560.0, 170.0), 0.35 if not one.wet else 0.0
    if one.reeling:
        bounds = Assist(*(_REELING * bound for bound in bounds))
    heavy = one.muscles.mass_kg / _REFERENCE_KG
    weight = heavy * world.gravity_mps2 / 9.81
    one.bounds = Assist(heavy * bounds.level_n, weight * bounds.up_n, heavy * bounds.turn_nm)
    turn = frames.pelvis_turn(posture, traveller.yaw_rad)
    one.aim = Aim(place, velocity, turn)
    one.step = _footing(one, world, dt_s)
    # Feet are planted in the world: legs reach for them from where the pelvis truly is.
    pelvis = place.copy()
    if dt_s > 0.0 and posture.free < 0.5:
        pelvis[:2] += _GIVE * (world.data.xpos[one.muscles.pelvis][:2] - place[:2])
    one.muscles.aim(frames.joints(posture, pelvis, turn, one.step, one.scale), dt_s)


def _centring(one: Actor, world: "World", dt_s: float) -> np.ndarray:
    """Shifts the pelvis of someone who stands until their weight is over their feet."""
    still = one.traveller.speed_mps < 0.1 and one.mount is None and one.flight is None
    wish = np.zeros(2)
    if still and one.posture.free < 0.5 and not one.wet and one.kind not in ("dance", "kick"):
        feet = (one.feet.feet[0].print_m + one.feet.feet[1].print_m) / 2.0
        mid = feet + 0.035 * one.scale * one.traveller.ahead
        wish = one.centre_m + mid - world.data.subtree_com[one.muscles.pelvis][:2]
    change = wish - one.centre_m
    one.centre_m = one.centre_m + change * min(1.0, _CENTRING_PS * dt_s)
    far = float(math.hypot(*one.centre_m))
    one.centre_m *= min(1.0, _CENTRING_MAX_M * one.scale / max(far, 1e-9))
    return one.centre_m


def _footing(one: Actor, world: "World", dt_s: float) -> Step:
    posture, traveller = one.posture, one.traveller
    if one.mount is not None and one.mount.stood:
        return one.mount.footing(world, one.scale)
    speed = traveller.speed_mps
    legs = one.legs()
    gait = stances.gait(speed, one.scale) if speed > 0.25 else None
    if gait is None and legs is not None and legs.verb == "dance" and legs.began_s is not None:
        gait = stances.beat_gait(legs.move.speed)
    if gait is None and dt_s > 0.0 and one.flight is None and posture.free <= 0.0:
        one.feet.reconcile(world.data.xpos[one.soles, :2])
    if one.flight is not None:
        planted = _hanging(one, world, 0.06)
    else:
        planted = one.feet.step(dt_s, traveller.place_m, traveller.yaw_rad, traveller.velocity_mps, gait)
    if legs is not None and legs.verb == "kick" and legs.began_s is not None:
        planted = _kicking(one, planted, legs.since_s(one.now_s))
    if posture.free <= 0.0:
        return planted
    free = _free_step(one)
    if posture.free > 0.5:
        one.feet.replant(traveller.place_m, traveller.yaw_rad)
    u = posture.free
    return Step(*(a + (b - a) * u for a, b in zip(planted, free, strict=True)))


def _kicking(one: Actor, step: Step, t: float) -> Step:
    rest = np.array([-0.10, 0.0, ANKLE_M])
    ankle = handling.kicking_ankle(t, rest)
    if ankle is None:
        return step
    ankles, toes = step.ankles_m.copy(), step.toes_rad.copy()
    ankles[1] = one.below(ankle)
    toes[1] = 0.15
    return Step(ankles, step.yaws_rad, toes)


def _hanging(one: Actor, world: "World", short_m: float) -> Step:
    """Feet under a body in flight."""
    low = world.data.xpos[one.muscles.pelvis][2] - (STAND_M - ANKLE_M - short_m) * one.scale
    ankles = np.stack([one.below(ankle) for ankle in mirrored(0.11, 0.02, 0.0)])
    ankles[:, 2] = low
    return Step(ankles, np.full(2, one.traveller.yaw_rad), one.posture.toes_rad)


def _free_step(one: Actor) -> Step:
    ankles = np.stack([one.below(ankle) for ankle in one.posture.ankles_m])
    return Step(ankles, np.full(2, one.traveller.yaw_rad), one.posture.toes_rad)
