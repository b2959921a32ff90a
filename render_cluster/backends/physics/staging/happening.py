"""The verbs of things: what strikes, drops, floats or drives them."""

import math
from collections.abc import Callable

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Source
from render_cluster.backends.physics.staging import rolling
from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.placing import Spot
from render_cluster.backends.physics.staging.script import Script
from render_cluster.storyboard import Action

DROP_M = 1.6
_HANGS_S = 0.7
_DRIVE_MPS = 4.0
_TIP_MPS = 1.6
_TURNTABLE_RADPS = 1.8
_LIFT_OVER_WEIGHT = 1.06


def happen(script: Script, part: Part, action: Action) -> None:
    """Writes one action of a thing into the script; what is not known rests."""
    _VERBS.get(action.verb, _rest)(script, part, action)


def _rest(_script: Script, _part: Part, _action: Action) -> None:
    return


def _raise_to(script: Script, part: Part, height_m: float) -> None:
    spot = script.plan[part.name]
    script.plan[part.name] = spot._replace(z_m=max(spot.z_m, 0.0) + height_m)


def _drop(script: Script, part: Part, action: Action) -> None:
    """Let go from a height; onto the target where there is one, or over the edge of what it stands on."""
    target = script.target(action)
    place = part.subject.place
    if place is not None and place.relation == "on" and script.of(place.target):
        _push_over_edge(script, part, script.of(place.target)[0])
    elif target is not None and (place is None or place.relation != "above"):
        there = script.plan[target.name]
        script.plan[part.name] = Spot(there.x_m, there.y_m, there.z_m + target.size_m[2] + 0.9)
    elif place is not None and place.relation == "above":
        # It is seen to hang before it is let go.
        _carry(script, part, 1.0, (0.0, 0.0, 0.0), _HANGS_S)
        return
    else:
        _raise_to(script, part, DROP_M)
    spin = script.rng.uniform(-1.0, 1.0, 3)
    script.push(part.name, spin_radps=tuple(round(float(value), 4) for value in spin))


def _push_over_edge(script: Script, part: Part, table: Part) -> None:
    """Near the edge that the camera sees, and struck so that it slides over it."""
    side, there = script.side, script.plan[table.name]
    edge = max(0.0, table.size_m[0] / 2.0 - part.wide_m)
    spot = script.plan[part.name]
    script.plan[part.name] = spot._replace(x_m=there.x_m + side * edge, y_m=there.y_m - 0.2 * table.size_m[1])
    script.push(part.name, velocity_mps=(_TIP_MPS * side, 0.0, 0.0))


def _slide(script: Script, part: Part, action: Action) -> None:
    side = rolling.start_beside(script, part, action, 1.4)
    script.push(part.name, velocity_mps=(side * 2.6, 0.0, 0.0))


def _tip(script: Script, part: Part, _action: Action) -> None:
    """Struck above its middle, hard enough to carry that over its edge."""
    high = part.size_m[2]
    needed = math.sqrt(2.0 * 9.81 * max(0.05, 0.35 * high)) / max(high, 0.05)
    script.push(part.name, spin_radps=(0.0, script.side * 1.6 * needed, 0.0))


def _topple(script: Script, part: Part, action: Action) -> None:
    """A row in which each strikes the next: only the first is struck; the row that is meant, if one is."""
    meant = script.of(action.target)
    if len(meant) > 1 and meant[0].subject is not part.subject:
        for one in meant:
            _topple(script, one, Action(action.target or "", "topple"))
        if part.subject.kind == "stick":
            script.changes[meant[0].name].pop("spin_radps", None)
            _sweep(script, part, meant[-1])
        return
    row = script.of(part.subject.id)
    if len(row) > 1:
        pitch = max(0.5 * part.size_m[2], 1.3 * min(part.size_m[:2]))
        index = [one.name for one in row].index(part.name)
        x = _middle_x(script, part) + (index - (len(row) - 1) / 2.0) * pitch
        turned = 0.0 if part.size_m[0] <= part.size_m[1] else math.pi / 2.0
        script.plan[part.name] = script.plan[part.name]._replace(x_m=x, yaw_rad=turned)
        if index:
            return
    rate = 1.4 * math.sqrt(9.81 / max(part.size_m[2], 0.04))
    script.push(part.name, spin_radps=(0.0, rate, 0.0))


def _sweep(script: Script, stick: Part, first: Part) -> None:
    """A stick on an axle, whose end comes round and strikes the first of a row; nothing else pushes that."""
    there = script.plan[first.name]
    reach = 0.5 * stick.size_m[0] - 0.02
    middle = Spot(there.x_m + 0.02, there.y_m + reach, there.z_m + 0.6 * first.size_m[2])
    script.plan[stick.name] = middle
    script.push(stick.name, axle=True, spin_radps=(0.0, 0.0, -_TURNTABLE_RADPS))
    for foot in script.parts:
        if foot.subject.kind == "turntable":
            script.plan[foot.name] = middle._replace(z_m=there.z_m, yaw_rad=0.0)
            script.push(foot.name, axle=True, spin_radps=(0.0, 0.0, -_TURNTABLE_RADPS))


def _middle_x(script: Script, part: Part) -> float:
    """Where the middle of what a row stands on is."""
    under = script.of(part.subject.place.target) if part.subject.place is not None else ()
    return script.plan[under[0].name].x_m if under else 0.0


def _spin(script: Script, part: Part, _action: Action) -> None:
    """Set spinning; a turntable on its axle, with all that stands on it."""
    if part.subject.kind != "turntable":
        script.push(part.name, spin_radps=(0.0, 0.0, 7.0))
        return
    spin = (0.0, 0.0, -_TURNTABLE_RADPS)
    script.push(part.name, spin_radps=spin, axle=True)
    for other in script.parts:
        place = other.subject.place
        if place is not None and place.target == part.subject.id and isinstance(other.entity, Body):
            script.push(other.name, spin_radps=spin)


def _shatter(script: Script, part: Part, action: Action) -> None:
    """Dropped from high enough to break."""
    _drop(script, part, action)
    script.push(
        part.name, breaks_at_ns=0.3 * part.entity.mass_kg, velocity_mps=(0.3 * script.side, 0.0, -1.0)
    )


def _float(script: Script, part: Part, _action: Action) -> None:
    """On water it lies there; in the air it hangs and drifts."""
    if SETTINGS[script.shot.setting].medium == "water":
        script.push(part.name, velocity_mps=(0.25 * script.side, 0.0, 0.0))
        return
    _raise_to(script, part, 0.9 + 0.5 * float(script.rng.random()))
    _carry(script, part, 1.0, (0.25 * script.side, 0.0, 0.12))


def _carry(
    script: Script,
    part: Part,
    lift: float,
    velocity_mps: tuple[float, float, float],
    for_s: float | None = None,
) -> None:
    """Holds a thing up by a steady push of `lift` times its weight, for the whole shot unless `for_s` ends it."""
    gravity = SETTINGS[script.shot.setting].gravity_mps2
    push = (0.0, 0.0, lift * part.entity.mass_kg * gravity)
    until_s = script.duration_s + 1.0 if for_s is None else for_s
    script.push(part.name, push_n=push, push_s=until_s, velocity_mps=velocity_mps)


def _sink(script: Script, part: Part, _action: Action) -> None:
    """Heavier than the water that it displaces."""
    script.push(part.name, mass_kg=max(part.entity.mass_kg, 1400.0 * math.prod(part.size_m)))


def _fly(script: Script, part: Part, action: Action) -> None:
    """Carried by a lift equal to its weight, across the picture."""
    side = rolling.start_beside(script, part, action, min(5.0, 1.6 * script.duration_s / 2.0 + 1.0))
    _raise_to(script, part, max(1.8, 0.6 * part.size_m[2]))
    spot = script.plan[part.name]
    script.plan[part.name] = spot._replace(yaw_rad=side * math.pi / 2.0)
    _carry(script, part, 1.0, (side * 2.6, 0.0, 0.15))


def _rise(script: Script, part: Part, _action: Action) -> None:
    script.plan[part.name] = script.plan[part.name]._replace(z_m=max(script.plan[part.name].z_m, 0.02))
    _carry(script, part, _LIFT_OVER_WEIGHT, (0.0, 0.0, 0.4))
    if part.subject.kind == "rocket":
        script.sources.append(Source("fire", (0.0, 0.0, -0.5 * part.size_m[2]), 0.5 * part.wide_m, part.name))


def _drive(script: Script, part: Part, action: Action) -> None:
    """Rolls along on its wheels; the push that carries it stands for their axles."""
    speed = _DRIVE_MPS * (1.5 if action.manner == "fast" else 1.0)
    way = min(9.0, speed * script.duration_s) / 2.0
    side = rolling.start_beside(script, part, action, way)
    spot = script.plan[part.name]
    water = SETTINGS[script.shot.setting].medium == "water"
    script.plan[part.name] = spot._replace(
        z_m=spot.z_m + (0.0 if water else 0.01), yaw_rad=side * math.pi / 2.0
    )
    if water:
        script.push(
            part.name,
            velocity_mps=(side * 1.6, 0.0, 0.0),
            push_n=(side * 2.0 * part.entity.mass_kg, 0.0, 0.0),
            push_s=60.0,
        )
    else:
        _carry(script, part, 1.0, (side * speed, 0.0, 0.0))


def _burn(script: Script, part: Part, _action: Action) -> None:
    top = (0.0, 0.0, 0.5 * part.size_m[2])
    script.sources.append(Source("fire", top, max(0.08, 0.7 * part.wide_m), part.name))
    script.sources.append(Source("smoke", top, max(0.10, 0.8 * part.wide_m), part.name))


def _explode(script: Script, part: Part, action: Action) -> None:
    at_s = 0.35 * script.duration_s
    x, y, z = script.ground_m(part.name)
    middle = (x, y, z + 0.5 * part.size_m[2])
    kind = "fireworks" if part.subject.kind in ("firework", "fireworks", "rocket") else "sparks"
    script.sources.append(Source(kind, middle, max(0.4, part.wide_m), None, at_s, at_s + 2.5))
    _rise(script, part, action) if kind == "fireworks" else None


def _pour(script: Script, part: Part, _action: Action) -> None:
    script.sources.append(Source("water", (0.0, 0.0, 0.5 * part.size_m[2]), 0.15 * part.wide_m, part.name))


def _collide(script: Script, part: Part, action: Action) -> None:
    """Sent into the target, or the last of its own kind."""
    others = script.of(action.target) or script.of(part.subject.id)[1:]
    if not others or part in others:
        return
    there = script.plan[others[0].name]
    gap = (part.wide_m + others[0].wide_m) / 2.0 + 1.5
    script.plan[part.name] = Spot(there.x_m - gap, there.y_m, there.z_m)
    radius = max(part.size_m[2] / 2.0, 0.02)
    rolls = part.thing is not None and "rolls" in part.thing.traits
    spin = (0.0, 2.6 / radius, 0.0) if rolls else (0.0, 0.0, 0.0)
    script.push(part.name, velocity_mps=(2.6, 0.0, 0.0), spin_radps=spin)


def _blow(script: Script, part: Part, _action: Action) -> None:
    weight = part.entity.mass_kg * SETTINGS[script.shot.setting].gravity_mps2
    script.push(part.name, push_n=(0.6 * weight, 0.0, 0.4 * weight), push_s=script.duration_s)


_VERBS: dict[str, Callable[[Script, Part, Action], None]] = {
    "fall": _drop,
    "bounce": _drop,
    "roll": rolling.roll,
    "slide": _slide,
    "tip": _tip,
    "topple": _topple,
    "spin": _spin,
    "shatter": _shatter,
    "float": _float,
    "sink": _sink,
    "fly": _fly,
    "rise": _rise,
    "drive": _drive,
    "burn": _burn,
    "explode": _explode,
    "pour": _pour,
    "collide": _collide,
    "swing": rolling.swing,
    "blow": _blow,
}
