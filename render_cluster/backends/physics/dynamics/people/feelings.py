"""How somebody feels, as trunk, head and arms show it on top of whatever they do."""

import math
from collections.abc import Callable

from render_cluster.backends.physics.dynamics.people.gestures import Cue
from render_cluster.backends.physics.dynamics.people.posture import Posture, ease, mirrored, shifted

_TAU = 2.0 * math.pi
_SETTLES_S = 0.6
# Arms that are busy are left alone.
_ARMS_FREE = frozenset({"stand", "walk", "sit", "look", "talk"})


def felt(manner: str | None, verb: str, cue: Cue, base: Posture) -> Posture:
    """`base` as somebody holds it who feels that way; `base` itself for a manner that shows in speed alone."""
    change = _FEELINGS.get(manner or "")
    if change is None:
        return base
    return change(cue, base, ease(cue.t / _SETTLES_S), verb in _ARMS_FREE)


def _happy(cue: Cue, base: Posture, share: float, _free: bool) -> Posture:
    bob = math.sin(_TAU * 1.5 * cue.t)
    return base._replace(
        bow_rad=base.bow_rad - 0.08 * share,
        nod_rad=base.nod_rad + (0.07 * bob - 0.10) * share,
        bend_rad=base.bend_rad + 0.06 * math.sin(_TAU * 0.75 * cue.t) * share,
    )


def _sad(_cue: Cue, base: Posture, share: float, _free: bool) -> Posture:
    return base._replace(bow_rad=base.bow_rad + 0.24 * share, nod_rad=base.nod_rad + 0.42 * share)


def _bored(cue: Cue, base: Posture, share: float, free: bool) -> Posture:
    """Slumped to one side, the head in a hand where one is free, the eyes wandering."""
    posture = base._replace(
        bow_rad=base.bow_rad + 0.22 * share,
        bend_rad=base.bend_rad + 0.16 * share,
        nod_rad=base.nod_rad + 0.16 * share,
        look_rad=base.look_rad + 0.25 * math.sin(_TAU * 0.16 * cue.t) * share,
    )
    if not free:
        return posture
    chin = mirrored(0.10, -0.20, 1.45)[0]
    wrists = base.wrists_m.copy()
    wrists[0] = wrists[0] + (chin - wrists[0]) * share
    elbows = base.elbows.copy()
    elbows[0] = mirrored(0.7, -0.1, -1.0)[0]
    return posture._replace(wrists_m=wrists, elbows=elbows)


def _angry(cue: Cue, base: Posture, share: float, free: bool) -> Posture:
    posture = base._replace(
        lean_rad=base.lean_rad + 0.08 * share,
        nod_rad=base.nod_rad + 0.12 * share,
        bend_rad=base.bend_rad + 0.03 * math.sin(_TAU * 2.2 * cue.t) * share,
    )
    if not free:
        return posture
    fists = mirrored(0.30, 0.02, 0.98)
    return posture._replace(
        wrists_m=base.wrists_m + (fists - base.wrists_m) * share, elbows=mirrored(1.0, 0.4, 0.1)
    )


def _afraid(cue: Cue, base: Posture, share: float, free: bool) -> Posture:
    shiver = 0.012 * math.sin(_TAU * 6.0 * cue.t) * share
    posture = base._replace(
        shift_m=shifted(base, shiver, 0.04 * share, -0.05 * share), nod_rad=base.nod_rad + 0.05 * share
    )
    if not free:
        return posture
    shield = mirrored(0.11, -0.24, 1.34)
    return posture._replace(
        wrists_m=base.wrists_m + (shield - base.wrists_m) * share, elbows=mirrored(0.6, 0.1, -1.0)
    )


def _confident(_cue: Cue, base: Posture, share: float, _free: bool) -> Posture:
    return base._replace(bow_rad=base.bow_rad - 0.10 * share, nod_rad=base.nod_rad - 0.08 * share)


_FEELINGS: dict[str, Callable[[Cue, Posture, float, bool], Posture]] = {
    "happy": _happy,
    "sad": _sad,
    "bored": _bored,
    "angry": _angry,
    "afraid": _afraid,
    "confident": _confident,
}
