"""Makes a shot concrete: casts it, lays it out, scripts it, and puts up the camera."""

import math
import zlib
from collections.abc import Sequence

import msgspec
import numpy as np

from render_cluster.backends.physics.places import SETTINGS, WINDS_MPS
from render_cluster.backends.physics.scene import (
    Animal,
    Body,
    Move,
    Person,
    Quaternion,
    Scene,
    Source,
    Vector,
    Wave,
)
from render_cluster.backends.physics.soft.cuts import CLOTHS, FLUTTER
from render_cluster.backends.physics.staging import camerawork, handling, happening, performing, speaking
from render_cluster.backends.physics.staging.casting import Part, cast
from render_cluster.backends.physics.staging.furnishing import furnished, showers
from render_cluster.backends.physics.staging.placing import floor_plan
from render_cluster.backends.physics.staging.rigs import rigged
from render_cluster.backends.physics.staging.script import Script, bodies_of, spans
from render_cluster.backends.physics.staging.seen import action_of
from render_cluster.storyboard import Shot, Style


def stage(shot: Shot, style: Style, seed: int) -> Scene:
    """The scene of a shot; the same for the same shot, style and seed."""
    shot, falling = furnished(shot), showers(shot)
    pace = shot.camera.speed
    duration_s = shot.duration_s * pace
    parts = cast(shot, seed)
    rng = np.random.default_rng([seed & 0xFFFFFFFF, seed >> 32, zlib.crc32(msgspec.json.encode(shot))])
    side = 1.0 if rng.random() < 0.5 else -1.0
    script = Script(shot, duration_s, parts, floor_plan(parts, shot.setting), rng, side)
    _write(script)
    bodies = tuple(
        body for part in bodies_of(parts) for body in rigged(_body(script, part), bool(shot.actions))
    )
    action = action_of(script)
    return Scene(
        name=_title(shot),
        setting=shot.setting,
        time_of_day=shot.time_of_day,
        weather=shot.weather,
        duration_s=duration_s,
        seed=seed,
        bodies=bodies,
        people=tuple(_performer(script, part) for part in parts if isinstance(part.entity, Person)),
        animals=tuple(_performer(script, part) for part in parts if isinstance(part.entity, Animal)),
        camera=camerawork.filmed(shot.camera, action, style, shot.setting, seed),
        waves=_waves(shot, rng),
        sources=(*falling, *_own_sources(parts), *script.sources),
        speech=speaking.speech_of(shot, {part.name: part.entity for part in parts}),
        pace=pace,
        wind_mps=_wind_mps(shot),
    )


def _wind_mps(shot: Shot) -> float | None:
    """The wind that was asked for; what flutters needs one at all events."""
    if shot.wind is not msgspec.UNSET:
        return WINDS_MPS[shot.wind]
    if any(action.verb == FLUTTER for action in shot.actions):
        return max(SETTINGS[shot.setting].wind_mps, WINDS_MPS["breeze"])
    return None


def _write(script: Script) -> None:
    """Every action of every subject, things after those who act on them."""
    for part in script.parts:
        if isinstance(part.entity, Body):
            continue
        held = handling.hold_what_is_held(script, part)
        for action, span in spans(script.shot, part.subject.id, script.duration_s, performing.QUICK, held):
            performing.perform(script, part, action, span)
        handling.bring_along(script, part)
    acted_on = {move.thing for moves in script.moves.values() for move in moves}
    for part in bodies_of(script.parts):
        if part.entity.fixed or part.name in acted_on:
            continue
        for action in script.shot.actions:
            if action.subject == part.subject.id:
                happening.happen(script, part, action)


def _body(script: Script, part: Part) -> Body:
    spot = script.plan[part.name]
    x, y, z = spot.x_m, spot.y_m, spot.z_m + part.size_m[2] / 2.0
    placed = {"position_m": (round(x, 4), round(y, 4), round(z, 4)), "rotation": _turned(spot.yaw_rad)}
    if _is_still_life(script) or _is_planted(part):
        # Nothing is to happen: an apple must not roll off its table.
        placed["mass_kg"] = 0.0
    return msgspec.structs.replace(part.entity, **{**placed, **script.changes.get(part.name, {})})


def _is_planted(part: Part) -> bool:
    """Whether it is a flag whose pole stands in the ground, in nobody's hands."""
    place = part.subject.place
    return part.subject.kind in CLOTHS and (place is None or place.relation != "held_by")


def _is_still_life(script: Script) -> bool:
    """Whether there are but things, which stand on something and do nothing."""
    hangs = any(one.place is not None and one.place.relation == "above" for one in script.shot.subjects)
    alive = any(not isinstance(part.entity, Body) for part in script.parts)
    wet = SETTINGS[script.shot.setting].medium == "water"
    return not (script.shot.actions or hangs or alive or wet)


def _performer(script: Script, part: Part) -> Person | Animal:
    spot = script.plan[part.name]
    # Who has nothing to do stands, or swims where there is nothing to stand on.
    idle = "swim" if SETTINGS[script.shot.setting].medium == "water" and not part.subject.place else "stand"
    moves = tuple(script.moves.get(part.name, ())) or (Move(idle, 0.0, script.duration_s),)
    return msgspec.structs.replace(
        part.entity,
        position_m=(round(spot.x_m, 4), round(spot.y_m, 4), round(spot.z_m, 4)),
        yaw_rad=round(spot.yaw_rad, 4),
        moves=moves,
    )


def _turned(yaw_rad: float) -> Quaternion:
    return (round(math.cos(yaw_rad / 2.0), 9), 0.0, 0.0, round(math.sin(yaw_rad / 2.0), 9))


def _own_sources(parts: Sequence[Part]) -> tuple[Source, ...]:
    """The flames, steam and water that kinds of things have by nature, at their tops."""
    return tuple(
        Source(kind, _mouth(part), max(0.02, 0.5 * part.wide_m), part.name)
        for part in bodies_of(parts)
        for kind in part.thing.sources
    )


def _mouth(part: Part) -> Vector:
    """Where flames and steam leave a thing, in its frame: at the top of a tall one, from within a wide one."""
    tall = part.size_m[2] > part.wide_m
    return (0.0, 0.0, (0.5 if tall else -0.2) * part.size_m[2])


def _waves(shot: Shot, rng: np.random.Generator) -> tuple[Wave, ...]:
    """A swell with shorter waves across it, as high as the setting has them."""
    high = SETTINGS[shot.setting].wave_m * (1.6 if shot.weather == "rain" else 1.0)
    if high <= 0.0:
        return ()
    spread = ((1.0, 9.0, 0.0), (0.5, 4.3, 0.6), (0.28, 2.1, -0.8), (0.15, 1.1, 1.4))
    return tuple(
        Wave(
            amplitude_m=round(high * share, 4),
            length_m=length,
            direction=(round(math.cos(angle + 2.2), 4), round(math.sin(angle + 2.2), 4)),
            phase_rad=round(float(rng.uniform(0.0, 2.0 * math.pi)), 4),
        )
        for share, length, angle in spread
    )


def _title(shot: Shot) -> str:
    kinds = "_".join(dict.fromkeys(subject.kind for subject in shot.subjects))
    return kinds[:60] or shot.setting
