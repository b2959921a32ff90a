"""Where each errand leads: to a seat from its front, behind a ball, up to a thing, round what is in the way."""

import math
from typing import TYPE_CHECKING

import numpy as np

from render_cluster.backends.physics.dynamics.people.actor import Actor
from render_cluster.backends.physics.dynamics.people.errand import RUN_UP_M, Errand, target_m
from render_cluster.backends.physics.dynamics.people.traveller import Going, Obstacle, heading_to, wrapped
from render_cluster.backends.physics.dynamics.rotation import quaternion_matrix
from render_cluster.backends.physics.scene import Move

if TYPE_CHECKING:
    from render_cluster.backends.physics.dynamics.world import World

_BEFORE_SEAT_M = 0.3
# From the back of the pelvis to the hollow of the knee.
_THIGH_M = 0.36
_HIPS_M = 0.30


def going(one: Actor, world: "World", lead: Errand | None) -> Going:
    """Where the errand that leads wants one to go now."""
    if one.mount is not None or (one.flight is not None):
        return Going()
    if lead is None:
        return Going()
    if lead.move.thing in one.held:
        face = (
            None
            if lead.move.toward_m is None
            else heading_to(one.traveller.place_m, np.array(lead.move.toward_m[:2]))
        )
        return Going(face_rad=face)
    if lead.verb in ("sit", "kick") and lead.move.thing not in world.bodies:
        lead.began_s = one.now_s if lead.began_s is None else lead.began_s
        return Going()
    if lead.verb == "sit":
        place, yaw = seat(one, world, lead.move)
        front = _way_round(one, place, yaw)
        if lead.began_s is None:
            if one.traveller.arrived(front, 0.15) and abs(wrapped(yaw - one.traveller.yaw_rad)) < 0.35:
                lead.began_s = one.now_s
            return Going(front, face_rad=yaw)
        return Going(place, 0.6, yaw)
    if lead.verb == "kick":
        return _run_up(one, world, lead)
    if lead.verb == "swim":
        target = target_m(world, lead.move)
        goal = one.traveller.place_m + 50.0 * one.traveller.ahead if target is None else target[:2]
        return Going(goal, 0.9 * lead.move.speed)
    return lead.going(world, one.traveller, _radius(one, world, lead))


def _way_round(one: Actor, seat_m: np.ndarray, yaw_rad: float) -> np.ndarray:
    """In front of a seat; beside it first for someone who comes from behind."""
    ahead = np.array([math.sin(yaw_rad), -math.cos(yaw_rad)])
    aside = np.array([math.cos(yaw_rad), math.sin(yaw_rad)])
    off = one.traveller.place_m - seat_m
    if float(off @ ahead) < _BEFORE_SEAT_M:
        return seat_m + 0.5 * ahead + aside * (0.8 if float(off @ aside) > 0.0 else -0.8)
    return seat_m + 0.42 * one.scale * ahead


def _run_up(one: Actor, world: "World", errand: Errand) -> Going:
    """To behind the ball, in line with where it shall go."""
    assert errand.move.thing is not None
    ball = world.pose(errand.move.thing)[:2]
    if errand.began_s is not None:
        return Going()
    if errand.move.toward_m is not None:
        index = one.errands.index(errand)
        aim = np.array(errand.move.toward_m[:2]) + one.trial.aside_m.get(index, np.zeros(3))[:2]
    else:
        aim = ball + (ball - np.array(one.person.position_m[:2]))
    yaw = heading_to(ball, aim)
    ahead = np.array([math.sin(yaw), -math.cos(yaw)])
    aside = np.array([math.cos(yaw), math.sin(yaw)])
    # The right foot kicks: the ball must lie before it.
    spot = ball - RUN_UP_M * one.scale * ahead + 0.10 * one.scale * aside
    if one.traveller.arrived(spot, 0.07) and abs(wrapped(yaw - one.traveller.yaw_rad)) < 0.12:
        errand.began_s = one.now_s
    return Going(spot, 2.0 * errand.move.speed, yaw)


def _radius(one: Actor, world: "World", errand: Errand) -> float:
    """How far a thing's side is from its middle, on the side that one comes from."""
    thing = errand.move.thing
    if thing is None or thing not in world.bodies:
        return 0.15
    half = np.array(world.bodies[thing].size_m[:2]) / 2.0
    turn = quaternion_matrix(world.pose(thing)[3:])[:2, :2]
    return float(np.abs(turn.T @ one.traveller.ahead) @ half)


def obstacles(one: Actor, world: "World", about: str | None) -> list[Obstacle]:
    """All that is solid, as discs, but for what one is about."""
    found = []
    for body in world.bodies.values():
        x, y, z = body.size_m
        if body.name == about or body.name in one.held or not world.shown(body.name):
            continue
        if z < 0.25 or max(x, y) < 0.2 or body.kind in ("ground", "kerb", "ramp"):
            continue
        pose = world.pose(body.name)
        if pose[2] - z / 2.0 < one.ground_m + 1.8 * one.scale:
            found.append(Obstacle(pose[:2], min(0.5 * math.hypot(x, y), 0.5 * max(x, y) + 0.15)))
    for other in world.performers:
        if other.name not in (one.name, about):
            found.append(Obstacle(world.pose(next(iter(other.materials)))[:2], 0.1))
    return found


def seat(one: Actor, world: "World", move: Move) -> tuple[np.ndarray, float]:
    """Where on the floor one sits down on a thing, and facing where; on a long seat by where one aims."""
    thing = str(move.thing)
    pose = world.pose(thing)
    front = -quaternion_matrix(pose[3:])[:, 1]
    yaw = math.atan2(front[0], -front[1])
    # Knees over the front edge.
    ahead = max(0.02, 0.5 * world.bodies[thing].size_m[1] - _THIGH_M * one.scale)
    right = np.array([-front[1], front[0]])
    room_m = max(0.0, 0.5 * world.bodies[thing].size_m[0] - _HIPS_M * one.scale)
    off = np.zeros(2) if move.toward_m is None else np.array(move.toward_m[:2]) - pose[:2]
    aside = float(np.clip(off @ right, -room_m, room_m))
    return pose[:2] + ahead * front[:2] + aside * right, yaw
