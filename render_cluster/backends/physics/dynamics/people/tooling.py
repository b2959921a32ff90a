"""How a verb is done with a tool in hand: a broom sweeps, a hammer strikes, a spoon goes round."""

import math

import numpy as np

from render_cluster.backends.physics.dynamics.people import gestures
from render_cluster.backends.physics.dynamics.people.gestures import Cue, Gesture
from render_cluster.backends.physics.dynamics.people.posture import Posture, ease, mirrored, shifted

_TAU = 2.0 * math.pi


def gesture(verb: str, cue: Cue, base: Posture, tools: tuple[str, ...]) -> Posture:
    """`base` with what `verb` asks of somebody who has things of the kinds `tools` in hand."""
    change = next((_WITH_TOOL[verb, tool] for tool in tools if (verb, tool) in _WITH_TOOL), None)
    return gestures.gesture(verb, cue, base) if change is None else change(cue, base)


def _sweep(cue: Cue, base: Posture) -> Posture:
    """The trunk turns to and fro and takes with it what both hands have hold of."""
    stroke = math.sin(_TAU * 0.55 * cue.speed * cue.t)
    return base._replace(
        twist_rad=0.38 * stroke,
        turn_rad=base.turn_rad + 0.12 * stroke,
        shift_m=shifted(base, 0.05 * stroke, 0.0, -0.01),
        nod_rad=0.35,
        look_rad=-0.2 * stroke,
    )


def _hammer(cue: Cue, base: Posture) -> Posture:
    """Slowly up beside the head and fast down before the belly; the other hand steadies the work."""
    turn = (0.9 * cue.speed * cue.t) % 1.0
    up = ease(turn / 0.6) * (1.0 - ease((turn - 0.68) / 0.16))
    low, high = np.array([-0.12, -0.44, 1.00]), np.array([-0.30, -0.14, 1.52])
    return base._replace(
        wrists_m=np.stack([[0.12, -0.42, 0.98], low + (high - low) * up]),
        elbows=np.array([[0.8, 0.7, -0.6], [-1.0, 0.4, -0.5]]),
        lean_rad=base.lean_rad + 0.14 - 0.10 * up,
        bow_rad=0.14 - 0.10 * up,
        nod_rad=0.36,
        twist_rad=-0.16 * up,
    )


def _stir(cue: Cue, base: Posture) -> Posture:
    """The hand with the spoon goes round over the pot that the other holds."""
    angle = _TAU * 0.8 * cue.speed * cue.t
    right = np.array([-0.06 + 0.085 * math.cos(angle), -0.38 + 0.085 * math.sin(angle), 1.15])
    return base._replace(
        wrists_m=np.stack([[0.20, -0.34, 1.08], right]),
        elbows=np.array([[0.8, 0.7, -0.6], [-1.0, 0.5, -0.2]]),
        lean_rad=base.lean_rad + 0.08,
        bow_rad=0.12,
        nod_rad=0.40,
    )


def _saw(cue: Cue, base: Posture) -> Posture:
    """Forth and back before the belly: how one cuts, and rubs."""
    stroke = math.sin(_TAU * 1.1 * cue.speed * cue.t)
    return base._replace(
        wrists_m=np.array([[0.18, -0.36, 1.12], [-0.12, -0.34 - 0.07 * stroke, 1.17 + 0.03 * stroke]]),
        elbows=np.array([[0.8, 0.7, -0.6], [-1.0, 0.8, -0.3]]),
        lean_rad=base.lean_rad + 0.12,
        bow_rad=0.12,
        nod_rad=0.38,
        twist_rad=0.06 * stroke,
    )


def _paint(cue: Cue, base: Posture) -> Posture:
    """Strokes of a brush at the height of the chest, to and fro and slowly down."""
    stroke = math.sin(_TAU * 0.7 * cue.speed * cue.t)
    row = 0.10 * math.sin(_TAU * 0.13 * cue.speed * cue.t)
    return base._replace(
        wrists_m=np.array([[0.22, -0.26, 1.06], [-0.14 + 0.11 * stroke, -0.46, 1.30 + row + 0.03 * stroke]]),
        elbows=np.array([[0.8, 0.7, -0.6], [-1.0, 0.4, -0.6]]),
        nod_rad=0.06 - 0.4 * row,
        look_rad=0.10 * stroke,
    )


def _bat(cue: Cue, base: Posture) -> Posture:
    """Both hands back over the shoulder, then through in front, and round."""
    turn = (0.42 * cue.speed * cue.t) % 1.0
    back = ease(turn / 0.35) * (1.0 - ease((turn - 0.45) / 0.12))
    through = ease((turn - 0.45) / 0.16) * (1.0 - ease((turn - 0.75) / 0.2))
    wrists = mirrored(0.05, -0.42, 1.00)
    wrists = wrists + back * np.array([-0.24, 0.22, 0.36]) + through * np.array([0.26, 0.10, 0.22])
    return base._replace(
        wrists_m=wrists,
        elbows=mirrored(0.9, 0.4, -0.7),
        twist_rad=-0.55 * back + 0.70 * through,
        turn_rad=base.turn_rad - 0.15 * back + 0.20 * through,
        lean_rad=base.lean_rad + 0.10,
        nod_rad=0.25,
        look_rad=0.4 * back - 0.4 * through,
    )


def _hoop(cue: Cue, base: Posture) -> Posture:
    """The hips go round, and the hoop about them leans after."""
    angle = _TAU * 1.1 * cue.speed * cue.t
    x, y = math.cos(angle), math.sin(angle)
    return base._replace(
        shift_m=shifted(base, 0.085 * x, 0.075 * y, -0.02),
        roll_rad=base.roll_rad - 0.13 * x,
        lean_rad=base.lean_rad + 0.12 * y,
        wrists_m=mirrored(0.52, -0.10, 1.42),
        elbows=mirrored(1.0, 0.3, -0.5),
        nod_rad=0.08,
    )


_WITH_TOOL: dict[tuple[str, str], Gesture] = {
    ("work", tool): change
    for tools, change in (
        ("broom shovel", _sweep), ("hammer axe pickaxe", _hammer), ("spoon whisk", _stir), ("knife saw", _saw),
        ("pen", _paint), ("baseball_bat tennis_racket", _bat),
    )
    for tool in tools.split()
} | {("play", "hula_hoop"): _hoop}  # fmt: skip
