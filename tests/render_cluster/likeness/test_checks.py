"""The checks, on meshes that are moved by exact geometry."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from render_cluster.likeness import checks
from render_cluster.likeness.face_reader import FaceReader
from render_cluster.likeness.mesh_points import pitch_deg, yaw_deg
from render_cluster.likeness.sightings import Sighting
from render_cluster.likeness.thresholds import Thresholds

BOUNDS = Thresholds()


@pytest.fixture(scope="module")
def mesh(reader: FaceReader, collins: np.ndarray) -> np.ndarray:
    return reader.mesh(collins, reader.faces(collins)[0])


def seen(mesh: np.ndarray, yaws, pitches=None, flat: bool = False) -> list[Sighting]:
    """Sightings of a head (or of its print) turned by these degrees."""
    pitches = pitches if pitches is not None else np.zeros(len(yaws))
    own = mesh * [1, 1, 0 if flat else 1]
    return [
        _sighting(index / 15, _turned(own, yaw, pitch))
        for index, (yaw, pitch) in enumerate(zip(yaws, pitches, strict=True))
    ]


def _sighting(time_s: float, turned: np.ndarray, count: int = 1) -> Sighting:
    return Sighting(time_s, count, None, turned, yaw_deg(turned), pitch_deg(turned))


def _turned(mesh: np.ndarray, yaw: float, pitch: float) -> np.ndarray:
    a, b = np.radians([yaw, pitch])
    turn = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    nod = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
    middle = mesh.mean(0)
    away = (mesh - middle) @ (turn @ nod).T
    near = 900 / (900 + away[:, 2:])
    return np.column_stack([away[:, :2] * near, away[:, 2]]).astype(np.float32) + np.float32(middle)


def swing(*peaks_deg: float) -> np.ndarray:
    """From rest to each peak and back, twelve frames each, with a rest between."""
    bump = np.sin(np.linspace(0, np.pi, 12))
    return np.concatenate([np.zeros(15), *[np.concatenate([bump * peak, np.zeros(8)]) for peak in peaks_deg]])


def test_turns_are_named_from_the_persons_own_side_and_in_order(mesh):
    assert checks.turns_made(seen(mesh, swing(25, -25)), BOUNDS) == ("left", "right")
    assert checks.turns_made(seen(mesh, swing(-25, 25)), BOUNDS) == ("right", "left")
    assert checks.turns_made(seen(mesh, swing(0, 0), swing(18, -18)), BOUNDS) == ("up", "down")


def test_turns_in_another_order_are_refused(mesh):
    assert checks.turns(seen(mesh, swing(25, -25)), ("right", "left"), BOUNDS).outcome == "refused"
    assert checks.turns(seen(mesh, swing(25, -25)), ("left", "right"), BOUNDS).outcome == "passed"


def test_a_head_has_depth_and_its_print_has_none(mesh):
    assert checks.relief(seen(mesh, swing(25, -25)), BOUNDS).outcome == "passed"
    flat = checks.relief(seen(mesh, swing(25, -25), flat=True), BOUNDS)
    assert flat.outcome == "refused"
    assert flat.measured < 1e-3


def test_a_face_that_is_only_moved_in_the_picture_is_still(mesh):
    moved = [_sighting(index / 15, mesh * 1.01**index + index) for index in range(20)]
    assert checks.alive(moved, BOUNDS).outcome == "refused"
    assert checks.alive(seen(mesh, swing(25)), BOUNDS).outcome == "passed"


def test_one_frame_with_a_second_face_is_unsure_and_three_are_refused(mesh):
    alone = seen(mesh, np.zeros(30))
    for crowded, outcome in ((0, "passed"), (1, "unsure"), (3, "refused")):
        frames = [*alone[crowded:], *[one._replace(faces_count=2) for one in alone[:crowded]]]
        assert checks.one_face(frames, BOUNDS)[1].outcome == outcome


def test_another_face_from_the_middle_on_is_refused(mesh):
    mine, yours = np.eye(128, dtype=np.float32)[:2]
    frames = seen(mesh, np.zeros(20))
    same = [one._replace(embedding=mine) for one in frames]
    assert checks.same_face(same, BOUNDS).outcome == "passed"
    other = [*same[:10], *[one._replace(embedding=yours) for one in frames[10:]]]
    assert checks.same_face(other, BOUNDS).outcome == "refused"


@given(st.text("0123", max_size=6), st.text("0123", max_size=6))
def test_edits_are_a_distance(one, other):
    between = checks.edits(one, other)
    assert between == checks.edits(other, one)
    assert (between == 0) == (one == other)
    assert abs(len(one) - len(other)) <= between <= max(len(one), len(other))
