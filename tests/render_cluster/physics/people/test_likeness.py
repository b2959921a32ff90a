"""A likeness given as data gives a head its proportions and lies on it where its marks say."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.face import UNIT_INDEX, UNITS
from render_cluster.backends.physics.raster.matrices import linear
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.people import likeness
from render_cluster.backends.physics.raster.people.body import Anatomy, anatomy
from render_cluster.backends.physics.raster.people.complexion import painted_skin
from render_cluster.backends.physics.raster.people.expression import Mould
from render_cluster.backends.physics.raster.people.face_marks import EYES, MARKS_COUNT, marks_of
from render_cluster.backends.physics.raster.people.features import features_of
from render_cluster.backends.physics.raster.people.haircut import HAIRLINE_M
from render_cluster.backends.physics.raster.people.picturing import Picture, picture_of
from tests.render_cluster.physics.people import faces
from tests.render_cluster.physics.people.people import SKIN, person

NOSE_TIP, LOWER_LIP, UPPER_LIP, CHEEK = 1, 14, 13, 50
SPOTS = {NOSE_TIP: (255, 0, 0), CHEEK: (0, 0, 255)}


def _worn(picture: Picture) -> tuple[Anatomy, Mesh]:
    body = anatomy(person())
    mesh = painted_skin(body.skin, person(), body, toon=False)
    return body, likeness.projected(mesh, body, picture)


def test_each_point_of_the_skin_shows_its_own_place_of_the_picture_and_fades_out_beside_the_face():
    picture = picture_of(faces.likeness(), SKIN, drawn=False)
    body, mesh = _worn(picture)
    marks = marks_of(body)
    for mark in (NOSE_TIP, CHEEK, EYES[0][0], 152):
        nearest = int(np.argmin(np.linalg.norm(body.skin.points - marks[mark], axis=1)))
        np.testing.assert_allclose(mesh.surfaces[nearest, :2], picture.places[mark], atol=0.025)
    shown = mesh.surfaces[:, 2]
    at_nose = int(np.argmin(np.linalg.norm(body.skin.points - marks[NOSE_TIP], axis=1)))
    assert shown[at_nose] > 0.95
    assert not shown[body.skin.points[:, 1] > 0.05].any()
    assert shown.min() >= 0.0
    assert shown.max() <= 1.0


def test_the_lips_part_with_the_mouth_and_each_keeps_its_own_side_of_the_picture():
    picture = picture_of(faces.likeness(), SKIN, drawn=False)
    body, mesh = _worn(picture)
    marks = marks_of(body)
    upper, lower = (
        int(np.argmin(np.linalg.norm(body.skin.points - marks[mark] - (0, 0, off), axis=1)))
        for mark, off in ((UPPER_LIP, 0.003), (LOWER_LIP, -0.004))
    )
    mould, order = Mould.of(mesh, body.moves["skin"], body.expressions)
    units = np.zeros(len(UNITS), np.float32)
    rest = mould.shaped(units).points
    units[UNIT_INDEX["jaw_open"]] = 1.0
    opened = mould.shaped(units).points
    place = {int(point): index for index, point in enumerate(order)}
    gap = [points[place[upper], 2] - points[place[lower], 2] for points in (rest, opened)]
    assert gap[1] > gap[0] + 0.008
    assert mesh.surfaces[upper, 1] < mesh.surfaces[lower, 1]


def test_a_wider_face_makes_a_wider_head_and_eyes_stay_round_and_in_their_lids():
    body = anatomy(person())
    same, wider = (likeness.fitted(body, faces.likeness(wider=by)) for by in (1.0, 1.15))
    np.testing.assert_allclose(marks_of(same), marks_of(body), atol=1.5e-3)
    assert np.ptp(marks_of(wider)[:, 0]) > 1.05 * np.ptp(marks_of(body)[:, 0])
    (radius, off), (was_radius, was_off) = (_about_left_eye(one) for one in (wider, body))
    growth = radius / was_radius
    np.testing.assert_allclose(growth, growth[0])
    lids = was_off < 1.4 * was_radius.max()
    assert (off[lids] > 0.999 * growth[0] * was_off[lids]).all()
    foot = body.skin.points[:, 2] < 1.0
    np.testing.assert_array_equal(wider.skin.points[foot], body.skin.points[foot])


def _about_left_eye(body: Anatomy) -> tuple[np.ndarray, np.ndarray]:
    """How far points of the left eyeball and of the skin are from its middle, metres."""
    eye = body.parts["eye_l"].points
    return tuple(np.linalg.norm(points - eye.mean(0), axis=1) for points in (eye, body.skin.points))


def test_the_picture_is_of_the_skin_asked_for_and_keeps_what_marks_the_face():
    picture = picture_of(faces.likeness(SPOTS), SKIN, drawn=False)
    side = faces.SIDE_PX
    forehead = picture.image[int(picture.places[151, 1] * side), int(picture.places[151, 0] * side)]
    np.testing.assert_allclose(forehead, linear(SKIN), rtol=0.15)
    x, y = picture.places[CHEEK]
    red, _, blue = picture.image[int(y * side), int(x * side)]
    assert blue > red


def test_the_features_are_read_off_the_picture():
    fair, deep = (features_of(faces.likeness(skin=rgb)) for rgb in ((225, 175, 150), (90, 60, 45)))
    assert np.mean(fair.skin) > np.mean(deep.skin) + 0.15
    assert np.mean(fair.hair) < 0.35


@pytest.mark.parametrize(
    ("hair_to", "style"), [(0.36, "buzz"), (0.72, "bob"), (0.90, "shoulder"), (0.98, "long")]
)
def test_hair_is_worn_about_as_long_as_the_picture_shows_it(hair_to, style):
    assert features_of(faces.likeness(hair_to=hair_to)).hair_style == style


def test_hair_over_the_brow_is_a_fringe_and_a_free_one_lifts_the_hairline():
    low, high = (features_of(faces.likeness(brow_to=up)) for up in (0.32, 0.22))
    assert low.hair_style == "short"
    assert low.hairline_m == HAIRLINE_M[0]
    assert high.hairline_m > low.hairline_m + 0.01


def test_a_hat_is_not_taken_for_hair():
    features = features_of(faces.likeness(hair_to=0.62, hat_to=0.27))
    assert features.hair_style == "parted"
    assert features.hair[0] > 0.2, "the hat is black, the hair below it is not"


def test_a_bare_scalp_is_bald():
    assert features_of(faces.likeness(hair_to=0.0, brow_to=0.10)).hair_style == "bald"


def test_a_wall_above_the_head_is_not_taken_for_hair():
    features = features_of(faces.likeness(hair_to=0.0))
    assert features.hair_style == "buzz"
    assert features.hair[0] > features.hair[2]


@pytest.mark.parametrize(
    "changes",
    [{"side_px": 4}, {"mesh": ()}, {"texture": b""}, {"mesh": ((float("nan"),) * 3,) * MARKS_COUNT}],
)
def test_a_likeness_of_the_wrong_size_is_refused(changes):
    with pytest.raises(ValueError, match="likeness"):
        picture_of(msgspec.structs.replace(faces.likeness(), **changes), SKIN, drawn=False)
