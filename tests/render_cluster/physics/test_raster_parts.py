"""The parts of the camera that need no OpenGL: nets, people, kinds, sets."""

import numpy as np
import pytest

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.netting import net_name, nets
from render_cluster.backends.physics.raster import shapes
from render_cluster.backends.physics.raster.cull import seen_only
from render_cluster.backends.physics.raster.film import Take
from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.raster.people.cut import cut
from render_cluster.backends.physics.raster.people.garments import Top
from render_cluster.backends.physics.raster.stage import stage_of
from tests.render_cluster.physics import raster_scenes
from tests.render_cluster.physics.people.people import person


def test_the_net_hangs_still_until_a_ball_passes_through() -> None:
    scene, motion = raster_scenes.court()
    rim = next(body for body in scene.bodies if body.kind == "hoop_rim")
    falling = np.tile(np.float32([0, 5.2, 0, 1, 0, 0, 0]), (motion.frames_count, 1))
    falling[:, 2] = np.linspace(4.2, 1.0, motion.frames_count)
    swung = nets(scene, Motion(24, motion.frames_count, {"ball": falling}))[net_name(rim)]
    far = falling.copy()
    far[:, 0] += 9.0
    still = nets(scene, Motion(24, motion.frames_count, {"ball": far}))[net_name(rim)]
    assert np.abs(still[-1] - still[0]).max() < 0.03
    assert np.abs(swung[:, -12:] - still[:, -12:]).max() > 0.04
    np.testing.assert_allclose(swung[:, :12], np.broadcast_to(still[:1, :12], swung[:, :12].shape), atol=1e-5)


def test_a_cut_is_exact_and_cloth_lies_outside_the_skin() -> None:
    body = anatomy(person("ada"))
    skin = body.skin
    upper, edges = cut(skin, skin.points[:, 2] - 1.2)
    assert upper.points[:, 2].min() == pytest.approx(1.2, abs=1e-6)
    np.testing.assert_allclose(upper.points[edges.ravel(), 2], 1.2, atol=1e-6)
    np.testing.assert_allclose(upper.weights.sum(1), 1.0, atol=1e-6)
    shirt = Top().layer(body, (0.8, 0.1, 0.1)).pieces[0].hide
    waist = np.abs(shirt.points[:, 2] - 1.15) < 0.01
    bare = np.abs(skin.points[:, 2] - 1.15) < 0.01
    assert np.ptp(shirt.points[waist, 1]) > np.ptp(skin.points[bare & (np.abs(skin.points[:, 0]) < 0.2), 1])


def test_dressing_leaves_the_way_of_camera_and_action_clear() -> None:
    scene, _ = raster_scenes.court()
    path = np.array([[0.0, 0.0, 1.0], [0.0, 4.0, 1.0]])
    stage = stage_of(scene, Take(path + np.array([3.0, -2.0, 0.0]), path, path, np.full(len(path), 0.8)))
    assert not stage.clear(0.0, 2.0)
    assert not stage.clear(3.0, 0.0)
    assert stage.clear(0.0, 25.0)
    x, y = stage.beside(10.0, 0.0)
    assert np.hypot(x, y - 2.0) == pytest.approx(10.0)


def test_what_a_move_never_sees_is_left_out_and_what_it_sees_is_kept() -> None:
    still = np.tile([0.0, 0.0, 1.0], (4, 1))
    take = Take(still, still + np.array([0.0, 5.0, 0.0]), still, np.full(len(still), 0.8))
    crate = shapes.box(1.0, 1.0, 1.0)
    assert len(seen_only(crate.moved(0.0, 9.0, 1.0), take, 16 / 9).faces) == len(crate.faces)
    assert len(seen_only(crate.moved(0.0, -9.0, 1.0), take, 16 / 9).faces) == 0
    assert len(seen_only(crate.moved(40.0, 9.0, 1.0), take, 16 / 9).faces) == 0
