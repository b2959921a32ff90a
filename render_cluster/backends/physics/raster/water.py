"""Draws the sea from the scene's waves, the same that things float on."""

import math

import moderngl
import numpy as np

from render_cluster.backends.physics.raster.blocks import View
from render_cluster.backends.physics.raster.looks import Sea
from render_cluster.backends.physics.raster.programs import put
from render_cluster.backends.physics.raster.sets.dressing import Sheet
from render_cluster.backends.physics.scene import Wave
from render_cluster.backends.physics.waves import angular_speed_radps

WAVES_MAX = 12
_ANGLES_COUNT, _RINGS_COUNT = 72, 104
_NEAREST_M, _FARTHEST_M = 0.35, 900.0
_SWASH_M, _SWASH_S = 0.035, 5.5


class Water:
    """A fan of water before the camera; the vertex shader moves it."""

    def __init__(
        self, gl: moderngl.Context, program: moderngl.Program, waves: tuple[Wave, ...], sea: Sea, sheet: Sheet
    ) -> None:
        """Raises ValueError at more than WAVES_MAX waves, which the shader has no room for."""
        if len(waves) > WAVES_MAX:
            raise ValueError(f"{len(waves)} waves, at most {WAVES_MAX} can be drawn")
        self._program = program
        self._waves = waves
        self._level_m, self._swash = sheet.level_m, float(sheet.shore is not None)
        shore = (*sheet.shore, 1.0) if sheet.shore else (0.0, 0.0, 0.0, 0.0)
        angles = np.linspace(-1.0, 1.0, _ANGLES_COUNT)
        rings = np.concatenate([[0.0], np.geomspace(_NEAREST_M, _FARTHEST_M, _RINGS_COUNT - 1)])
        self._unit = np.stack(np.meshgrid(angles, rings, indexing="ij"), -1).reshape(-1, 2).astype(np.float32)
        corner = (np.arange(_ANGLES_COUNT - 1)[:, None] * _RINGS_COUNT + np.arange(_RINGS_COUNT - 1)).ravel()
        across = corner + _RINGS_COUNT
        faces = np.stack([corner, across + 1, across, corner, corner + 1, across + 1], 1).astype(np.int32)
        self._vertices = gl.buffer(self._unit.tobytes())
        self._array = gl.vertex_array(program, [(self._vertices, "2f", "polar")], gl.buffer(faces.tobytes()))
        put(program, deep=sea.deep, shallow=sea.shallow, foam_colour=sea.foam, ripple_share=sea.ripple_share)
        put(program, shore=shore, still=float(sheet.still))

    def aim(self, fov_rad: float, aspect: float) -> None:
        """Spreads the fan over the camera's field of view, with room for its tilt."""
        half = min(math.pi, math.atan(math.tan(fov_rad / 2) * aspect) * 1.25 + 0.1)
        self._vertices.write((self._unit * np.float32([half, 1.0])).tobytes())

    def draw(self, view: View, heading_rad: float) -> None:
        """Draws the water at the view's moment; `heading_rad` is the camera's level direction."""
        table = np.zeros((WAVES_MAX, 4), np.float32)
        for row, wave in zip(table, self._waves, strict=False):
            wavenumber = 2 * math.pi / wave.length_m
            direction = np.array(wave.direction) / math.hypot(*wave.direction)
            turned = wave.phase_rad - angular_speed_radps(wave.length_m) * view.time_s
            row[:] = (*(direction * wavenumber), math.remainder(turned, 2 * math.pi), wave.amplitude_m)
        self._program["waves"].write(table.tobytes())
        # The swash runs up the sand and back.
        level_m = self._level_m + _SWASH_M * math.sin(2 * math.pi * view.time_s / _SWASH_S) * self._swash
        put(
            self._program,
            projection=view.whole,
            view_angle=heading_rad,
            waves_count=len(self._waves),
            level_m=level_m,
        )
        self._array.render()
