"""Rooms: walls that can only be seen from within, so that none ever stands before the camera, and windows."""

import math
from dataclasses import dataclass

import numpy as np

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Colour, Mesh, merged
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.sets.place import placed
from render_cluster.backends.physics.raster.stage import Stage
from render_cluster.storyboard import TimeOfDay

# What stands along the walls has this much room outside the free floor.
_NICHE_M = 0.85
_VIEWS: dict[TimeOfDay, tuple[tuple[Colour, ...], float]] = {
    "day": (((0.42, 0.56, 0.34), (0.62, 0.72, 0.52), (0.80, 0.88, 0.94), (0.62, 0.78, 0.94)), 1.25),
    "golden_hour": (((0.36, 0.30, 0.20), (0.72, 0.50, 0.28), (1.0, 0.72, 0.42), (0.86, 0.66, 0.58)), 1.15),
    "night": (((0.05, 0.06, 0.09), (0.10, 0.11, 0.16), (0.09, 0.12, 0.22), (0.05, 0.08, 0.18)), 0.5),
}


@dataclass(frozen=True, slots=True)
class Room:
    """A room in its own frame: the camera looks towards its main wall, along +y; x runs to the right."""

    turn_rad: float
    half_x_m: float
    half_y_m: float
    high_m: float
    stage: Stage

    @staticmethod
    def of(setting: str, stage: Stage, niche_m: float = _NICHE_M) -> "Room":
        """The room of an indoor setting, turned so that its main wall is the one that the camera looks at."""
        place = SETTINGS[setting]
        assert place.room_m is not None
        quarter = round(math.atan2(stage.ahead[1], stage.ahead[0]) / (math.pi / 2)) - 1
        x, y = (half / 2 + niche_m for half in place.room_m)
        if quarter % 2:
            x, y = y, x
        return Room(quarter * math.pi / 2, x, y, place.ceiling_m, stage)

    def put(
        self, parts: list[Part], x_m: float, y_m: float, turn_rad: float = 0.0, z_m: float = 0.0
    ) -> list[Part]:
        """The parts (front to -y) in the world; at the main wall they face the room as they are."""
        turned = placed(parts, 0.0, 0.0, turn_rad, z_m)
        return placed(placed(turned, x_m, y_m), 0.0, 0.0, self.turn_rad)

    def free(self, x_m: float, y_m: float, margin_m: float) -> bool:
        """Whether something may stand here: off the free floor's action, out of every line of sight."""
        x, y = self.world(x_m, y_m)
        behind_eye = self._inside_all_eyes()
        near = min(float(np.linalg.norm(eye[:2] - (x, y))) for eye in self.stage.eyes_m)
        return (
            near > margin_m + 1.2 and (behind_eye or self._in_view(x, y)) and self._off_sight(x, y, margin_m)
        )

    def world(self, x_m: float, y_m: float) -> tuple[float, float]:
        """A place of the room in the world."""
        cos, sin = math.cos(self.turn_rad), math.sin(self.turn_rad)
        return cos * x_m - sin * y_m, sin * x_m + cos * y_m

    def walls(self, colour: Colour, ceiling: Colour, skirting: Colour) -> list[Part]:
        """Four walls, a ceiling and skirting boards, all without backs and without shadows."""
        meshes = []
        for turn, half, away in (
            (0.0, self.half_x_m, self.half_y_m), (math.pi, self.half_x_m, self.half_y_m),
            (math.pi / 2, self.half_y_m, self.half_x_m), (-math.pi / 2, self.half_y_m, self.half_x_m),
        ):  # fmt: skip
            wall = _sheet(2 * half, self.high_m).moved(0, away, self.high_m / 2).painted(colour, 0.9)
            board = _sheet(2 * half, 0.10).moved(0, away - 0.02, 0.05).painted(skirting, 0.5)
            meshes += [part.mesh for part in placed([Part(wall), Part(board)], 0, 0, turn)]
        # A sheet that looks to -y, tipped forwards, looks down.
        tipped = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])
        top = _sheet(2 * self.half_x_m, 2 * self.half_y_m).rotated(tipped)
        meshes.append(top.moved(0, 0, self.high_m).painted(ceiling, 0.95))
        return placed([Part(merged(meshes), outlined=False, casts=False)], 0, 0, self.turn_rad)

    def _inside_all_eyes(self) -> bool:
        cos, sin = math.cos(-self.turn_rad), math.sin(-self.turn_rad)
        x = cos * self.stage.eyes_m[:, 0] - sin * self.stage.eyes_m[:, 1]
        y = sin * self.stage.eyes_m[:, 0] + cos * self.stage.eyes_m[:, 1]
        return bool((np.abs(x) < self.half_x_m - 0.3).all() and (np.abs(y) < self.half_y_m - 0.3).all())

    def _in_view(self, x_m: float, y_m: float) -> bool:
        # A camera beyond the wall sees only what lies past the action.
        offset = np.array([x_m, y_m]) - self.stage.centre_m
        return float(offset @ self.stage.ahead) > -0.5

    def _off_sight(self, x_m: float, y_m: float, margin_m: float) -> bool:
        for eye in self.stage.eyes_m:
            along = self.stage.centre_m - eye[:2]
            square = max(float(along @ along), 1e-6)
            share = float(np.clip((np.array([x_m, y_m]) - eye[:2]) @ along / square, 0.0, 1.0))
            if np.linalg.norm(np.array([x_m, y_m]) - eye[:2] - share * along) < margin_m + 0.9:
                return False
        return True


def view(wide_m: float, high_m: float, time_of_day: TimeOfDay) -> Mesh:
    """What is seen out of a window before a wall at y = 0, its sill at z = 0: meadow, trees and sky, or lights."""
    colours, glow = _VIEWS[time_of_day]
    rows = len(colours)
    x = np.linspace(-wide_m / 2, wide_m / 2, 9)
    z = np.array([0.0, 0.36, 0.5, 1.0])[:rows] * high_m
    points = np.stack([*np.meshgrid(x, z)], -1).reshape(-1, 2)
    # The tops of trees make the middle rows uneven.
    points[9:27, 1] += 0.05 * high_m * np.sin(points[9:27, 0] * 5.0)
    at = np.column_stack([points[:, 0], np.full(len(points), -0.02), points[:, 1]])
    corner = (np.arange(rows - 1)[:, None] * 9 + np.arange(8)).ravel()
    faces = np.concatenate(
        [np.stack([corner, corner + 1, corner + 10], 1), np.stack([corner, corner + 10, corner + 9], 1)]
    )
    glass = Mesh.of(at, np.tile((0.0, -1.0, 0.0), (len(at), 1)), faces).painted((1, 1, 1), 0.3, glow=glow)
    glass.colours[:] = np.repeat(linear(np.array(colours)), 9, 0)
    return glass


def window(
    wide_m: float, high_m: float, time_of_day: TimeOfDay, curtains: Colour | None = None
) -> list[Part]:
    """A window that stands before a wall at y = 0, its sill at z = 0, with daylight or night behind."""
    glass = view(wide_m, high_m, time_of_day)
    white: Colour = (0.90, 0.89, 0.86)
    bars = [shapes.box(wide_m + 0.16, 0.09, 0.08).moved(0, -0.03, high_z) for high_z in (0.0, high_m)]
    bars += [
        shapes.box(0.08, 0.09, high_m).moved(side * wide_m / 2, -0.03, high_m / 2) for side in (-1, 0, 1)
    ]
    bars.append(shapes.box(wide_m, 0.07, 0.045).moved(0, -0.03, high_m * 0.66))
    bars.append(shapes.box(wide_m + 0.3, 0.22, 0.04).moved(0, -0.10, -0.05))
    parts = [
        Part(glass, outlined=False, casts=False),
        Part(merged(bars).painted(white, 0.5), outlined=False, casts=False),
    ]
    if curtains is not None:
        for side in (-1.0, 1.0):
            cloth = drape(0.62, high_m + 0.55, 6).moved(side * (wide_m / 2 + 0.22), -0.12, high_m / 2 - 0.08)
            parts.append(Part(cloth.painted(curtains, 0.9), outlined=False, casts=False))
        rod = shapes.rod(
            (-wide_m / 2 - 0.7, -0.14, high_m + 0.22), (wide_m / 2 + 0.7, -0.14, high_m + 0.22), 0.02
        )
        parts.append(Part(rod.painted((0.30, 0.24, 0.18), 0.4), outlined=False, casts=False))
    return parts


def drape(wide_m: float, high_m: float, folds: int) -> Mesh:
    """A hanging cloth about the origin that faces -y, in folds."""

    def cloth(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        fold = np.sin(u * folds * 2 * math.pi)
        deep = 0.28 * wide_m / folds * (1.0 + 0.25 * np.sin(u * 17.0))
        return np.stack([(u - 0.5) * wide_m, -fold * deep, (v - 0.5) * high_m], -1)

    return shapes.surface(cloth, folds * 8, 2)


def picture(wide_m: float, high_m: float, rng: np.random.Generator) -> list[Part]:
    """A framed picture of a few fields of colour, before a wall at y = 0, about its middle."""
    frame = shapes.box(wide_m + 0.08, 0.04, high_m + 0.08).moved(0, -0.02, 0).painted((0.16, 0.13, 0.11), 0.5)
    card = shapes.box(wide_m, 0.01, high_m).moved(0, -0.045, 0).painted((0.93, 0.91, 0.86), 0.8)
    parts = [Part(frame, outlined=False), Part(card, outlined=False)]
    for _ in range(4):
        colour: Colour = tuple(float(c) for c in rng.uniform(0.2, 0.85, 3))
        w, h = rng.uniform(0.2, 0.5) * wide_m, rng.uniform(0.15, 0.45) * high_m
        x, z = rng.uniform(-0.22, 0.22) * wide_m, rng.uniform(-0.22, 0.22) * high_m
        field = shapes.box(w, 0.004, h).moved(x, -0.054, z).painted(colour, 0.8)
        parts.append(Part(field, outlined=False))
    return parts


def _sheet(wide_m: float, high_m: float) -> Mesh:
    """One upright face about the origin that looks to -y."""
    points = np.array([[-0.5, 0, -0.5], [0.5, 0, -0.5], [0.5, 0, 0.5], [-0.5, 0, 0.5]]) * (
        wide_m,
        1.0,
        high_m,
    )
    return Mesh.of(points, np.tile((0.0, -1.0, 0.0), (4, 1)), np.array([[0, 1, 2], [0, 2, 3]]))
