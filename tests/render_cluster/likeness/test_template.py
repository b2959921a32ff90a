"""Templates and textures: comparable, small, and in the form that the simulator takes."""

import numpy as np
import pytest

from render_cluster.backends.physics.scene import Likeness
from render_cluster.likeness.template import SAME_PERSON_SIMILARITY, nearest, same_person, template_of
from render_cluster.likeness.texture import likeness_texture, pixels


def template(reader, photo):
    return template_of([reader.embedding(photo, reader.faces(photo)[0])], 1.0)


def test_the_same_face_is_nearer_than_another(reader, collins, hopper):
    mine, darker = template(reader, collins), template(reader, (collins * 0.6).astype(np.uint8))
    assert same_person(mine, darker) > SAME_PERSON_SIMILARITY
    assert same_person(mine, template(reader, hopper)) < SAME_PERSON_SIMILARITY
    assert nearest(mine, [("hopper", template(reader, hopper)), ("collins", darker)]).name == "collins"
    assert nearest(mine, []) is None


def test_templates_of_different_models_are_not_compared(reader, collins):
    one = template(reader, collins)
    with pytest.raises(ValueError, match="model"):
        same_person(one, type(one)(one.vector, 1.0, "another"))


def test_a_texture_fits_the_simulators_slot(reader, collins):
    texture = likeness_texture(collins, reader.mesh(collins, reader.faces(collins)[0]))
    assert len(texture.webp) <= 100_000
    Likeness(texture.side_px, pixels(texture), texture.mesh).check()
    at = np.array(texture.mesh)
    assert ((at[:, :2] > 0) & (at[:, :2] < 1)).all()
    left_to_right = at[[33, 133, 4, 362, 263], 0]  # the person's own right is on the picture's left
    assert (np.diff(left_to_right) > 0).all()
    assert (np.diff(at[[10, 4, 0, 17, 152], 1]) > 0).all()
    assert at[4, 2] < at[[234, 454], 2].min()
