"""What rolls and swings: where a way along the ground, out of a pipe or on a thread begins."""

import math

from render_cluster.backends.physics.staging.casting import Part
from render_cluster.backends.physics.staging.placing import Spot
from render_cluster.backends.physics.staging.script import Script
from render_cluster.storyboard import Action

_ROLL_MPS, _OUT_OF_A_PIPE_MPS = 1.8, 0.6
_SMALL_M, _LOW_M = 0.4, 1.1
_SWING_RAD = math.radians(40.0)
_ROPE_M_MIN, _ROPE_SIZES = 0.8, 2.5


def roll(script: Script, part: Part, action: Action) -> None:
    """Set rolling along the ground, without slip; into the target where there is one, out of a pipe it lies in."""
    place = part.subject.place
    pipes = script.of(place.target) if place is not None and place.relation == "in" else ()
    radius = max(part.size_m[2] / 2.0, 0.02)
    if pipes and pipes[0].subject.kind == "pipe":
        speed, side = _OUT_OF_A_PIPE_MPS, _lie_in_pipe(script, part, pipes)
    else:
        speed, side = _ROLL_MPS, start_beside(script, part, action, 1.6)
    script.push(
        part.name, velocity_mps=(side * speed, 0.0, 0.0), spin_radps=(0.0, side * speed / radius, 0.0)
    )


def _lie_in_pipe(script: Script, part: Part, pipes: tuple[Part, ...]) -> float:
    """Lays a pipe at an end of what it lies on, and the thing in it; the side it is to leave by.

    A second pipe lies at the other end and faces the first.
    """
    index = [one.name for one in script.of(part.subject.id)].index(part.name) % len(pipes)
    pipe, side = pipes[index], 1.0 if index % 2 == 0 else -1.0
    under = script.of(pipe.subject.place.target) if pipe.subject.place is not None else ()
    spot = script.plan[pipe.name]
    if under:
        there = script.plan[under[0].name]
        end = 0.5 * under[0].size_m[0] - 0.5 * pipe.size_m[0]
        spot = Spot(there.x_m - side * end, there.y_m, there.z_m + under[0].size_m[2])
        script.plan[pipe.name] = spot
    wall = 0.5 * (pipe.size_m[2] - part.size_m[2]) if part.size_m[2] < pipe.size_m[2] else 0.0
    wall = min(wall, 0.07 * pipe.size_m[2])
    script.plan[part.name] = Spot(spot.x_m - 0.1 * side * pipe.size_m[0], spot.y_m, spot.z_m + wall)
    return side


def swing(script: Script, part: Part, _action: Action) -> None:
    """Hung from above and drawn aside, to be let go; what has a frame of its own swings in it."""
    if part.entity.fixed or part.thing is None or part.subject.kind in ("newtons_cradle", "pendulum"):
        return
    rope = max(_ROPE_M_MIN, _ROPE_SIZES * part.size_m[2])
    spot = script.plan[part.name]
    middle_m = spot.z_m + 0.5 * part.size_m[2] + 0.05
    away, up = rope * math.sin(_SWING_RAD), rope * (1.0 - math.cos(_SWING_RAD))
    script.plan[part.name] = spot._replace(x_m=spot.x_m - script.side * away, z_m=spot.z_m + 0.05 + up)
    script.push(part.name, hangs_from_m=(round(spot.x_m, 4), round(spot.y_m, 4), round(middle_m + rope, 4)))


def start_beside(script: Script, part: Part, action: Action, way_m: float) -> float:
    """Moves the start of a way aside, so that its middle or its target lies ahead; the side it goes to."""
    side, target = script.side, script.target(action)
    spot = script.plan[part.name]
    if target is not None and part.wide_m < _SMALL_M < target.size_m[0] and target.size_m[2] < _LOW_M:
        # Along a table, not into it.
        there = script.plan[target.name]
        edge = 0.5 * target.size_m[0] - part.wide_m
        script.plan[part.name] = Spot(there.x_m - side * edge, there.y_m, there.z_m + target.size_m[2])
    elif target is not None:
        there = script.plan[target.name]
        gap = (part.wide_m + target.wide_m) / 2.0 + way_m
        script.plan[part.name] = Spot(there.x_m - side * gap, there.y_m, spot.z_m)
    elif part.subject.place is None:
        script.plan[part.name] = spot._replace(x_m=spot.x_m - side * way_m)
    return side
