"""What tail and ears say, and the shake of a wet coat."""

import math

from render_cluster.backends.physics.dynamics.animals.rig import BACK, UP, Turns, about, nod

_SHAKE_HZ = 4.2
_SHAKES = (("head", 0.0, 0.5), ("chest", 0.8, 0.22), ("pelvis", 1.8, 0.30), ("tail_1", 2.6, 0.5))


def tail(time_s: float, pace: float, phase_rad: float, wags: bool, chance: float) -> Turns:
    """A glad tail wags, any other swishes; a fast runner stretches it. `pace` is the speed over sqrt(g h)."""
    rate, wide = (17.0, 0.34) if wags else (1.7, 0.14)
    if pace > 1.5:
        rate, wide = 3.0, 0.08
    lift = 0.10 * math.sin(phase_rad) + (0.25 if pace > 1.0 else 0.0)
    swing = [wide * math.sin(rate * time_s - 0.6 * link + 6.0 * chance) for link in range(3)]
    return {
        f"tail_{link + 1}": about(UP, swing[link]) @ nod(-lift if link == 0 else -0.05 * lift)
        for link in range(3)
    }


def ears(time_s: float, pace: float, chance: float, fans: bool) -> Turns:
    """Ears lie back at speed, flick now and then, and fan where they are an elephant's."""
    back = 0.35 * min(1.0, 0.5 * pace)
    turns: Turns = {}
    for side, sign in (("l", 1.0), ("r", -1.0)):
        beat = (0.37 * time_s + chance + 0.31 * (sign > 0)) % 1.0
        flick = 0.5 * math.sin(beat / 0.09 * math.pi) if beat < 0.09 else 0.0
        fan = 0.25 * math.sin(1.6 * time_s) if fans else 0.0
        turns[f"ear_{side}"] = nod(back) @ about(BACK, -sign * flick) @ about(UP, -sign * (fan + 0.2 * flick))
    return turns


def shake(turns: Turns, time_s: float) -> None:
    """Adds a shake that runs from the head to the tail."""
    for bone, late, wide in _SHAKES:
        turns[bone] = turns[bone] @ about(BACK, wide * math.sin(2.0 * math.pi * _SHAKE_HZ * time_s - late))
