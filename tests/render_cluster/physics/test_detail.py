"""Levels of detail: fewer faces that leave no hole, chosen by the scene and never by who draws it."""

import numpy as np
import pytest

from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster.context import GlContext
from render_cluster.backends.physics.raster.detail import coarser, pixel_m
from render_cluster.backends.physics.raster.drawable import Upload
from render_cluster.backends.physics.raster.part import Material, Part
from render_cluster.backends.physics.raster.programs import Programs
from render_cluster.backends.physics.raster.shapes import sphere
from tests.render_cluster.physics import raster_scenes


@pytest.mark.parametrize("cell_m", [0.15, 0.3])
def test_a_coarser_ball_has_fewer_faces_and_no_hole(cell_m: float) -> None:
    ball = sphere(60, 40)
    faces = coarser(ball.points, ball.faces, cell_m)
    assert len(faces) < 0.6 * len(ball.faces)
    corners = np.round(ball.points[faces], 4)
    places, index = np.unique(corners.reshape(-1, 3), axis=0, return_inverse=True)
    index = index.reshape(-1, 3)
    edges = np.concatenate([index[:, [0, 1]], index[:, [1, 2]], index[:, [2, 0]]])
    # Every edge that is gone along one way is gone along the other way as often.
    there, back = (
        np.bincount(one @ [len(places), 1], minlength=len(places) ** 2) for one in (edges, edges[:, ::-1])
    )
    np.testing.assert_array_equal(there, back)


def test_what_is_far_away_keeps_faces_enough_to_be_drawn() -> None:
    context = GlContext()
    upload = Upload(context.gl, Part(sphere(60, 40), Material.FUR))
    upload.thin_out(pixel_m=50.0, smooth=True)
    program = Programs(context.gl).get("depth.vert", "depth.frag", SKINNED=False)
    assert all(upload.array(program, shape).vertices > 100 for shape in (False, True))
    context.close()


def test_cells_smaller_than_faces_leave_all_as_it_is() -> None:
    ball = sphere(12, 8)
    kept = coarser(ball.points, ball.faces, 1e-4)
    corners = ball.points[ball.faces]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    whole = np.linalg.norm(np.cross(b - a, c - a), axis=1) > 1e-6
    assert len(kept) == whole.sum()


def test_a_pixel_is_half_as_wide_where_the_picture_has_twice_the_lines() -> None:
    scene, motion = raster_scenes.skate_park()
    take = film.take(scene, motion, 16 / 9)
    small, large = (pixel_m("kit", scene, motion, take, lines) for lines in (180, 360))
    assert small == pytest.approx(2.0 * large)
    assert 0.001 < large < 0.1
