"""What performers have to do with whom they meet and what is at hand: held, eaten, played, worked at."""

import math

from render_cluster.backends.physics.scene import Animal, Body, Person
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.placing import Spot, facing
from render_cluster.backends.physics.staging.script import Script, Span
from render_cluster.storyboard import Action

_HAND_REACH_M = 0.55
_AT_KEYS_M, _AT_TABLE_M, _KNEE_M = 0.30, 0.22, 0.35
_ACROSS_RAD = math.radians(60.0)


def hold_what_is_held(script: Script, part: Part) -> frozenset[str]:
    """Lets a person hold, all the time, what is in their hands and used for nothing; its ids."""
    used = {one.target for one in script.shot.actions if one.verb != "hold"}
    held = [other for other in script.parts if isinstance(part.entity, Person) and holds(script, part, other)]
    for other in held:
        if other.subject.id not in used:
            script.do(part, "hold", (0.0, script.duration_s), thing=other.name)
    return frozenset(other.subject.id for other in held if other.subject.id not in used)


def in_place(script: Script, part: Part, action: Action, span: Span) -> None:
    target = script.target(action, part)
    if target is not None and is_held(part, target) and action.verb == "look":
        # A book is held open all the time, and looked into.
        script.do(part, "hold", (0.0, script.duration_s), thing=target.name)
        script.do(part, "look", span, toward_m=script.ground_m(target.name))
        return
    if target is not None and is_held(part, target):
        script.do(part, action.verb, span, thing=target.name, outcome=action.outcome)
        return
    if target is not None and not script.does(part, "sit"):
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


def meet(script: Script, part: Part, action: Action, span: Span) -> None:
    """At arm's length from what is meant, and facing it."""
    target = script.target(action, part)
    if target is None:
        in_place(script, part, action, span)
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
        put_in_hand(script, part, target)
    else:
        there = script.plan[target.name]
        gap = target.size_m[0] / 2.0 + _HAND_REACH_M
        table = _stands_on(script, target)
        if script.does(part, "sit"):
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
    # What is worked at on a table stays there: in the hand it would be in the way of the tool.
    stays = action.verb == "work" and _stands_on(script, target) is not None
    thing = None if stays else target.name
    script.do(part, action.verb, span, thing=thing, toward_m=toward, outcome=action.outcome)


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


def is_held(part: Part, target: Part) -> bool:
    place = target.subject.place
    return place is not None and place.relation == "held_by" and place.target == part.subject.id


def holds(script: Script, part: Part, target: Part) -> bool:
    """Whether this one of a subject's individuals holds it: the first the first, the second the second."""
    holders = [one.name for one in script.of(part.subject.id)]
    turn = [one.name for one in script.of(target.subject.id)].index(target.name)
    return is_held(part, target) and turn % len(holders) == holders.index(part.name)


def _turn_to(script: Script, part: Part, target: Part) -> None:
    spot, there = script.plan[part.name], script.plan[target.name]
    if math.hypot(there.x_m - spot.x_m, there.y_m - spot.y_m) > 0.2:
        yaw = facing(spot.x_m, spot.y_m, there.x_m, there.y_m)
        script.plan[part.name] = spot._replace(yaw_rad=yaw)


def bring_along(script: Script, part: Part) -> None:
    """What someone holds is where they are put: they do not go and fetch it."""
    kicked = {move.thing for move in script.moves.get(part.name, ()) if move.verb == "kick"}
    for held in script.parts:
        heavy = held.thing is not None and "held" not in held.thing.traits  # a piano stands where it stands
        left = heavy or held.name in kicked
        if isinstance(part.entity, Person) and not left and holds(script, part, held):
            put_in_hand(script, part, held)


def put_in_hand(script: Script, part: Part, held: Part) -> None:
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
