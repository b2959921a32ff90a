"""A worn likeness in drawn frames: it is that of the person, and it speaks and shuts its eyes like any face."""

import numpy as np
import pytest

from render_cluster.backends.physics.face import UNIT_INDEX, UNITS
from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.scene import Camera, Likeness, Person, Scene
from render_cluster.backends.physics.skeleton import BONES
from tests.render_cluster.physics.people import faces
from tests.render_cluster.physics.people.people import HAIR, SKIN

SIDE_PX, NOSE_TIP = 128, 1
JAWS = (0.0, 0.35, 0.8)


@pytest.fixture(scope="module")
def camera():
    raster = Raster(SIDE_PX, SIDE_PX, "realistic")
    yield raster
    raster.close()


def _frames(raster: Raster, worn: Likeness | None) -> list[np.ndarray]:
    """A head filling the picture, its jaw open by JAWS and then its eyes shut."""
    one = Person("ada", 1.76, SKIN, HAIR, (), hair_style="bald", likeness=worn)
    lens = Camera(((0.0, -1.7, 1.62),), ((0.0, 0.0, 1.60),), 0.17, shows=("ada.head",), fit=1.4)
    units = np.zeros((len(JAWS) + 1, len(UNITS)), np.float32)
    units[: len(JAWS), UNIT_INDEX["jaw_open"]] = JAWS
    units[-1, [UNIT_INDEX["blink_l"], UNIT_INDEX["blink_r"]]] = 1.0
    still = np.tile(np.eye(4, dtype=np.float32), (len(units), len(BONES), 1, 1))
    raster.load(Scene("face", "studio", "day", 0.2, 1, (), (one,), lens))
    motion = Motion(24, len(units), {}, skins={"ada": still}, faces={"ada": units})
    return [raster.frame(motion, index).astype(int) for index in range(len(units))]


def test_a_cast_face_is_its_own_and_its_mouth_and_lids_move_under_it(camera):
    plain, worn = (_frames(camera, one) for one in (None, faces.likeness({NOSE_TIP: (20, 40, 230)})))
    blue = (worn[0][..., 2] > worn[0][..., 0] + 40)[:, SIDE_PX // 3 : -SIDE_PX // 3]
    assert blue.sum() > 20
    nose_row, nose_column = np.argwhere(blue).mean(0)
    assert abs(nose_column - SIDE_PX / 6) < 0.06 * SIDE_PX
    mouths = [frame[int(nose_row) + 6 :, SIDE_PX // 3 : -SIDE_PX // 3] for frame in worn[:3]]
    changed = [int((np.abs(mouth - mouths[0]).sum(2) > 60).sum()) for mouth in mouths]
    assert changed[0] == 0 < changed[1] < changed[2]
    lids = [np.abs(frames[3] - frames[0])[: int(nose_row)].sum() for frames in (plain, worn)]
    assert lids[1] > 0.4 * lids[0] > 0
