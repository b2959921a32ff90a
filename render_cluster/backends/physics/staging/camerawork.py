"""How a shot is filmed: the storyboard's words for the camera made into eyes, aims and a lens."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from render_cluster import storyboard
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Camera, Vector
from render_cluster.storyboard import Angle, Framing, Style

_FOV_RAD: dict[Framing, float] = {"close_up": 0.50, "medium": 0.72, "wide": 0.86}
_FIT: dict[Framing, float] = {"close_up": 0.80, "medium": 0.86, "wide": 0.50}
_PITCH_RAD: dict[Angle, float] = {"eye_level": 0.10, "low": -0.12, "high": 0.55, "aerial": 0.95}
_ORBIT_RAD = math.radians(70.0)
_KEYS = 5
_SHAKE_M = 0.025
_ROOM_MARGIN_M = 0.4
_STILL_WAYS = 1.1
_ARC_RAD = math.radians(14.0)
_STANDS_M = 1.7
_ON_A_ROOF_M = 8.0
_TALL_M = 3.2
# Small things are looked at from above, as by someone who sits at the table.
_ON_A_TABLE_RAD, _INTO_A_BOX_RAD = 0.30, 0.58


class Action(NamedTuple):
    """What there is to film: the box that it all happens in, and the main part with the box it starts in.

    `alike` names all of the main subject's individuals and what they ride; `way_m` is how far the main part
    goes, and `follows_well` says whether a camera that goes along loses nothing; `is_still` that nothing moves.
    The head box is what a close-up frames; `shown` is what must not leave a wider picture; `looks_in` asks
    to see what is in an open box.
    """

    low_m: np.ndarray
    high_m: np.ndarray
    main: str | None
    main_low_m: np.ndarray
    main_high_m: np.ndarray
    alike: tuple[str, ...]
    way_m: float
    head_low_m: np.ndarray
    head_high_m: np.ndarray
    has_head: bool
    is_small: bool
    follows_well: bool
    is_still: bool
    shown: tuple[str, ...]
    looks_in: bool = False


def filmed(asked: storyboard.Camera, action: Action, style: Style, setting: str, seed: int) -> Camera:
    """The camera for what a storyboard asks of it, about the action."""
    rng = np.random.default_rng([seed, 21])
    azimuth = float(rng.uniform(0.25, 0.6)) * (1.0 if rng.random() < 0.5 else -1.0)
    if action.main is None:
        return _establishing(asked, setting, azimuth)
    framings = (asked.framing, asked.ends or asked.framing)
    follows = action.main if _follows(asked, action, setting) else None
    if follows is not None:
        # A camera that goes along frames who it goes with, and not the way.
        action = action._replace(low_m=action.main_low_m, high_m=action.main_high_m)
    stations = [_station(framing, asked.angle, azimuth, action) for framing in framings]
    eyes, aims = _MOVES.get(asked.move, _static)(stations, action, style)
    if action.is_still and asked.move == "static" and framings[0] == framings[1] and follows is None:
        eyes, aims = _orbit(stations, action, style, _ARC_RAD)
    if follows is not None:
        middle = (action.main_low_m + action.main_high_m) / 2.0
        eyes, aims = [eye - middle for eye in eyes], [aim - middle for aim in aims]
    narrowest = framings[0] if framings[0] == framings[1] else "medium"
    return Camera(
        eyes_m=tuple(_inside(eye, setting, follows is not None) for eye in eyes),
        aims_m=tuple(_vector(aim) for aim in aims),
        fov_rad=_FOV_RAD[narrowest],
        follows=follows,
        focus=action.main,
        shows=_shown(framings, action) or ((follows,) if follows else ()),
        fit=_FIT[narrowest],
        shake_m=_SHAKE_M if asked.move == "handheld" or style == "documentary" else 0.0,
    )


def _follows(asked: storyboard.Camera, action: Action, setting: str) -> bool:
    """Whether the camera goes along: where it is asked to, and where a still one would see but a dot."""
    size_m = float(np.max((action.main_high_m - action.main_low_m) * (1.0, 1.0, 16.0 / 9.0)))
    if asked.move == "follow":
        return action.way_m > 0.3 * size_m
    still = asked.move in ("static", "handheld") and asked.framing != "wide" and not SETTINGS[setting].indoor
    return still and action.follows_well and action.way_m > _STILL_WAYS * size_m


def _shown(framings: tuple[Framing, Framing], action: Action) -> tuple[str, ...]:
    """What must stay in the picture: for a close-up only a head, or the one thing."""
    if action.main is None:
        return ()
    if "close_up" not in framings:
        return action.alike if action.is_small and "wide" not in framings else action.shown
    return (f"{action.main}.head",) if action.has_head else action.alike


def _establishing(asked: storyboard.Camera, setting: str, azimuth_rad: float) -> Camera:
    """A place with nobody in it: the camera goes slowly on into it, or as it is asked to."""
    place = SETTINGS[setting]
    floor = place.floor_m
    if place.room_m is not None:
        away, high, aim_high = 0.42 * place.room_m[1], 1.55, 1.15
    elif asked.angle in ("aerial", "high"):
        away, high, aim_high = 22.0, 16.0, 22.0 * math.tan(0.10)
    else:
        away, high, aim_high = 9.0, 1.9, 2.2
    ahead = np.array([-math.sin(azimuth_rad), math.cos(azimuth_rad), 0.0])
    aside = np.array([ahead[1], -ahead[0], 0.0])
    eye, aim = -away * ahead + [0.0, 0.0, floor + high], away * ahead + [0.0, 0.0, floor + aim_high]
    path = {
        "pan": ((0.0, 0.0, 0.0), (-0.45, 0.45)),
        "crane": ((0.0, 0.0, 0.9 * high), (0.0, 0.0)),
        "orbit": ((0.5, 0.0, 0.0), (0.0, -0.2)),
    }.get(asked.move, ((0.0, 0.32, 0.0), (0.0, 0.0)))
    (_, onward, up), (from_, to) = path
    eyes = [eye, eye + onward * away * ahead + np.array([0.0, 0.0, up]) + path[0][0] * away * aside]
    aims = [aim + from_ * away * aside, aim + to * away * aside + np.array([0.0, 0.0, 0.3 * up])]
    return Camera(
        eyes_m=tuple(_inside(one, setting, False) for one in eyes),
        aims_m=tuple(_vector(one) for one in aims),
        fov_rad=_FOV_RAD["wide"],
        shake_m=_SHAKE_M if asked.move == "handheld" else 0.0,
    )


class _Station(NamedTuple):
    eye_m: np.ndarray
    aim_m: np.ndarray


def _station(framing: Framing, angle: Angle, azimuth_rad: float, action: Action) -> _Station:
    """Where a camera stands for a framing and an angle: as far as what it frames is large."""
    if framing == "close_up" and action.main is not None:
        low, high = action.head_low_m, action.head_high_m
    else:
        low, high = action.low_m, action.high_m
    middle, extent = (low + high) / 2.0, high - low
    tangent = math.tan(_FOV_RAD[framing] / 2.0)
    across = max(extent[2], extent[0] * 9.0 / 16.0, 0.12) / 2.0
    distance = across / (tangent * _FIT[framing]) + extent[1] / 2.0
    pitch = _PITCH_RAD[angle]
    if action.is_small and angle == "eye_level":
        pitch = _INTO_A_BOX_RAD if action.looks_in else _ON_A_TABLE_RAD
    away = np.array(
        [
            math.sin(azimuth_rad) * math.cos(pitch),
            -math.cos(azimuth_rad) * math.cos(pitch),
            math.sin(pitch),
        ]
    )
    eye = middle + distance * away
    if angle == "eye_level" and high[2] > _TALL_M and -_STANDS_M < low[2] < _ON_A_ROOF_M:
        # What is taller than people is seen as people see it: from the ground.
        eye[2] = min(eye[2], _STANDS_M + 0.05 * high[2])
    return _Station(eye, middle)


Keys = tuple[list[np.ndarray], list[np.ndarray]]


def _static(stations: Sequence[_Station], _action: Action, style: Style) -> Keys:
    """Stands still; the cinematic one creeps closer, as a dolly that one hardly notices."""
    first, last = stations
    if style == "cinematic" and np.allclose(first.eye_m, last.eye_m):
        last = last._replace(eye_m=first.eye_m + 0.10 * (first.aim_m - first.eye_m))
    return [first.eye_m, last.eye_m], [first.aim_m, last.aim_m]


def _dolly(stations: Sequence[_Station], _action: Action, _style: Style) -> Keys:
    first, last = stations
    if np.allclose(first.eye_m, last.eye_m):
        first = first._replace(eye_m=last.eye_m - 0.45 * (last.aim_m - last.eye_m))
    return [first.eye_m, last.eye_m], [first.aim_m, last.aim_m]


def _pan(stations: Sequence[_Station], _action: Action, _style: Style) -> Keys:
    first, last = stations
    across = 0.3 * np.linalg.norm(first.aim_m - first.eye_m) * np.array([1.0, 0.0, 0.0])
    return [first.eye_m, last.eye_m], [first.aim_m - across, last.aim_m + across]


def _orbit(stations: Sequence[_Station], _action: Action, _style: Style, arc_rad: float = _ORBIT_RAD) -> Keys:
    first, last = stations
    eyes, aims = [], []
    for share in np.linspace(0.0, 1.0, _KEYS):
        eye, aim = (one + share * (other - one) for one, other in zip(first, last, strict=True))
        angle = (share - 0.5) * arc_rad
        turn = np.array(
            [
                [math.cos(angle), -math.sin(angle), 0.0],
                [math.sin(angle), math.cos(angle), 0.0],
                [0.0, 0.0, 1.0],
            ]
        )
        eyes.append(aim + turn @ (eye - aim))
        aims.append(aim)
    return eyes, aims


def _crane(stations: Sequence[_Station], _action: Action, _style: Style) -> Keys:
    first, last = stations
    distance = float(np.linalg.norm(last.eye_m - last.aim_m))
    rise = np.array([0.0, 0.0, 0.55 * distance])
    return [first.eye_m, last.eye_m + rise], [first.aim_m, last.aim_m]


_MOVES = {"dolly": _dolly, "pan": _pan, "orbit": _orbit, "crane": _crane}


def _inside(eye_m: np.ndarray, setting: str, relative: bool) -> Vector:
    """An eye in a room stays between its walls and under its ceiling."""
    room = SETTINGS[setting].room_m
    if room is None or relative:
        return _vector(eye_m)
    half = np.array(room) / 2.0 - _ROOM_MARGIN_M
    x, y = np.clip(eye_m[:2], -half, half)
    return _vector(np.array([x, y, min(eye_m[2], SETTINGS[setting].ceiling_m - _ROOM_MARGIN_M)]))


def _vector(point: np.ndarray) -> Vector:
    x, y, z = (round(float(value), 4) for value in point)
    return (x, y, z)
