"""The verbs of people and animals: where they go, what they meet, what they hold."""

import math
from collections.abc import Callable

from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Animal, Body, Person
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.placing import Spot, facing
from render_cluster.backends.physics.staging.script import Script
from render_cluster.storyboard import Action

Span = tuple[float, float]

QUICK: frozenset[str] = frozenset(
    {"jump", "throw", "kick", "wave", "clap", "bow", "fall", "point", "catch", "shake"}
)
_SPEED_MPS = {"walk": 1.25, "run": 3.0, "swim": 0.8, "fly": 3.0, "climb": 0.4, "ride": 2.4, "row": 1.0}
_MANNER = {"slow": 0.6, "fast": 1.5}
_PATH_M_MAX = 8.0
_ALOFT_M = 1.6
_ABREAST_M = 0.9
_AIMS = ("hoop", "goal", "basket", "bowling_pin", "bucket", "target")
_RIDDEN = tuple(name for name, species in SPECIES.items() if species.rideable)
_HAND_REACH_M = 0.55
_SHOULDERS_M = 0.62
_AT_KEYS_M, _AT_TABLE_M, _KNEE_M = 0.30, 0.22, 0.35
_ACROSS_RAD = math.radians(60.0)
_ON_ONES_FEET = ("walk", "run", "jump", "dance", "swim", "climb", "kick", "ride", "stand", "fall", "push")


def perform(script: Script, part: Part, action: Action, span: Span) -> None:
    """Writes one action of a performer into the script."""
    _VERBS.get(action.verb, _in_place)(script, part, action, span)


def hold_what_is_held(script: Script, part: Part) -> frozenset[str]:
    """Lets a person hold, all the time, what is in their hands and used for nothing; its ids."""
    used = {one.target for one in script.shot.actions if one.verb != "hold"}
    holders = [one.name for one in script.of(part.subject.id)]
    held = [
        other
        for other in script.parts
        if isinstance(part.entity, Person)
        and _is_held(part, other)
        and script.of(other.subject.id).index(other) % len(holders) == holders.index(part.name)
    ]
    for other in held:
        if other.subject.id not in used:
            script.do(part, "hold", (0.0, script.duration_s), thing=other.name)
    return frozenset(other.subject.id for other in held if other.subject.id not in used)


def _in_place(script: Script, part: Part, action: Action, span: Span) -> None:
    target = script.target(action, part)
    if target is not None and _is_held(part, target) and action.verb == "look":
        # A book is held open all the time, and looked into.
        script.do(part, "hold", (0.0, script.duration_s), thing=target.name)
        script.do(part, "look", span, toward_m=script.ground_m(target.name))
        return
    if target is not None and _is_held(part, target):
        script.do(part, action.verb, span, thing=target.name, outcome=action.outcome)
        return
    if target is not None and not _sits(script, part):
        _turn_to(script, part, target)
    toward = script.ground_m(target.name) if target else None
    script.do(
        part,
        action.verb,
        span,
        thing=target.name if target else None,
        toward_m=toward,
        outcome=action.outcome,
    )


def _sits(script: Script, part: Part) -> bool:
    return any(move.verb == "sit" for move in script.moves.get(part.name, ()))


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
    if _has_gone(script, part):
        spot = _end_of_way(script, part)
    if (target is not None and target.subject.place is None) or (
        target and target.subject.place.target != part.subject.id
    ):
        there = script.plan[target.name]
        away = math.hypot(there.x_m - spot.x_m, there.y_m - spot.y_m)
        yaw = facing(spot.x_m, spot.y_m, there.x_m, there.y_m) if away > 0.1 else 0.0
        end = Spot(there.x_m, there.y_m, spot.z_m, yaw)
        start = _before(end, max(length, 1.5), yaw)
    else:
        yaw = _heading(script)
        start, end = _before(spot, length / 2.0, yaw), _before(spot, -length / 2.0, yaw)
    abreast = _ABREAST_M * _row_of(script, part)
    start, end = (one._replace(y_m=one.y_m + abreast) for one in (start, end))
    if not _has_gone(script, part):
        script.plan[part.name] = start._replace(z_m=spot.z_m, yaw_rad=yaw)
    script.do(
        part,
        action.verb,
        span,
        toward_m=(end.x_m, end.y_m, spot.z_m),
        thing=target.name if target else None,
        speed=round(_MANNER.get(action.manner or "", 1.0), 3),
        outcome=action.outcome,
    )


def _row_of(script: Script, part: Part) -> int:
    """How many of one subject with the same target go in front of this one, so that none walks into another."""
    if part.subject.place is not None:
        return 0
    return [one.name for one in script.of(part.subject.id)].index(part.name)


def _has_gone(script: Script, part: Part) -> bool:
    """Whether something was done already that needs a place: holding does not."""
    return any(move.verb != "hold" for move in script.moves.get(part.name, ()))


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


def _is_held(part: Part, target: Part) -> bool:
    place = target.subject.place
    return place is not None and place.relation == "held_by" and place.target == part.subject.id


def _turn_to(script: Script, part: Part, target: Part) -> None:
    spot, there = script.plan[part.name], script.plan[target.name]
    if math.hypot(there.x_m - spot.x_m, there.y_m - spot.y_m) > 0.2:
        yaw = facing(spot.x_m, spot.y_m, there.x_m, there.y_m)
        script.plan[part.name] = spot._replace(yaw_rad=yaw)


def _throw(script: Script, part: Part, action: Action, span: Span) -> None:
    """What is thrown lies in the hand; it is aimed at a goal, at somebody else, or far across."""
    ball = script.target(action, part)
    if ball is None or not isinstance(ball.entity, Body) or ball.entity.fixed or ball.subject.kind in _AIMS:
        aim, ball = ball, script.nearest(part, "rolls", "held")
    else:
        aim = script.nearest(part, *_AIMS) or _other_performer(script, part)
    if ball is None:
        _in_place(script, part, action, span)
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
    _put_in_hand(script, part, ball)
    script.do(part, "throw", span, thing=ball.name, toward_m=toward, outcome=action.outcome)


def _other_performer(script: Script, part: Part) -> Part | None:
    return next(
        (other for other in script.parts if other is not part and isinstance(other.entity, Person | Animal)),
        None,
    )


def _put_in_hand(script: Script, part: Part, held: Part) -> None:
    spot = script.plan[part.name]
    ahead = (math.sin(spot.yaw_rad), -math.cos(spot.yaw_rad))
    high = spot.z_m + 0.62 * part.size_m[2] - held.size_m[2] / 2.0
    right = (ahead[1], -ahead[0])
    script.plan[held.name] = Spot(
        spot.x_m + 0.32 * ahead[0] + 0.2 * right[0],
        spot.y_m + 0.32 * ahead[1] + 0.2 * right[1],
        high,
        spot.yaw_rad,
    )


def _kick(script: Script, part: Part, action: Action, span: Span) -> None:
    """The ball lies a run-up ahead, between the kicker and the goal."""
    ball = script.target(action, part) or script.nearest(part, "rolls")
    if ball is None:
        _in_place(script, part, action, span)
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


def _meet(script: Script, part: Part, action: Action, span: Span) -> None:
    """At arm's length from what is meant, and facing it."""
    target = script.target(action, part)
    if target is None:
        _in_place(script, part, action, span)
        return
    if isinstance(part.entity, Animal) and isinstance(target.entity, Body):
        _feed(script, part, target)
    elif (
        isinstance(target.entity, Body)
        and not target.entity.fixed
        and _fits_hand(target)
        and action.verb != "push"
        and not (action.verb == "work" and _stands_on(script, target) is not None)
    ):
        _put_in_hand(script, part, target)
    else:
        there = script.plan[target.name]
        gap = target.size_m[0] / 2.0 + _HAND_REACH_M
        table = _stands_on(script, target)
        if _sits(script, part):
            if all(move.thing is None for move in script.moves[part.name]):
                # On the ground beside whom they pet.
                script.plan[part.name] = Spot(there.x_m - gap, there.y_m - 0.1, 0.0, math.radians(35.0))
            script.do(part, action.verb, span, outcome=action.outcome)
            return
        if action.verb == "play" and isinstance(target.entity, Body):
            # The keys face whoever plays.
            script.plan[target.name] = there._replace(yaw_rad=-math.pi / 2.0)
            gap = target.size_m[1] / 2.0 + _AT_KEYS_M
            script.plan[part.name] = Spot(there.x_m - gap, there.y_m, 0.0, math.pi / 2.0)
        elif action.verb == "work" and table is not None:
            under = script.plan[table.name]
            behind = table.size_m[1] / 2.0 + _AT_TABLE_M
            script.plan[part.name] = Spot(there.x_m, under.y_m + behind, 0.0, 0.0)
            script.plan[target.name] = there._replace(y_m=under.y_m + 0.2 * table.size_m[1])
        elif action.verb == "push":
            script.plan[part.name] = Spot(there.x_m - gap, there.y_m, there.z_m, math.pi / 2.0)
        elif part.subject.place is None:
            script.plan[part.name] = Spot(there.x_m - gap, there.y_m - 0.1, 0.0, math.radians(70.0))
    toward = script.ground_m(target.name)
    script.do(part, action.verb, span, thing=target.name, toward_m=toward, outcome=action.outcome)


def _stands_on(script: Script, part: Part) -> Part | None:
    """The table that a thing is on."""
    place = part.subject.place
    found = script.of(place.target) if place is not None and place.relation == "on" else ()
    return next((one for one in found if isinstance(one.entity, Body) and one.size_m[2] > _KNEE_M), None)


def _feed(script: Script, part: Part, food: Part) -> None:
    """An animal stands across the picture with its food, or its toy, before its mouth."""
    yaw = script.side * _ACROSS_RAD
    spot = script.plan[part.name] = script.plan[part.name]._replace(yaw_rad=yaw)
    ahead = (math.sin(yaw), -math.cos(yaw))
    if food.entity.fixed or food.subject.place is not None:
        return
    for index, piece in enumerate(script.of(food.subject.id)):
        far = 0.55 * part.size_m[1] + 0.6 * piece.wide_m
        aside = (index + 1) // 2 * (1.0 if index % 2 else -1.0) * 1.2 * piece.wide_m
        script.plan[piece.name] = Spot(
            spot.x_m + far * ahead[0] - aside * ahead[1],
            spot.y_m + far * ahead[1] + aside * ahead[0],
            spot.z_m,
        )


def _fits_hand(part: Part) -> bool:
    return max(part.size_m) < 1.3 and part.entity.mass_kg < 12.0


def _sit(script: Script, part: Part, action: Action, span: Span) -> None:
    """On the seat that is meant, or near; else on the ground."""
    seat = script.target(action, part)
    if seat is None or not _is_seat(seat):
        seat = script.nearest(part, "seat")
    until_s = span[1] if _gets_up(script, part, action) else script.duration_s
    came = _has_gone(script, part)
    times = (span[0] if came else 0.0, until_s)
    if seat is None:
        script.do(part, "sit", times)
        return
    there = script.plan[seat.name]
    right = (math.cos(there.yaw_rad), math.sin(there.yaw_rad))
    aside = _place_on_seat(script, part, seat)
    spot = Spot(there.x_m + aside * right[0], there.y_m + aside * right[1] - 0.1, 0.0, there.yaw_rad)
    if not came:
        script.plan[part.name] = spot
        _bring_along(script, part)
    script.do(part, "sit", times, thing=seat.name, toward_m=(spot.x_m, spot.y_m + 0.1, 0.0))


def _is_seat(part: Part) -> bool:
    return part.thing is not None and "seat" in part.thing.traits


def _gets_up(script: Script, part: Part, action: Action) -> bool:
    """Whether something is done later that cannot be done sitting."""
    own = [one for one in script.shot.actions if one.subject == part.subject.id]
    return any(one.verb in _ON_ONES_FEET for one in own[own.index(action) + 1 :])


def _place_on_seat(script: Script, part: Part, seat: Part) -> float:
    """How far to the side of its middle: all who sit on one seat share it."""
    sitters = {one.subject for one in script.shot.actions if one.verb == "sit"}
    names = [
        one.name
        for one in script.parts
        if isinstance(one.entity, Person)
        and one.subject.id in sitters
        and (one.subject.place is None or one.subject.place.target == seat.subject.id)
    ]
    index = names.index(part.name) if part.name in names else 0
    pitch = min(_SHOULDERS_M, seat.size_m[0] / max(1, len(names)))
    return (index - (len(names) - 1) / 2.0) * pitch


def _bring_along(script: Script, part: Part) -> None:
    """What someone holds goes where they are put."""
    for held in script.parts:
        if _is_held(part, held):
            _put_in_hand(script, part, held)


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


_VERBS: dict[str, Callable[[Script, Part, Action, Span], None]] = {
    **dict.fromkeys(("walk", "run", "swim", "fly", "climb", "row"), _go),
    **dict.fromkeys(("push", "lift", "hold", "catch", "eat", "drink", "play", "work", "hug"), _meet),
    "throw": _throw,
    "kick": _kick,
    "sit": _sit,
    "ride": _ride,
    "wobble": _wobble,
    "fall": _wobble,
}
