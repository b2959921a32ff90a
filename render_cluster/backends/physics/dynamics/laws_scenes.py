"""A scene for each law of mechanics, run through the world that films are made of, and how far it is off."""

import math
from collections.abc import Callable

import numpy as np

from render_cluster.backends.physics import laws
from render_cluster.backends.physics.dynamics.materials import surface
from render_cluster.backends.physics.dynamics.rotation import axis_quaternion
from render_cluster.backends.physics.dynamics.water import DRAG_OF_A_BALL
from render_cluster.backends.physics.dynamics.world import World
from render_cluster.backends.physics.laws import LawError
from render_cluster.backends.physics.scene import Body, Camera, Scene, Vector
from render_cluster.backends.physics.soft.rope import settled_between

STEP_S = 1.0 / 480.0
_FINE_S = 1.0 / 960.0
_RADIUS_M = 0.12
_CAMERA = Camera(((0.0, -5.0, 1.5),), ((0.0, 0.0, 1.0),), 0.8)


def measure() -> list[LawError]:
    """How far the solver is from each closed form."""
    return [
        LawError("free fall", _flight((0.0, 0.0, 0.0)), 1e-3),
        LawError("parabola", _flight((1.0, 3.5, 6.9)), 1e-3),
        LawError("pendulum", _pendulum(), 1e-3),
        LawError("bounce", max(_bounce(1.0), _bounce(2.0)), 1e-2),
        LawError("sliding friction", _slide(), 1e-2),
        LawError("rolling without slip", _roll(), 1e-2),
        LawError("buoyant depth", _float_depth(), 1e-2),
        LawError("terminal speed in water", _terminal_speed(), 1e-2),
        LawError("toppling angle", _topple(), 1e-2),
        LawError("spring period", _spring(), 1e-2),
        LawError("momentum, elastic", _collision("stone"), 1e-6),
        LawError("momentum, inelastic", _collision("cloth"), 1e-6),
        LawError("hanging rope", _catenary(), 1e-2),
        LawError("energy never rises", _energy_gain(), 1e-3),
    ]


def _catenary() -> float:
    """A soft rope between two posts, left until it hangs still."""
    span_m, length_m = 2.0, 2.8
    rope = settled_between(np.zeros(3), np.array([span_m, 0.0, 0.0]), length_m, 40)
    return laws.catenary_error(rope, span_m, length_m)


def _scene(bodies: tuple[Body, ...], setting: str = "court") -> Scene:
    return Scene("law", setting, "day", 1.0, 0, bodies, (), _CAMERA)


def _ball(
    name: str, place_m: Vector, material: str = "rubber", mass_kg: float = 0.62, **more: object
) -> Body:
    return Body(name, "sphere", material, (2.0 * _RADIUS_M,) * 3, mass_kg, place_m, **more)


def _run(
    world: World, name: str, duration_s: float, force: Callable[[np.ndarray], np.ndarray] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Times (n,) and places (n, 3) of a body; `force(place)` in newtons is applied to it."""
    times, places = [world.time_s], [world.pose(name)[:3]]
    while world.time_s < duration_s - 1e-9:
        if force is not None:
            world.apply(name, force(places[-1]))
        world.step()
        times.append(world.time_s)
        places.append(world.pose(name)[:3])
    return np.array(times), np.array(places)


def _flight(velocity_mps: Vector) -> float:
    world = World(_scene((_ball("ball", (0.0, 0.0, 6.0), velocity_mps=velocity_mps),)), (), STEP_S)
    times, places = _run(world, "ball", 1.0)
    return laws.parabola_error(times, places, np.array(velocity_mps))


def _pendulum() -> float:
    length, swing = 1.0, 0.12
    place = (length * math.sin(swing), 0.0, 3.0 - length * math.cos(swing))
    bob = _ball("bob", place, hangs_from_m=(0.0, 0.0, 3.0))
    times, places = _run(World(_scene((bob,)), (), STEP_S), "bob", 9.0)
    return laws.pendulum_error(laws.period_s(times, places[:, 0]), length, _RADIUS_M, swing)


def _bounce(drop_m: float) -> float:
    world = World(_scene((_ball("ball", (0.0, 0.0, drop_m + _RADIUS_M)),)), (), STEP_S)
    fall_s = math.sqrt(2.0 * drop_m / laws.GRAVITY_MPS2)
    times, places = _run(world, "ball", 2.4 * fall_s)
    rise = float(places[times > fall_s + 0.05, 2].max()) - _RADIUS_M
    return laws.bounce_error(drop_m, rise, surface("rubber").bounce * surface("asphalt").bounce)


def _slide() -> float:
    speed = 6.0
    size = (0.6, 0.6, 0.02)
    slab = Body("slab", "box", "wood", size, 2.0, (0.0, 0.0, 0.01), velocity_mps=(speed, 0.0, 0.0))
    _, places = _run(World(_scene((slab,)), (), _FINE_S), "slab", 1.5)
    friction = math.sqrt(surface("wood").friction * surface("asphalt").friction)
    return laws.slide_error(float(places[-1, 0]), speed, friction)


def _roll() -> float:
    slope, time_s = math.radians(15.0), 0.9
    turn = axis_quaternion((0.0, 1.0, 0.0), slope)
    ramp = Body("ramp", "box", "stone", (8.0, 2.0, 0.2), 0.0, (0.0, 0.0, 2.0), turn)
    up = np.array([math.sin(slope), 0.0, math.cos(slope)])
    start = np.array(ramp.position_m) + (0.1 + _RADIUS_M) * up
    ball = _ball("ball", (float(start[0]), 0.0, float(start[2])), "stone")
    _, places = _run(World(_scene((ramp, ball)), (), _FINE_S), "ball", time_s)
    return laws.roll_error(float(np.linalg.norm(places[-1] - places[0])), slope, time_s)


def _float_depth() -> float:
    size = (0.8, 1.2, 0.2)
    slab = Body("slab", "box", "wood", size, 60.0, (0.0, 0.0, 0.05))
    _, places = _run(World(_scene((slab,), "lake"), (), STEP_S), "slab", 10.0)
    draught = size[2] / 2.0 - float(places[-round(2.0 / STEP_S) :, 2].mean())
    return laws.float_depth_error(draught, slab.mass_kg, size[0] * size[1])


def _terminal_speed() -> float:
    radius, mass = _RADIUS_M, 2500.0 * 4.0 / 3.0 * math.pi * _RADIUS_M**3
    stone = _ball("stone", (0.0, 0.0, -1.0), "stone", mass)
    world = World(_scene((stone,), "open_sea"), (), STEP_S)
    _run(world, "stone", 4.0)
    return laws.terminal_speed_error(-float(world.velocity("stone")[2]), mass, radius, DRAG_OF_A_BALL)


def _topple() -> float:
    """The tilt between falling back and falling over, halved ten times."""
    width, height = 0.3, 0.9
    low, high = 0.0, math.pi / 2.0
    for _ in range(10):
        tilt = 0.5 * (low + high)
        low, high = (low, tilt) if _falls_over(tilt, width, height) else (tilt, high)
    return laws.topple_error(0.5 * (low + high), width, height)


def _falls_over(tilt_rad: float, width_m: float, height_m: float) -> bool:
    turn = axis_quaternion((0.0, 1.0, 0.0), tilt_rad)
    # Stood on its lower right edge: the middle is half a diagonal from it.
    x = -0.5 * width_m * math.cos(tilt_rad) + 0.5 * height_m * math.sin(tilt_rad)
    z = 0.5 * width_m * math.sin(tilt_rad) + 0.5 * height_m * math.cos(tilt_rad)
    box = Body("box", "box", "stone", (width_m, 0.3, height_m), 20.0, (x, 0.0, z), turn)
    world = World(_scene((box,)), (), STEP_S)
    start = float(world.pose("box")[5])
    for _ in range(round(2.0 / STEP_S)):
        world.step()
        leaned = float(world.pose("box")[5])
        if abs(leaned - start) > 0.03:
            return leaned > start
    return False


def _spring() -> float:
    mass, stiffness = 1.0, 80.0
    middle = np.array([0.0, 0.0, 3.0])
    lift = np.array([0.0, 0.0, mass * laws.GRAVITY_MPS2])
    world = World(_scene((_ball("bob", (-0.4, 0.0, 3.0), mass_kg=mass),)), (), STEP_S)
    times, places = _run(world, "bob", 4.0, lambda place: stiffness * (middle - place) + lift)
    return laws.spring_error(laws.period_s(times, places[:, 0]), mass, stiffness)


def _collision(material: str) -> float:
    """Two balls that meet off centre in the air: what both carry level does not change."""
    one = _ball("one", (-0.6, 0.0, 3.0), material, 1.0, velocity_mps=(4.0, 0.0, 0.0))
    other = _ball("other", (0.3, 0.06, 3.0), material, 2.5, velocity_mps=(-1.0, 0.0, 0.0))
    world = World(_scene((one, other)), (), STEP_S)
    before = world.energy()
    _run(world, "one", 0.4)
    after = world.energy()
    assert world.impacts.touched("one") == {"other"}
    carried = 4.0 + 2.5
    return laws.momentum_error(np.array(before.momentum_ns[:2]), np.array(after.momentum_ns[:2]), carried)


def _energy_gain() -> float:
    world = World(_scene((_ball("ball", (0.0, 0.0, 2.0), velocity_mps=(1.0, 0.0, 0.0)),)), (), STEP_S)
    samples = [world.energy()]
    for _ in range(round(3.0 / STEP_S)):
        world.step()
        samples.append(world.energy())
    kinetic, potential = (
        np.array(column) for column in zip(*((s.kinetic_j, s.potential_j) for s in samples), strict=True)
    )
    return laws.energy_gain_j(kinetic, potential) / float(kinetic[0] + potential[0])
