"""A likeness given as data lands on the head where its landmarks say."""

import numpy as np
import pytest

from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.people import likeness
from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.raster.people.complexion import painted_skin
from render_cluster.backends.physics.scene import Likeness
from tests.render_cluster.physics.people.people import person

SIDE_PX = 128
PLACES = {
    "eye_outer_l": (0.76, 0.42), "eye_inner_l": (0.60, 0.42),
    "eye_outer_r": (0.24, 0.42), "eye_inner_r": (0.40, 0.42),
    "brow_l": (0.68, 0.33), "brow_r": (0.32, 0.33), "nose_tip": (0.5, 0.58), "nostril_l": (0.55, 0.61),
    "nostril_r": (0.45, 0.61), "mouth_l": (0.63, 0.74), "mouth_r": (0.37, 0.74), "lip_upper": (0.5, 0.71),
    "lip_lower": (0.5, 0.79), "chin": (0.5, 0.93), "jaw_l": (0.86, 0.72), "jaw_r": (0.14, 0.72),
}  # fmt: skip
SPOTS = {"nose_tip": (255, 0, 0), "lip_lower": (0, 0, 255), "brow_l": (0, 255, 0)}


def drawn_face() -> Likeness:
    """A grey face with a spot of colour at some landmarks."""
    image = np.full((SIDE_PX, SIDE_PX, 3), 128, np.uint8)
    row, column = np.mgrid[:SIDE_PX, :SIDE_PX] / SIDE_PX
    for name, rgb in SPOTS.items():
        x, y = PLACES[name]
        image[np.hypot(column - x, row - y) < 0.05] = rgb
    return Likeness(SIDE_PX, image.tobytes(), tuple(PLACES[name] for name in likeness.LANDMARKS))


def test_colours_land_on_their_landmarks_and_fade_out_beside_the_face() -> None:
    one, body = person(), anatomy(person())
    skin, _ = likeness.refined(body.skin, body.moves["skin"], body.eye_z_m)
    plain = painted_skin(skin, one, body, toon=False)
    mesh = likeness.projected(plain, body, drawn_face())
    marks = likeness.landmarks_of(body)
    for name, rgb in SPOTS.items():
        at = marks[likeness.LANDMARKS.index(name)]
        nearest = int(np.argmin(np.linalg.norm(mesh.points - at, axis=1)))
        wanted = linear(np.array(rgb) / 255.0)
        assert np.abs(mesh.colours[nearest] - wanted).max() < 0.25, name
    behind = mesh.points[:, 1] > 0.05
    np.testing.assert_array_equal(mesh.colours[behind], plain.colours[behind])


def test_a_finer_face_is_the_same_face_without_cracks() -> None:
    body = anatomy(person())
    skin, moves = likeness.refined(body.skin, body.moves["skin"], body.eye_z_m)
    assert len(skin.points) == moves.shape[1] > len(body.skin.points) + 1000
    before, after = (_area(one.points, one.faces) for one in (body.skin, skin))
    assert after == pytest.approx(before, rel=1e-9)


def _area(points: np.ndarray, faces: np.ndarray) -> float:
    a, b, c = (points[faces[:, i]] for i in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum())


def test_a_texture_of_the_wrong_size_is_refused() -> None:
    body = anatomy(person())
    mesh = painted_skin(body.skin, person(), body, toon=False)
    with pytest.raises(ValueError, match="landmarks"):
        likeness.projected(mesh, body, Likeness(4, b"\0" * 12, ()))
