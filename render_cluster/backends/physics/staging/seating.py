"""Who sits where: on the seat that is meant, side by side with all who share it, for as long as they may."""

import math

from render_cluster.backends.physics.scene import Person
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.placing import Spot
from render_cluster.backends.physics.staging.script import Script, Span
from render_cluster.storyboard import Action

_SHOULDERS_M = 0.62
_ON_ONES_FEET = ("walk", "run", "jump", "dance", "swim", "climb", "kick", "ride", "stand", "fall", "push")


def sit(script: Script, part: Part, action: Action, span: Span) -> None:
    """On the seat that is meant, or near; else on the ground."""
    seat = script.target(action, part)
    if seat is None or not _is_seat(seat):
        seat = script.nearest(part, "seat")
    until_s = span[1] if _gets_up(script, part, action) else script.duration_s
    came = has_gone(script, part)
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


def has_gone(script: Script, part: Part) -> bool:
    """Whether something was done already that needs a place: holding does not."""
    return any(move.verb != "hold" for move in script.moves.get(part.name, ()))
