"""Moves sheets of cloth in the wind: small position-based steps with links, tethers, bending and the air's push."""

from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics.soft.sheet import Links, Sheets, links_of
from render_cluster.backends.physics.soft.wind import Wind

AIR_KGPM3 = 1.2
# A flat plate across the flow, and a rough one along it (Hoerner, 1965).
_ACROSS_DRAG, _ALONG_DRAG = 1.25, 0.04
# A light sheet has to take the air next to it along: so thick a layer of it (added mass).
_CARRIED_AIR_M = 0.2
_SUBSTEPS_PER_S, _ROUNDS = 192.0, 2
# Threads of a weave slip: what a link resists when pressed together, and the speed that a second leaves.
_PRESSED_SHARE, _KEPT_PER_S = 0.25, 0.75
_FLOOR_M = 0.015
_SETTLING_KEPT = 0.98

Hold = Callable[[float], np.ndarray]
"""Where the held points are at a moment in frames: (3, sheets, rows, columns), the others not looked at."""


class Billowing:
    """The state of some sheets, taken on step by step (Mueller et al., 2007; small steps: Macklin et al., 2019)."""

    def __init__(self, sheets: Sheets, wind: Wind, gravity_mps2: float, floor_m: float = -1e9) -> None:
        self.points_m = sheets.start_m.astype(float).copy()
        self.velocity_mps = np.zeros_like(self.points_m)
        self._sheets, self._wind, self._floor_m = sheets, wind, floor_m
        self._links = links_of(sheets)
        self._weight_n = gravity_mps2 * sheets.mass_kg
        self._mass_kg = np.maximum(sheets.area_m2 * AIR_KGPM3 * _CARRIED_AIR_M + sheets.mass_kg, 1e-9)
        self._free = (sheets.there & ~sheets.held).astype(float)
        to_row, to_column, self._tether_m = sheets.tethers()
        self._tied = (np.arange(len(self._tether_m))[:, None, None], to_row, to_column)
        down, across = sheets.pitch_m
        self._across_nm = (sheets.bending_nm * down / across**3)[:, None, None]
        self._down_nm = (sheets.bending_nm * across / down**3)[:, None, None]

    def step(self, time_s: float, dt_s: float, held_m: np.ndarray | None = None) -> None:
        """One small step to `time_s`; `held_m` is where the held points go, where they move."""
        forces = self._air_push_n(time_s) + self._bending_n()
        forces[2] -= self._weight_n
        velocity = self.velocity_mps + (dt_s / self._mass_kg) * forces
        velocity *= _KEPT_PER_S**dt_s * self._free
        before, here = self.points_m, self.points_m + dt_s * velocity
        if held_m is not None:
            here = np.where(self._sheets.held, held_m, here)
        for links in self._links * _ROUNDS:
            _restore(here, links)
        self._stay_tied(here)
        here[2] = np.maximum(here[2], self._floor_m + _FLOOR_M)
        self.points_m, self.velocity_mps = here, (here - before) / dt_s

    def energy_j(self) -> float:
        """Kinetic energy, with the air that is carried along, and that of height, of all points that are free."""
        moving = 0.5 * (self._mass_kg * self._free * (self.velocity_mps**2).sum(0)).sum()
        return float(moving + (self._weight_n * self._free * self.points_m[2]).sum())

    def _air_push_n(self, time_s: float) -> np.ndarray:
        """What the air does to each cell, a quarter to each corner: across it by pressure, along it by friction.

        The pressure goes with |v| (v n) n: the force on a plate across the flow, and lift that grows with the
        angle on one along it.
        """
        points = self.points_m
        middle = _mean_of_cells(points)
        one = points[:, :, 1:, 1:] - points[:, :, :-1, :-1]
        other = points[:, :, 1:, :-1] - points[:, :, :-1, 1:]
        normal = 0.5 * np.stack(
            [
                one[1] * other[2] - one[2] * other[1],
                one[2] * other[0] - one[0] * other[2],
                one[0] * other[1] - one[1] * other[0],
            ]
        )
        area = np.sqrt((normal * normal).sum(0)) + 1e-12
        normal /= area
        flow = self._wind.at(middle, time_s) - _mean_of_cells(self.velocity_mps)
        speed = np.sqrt((flow * flow).sum(0))
        across = (flow * normal).sum(0)
        strong = (0.5 * AIR_KGPM3) * area * speed * self._sheets.cells
        push = strong * ((_ACROSS_DRAG - _ALONG_DRAG) * across * normal + _ALONG_DRAG * flow)
        return self._sheets.corners(0.25 * push)

    def _bending_n(self) -> np.ndarray:
        """A thin plate's resistance to being curved along its threads, of energy B / 2 (d2p / ds2)^2 an area."""
        points, forces = self.points_m, np.zeros_like(self.points_m)
        curve = self._across_nm * (points[..., 2:] - 2.0 * points[..., 1:-1] + points[..., :-2])
        forces[..., 1:-1] += 2.0 * curve
        forces[..., 2:] -= curve
        forces[..., :-2] -= curve
        curve = self._down_nm * (points[:, :, 2:] - 2.0 * points[:, :, 1:-1] + points[:, :, :-2])
        forces[:, :, 1:-1] += 2.0 * curve
        forces[:, :, 2:] -= curve
        forces[:, :, :-2] -= curve
        return forces

    def _stay_tied(self, here: np.ndarray) -> None:
        """No point gets further from what holds it than the cloth between is long (Kim et al., 2012)."""
        held = here[(slice(None), *self._tied)]
        offset = here - held
        far = np.sqrt((offset * offset).sum(0))
        here -= offset * np.maximum(1.0 - self._tether_m / np.maximum(far, 1e-9), 0.0) * self._free


def flown(
    sheets: Sheets,
    wind: Wind,
    frames_count: int,
    frame_s: float,
    gravity_mps2: float,
    hold: Hold | None = None,
    settle_s: float = 1.2,
    floor_m: float = -1e9,
) -> np.ndarray:
    """The points of the sheets in each frame, float32 (frames, 3, sheets, rows, columns).

    It has been in the wind for `settle_s` when the first frame comes. `frame_s` is a frame's length on the
    world's clock.
    """
    state = Billowing(sheets, wind, gravity_mps2, floor_m)
    steps = max(1, round(_SUBSTEPS_PER_S * frame_s))
    dt_s = frame_s / steps
    frames = np.zeros((frames_count, *sheets.start_m.shape), np.float32)
    for number in range(-round(settle_s / frame_s) * steps, (frames_count - 1) * steps + 1):
        if number >= 0 and number % steps == 0:
            frames[number // steps] = state.points_m
        moment = (number + 1) / steps
        state.step(moment * frame_s, dt_s, None if hold is None else hold(max(0.0, moment)))
        if number < 0 and wind.is_still:
            # It has hung there long before the shot began.
            state.velocity_mps *= _SETTLING_KEPT
    return frames


def _restore(points: np.ndarray, links: Links) -> None:
    a, b = points[links.a], points[links.b]
    offset = b - a
    far = np.sqrt((offset * offset).sum(0)) + 1e-12
    wrong = 1.0 - links.length_m / far
    offset *= np.maximum(wrong, _PRESSED_SHARE * wrong)
    a += links.share_a * offset
    b -= links.share_b * offset


def _mean_of_cells(points: np.ndarray) -> np.ndarray:
    return 0.25 * (
        points[:, :, :-1, :-1] + points[:, :, 1:, :-1] + points[:, :, :-1, 1:] + points[:, :, 1:, 1:]
    )
