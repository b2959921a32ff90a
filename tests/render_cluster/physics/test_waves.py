"""The sea's sum of sines: its slopes, its travel and its refusals."""

import math

import numpy as np
import pytest

from render_cluster.backends.physics.scene import Wave
from render_cluster.backends.physics.waves import angular_speed_radps, height_and_slope

WAVES = (Wave(0.2, 6.0, (0.8, 0.6), 0.3), Wave(0.05, 1.7, (-1.0, 2.0), 1.1))


def test_slopes_are_the_derivatives_of_the_height() -> None:
    x, y = np.meshgrid(np.linspace(-5, 5, 9), np.linspace(-4, 4, 7), indexing="ij")
    step_m = 1e-5
    surface = height_and_slope(WAVES, x, y, 1.3)
    ahead, behind = (height_and_slope(WAVES, x + s, y, 1.3).height_m for s in (step_m, -step_m))
    left, right = (height_and_slope(WAVES, x, y + s, 1.3).height_m for s in (step_m, -step_m))
    np.testing.assert_allclose(surface.slope_x, (ahead - behind) / (2 * step_m), atol=1e-6)
    np.testing.assert_allclose(surface.slope_y, (left - right) / (2 * step_m), atol=1e-6)


def test_a_crest_travels_with_the_phase_speed_of_deep_water() -> None:
    wave = Wave(0.3, 8.0, (1.0, 0.0), 0.0)
    speed_mps = math.sqrt(9.81 * 8.0 / (2 * math.pi))
    start = height_and_slope((wave,), np.float64(2.0), np.float64(0.0), 0.0)
    later = height_and_slope((wave,), np.float64(2.0 + 0.5 * speed_mps), np.float64(7.0), 0.5)
    assert later.height_m == pytest.approx(float(start.height_m))
    assert angular_speed_radps(8.0) * 8.0 / (2 * math.pi) == pytest.approx(speed_mps)


def test_no_waves_is_still_water_and_a_directionless_wave_is_refused() -> None:
    assert not height_and_slope((), np.zeros(3), np.ones(3), 2.0).height_m.any()
    with pytest.raises(ValueError, match="direction"):
        height_and_slope((Wave(0.1, 1.0, (0.0, 0.0), 0.0),), np.zeros(1), np.zeros(1), 0.0)
