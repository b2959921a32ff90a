"""The baked bodies: who looks how, and what the units of a face move."""

from itertools import product

import numpy as np
import pytest

from render_cluster.backends.physics.face import UNIT_INDEX, UNITS
from render_cluster.backends.physics.raster.people.body import Anatomy, anatomy
from render_cluster.backends.physics.raster.people.complexion import plain
from render_cluster.backends.physics.raster.people.cut import cut
from render_cluster.backends.physics.raster.people.expression import Gaze, Mould, blinking, strengths
from render_cluster.backends.physics.raster.people.fields import share
from render_cluster.backends.physics.skeleton import REST_HEIGHT_M, scale_of
from tests.render_cluster.physics.people.people import person


def units(**levels: float) -> np.ndarray:
    """A face that draws these units."""
    drawn = np.zeros(len(UNITS), np.float32)
    for name, level in levels.items():
        drawn[UNIT_INDEX[name]] = level
    return drawn


def moved(body: Anatomy, part: str, **levels: float) -> np.ndarray:
    """Where the points of a part are when a face draws these units."""
    return body.parts[part].points + np.tensordot(
        strengths(units(**levels), body.expressions), body.moves[part], 1
    )


def test_people_keep_their_looks_and_differ_from_each_other() -> None:
    ada, again, kit = (anatomy(person(name)).skin.points for name in ("ada", "ada", "kit"))
    np.testing.assert_array_equal(ada, again)
    assert np.abs(ada - kit).max() > 0.002
    assert 1.70 < np.ptp(ada[:, 2]) < 1.80


@pytest.mark.parametrize(("sex", "age"), list(product(("woman", "man"), ("child", "adult", "elder"))))
def test_all_bodies_stand_on_the_ground_and_fit_the_skeleton(sex: str, age: str) -> None:
    body = anatomy(person(sex=sex, age=age))
    assert np.isfinite(body.skin.points).all()
    assert abs(body.skin.points[:, 2].min()) < 0.02
    assert 1.70 < body.skin.points[:, 2].max() < 1.85
    np.testing.assert_allclose(body.skin.weights.sum(1), 1.0, atol=1e-6)


def test_children_have_larger_heads_and_heavy_people_wider_waists() -> None:
    def head_m(age: str) -> float:
        skin = anatomy(person(age=age)).skin
        return float(np.ptp(skin.points[share(skin, "head") > 0.99, 0]))

    def waist_m(weight: float) -> float:
        points = anatomy(person(weight=weight)).parts["tights"].points
        return float(np.ptp(points[(np.abs(points[:, 2] - 1.05) < 0.03) & (np.abs(points[:, 0]) < 0.3), 1]))

    assert head_m("child") > 1.05 * head_m("adult")
    assert waist_m(0.0) < waist_m(0.5) < waist_m(1.0)


def test_a_persons_scale_is_one_at_the_height_of_the_rest_pose() -> None:
    assert scale_of(REST_HEIGHT_M) == 1.0
    assert scale_of(REST_HEIGHT_M / 2) == 0.5


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_moves_the_face_and_nothing_else(unit: str) -> None:
    body = anatomy(person())
    skin = np.linalg.norm(moved(body, "skin", **{unit: 1.0}) - body.skin.points, axis=1)
    tongue = np.linalg.norm(moved(body, "tongue", **{unit: 1.0}) - body.parts["tongue"].points, axis=1)
    assert max(skin.max(), tongue.max()) > 0.001
    assert (share(body.skin, "head")[skin > 1e-4] > 0.3).all()


def test_closed_lips_stay_closed_over_an_open_jaw() -> None:
    body = anatomy(person())
    lips = body.masks["lips"] > 0.5
    central = lips & (np.abs(body.skin.points[:, 0]) < 0.006)
    height = body.skin.points[central, 2]
    middle = (height.max() + height.min()) / 2.0

    def gap_m(**levels: float) -> float:
        z = moved(body, "skin", **levels)[central, 2]
        return float(z[height > middle].mean() - z[height <= middle].mean())

    at_rest, opened, closed = gap_m(), gap_m(jaw_open=1.0), gap_m(jaw_open=1.0, lips_closed=1.0)
    assert opened > at_rest + 0.015
    assert closed < at_rest + 0.003


@pytest.mark.parametrize("eyes_wider", [0.0, 1.0])
def test_a_blink_covers_the_eye(eyes_wider: float) -> None:
    body = anatomy(person(), eyes_wider)
    eye = body.eyes[0].points
    middle, radius = (eye.min(0) + eye.max(0)) / 2.0, np.ptp(eye[:, 2]) / 2.0

    def seen(points: np.ndarray) -> float:
        """The share of rays through the pupil's height that reach the eyeball before any skin."""
        corners = points[body.skin.faces][:, :, (0, 2)]
        front = points[body.skin.faces][:, :, 1].mean(1) < middle[1]
        at = middle[(0, 2),] + radius * 0.45 * np.array([(0, 0), (0.6, 0), (-0.6, 0), (0, 0.6), (0, -0.6)])
        return float(np.mean([not (_inside(corners, point) & front).any() for point in at]))

    assert seen(body.skin.points) > 0.5
    assert seen(moved(body, "skin", blink_l=1.0, blink_r=1.0)) == 0.0


def _inside(triangles: np.ndarray, point: np.ndarray) -> np.ndarray:
    a, b, c = (triangles[:, i] - point for i in range(3))
    signs = np.stack(
        [
            np.cross(np.pad(p, ((0, 0), (0, 1))), np.pad(q, ((0, 0), (0, 1))))[:, 2]
            for p, q in ((a, b), (b, c), (c, a))
        ]
    )
    return (signs >= 0).all(0) | (signs <= 0).all(0)


def test_a_mould_at_rest_is_the_mesh_and_only_sends_what_moves() -> None:
    body = anatomy(person())
    mesh = plain(body.skin, (0.5, 0.5, 0.5), 0.5)
    mould, order = Mould.of(mesh, body.moves["skin"], body.expressions)
    still = mould.shaped(units())
    assert 500 < len(still.points) < 0.6 * len(mesh.points)
    np.testing.assert_allclose(still.points, mesh.points[order][: len(still.points)], atol=1e-7)
    assert np.abs(mould.shaped(units(smile=1.0)).points - still.points).max() > 0.003


def test_eyes_turn_to_where_the_units_say() -> None:
    eye = anatomy(person()).eyes[0]
    middle = np.tile((eye.points.min(0) + eye.points.max(0)) / 2.0, (len(eye.points), 1))
    gaze = Gaze(plain(eye, (0.5, 0.5, 0.5), 0.1), middle)
    pupil = int(np.argmin(eye.points[:, 1]))
    ahead, left, up = (
        gaze.shaped(units(**level)).points[pupil] for level in ({}, {"look_left": 1.0}, {"look_up": 1.0})
    )
    assert left[0] > ahead[0] + 0.003
    assert up[2] > ahead[2] + 0.003


def test_people_blink_now_and_then_and_always_at_the_same_times() -> None:
    track = np.array([blinking("ada", frame / 24) for frame in range(24 * 20)])
    shut = track[:, UNIT_INDEX["blink_l"]]
    np.testing.assert_array_equal(
        shut, [blinking("ada", frame / 24)[UNIT_INDEX["blink_l"]] for frame in range(24 * 20)]
    )
    falls = ((shut[1:] > 0.5) & (shut[:-1] <= 0.5)).sum()
    assert 3 <= falls <= 7
    assert shut.max() > 0.8
    assert (shut < 0.01).mean() > 0.85


def test_a_cut_is_exact() -> None:
    skin = anatomy(person()).skin
    upper, edges = cut(skin, skin.points[:, 2] - 1.2)
    assert upper.points[:, 2].min() == pytest.approx(1.2, abs=1e-6)
    np.testing.assert_allclose(upper.points[edges.ravel(), 2], 1.2, atol=1e-6)
    np.testing.assert_allclose(upper.weights.sum(1), 1.0, atol=1e-6)
