"""What of a shot there is to film: the box that it happens in, whom it is about, and what must be seen."""

import math

import numpy as np

from render_cluster.backends.physics.anatomy.species import bones_at
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Animal, Body, Person, Vector
from render_cluster.backends.physics.staging import camerawork
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.script import Script

_SMALL_M = 0.5
_HEADED_M = 0.3
_TABLE_HIGH_M, _DWARFS = 0.8, 3.0
_STAYING = ("rest", "burn", "spin", "pour", "topple", "stand")
_IDLE = ("rest", "burn", "stand")
_FALLING = ("fall", "bounce", "shatter")
_BACKDROP_M = 6.0
_ROOM_ABOUT_SMALL, _ROOM_ABOUT_STILL = (2.5, 2.5, 1.6), (0.9, 0.9, 0.5)


def action_of(script: Script) -> camerawork.Action:
    """The box of all that is shown, with the ways that performers go and things are pushed along."""
    if not script.parts:
        low, high = np.array([-3.0, -1.0, 0.0]), np.array([3.0, 3.0, 2.2])
        return camerawork.Action(
            low, high, None, low, high, (), 0.0, low, high, False, False, False, True, ()
        )
    main = _main(script)
    boxes = {part.name: _box(script, part, part is main) for part in script.parts}
    shown = [boxes[part.name] for part in script.parts if part is main or not _towers(script, part, main)]
    low = np.min([one[0] for one in shown], axis=0)
    high = np.max([one[1] for one in shown], axis=0)
    alike = tuple(part.name for part in script.of(main.subject.id)) + _mounts(script, main)
    if script.shot.camera.framing != "close_up":
        alike += _small_company(script, main)
    is_small = max(main.size_m) < _SMALL_M
    experiment = _experiment(script, main)
    if experiment:
        each = [box for part in experiment for box in (boxes[part.name], _standing(script, part))]
        low, high = np.min([one[0] for one in each], axis=0), np.max([one[1] for one in each], axis=0)
    elif is_small:
        # A glass on a table is a dot in a picture of the table.
        own_low, own_high = (
            pick([boxes[name][end] for name in alike], axis=0) for end, pick in ((0, np.min), (1, np.max))
        )
        stays = all(action.verb in _STAYING for action in script.shot.actions)
        about = _ROOM_ABOUT_STILL if stays else _ROOM_ABOUT_SMALL
        room = np.array(about) * max(main.size_m)
        low, high = np.maximum(low, own_low - room), np.minimum(high, own_high + room)
    way_m = float(np.linalg.norm(_end_of(script, main) - np.array(script.ground_m(main.name))))
    head = _head(script, main)
    own = [_standing(script, part) for part in script.parts if part.name in alike]
    return camerawork.Action(
        low_m=low,
        high_m=high,
        main=main.name,
        main_low_m=np.min([one[0] for one in own], axis=0),
        main_high_m=np.max([one[1] for one in own], axis=0),
        alike=alike if not experiment else _waiting(script, experiment),
        way_m=way_m,
        head_low_m=head[0],
        head_high_m=head[1],
        has_head=_has_head(main),
        is_small=is_small,
        follows_well=_goes_alone(script, main),
        is_still=not script.shot.actions,
        looks_in=any(part.subject.kind.startswith("open_") for part in experiment),
        shown=_shown(script, alike) if not experiment else _waiting(script, experiment),
    )


def _towers(script: Script, part: Part, main: Part) -> bool:
    """Whether something is so large, or so much larger than a small main part, that it only stands behind."""
    meant = {action.target for action in script.shot.actions} | {one.subject for one in script.shot.actions}
    near = main.subject.place is not None and main.subject.place.target == part.subject.id
    bystander = part.subject.id not in meant and not near and part.subject.place is None
    dwarfs = max(main.size_m) < _TABLE_HIGH_M and max(part.size_m) > _DWARFS * max(main.size_m)
    return part.wide_m >= _BACKDROP_M or (bystander and dwarfs)


def _experiment(script: Script, main: Part) -> list[Part]:
    """All small things of a shot in which nobody lives and some of them move: seen whole, by a still camera."""
    alive = any(not isinstance(part.entity, Body) for part in script.parts)
    small = [part for part in script.parts if part.wide_m < _SMALL_M]
    small = [part for part in small if part.subject.kind != "grabber"]  # of which only the jaws matter
    moves = any(action.verb not in _IDLE for action in script.shot.actions)
    gripped = any(part.subject.kind == "grabber" for part in script.parts)
    return small if moves and not alive and (len(small) > 1 or gripped) and main in small else []


def _waiting(script: Script, parts: list[Part]) -> tuple[str, ...]:
    """Those that do not move by themselves, which a camera that keeps them in the picture stays with."""
    acting = {action.subject for action in script.shot.actions}
    names = tuple(part.name for part in parts if part.subject.id not in acting)
    return names or (parts[0].name,)


def _has_head(part: Part) -> bool:
    """Whether a close-up is one of a head: not of a beetle, whose head is a speck."""
    return isinstance(part.entity, Person) or (
        isinstance(part.entity, Animal) and part.entity.length_m > _HEADED_M
    )


def _head(script: Script, part: Part) -> tuple[np.ndarray, np.ndarray]:
    """The box about a head, or about all of what has none that is worth a close-up."""
    low, high = _standing(script, part)
    if not _has_head(part):
        return low, high
    if isinstance(part.entity, Person):
        return np.array([low[0], low[1], low[2] + 0.82 * (high[2] - low[2])]), high
    animal = part.entity
    spot = script.plan[part.name]
    bone = next(one for one in bones_at(animal.species, animal.length_m) if one.name == "head")
    x, y, z = (np.array(bone.head) + np.array(bone.tail)) / 2.0
    cosine, sine = math.cos(spot.yaw_rad), math.sin(spot.yaw_rad)
    middle = np.array([spot.x_m + cosine * x - sine * y, spot.y_m + sine * x + cosine * y, spot.z_m + z])
    half = 0.16 * animal.length_m
    return middle - half, middle + half


def _shown(script: Script, alike: tuple[str, ...]) -> tuple[str, ...]:
    """Who and what the shot is about: all who act, and what they act on unless it is sent flying."""
    flung = {
        move.thing for moves in script.moves.values() for move in moves if move.verb in ("throw", "kick")
    }
    if not any(isinstance(part.entity, Person | Animal) for part in script.parts):
        return ()
    meant = {action.target for action in script.shot.actions} | {one.subject for one in script.shot.actions}
    return tuple(
        part.name
        for part in script.parts
        if part.name in alike
        or isinstance(part.entity, Person | Animal)
        or (part.subject.id in meant and part.name not in flung and part.wide_m < _BACKDROP_M)
    )


def _goes_alone(script: Script, main: Part) -> bool:
    """Whether nobody waits at the end of the main part's way: else a camera that goes along would lose them."""
    targets = {action.target for action in script.shot.actions if action.subject == main.subject.id}
    rides = set(_mounts(script, main))
    return all(part.subject.id not in targets or part.name in rides for part in script.parts)


def _standing(script: Script, part: Part) -> tuple[np.ndarray, np.ndarray]:
    """The box about a part where it starts."""
    place, half = np.array(script.ground_m(part.name)), np.array([part.wide_m / 2.0, part.wide_m / 2.0, 0.0])
    return place - half, place + half + np.array([0.0, 0.0, part.size_m[2]])


def _main(script: Script) -> Part:
    """What the shot is about: whom the camera names, else who acts first, else the first performer or thing."""
    named = script.of(script.shot.camera.subject)
    if named:
        return named[0]
    actors = [part for action in script.shot.actions for part in script.of(action.subject)]
    performers = [part for part in script.parts if not isinstance(part.entity, Body)]
    main = (actors or performers or list(script.parts))[0]
    place = main.subject.place
    holders = script.of(place.target) if place is not None and place.relation == "held_by" else ()
    return holders[0] if holders else main


def _mounts(script: Script, part: Part) -> tuple[str, ...]:
    """What someone rides or sits on, which belongs in a picture of them."""
    moves = script.moves.get(part.name, ())
    return tuple(move.thing for move in moves if move.thing and move.verb in ("ride", "sit"))


def _small_company(script: Script, main: Part) -> tuple[str, ...]:
    """Small things that are placed by a small one, or it by them: a cup beside an apple."""
    near = {main.subject.id, main.subject.place.target if main.subject.place else None}
    return tuple(
        part.name
        for part in script.parts
        if part.subject is not main.subject
        and max(main.size_m) < _SMALL_M > max(part.size_m)
        and (part.subject.id in near or (part.subject.place and part.subject.place.target in near))
    )


def _box(script: Script, part: Part, is_main: bool) -> tuple[np.ndarray, np.ndarray]:
    """The box about the main part's way, or about where another one ends, who comes running into the picture."""
    start, end = np.array(script.ground_m(part.name)), _end_of(script, part)
    points = np.array([start, end] if is_main else [end])
    half = np.array([part.wide_m / 2.0, part.wide_m / 2.0, 0.0])
    return points.min(0) - half, points.max(0) + half + np.array([0.0, 0.0, part.size_m[2]])


def _end_of(script: Script, part: Part) -> np.ndarray:
    """Where a part is heading: the end of its ways, or as far as its first push would carry it."""
    start = np.array(script.ground_m(part.name))
    change = script.changes.get(part.name, {})
    falls = any(one.subject == part.subject.id and one.verb in _FALLING for one in script.shot.actions)
    if falls and isinstance(part.entity, Body) and not SETTINGS[script.shot.setting].submerged:
        flung_mps = np.array(change.get("velocity_mps", (0.0, 0.0, 0.0)))
        return start * (1.0, 1.0, 0.0) + flung_mps * (0.5, 0.5, 0.0) + (0.0, 0.0, _lands_on_m(script, part))
    if "velocity_mps" in change:
        coasts_s = script.duration_s if change.get("push_s") else 1.0
        return start + np.array(change["velocity_mps"]) * (1.0, 1.0, 0.0) * coasts_s
    ways = [move.toward_m for move in script.moves.get(part.name, ()) if _goes(move.verb, move.toward_m)]
    return np.array([*ways[-1][:2], start[2]]) if ways else start


def _lands_on_m(script: Script, part: Part) -> float:
    """How high what a thing hangs over reaches; nought where that is the ground."""
    place = part.subject.place
    below = script.of(place.target) if place is not None and place.relation == "above" else ()
    return script.plan[below[0].name].z_m + below[0].size_m[2] if below else 0.0


def _goes(verb: str, toward_m: Vector | None) -> bool:
    return toward_m is not None and verb in ("walk", "run", "swim", "fly", "ride", "row")
