"""The solvers obey the closed forms of mechanics, and a keyframed fake does not."""

import numpy as np
import pytest

from render_cluster.backends.physics import laws
from render_cluster.backends.physics.dynamics.buoyancy import HULL_FILL, Hull
from render_cluster.backends.physics.dynamics.materials import surface
from render_cluster.backends.physics.dynamics.person_world import PersonWorld
from render_cluster.backends.physics.dynamics.rapier_world import RapierWorld
from render_cluster.backends.physics.scene import Body

STEP_S = 1.0 / 960.0
RADIUS_M = 0.12
GROUND = Body("ground", "ground", "asphalt", (60.0, 60.0, 1.0), 0.0, (0.0, 0.0, -0.5))


def _ball(height_m, velocity_mps=(0.0, 0.0, 0.0)):
    size = (2 * RADIUS_M,) * 3
    place = (0.0, 0.0, height_m + RADIUS_M)
    return Body("ball", "basketball", "rubber", size, 0.62, place, velocity_mps=velocity_mps)


def _fly(body, duration_s):
    world = RapierWorld((GROUND, body), STEP_S)
    times, places = [world.time_s], [world.pose(body.name)[:3]]
    while world.time_s < duration_s - 1e-9:
        world.step()
        times.append(world.time_s)
        places.append(world.pose(body.name)[:3])
    return world, np.array(times), np.array(places)


@pytest.mark.parametrize("velocity_mps", [(0.0, 0.0, 0.0), (1.0, 3.5, 6.9)])
def test_a_flying_body_keeps_to_its_parabola(velocity_mps):
    _, times, places = _fly(_ball(6.0, velocity_mps), 1.0)
    assert laws.parabola_error(times, places, np.array(velocity_mps)) <= 1e-3


def test_a_keyframed_ball_fails_the_parabola():
    start, top, end = np.array([0.0, 0.0, 2.0]), np.array([0.0, 2.0, 4.4]), np.array([0.0, 4.0, 3.0])
    u = np.linspace(0.0, 1.0, 25)[:, None]
    eased = u * u * (3.0 - 2.0 * u)
    places = (1 - eased) ** 2 * start + 2 * eased * (1 - eased) * top + eased**2 * end
    velocity = (places[1] - places[0]) * 24.0
    assert laws.parabola_error(np.arange(25) / 24.0, places, velocity) > 1e-2


@pytest.mark.parametrize("drop_m", [1.0, 2.0])
def test_a_ball_bounces_to_e_squared_h(drop_m):
    fall_s = np.sqrt(2.0 * drop_m / laws.GRAVITY_MPS2)
    _, times, places = _fly(_ball(drop_m), 2.4 * fall_s)
    rise = float(places[times > fall_s + 0.05, 2].max()) - RADIUS_M
    restitution = surface("rubber").bounce * surface("asphalt").bounce
    assert laws.bounce_error(drop_m, rise, restitution) <= 0.01


def test_a_box_slides_as_far_as_friction_lets_it():
    speed_mps = 3.0
    box = Body(
        "box", "box", "wood", (0.3, 0.3, 0.1), 2.0, (0.0, 0.0, 0.05), velocity_mps=(speed_mps, 0.0, 0.0)
    )
    _, _, places = _fly(box, 1.5)
    friction = np.sqrt(surface("wood").friction * surface("asphalt").friction)
    assert laws.slide_error(float(places[-1, 0]), speed_mps, float(friction)) <= 0.01


def test_a_bouncing_ball_never_gains_energy():
    world = RapierWorld((GROUND, _ball(2.0, (1.0, 0.0, 0.0))), STEP_S)
    energy = [world.energy()]
    for _ in range(3000):
        world.step()
        energy.append(world.energy())
    gained = laws.energy_gain_j(
        np.array([sample.kinetic_j for sample in energy]), np.array([sample.potential_j for sample in energy])
    )
    # A symplectic step wavers by g^2 dt^2 m / 2 about a parabola and keeps no more than a thousandth.
    assert gained <= 1e-3 * (energy[0].kinetic_j + energy[0].potential_j)


def test_the_impulse_of_a_bounce_is_the_change_of_momentum():
    world, _, _ = _fly(_ball(1.0), 0.6)
    (contact,) = world.contacts()
    exact = 0.62 * contact.speed_mps * (1.0 + surface("rubber").bounce)
    assert contact.impulse_ns == pytest.approx(exact, rel=0.01)
    assert contact.position_m[2] == pytest.approx(0.0, abs=0.01)


def test_a_board_floats_at_the_depth_of_archimedes():
    size = (0.78, 3.2, 0.13)
    board = Body("board", "paddleboard", "plastic", size, 40.0, (3.0, 0.0, 0.05))
    world = PersonWorld((board,), "person", 0.0, 1.0 / 480.0)
    hull = Hull(world, board, ())
    heights = []
    for _ in range(8 * 480):
        world.data.xfrc_applied[:] = 0.0
        hull.push()
        world.step()
        heights.append(float(world.pose("board")[2]))
    # It bobs for long: the mean over the last two seconds is where it comes to rest.
    draught = size[2] / 2.0 - float(np.mean(heights[-2 * 480 :]))
    assert laws.float_depth_error(draught, board.mass_kg, HULL_FILL * size[0] * size[1]) <= 0.01
