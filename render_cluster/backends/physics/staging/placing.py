"""The floor plan: where everyone and everything stands before anything moves.

The action is laid out about the origin along x, as the camera sees it from -y; what is large and stands still
goes behind it.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Animal, Body, Person
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.storyboard import Relation

_ROW_M = 7.0
_GAP_M = 0.35
# How high the roof is of what has turrets beside it.
_ROOF_SHARE = {"castle": 0.68}
_SHARED_M = 0.6
_BACKDROP_M = 2.4
_BEHIND_M = 1.2
# The tangent of the camera's widest angle from straight ahead, nearly.
_PAST_SHARE = 0.75
_BOUGH_M, _BOUGH_TOP_SHARE = 3.0, 0.58
_ABOVE_LEAST_M, _ABOVE_M = 0.25, 0.8
_HAND_SHARE = 0.60
_REACH_M = 0.32
_FLOATS_AT = 0.35
_UNDER_WATER_Z_M = -3.2
_ALOFT_M = 1.6


class Spot(NamedTuple):
    """Where the middle of someone's underside is, and which way they face: 0 towards -y, anticlockwise."""

    x_m: float
    y_m: float
    z_m: float = 0.0
    yaw_rad: float = 0.0


Plan = dict[str, Spot]


def floor_plan(parts: Sequence[Part], setting: str) -> Plan:
    """A spot for each part: those with a relation by their target, the rest side by side."""
    plan: Plan = {}
    free = [part for part in parts if _target_of(part, parts) is None]
    backdrop = [part for part in free if _is_backdrop(part) and part is not free[0]]
    _lay_row([part for part in free if part not in backdrop], plan, 0.0)
    _lay_row(backdrop, plan, 2.5)
    waiting = [part for part in parts if part.name not in plan]
    # Two that stand on each other never get a place by their targets: after a round without one they stand free.
    while waiting:
        ready = [part for part in waiting if _target_of(part, parts).name in plan] or waiting[:1]
        for part in ready:
            target = _target_of(part, parts)
            alone = target is not _first_target(part, parts) or part.subject.place.relation == "held_by"
            index = 0 if alone else _turn(part, parts)
            plan[part.name] = (
                _related(part, target, plan[target.name], index) if target.name in plan else Spot(0.0, 0.0)
            )
        waiting = [part for part in waiting if part not in ready]
    _raise_boughs(parts, plan)
    return {
        part.name: _above_floor(part, _at_level(part, plan[part.name], setting), setting) for part in parts
    }


def _raise_boughs(parts: Sequence[Part], plan: Plan) -> None:
    """A bough is as high over the ground as trees have them, with all that sits on it, on its wood."""
    for bough in [part for part in parts if part.subject.kind == "bough"]:
        plan[bough.name] = plan[bough.name]._replace(z_m=_BOUGH_M)
        for part in parts:
            place = part.subject.place
            if place is not None and place.target == bough.subject.id:
                top_m = _BOUGH_M + _BOUGH_TOP_SHARE * bough.size_m[2]
                plan[part.name] = plan[part.name]._replace(z_m=top_m)


def _target_of(part: Part, parts: Sequence[Part]) -> Part | None:
    place = part.subject.place
    if place is None or place.target == part.subject.id:
        return None
    found = [other for other in parts if other.subject.id == place.target]
    each_its_own = found and part.subject.count == len(found) and found[0].wide_m < _SHARED_M
    if (place.relation == "held_by" and found) or (place.relation in ("on", "in") and each_its_own):
        return found[_index(part, parts) % len(found)]
    return found[0] if found else None


def _first_target(part: Part, parts: Sequence[Part]) -> Part | None:
    """The first individual of what a part is placed by."""
    return next((other for other in parts if other.subject.id == part.subject.place.target), None)


def _index(part: Part, parts: Sequence[Part]) -> int:
    """Which of its subject's individuals a part is."""
    return [other.name for other in parts if other.subject is part.subject].index(part.name)


def _turn(part: Part, parts: Sequence[Part]) -> int:
    """Which one of all that have the same place by the same target this is."""
    return [other.name for other in parts if other.subject.place == part.subject.place].index(part.name)


def _is_backdrop(part: Part) -> bool:
    return isinstance(part.entity, Body) and (
        part.size_m[2] > _BACKDROP_M
        or part.wide_m > 1.5 * _BACKDROP_M
        or (part.entity.fixed and part.size_m[2] > 1.0)
    )


def _lay_row(parts: Sequence[Part], plan: Plan, front_y_m: float) -> None:
    """Puts parts side by side, about x = 0, in rows one behind the other where one is too long."""
    row: list[Part] = []
    y_m = front_y_m
    for part in [*parts, None]:
        length = sum(one.wide_m + _GAP_M for one in row)
        if row and (part is None or length + part.wide_m > _ROW_M):
            deep = max(one.wide_m for one in row)
            y_m += deep / 2.0 if front_y_m or y_m > front_y_m else 0.0
            _lay(row, plan, y_m, length - _GAP_M)
            y_m += deep / 2.0 + _GAP_M
            row = []
        if part is not None:
            row.append(part)


def _lay(row: Sequence[Part], plan: Plan, y_m: float, length_m: float) -> None:
    x_m = -length_m / 2.0
    for part in row:
        plan[part.name] = Spot(x_m + part.wide_m / 2.0, y_m)
        x_m += part.wide_m + _GAP_M


def _related(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    """The spot that a relation to a target gives; `index` counts those of one subject apart."""
    return _RELATIONS[part.subject.place.relation](part, target, spot, index)


def _on(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    aside = _fanned(index) * min(part.wide_m + 0.05, target.size_m[0] * 0.4)
    return spot._replace(x_m=spot.x_m + aside, z_m=spot.z_m + _top_m(part, target))


def _top_m(part: Part, target: Part) -> float:
    """How high what stands on a target stands: on a seat, a deck, a back or a roof."""
    if target.thing is not None and "seat" in target.thing.traits and isinstance(part.entity, Person):
        return min(target.size_m[2] * 0.5, 0.5)
    return _ROOF_SHARE.get(target.subject.kind, 1.0) * target.size_m[2]


def _in(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    if target.thing is not None and "flat" in target.thing.traits:
        return _on(part, target, spot, index)
    aside = _fanned(index) * min(part.wide_m, target.size_m[0] * 0.3)
    return spot._replace(x_m=spot.x_m + aside, z_m=spot.z_m + 0.35 * target.size_m[2])


def _under(part: Part, _target: Part, spot: Spot, index: int) -> Spot:
    aside = _fanned(index) * (part.wide_m + _GAP_M)
    return spot._replace(x_m=spot.x_m + aside, z_m=0.0)


def _above(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    aside = _fanned(index) * (part.wide_m + _GAP_M)
    over = min(_ABOVE_M, _ABOVE_LEAST_M + 2.5 * part.size_m[2])
    return spot._replace(x_m=spot.x_m + aside, z_m=spot.z_m + target.size_m[2] + over)


def _gap_m(part: Part, target: Part, most_m: float) -> float:
    """How far apart two stand: at most this far, small things less."""
    return min(most_m, 0.6 * max(part.wide_m, target.wide_m))


def _behind(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    """Far enough to the side that it is seen past what it is behind, from wherever the camera may stand."""
    away = (part.size_m[1] + target.size_m[1]) / 2.0 + 0.3 * _gap_m(part, target, _BEHIND_M)
    past = 0.5 * (target.wide_m + part.size_m[0]) + _PAST_SHARE * away
    aside = past + _fanned(index) * (part.wide_m + _gap_m(part, part, _GAP_M))
    return Spot(spot.x_m + aside, spot.y_m + away, _level_m(part, target, spot))


def _level_m(part: Part, target: Part, spot: Spot) -> float:
    """Where someone beside a target stands: with it on the table, if it is on one, and small enough."""
    place = target.subject.place
    shared = place is not None and place.relation in ("on", "in") and part.wide_m < _SHARED_M
    return spot.z_m if shared else 0.0


def _in_front_of(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    away = (part.size_m[1] + target.size_m[1]) / 2.0 + _gap_m(part, target, 0.6)
    aside = _fanned(index) * (part.wide_m + _gap_m(part, part, _GAP_M))
    return Spot(spot.x_m + aside, spot.y_m - away, _level_m(part, target, spot))


def _beside(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    side = 1.0 if index % 2 == 0 else -1.0
    gap = _gap_m(part, target, 0.3)
    away = (part.wide_m + target.wide_m) / 2.0 + gap + (index // 2) * (part.wide_m + gap)
    return Spot(spot.x_m + side * away, spot.y_m, _level_m(part, target, spot))


def _around(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    count = max(part.subject.count, 3)
    angle = 2.0 * math.pi * index / count
    radius = target.wide_m / 2.0 + part.wide_m / 2.0 + 0.7
    x, y = spot.x_m + radius * math.sin(angle), spot.y_m + radius * math.cos(angle)
    return Spot(x, y, yaw_rad=facing(x, y, spot.x_m, spot.y_m))


def _held(part: Part, target: Part, spot: Spot, index: int) -> Spot:
    """In the right hand of whoever holds it, which is at waist height before them."""
    ahead = (math.sin(spot.yaw_rad), -math.cos(spot.yaw_rad))
    right = (ahead[1], -ahead[0])
    side = 0.22 if index == 0 else -0.22
    return Spot(
        spot.x_m + _REACH_M * ahead[0] + side * right[0],
        spot.y_m + _REACH_M * ahead[1] + side * right[1],
        spot.z_m + _HAND_SHARE * target.size_m[2] - part.size_m[2] / 2.0,
        spot.yaw_rad,
    )


_RELATIONS: dict[Relation, Callable[[Part, Part, Spot, int], Spot]] = {
    "on": _on,
    "in": _in,
    "under": _under,
    "above": _above,
    "behind": _behind,
    "in_front_of": _in_front_of,
    "beside": _beside,
    "around": _around,
    "held_by": _held,
}


def facing(x_m: float, y_m: float, to_x_m: float, to_y_m: float) -> float:
    """The yaw of one at (x, y) who faces (to_x, to_y); 0 is towards -y."""
    return math.atan2(to_x_m - x_m, -(to_y_m - y_m))


def _fanned(index: int) -> float:
    """0, 1, -1, 2, -2 ...: those of one subject spread to both sides."""
    return (index + 1) // 2 * (1.0 if index % 2 else -1.0)


def _at_level(part: Part, spot: Spot, setting: str) -> Spot:
    """In water things and people lie at its surface, or hang in it where the setting is below; birds stay dry."""
    place = SETTINGS[setting]
    if isinstance(part.entity, Animal) and SPECIES[part.entity.species].medium == "air":
        return spot._replace(z_m=max(spot.z_m, _ALOFT_M if place.medium == "water" else 0.0))
    if place.medium != "water" or part.subject.place is not None:
        return spot
    if setting == "underwater":
        sunk = part.thing is not None and "floats" not in part.thing.traits
        return spot._replace(z_m=-place.depth_m if sunk else _UNDER_WATER_Z_M)
    return spot._replace(z_m=-_FLOATS_AT * part.size_m[2])


def _above_floor(part: Part, spot: Spot, setting: str) -> Spot:
    """Nothing begins within the ground; a fish out of water lies on it, measured from its middle."""
    place = SETTINGS[setting]
    floor_m = -place.depth_m if place.medium == "water" else 0.0
    if isinstance(part.entity, Animal) and SPECIES[part.entity.species].medium == "water":
        floor_m += 0.5 * part.size_m[2]
    return spot._replace(z_m=max(spot.z_m, floor_m))
