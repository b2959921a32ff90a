"""The cloth of a shot: every sheet of every thing, solved together once the solid world has moved."""

from collections.abc import Sequence

import numpy as np

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Body, Scene
from render_cluster.backends.physics.soft.billowing import Hold, flown
from render_cluster.backends.physics.soft.cuts import Sheet, sheets_of
from render_cluster.backends.physics.soft.sheet import Sheets
from render_cluster.backends.physics.soft.wind import HEADING, Wind, wind_mps

_SETTLED_S, _CALMED_S, _CALM_MPS = 0.8, 2.5, 2.0
_FRONT = np.array([0.0, -1.0, 0.0])


def cloth_name(body: Body) -> str:
    """What the cloth of a thing is called among the meshes of a motion."""
    return f"{body.name}/cloth"


def cloths(scene: Scene, motion: Motion) -> dict[str, np.ndarray]:
    """The points of each thing's cloth by its name, float32 (frames, points, 3) metres, sheet by sheet, row by row.

    Cloth follows what holds it and pushes nothing back.
    """
    bodies = [body for body in scene.bodies if sheets_of(body)]
    grids: dict[tuple[int, ...], list[Body]] = {}
    for body in bodies:
        grids.setdefault(sheets_of(body)[0].held.shape, []).append(body)
    return {
        name: points for alike in grids.values() for name, points in _solved(alike, scene, motion).items()
    }


def _solved(bodies: Sequence[Body], scene: Scene, motion: Motion) -> dict[str, np.ndarray]:
    cut = [(body, sheet) for body in bodies for sheet in sheets_of(body)]
    place, speed = SETTINGS.get(scene.setting, SETTINGS["plaza"]), wind_mps(scene)
    sheets = _laid_out(cut, motion, place.indoor)
    hold = _hold(cut, motion) if any(body.name in motion.poses for body in bodies) else None
    found = flown(
        sheets,
        Wind(speed, sheets.heading, scene.seed),
        motion.frames_count,
        scene.pace / motion.fps,
        place.gravity_mps2,
        hold,
        _CALMED_S if speed < _CALM_MPS else _SETTLED_S,
        place.floor_m,
    )
    points = {}
    first = 0
    for body in bodies:
        last = first + len(sheets_of(body))
        own = found[:, :, first:last].transpose(0, 2, 3, 4, 1)
        points[cloth_name(body)] = np.ascontiguousarray(own.reshape(len(own), -1, 3))
        first = last
    return points


def _laid_out(cut: Sequence[tuple[Body, Sheet]], motion: Motion, indoor: bool) -> Sheets:
    rows, columns = cut[0][1].held.shape
    return Sheets(
        start_m=np.stack([_carried(body, sheet, motion, 0.0) for body, sheet in cut], 1),
        held=np.stack([sheet.held for _, sheet in cut]),
        pitch_m=np.array([[one.high_m / (rows - 1), one.wide_m / (columns - 1)] for _, one in cut]).T,
        cells=np.stack([sheet.cells for _, sheet in cut]),
        areal_kgpm2=np.array([sheet.fabric.areal_kgpm2 for _, sheet in cut]),
        bending_nm=np.array([sheet.fabric.bending_nm for _, sheet in cut]),
        heading=np.stack([_heading(body, sheet, indoor) for body, sheet in cut], 1),
    )


def _heading(body: Body, sheet: Sheet, indoor: bool) -> np.ndarray:
    """Where the air goes at a sheet, as long as its share of the wind; into a room comes only a draught."""
    if sheet.draught is not None:
        return sheet.draught * _turned(_FRONT, np.array(body.rotation))
    return HEADING * (0.0 if indoor else 1.0)


def _hold(cut: Sequence[tuple[Body, Sheet]], motion: Motion) -> Hold:
    return lambda frame: np.stack([_carried(body, sheet, motion, frame) for body, sheet in cut], 1)


def _carried(body: Body, sheet: Sheet, motion: Motion, frame: float) -> np.ndarray:
    """The points of a sheet (3, rows, columns) as its thing would hold all of them at a moment in frames."""
    track = motion.poses.get(body.name)
    if track is None:
        place, turn = np.array(body.position_m), np.array(body.rotation)
    else:
        low = min(int(frame), len(track) - 1)
        before, after = (track[one].astype(float) for one in (low, min(low + 1, len(track) - 1)))
        after[3:] *= 1.0 if before[3:] @ after[3:] >= 0.0 else -1.0
        mixed = before + (after - before) * min(frame - low, 1.0)
        place, turn = mixed[:3], mixed[3:] / np.linalg.norm(mixed[3:])
    return _turned(sheet.start_m, turn) + place[:, None, None]


def _turned(points: np.ndarray, turn: np.ndarray) -> np.ndarray:
    """Points (3, ...) turned by a quaternion (w, x, y, z): p + 2 w (q x p) + 2 q x (q x p)."""
    axis = turn[1:].reshape(3, *[1] * (points.ndim - 1))
    once = np.cross(axis, points, axis=0)
    return points + 2.0 * (turn[0] * once + np.cross(axis, once, axis=0))
