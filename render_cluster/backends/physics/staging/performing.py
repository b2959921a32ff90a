"""The verbs of people and animals: where they go, what they throw and ride."""

import math
from collections.abc import Callable

from msgspec.structs import replace

from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Animal, Body, Person
from render_cluster.backends.physics.soft.skipping import JUMP_ROPE
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.handling import in_place, meet, put_in_hand
from render_cluster.backends.physics.staging.placing import Spot, facing
from render_cluster.backends.physics.staging.script import Script, Span
from render_cluster.backends.physics.staging.seating import has_gone, sit
from render_cluster.storyboard import Action

QUICK: frozenset[str] = frozenset(
    {"jump", "throw", "kick", "wave", "clap", "bow", "fall", "point", "catch", "shake"}
)
_SPEED_MPS = {"walk": 1.25, "run": 3.0, "swim": 0.8, "fly": 3.0, "climb": 0.4, "ride": 2.4, "row": 1.0}
_MANNER = {"slow": 0.6, "fast": 1.5}
_PATH_M_MAX = 8.0
_ALOFT_M = 1.6
_ABREAST_M = 0.9
_RUNS_ON_S = 1.0
_BEFORE_SEAT_M = 0.75
# What is only drawn, in the hands of whoever turns it, touches nobody.
_OUT_OF_THE_WAY_M = -2.0
_AIMS = ("hoop", "goal", "basket", "bowling_pin", "bucket", "target")
_RIDDEN = tuple(name for name, species in SPECIES.items() if species.rideable)


def perform(script: Script, part: Part, action: Action, span: Span) -> None:
    """Writes one action of a performer into the script."""
    first = len(script.moves[part.name])
    _VERBS.get(action.verb, in_place)(script, part, action, span)
    own = script.moves[part.name]
    own[first:] = [replace(move, manner=action.manner) for move in own[first:]]


def _aloft(spot: Spot, verb: str) -> Spot:
    """Whoever flies does so at the height of a face, or of the spot where that is higher."""
    return spot._replace(z_m=max(spot.z_m, _ALOFT_M)) if verb == "fly" else spot


def _go(script: Script, part: Part, action: Action, span: Span) -> None:
    """Along a way: up to what is meant, or across the picture, so that its middle is where one stood."""
    if any(move.verb == "ride" for move in script.moves.get(part.name, ())):
        return
    speed = _SPEED_MPS.get(action.verb, 1.2) * _MANNER.get(action.manner or "", 1.0)
    if isinstance(part.entity, Animal):
        speed *= min(2.0, max(0.35, math.sqrt(part.entity.length_m)))
    length = min(_PATH_M_MAX, _room_m(script), speed * (span[1] - span[0]))
    spot, target = _aloft(script.plan[part.name], action.verb), script.target(action, part)
    if has_gone(script, part):
        spot = _end_of_way(script, part)
    if (target is not None and target.subject.place is None) or (
        target and target.subject.place.target != part.subject.id
    ):
        there = script.plan[target.name]
        away = math.hypot(there.x_m - spot.x_m, there.y_m - spot.y_m)
        yaw = facing(spot.x_m, spot.y_m, there.x_m, there.y_m) if away > 0.1 else 0.0
        end = _up_to(spot, target, there, yaw)
        yaw = facing(spot.x_m, spot.y_m, end.x_m, end.y_m) if away > 0.1 else 0.0
        start = _before(end, max(length, 1.5), yaw)
    else:
        yaw = _heading(script)
        start, end = _before(spot, length / 2.0, yaw), _before(spot, -length / 2.0, yaw)
    if target is None and action.verb == "run" and _goes_to_end(script, part, action):
        # They run on when the shot is over: nobody brakes for its last frame.
        end, span = _before(end, -speed * _RUNS_ON_S, yaw), (span[0], span[1] + _RUNS_ON_S)
    abreast = _ABREAST_M * _row_of(script, part)
    if target is None and isinstance(part.entity, Animal):
        abreast = 0.0  # a herd goes in file, as it stands
    start, end = (one._replace(y_m=one.y_m + abreast) for one in (start, end))
    if not has_gone(script, part):
        script.plan[part.name] = start._replace(z_m=spot.z_m, yaw_rad=yaw)
    script.do(
        part,
        action.verb,
        span,
        toward_m=(end.x_m, end.y_m, spot.z_m),
        thing=target.name if target and not _is_seat(target) else None,
        speed=round(_MANNER.get(action.manner or "", 1.0), 3),
        outcome=action.outcome,
    )


def _up_to(spot: Spot, target: Part, there: Spot, yaw_rad: float) -> Spot:
    """Where a way to something ends: before a seat, at the spot of all else."""
    end = Spot(there.x_m, there.y_m, spot.z_m, yaw_rad)
    if _is_seat(target):
        before = 0.5 * target.size_m[1] + _BEFORE_SEAT_M
        return end._replace(
            x_m=there.x_m + before * math.sin(there.yaw_rad), y_m=there.y_m - before * math.cos(there.yaw_rad)
        )
    return end


def _is_seat(part: Part) -> bool:
    return part.thing is not None and "seat" in part.thing.traits


def _goes_to_end(script: Script, part: Part, action: Action) -> bool:
    """Whether it is the last that somebody does, in a place without walls."""
    own = [one for one in script.shot.actions if one.subject == part.subject.id]
    return own[-1] == action and SETTINGS[script.shot.setting].room_m is None


def _row_of(script: Script, part: Part) -> int:
    """How many of one subject with the same target go in front of this one, so that none walks into another."""
    if part.subject.place is not None:
        return 0
    return [one.name for one in script.of(part.subject.id)].index(part.name)


def _end_of_way(script: Script, part: Part) -> Spot:
    ways = [move.toward_m for move in script.moves[part.name] if move.toward_m and move.verb in _SPEED_MPS]
    spot = script.plan[part.name]
    return spot if not ways else spot._replace(x_m=ways[-1][0], y_m=ways[-1][1])


def _heading(script: Script) -> float:
    """All of one shot go the same way across the picture, a little towards the camera."""
    return script.side * math.radians(72.0)


def _before(spot: Spot, length_m: float, yaw_rad: float) -> Spot:
    """The spot this far back on the way to another, which one faces."""
    return spot._replace(
        x_m=spot.x_m - length_m * math.sin(yaw_rad),
        y_m=spot.y_m + length_m * math.cos(yaw_rad),
        yaw_rad=yaw_rad,
    )


def _room_m(script: Script) -> float:
    room = SETTINGS[script.shot.setting].room_m
    return _PATH_M_MAX if room is None else max(1.0, room[0] - 1.5)


def _throw(script: Script, part: Part, action: Action, span: Span) -> None:
    """What is thrown lies in the hand; it is aimed at a goal, at somebody else, or far across."""
    ball = script.target(action, part)
    if ball is None or not isinstance(ball.entity, Body) or ball.entity.fixed or ball.subject.kind in _AIMS:
        aim, ball = ball, script.nearest(part, "rolls", "held")
    else:
        aim = script.nearest(part, *_AIMS) or _other_performer(script, part)
    if ball is None:
        in_place(script, part, action, span)
        return
    spot = script.plan[part.name]
    if aim is not None and aim is not ball:
        gap = 4.2 if aim.subject.kind in _AIMS else 3.0
        there = script.plan[aim.name]
        script.plan[part.name] = spot = Spot(there.x_m - gap, there.y_m - 0.4, spot.z_m, math.pi / 2.0)
        toward = (there.x_m, there.y_m, there.z_m + 0.75 * aim.size_m[2])
    else:
        script.plan[part.name] = spot = spot._replace(yaw_rad=math.radians(75.0))
        toward = (spot.x_m + 6.0, spot.y_m - 1.6, 0.0)
    put_in_hand(script, part, ball)
    script.do(part, "throw", span, thing=ball.name, toward_m=toward, outcome=action.outcome)


def _other_performer(script: Script, part: Part) -> Part | None:
    return next(
        (other for other in script.parts if other is not part and isinstance(other.entity, Person | Animal)),
        None,
    )


def _kick(script: Script, part: Part, action: Action, span: Span) -> None:
    """The ball lies a run-up ahead, between the kicker and the goal."""
    ball = script.target(action, part) or script.nearest(part, "rolls")
    if ball is None:
        in_place(script, part, action, span)
        return
    aim = script.nearest(ball, *_AIMS)
    there = script.plan[ball.name]
    if aim is not None:
        goal = script.plan[aim.name]
        there = Spot(goal.x_m - 3.4, goal.y_m - 0.5, there.z_m)
        # Its open side to the kicker, or the ball would go round the back.
        script.plan[aim.name] = goal._replace(yaw_rad=facing(goal.x_m, goal.y_m, there.x_m, there.y_m))
        script.plan[ball.name] = there
        toward = (goal.x_m, goal.y_m, goal.z_m + 0.3 * aim.size_m[2])
    else:
        toward = (there.x_m + 7.0, there.y_m - 1.5, 0.4)
    yaw = facing(there.x_m, there.y_m, toward[0], toward[1])
    script.plan[part.name] = _before(there, 1.6, yaw)
    script.do(part, "kick", span, thing=ball.name, toward_m=toward, outcome=action.outcome)


def _ride(script: Script, part: Part, action: Action, span: Span) -> None:
    """On the mount, which goes across the picture with the rider."""
    mount = script.target(action, part) or script.nearest(part, "ridden", "vehicle", *_RIDDEN)
    if mount is None:
        _go(script, part, Action(action.subject, "walk"), span)
        return
    yaw = _heading(script)
    length = min(_PATH_M_MAX, _SPEED_MPS["ride"] * (span[1] - span[0]))
    spot = script.plan[mount.name]
    start, end = _before(spot, length / 2.0, yaw), _before(spot, -length / 2.0, yaw)
    script.plan[mount.name] = start._replace(z_m=spot.z_m)
    top = mount.size_m[2] if mount.thing and "flat" in mount.thing.traits else 0.55 * mount.size_m[2]
    script.plan[part.name] = start._replace(z_m=spot.z_m + top)
    toward = (end.x_m, end.y_m, spot.z_m)
    if isinstance(mount.entity, Body):
        velocity = (_SPEED_MPS["ride"] * math.sin(yaw), -_SPEED_MPS["ride"] * math.cos(yaw), 0.0)
        script.push(mount.name, velocity_mps=velocity)
    else:
        script.do(mount, "walk" if action.manner == "slow" else "run", (0.0, span[1]), toward_m=toward)
    script.do(part, "ride", (0.0, span[1]), thing=mount.name, toward_m=toward, outcome=action.outcome)


def _wobble(script: Script, part: Part, action: Action, span: Span) -> None:
    outcome = action.outcome or ("falls" if action.verb == "fall" else "recovers")
    script.do(part, action.verb, span, outcome=outcome)


def _jump(script: Script, part: Part, action: Action, span: Span) -> None:
    """On the spot or to somewhere; over a rope all the time, which passes beneath."""
    rope = script.target(action, part)
    if rope is None or rope.subject.kind != JUMP_ROPE:
        in_place(script, part, action, span)
        return
    script.push(rope.name, position_m=(*script.ground_m(part.name)[:2], _OUT_OF_THE_WAY_M))
    script.do(part, "jump", (0.0, script.duration_s), thing=rope.name)


_VERBS: dict[str, Callable[[Script, Part, Action, Span], None]] = {
    **dict.fromkeys(("walk", "run", "swim", "fly", "climb", "row"), _go),
    **dict.fromkeys(("push", "lift", "hold", "catch", "eat", "drink", "play", "work", "hug"), meet),
    "jump": _jump,
    "throw": _throw,
    "kick": _kick,
    "sit": sit,
    "ride": _ride,
    "wobble": _wobble,
    "fall": _wobble,
}
