"""Cloth and rope keep their length and lose energy, hang as they must, and do what the wind does to them."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.backend import PhysicsBackend
from render_cluster.backends.physics.laws import catenary_error
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.plan import Plan
from render_cluster.backends.physics.raster.fabric import Fabrics
from render_cluster.backends.physics.scene import Body, Camera, Scene
from render_cluster.backends.physics.skeleton import BONE_INDEX
from render_cluster.backends.physics.soft.billowing import Billowing
from render_cluster.backends.physics.soft.cuts import CLOTHS, sheets_of
from render_cluster.backends.physics.soft.hanging import cloth_name, cloths
from render_cluster.backends.physics.soft.rope import Rope, settled_between
from render_cluster.backends.physics.soft.sheet import Sheets
from render_cluster.backends.physics.soft.wind import HEADING, Wind
from tests.render_cluster.physics.language.prompts import compiled, only_shot

CAMERA = Camera(((0.0, -5.0, 1.5),), ((0.0, 0.0, 1.0),), 0.8)
FLAG = Body("flag", "flag", "cloth", (1.3, 0.14, 2.6), 0.0, (0.0, 0.0, 1.3))
CALM = Wind(0.0, HEADING[:, None], 1)
STEP_S = 1.0 / 216.0


def square(side_m: float = 0.8, points: int = 13) -> Sheets:
    """A level cotton cloth, held along one edge."""
    down, along = np.meshgrid(np.linspace(0, side_m, points), np.linspace(0, side_m, points), indexing="ij")
    held = np.zeros((1, points, points), bool)
    held[:, 0] = True
    return Sheets(
        start_m=np.stack([along, down, np.full_like(down, 2.0)])[:, None],
        held=held,
        pitch_m=np.full((2, 1), side_m / (points - 1)),
        cells=np.ones((1, points - 1, points - 1), bool),
        areal_kgpm2=np.array([0.17]),
        bending_nm=np.array([1.5e-5]),
        heading=HEADING[:, None],
    )


def simulated(backend: PhysicsBackend, spec: Spec) -> Plan:
    """The plan of a prompt."""
    steps = backend.simulate(spec, backend.draft(spec))
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


def flying(
    wind_mps: float | None, seed: int = 3, setting: str = "meadow", frames_count: int = 25
) -> np.ndarray:
    """The points of a flag (frames, rows, columns, 3)."""
    scene = Scene("flag", setting, "day", 1.0, seed, (FLAG,), (), CAMERA, wind_mps=wind_mps)
    found = cloths(scene, Motion(24, frames_count, {}))[cloth_name(FLAG)]
    return found.reshape(frames_count, *sheets_of(FLAG)[0].held.shape, 3)


def test_a_cloth_that_falls_and_hangs_keeps_its_length_and_never_gains_energy():
    state = Billowing(square(), CALM, 9.81)
    energies = [state.energy_j()]
    for number in range(int(4.0 / STEP_S)):
        state.step(number * STEP_S, STEP_S)
        energies.append(state.energy_j())
    span = energies[0] - min(energies)
    assert max(np.maximum.accumulate(-np.array(energies)) + energies) < 0.01 * span
    threads = np.linalg.norm(np.diff(state.points_m, axis=2), axis=0)
    assert threads.max() * 12 / 0.8 < 1.02
    assert state.points_m[2].min() == pytest.approx(2.0 - 0.8, abs=0.02)


@pytest.mark.parametrize(("span_m", "length_m"), [(2.0, 2.8), (2.0, 2.1), (0.6, 3.0)])
def test_a_rope_between_two_points_hangs_as_a_catenary(span_m, length_m):
    rope = settled_between(np.zeros(3), np.array([span_m, 0.0, 0.0]), length_m, 40)
    assert catenary_error(rope, span_m, length_m) < 0.01


def test_a_swinging_rope_never_gains_energy_and_never_stretches():
    points = np.stack([np.linspace(0.0, 1.5, 21), np.zeros(21), np.zeros(21)], 1)
    held = np.arange(21) == 0
    rope = Rope(points, 0.075, np.full(21, 0.01), held, 0.01)
    energies = []
    for _ in range(400):
        rope.step(1.0 / 240.0, 9.81)
        energies.append(0.01 * (0.5 * (rope.velocity_mps**2).sum() + 9.81 * rope.points_m[:, 2].sum()))
    assert np.diff(energies).max() < 0.01 * np.ptp(energies)
    assert np.linalg.norm(np.diff(rope.points_m, axis=0), axis=1) == pytest.approx(0.075, rel=1e-3)


def test_a_flag_streams_in_a_strong_wind_and_hangs_in_none():
    hoist_m = np.array([-0.6, 0.0])
    streaming, hanging = (flying(speed)[:, 6, -1].mean(0) for speed in (13.0, 0.0))
    out_m = (streaming[:2] - hoist_m) @ HEADING[:2]
    assert out_m > 0.9
    assert streaming[2] - hanging[2] > 0.4
    assert np.linalg.norm(hanging[:2] - hoist_m) < 0.6


def test_the_wind_moves_a_flag_more_the_harder_it_blows():
    still, moving = (np.abs(np.diff(flying(speed), axis=0)).mean() for speed in (0.0, 13.0))
    assert moving > 3.0 * still


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_gusts():
    assert flying(7.5, seed=5).tobytes() == flying(7.5, seed=5).tobytes()
    assert not np.array_equal(flying(7.5, seed=5), flying(7.5, seed=6))


def test_no_wind_blows_in_a_room():
    indoors = flying(20.0, setting="gym")[-1, 6, -1]
    assert indoors[2] < flying(20.0)[-1, 6, -1][2] - 0.3


@pytest.mark.parametrize("kind", sorted(CLOTHS))
def test_each_kind_of_cloth_is_solved_and_drawn_on_both_sides(kind):
    body = Body("it", kind, "cloth", (3.0, 0.3, 2.2), 0.0, (0.0, 0.0, 1.1))
    scene = Scene("cloth", "meadow", "day", 1.0, 1, (body,), (), CAMERA, wind_mps=8.0)
    motion = Motion(24, 3, {})
    points = cloths(scene, motion)[cloth_name(body)]
    Motion(24, 3, {}, meshes={"it": points}).check()
    mesh = Fabrics(points, sheets_of(body)).mesh(2)
    cells = sum(int(sheet.cells.sum()) for sheet in sheets_of(body))
    # Each cell in four, each in two triangles, on two sides.
    assert len(mesh.faces) == cells * 4 * 2 * 2
    assert np.linalg.norm(mesh.normals, axis=1) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("prompt", "wind"),
    [
        ("a flag waves in a strong wind", "strong_wind"),
        ("a flag in a gentle breeze", "breeze"),
        ("laundry on a line in the wind", "wind"),
        ("a flag hangs in still air", "calm"),
        ("a ship at sea in a thunderstorm", "storm"),
    ],
)
def test_words_of_wind_are_realised_out_of_doors(prompt, wind):
    assert only_shot(prompt).wind == wind
    fates = {word.phrase: word.fate for word in compiled(prompt).coverage.words}
    assert "left_out" not in [fate for phrase, fate in fates.items() if "wind" in phrase or "air" in phrase]


@pytest.mark.slow
def test_a_jump_rope_goes_round_by_the_hands_alone_and_is_under_the_feet_in_mid_air():
    backend = PhysicsBackend()
    spec = Spec("a girl jumps rope in the park", 3.0, 320, 180, 24)
    (take,) = simulated(backend, spec)
    rope = take.motion.meshes["rope"].astype(float)
    skins = take.motion.skins["girl"]
    feet = [skins[:, BONE_INDEX[f"foot_{side}"], 2, 3] for side in "lr"]
    high = np.minimum(*feet) - np.minimum(*feet).min()
    middles = [
        index for index in range(1, len(high) - 1) if high[index - 1] < high[index] >= high[index + 1] > 0.06
    ]
    below = [rope[index, :, 2].min() - 0.15 for index in middles[1:-1]]
    assert len(middles) >= 3
    assert max(below) < 0.1
    assert rope[:, :, 2].max() > 1.0


def test_what_nobody_asked_for_is_not_written_into_a_storyboard():
    assert b"wind" not in msgspec.json.encode(only_shot("a dog runs"))


@pytest.mark.parametrize(
    ("prompt", "phrase", "fate"),
    [
        ("a flag waves in the wind", "waves", "realised"),
        ("a flag waves without wind", "waves", "left_out"),
        ("white curtains billow at an open window", "billow", "realised"),
        ("a flag waves in a gym", "waves", "left_out"),
        ("a cat sits in a living room in strong wind", "strong wind", "left_out"),
    ],
)
def test_what_the_wind_does_is_told_as_it_is(prompt, phrase, fate):
    fates = {word.phrase: word.fate for word in compiled(prompt).coverage.words}
    assert fates[phrase] == fate
