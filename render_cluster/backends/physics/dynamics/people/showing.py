"""What each errand wants a person to look like now, and what it does to its thing."""

import math
from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.people import handling, stances, tooling
from render_cluster.backends.physics.dynamics.people.actor import Actor
from render_cluster.backends.physics.dynamics.people.errand import Errand
from render_cluster.backends.physics.dynamics.people.feelings import felt
from render_cluster.backends.physics.dynamics.people.gestures import Cue
from render_cluster.backends.physics.dynamics.people.grips import carrying, grip_of
from render_cluster.backends.physics.dynamics.people.leap import Leap
from render_cluster.backends.physics.dynamics.people.mount import mount_of
from render_cluster.backends.physics.dynamics.people.posture import Posture, ease, mixed
from render_cluster.backends.physics.dynamics.people.routing import seat
from render_cluster.backends.physics.dynamics.people.traveller import Traveller

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_TAKEN = ("lift", "hold", "eat", "drink", "play")


def legs_posture(one: Actor, world: "World", errand: Errand | None) -> Posture:
    """Pelvis, legs and the swing of the arms; of someone who stands or goes where no errand says more."""
    one.base_m = one.ground_m
    speed = one.traveller.speed_mps
    if errand is None or errand.verb not in ("swim", "ride"):
        dismount(one, world)
    if errand is None or errand.verb != "jump":
        one.leap = None
    if errand is None:
        if one.wet:
            one.base_m = one.surface(world)
            return stances.treading(Cue(one.now_s, 9.0, 1.0, one.trial.chance))
        still = stances.breathing(one.now_s, one.trial.chance)
        if speed < 0.1:
            return still
        return mixed(still, _going_posture(one, speed), ease((speed - 0.1) / 0.5))
    cue = one.cue(world, errand)
    if errand.verb == "ride":
        return _ride_posture(one, world, errand, cue)
    if errand.verb == "swim":
        one.base_m = one.surface(world)
        return stances.swimming(cue)
    if errand.verb in ("sit", "row"):
        return stances.sitting(_seat_height(one, world, errand.move.thing) / one.scale, cue)
    if errand.verb == "jump":
        return _jump_posture(one, world, errand, cue)
    if errand.verb in stances.STANCES:
        return stances.STANCES[errand.verb](cue)
    still = stances.breathing(one.now_s, one.trial.chance)
    return mixed(still, _going_posture(one, speed), ease((speed - 0.1) / 0.5))


def _going_posture(one: Actor, speed_mps: float) -> Posture:
    phase = one.feet.phase
    slow = stances.going(phase, min(speed_mps, stances.RUN_FROM_MPS - 0.01), one.scale)
    if speed_mps < stances.RUN_FROM_MPS - 0.3:
        return slow
    fast = stances.going(phase, max(speed_mps, stances.RUN_FROM_MPS + 0.01), one.scale)
    return mixed(slow, fast, ease((speed_mps - stances.RUN_FROM_MPS + 0.3) / 0.6))


def on_top(one: Actor, world: "World", errand: Errand, posture: Posture) -> Posture:
    """Arms, trunk and head of one errand, and what it does to its thing."""
    move, t = errand.move, errand.since_s(one.now_s)
    there = move.thing in world.bodies
    if errand.verb == "throw" and there:
        return _throw(one, world, errand, posture, t)
    if errand.verb == "kick":
        return handling.kicking(t, posture) if errand.began_s is not None else posture
    if errand.began_s is None:
        return posture
    if there and errand.verb in handling.HELD and not one.hands.holds(move.thing):
        if errand.verb == "catch":
            one.hands.catch(world, str(move.thing))
        elif errand.verb in _TAKEN and not errand.done and not world.bodies[str(move.thing)].fixed:
            return one.hands.reach_for(world, errand, posture)
    cue = one.cue(world, errand)
    tools = tuple(sorted(world.bodies[thing].kind for thing in one.held))
    shown = tooling.gesture(errand.verb, cue, posture, tools)
    grip = grip_of(world.bodies[str(move.thing)].kind) if errand.verb == "hold" and cue.holds else None
    if grip is not None:
        shown = carrying(grip, posture)
    shown = felt(move.manner, errand.verb, cue, shown)
    return mixed(posture, shown, ease(t / 0.35) * ease(cue.left_s / 0.3))


def _throw(one: Actor, world: "World", errand: Errand, posture: Posture, t: float) -> Posture:
    if errand.began_s is None:
        return posture
    if not errand.done and not one.hands.holds(errand.move.thing):
        shown = one.hands.reach_for(world, errand, posture)
        if one.hands.holds(errand.move.thing):
            errand.began_s = one.now_s
        return shown
    if not errand.done and t >= handling.RELEASE_S:
        one.hands.throw(world, one.errands.index(errand), errand.move)
        errand.done = True
    return handling.throwing(t, posture)


def _jump_posture(one: Actor, world: "World", errand: Errand, cue: Cue) -> Posture:
    if one.leap is None:
        one.leap = Leap(one.scale, world.gravity_mps2, errand.move.speed, hops=errand.move.thing is not None)
    was = one.flight
    pelvis = f"{one.name}.pelvis"
    height = float(world.pose(pelvis)[2]) - one.ground_m
    rising = float(world.velocity(pelvis)[2])
    t, flight_s = one.leap.go(one.now_s, height, rising, again=cue.left_s > 0.8)
    if was is None and one.flight is not None and errand.move.toward_m is not None:
        way = np.array(errand.move.toward_m[:2]) - one.traveller.place_m
        far = float(math.hypot(*way))
        one.traveller.velocity_mps = way / max(far, 1e-6) * min(far / flight_s, 2.2)
    if was is not None and one.flight is None:
        one.traveller.velocity_mps = np.zeros(2)
        one.feet.replant(one.traveller.place_m, one.traveller.yaw_rad)
    posture = stances.leaping(t, one.leap.crouch_s, flight_s)
    return posture if errand.move.thing is None else stances.turning_a_rope(posture)


def _ride_posture(one: Actor, world: "World", errand: Errand, cue: Cue) -> Posture:
    if one.mount is None and errand.move.thing is not None:
        one.mount = mount_of(world, errand.move.thing)
    mount = one.mount
    if mount is None:
        return stances.boarding(cue)
    settle_on_mount(one, world)
    if mount.stood:
        return stances.paddling(cue) if mount.kind == "paddleboard" else stances.boarding(cue)
    return stances.riding(cue) if mount.pedalled else stances.driving(cue)


def settle_on_mount(one: Actor, world: "World") -> None:
    """Takes the height of the deck or the saddle as the level to measure from."""
    assert one.mount is not None
    one.base_m = float(one.mount.place_m(world)[2])
    if not one.mount.stood:
        one.base_m += 0.10 * one.scale


def bond(one: Actor, world: "World") -> None:
    """Holds on to what is sat on."""
    if one.mount is not None and not one.mount.stood and not one.bonded:
        world.grip(one.name, "pelvis", one.mount.body)
        one.bonded = True


def dismount(one: Actor, world: "World") -> None:
    """Lets go of a mount."""
    if one.mount is not None and one.bonded:
        world.let_go(one.name, one.mount.body)
    one.mount, one.bonded = None, False


def _seat_height(one: Actor, world: "World", thing: str | None) -> float:
    if thing is None or thing not in world.bodies:
        return 0.0
    return min(0.75 * one.scale, max(0.0, world.top_m(thing) - one.ground_m))


def start_there(one: Actor, world: "World", errand: Errand) -> None:
    """What is on from the very start has been going on before."""
    move = errand.move
    if errand.verb == "sit" and move.thing is not None and move.thing in world.bodies:
        one.traveller = Traveller(*seat(one, world, move))
        errand.began_s = -2.0
    elif errand.verb == "ride" and move.thing is not None:
        one.mount = mount_of(world, move.thing)
        errand.began_s = -2.0
        if one.mount is not None:
            settle_on_mount(one, world)
            one.traveller = Traveller(one.mount.place_m(world)[:2], one.mount.yaw_rad(world))
    elif errand.verb in ("lie", "kneel", "crouch", "swim", "sit", "work", "dance"):
        errand.began_s = -2.0
