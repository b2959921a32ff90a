"""Every species as a mesh: closed where it should be, finite, and hung on its bones."""

import numpy as np
import pytest

from render_cluster.backends.physics.anatomy.species import SPECIES, bones_of, coat_of, species_of
from render_cluster.backends.physics.raster.animals import flesh
from render_cluster.backends.physics.raster.animals.animal import layers
from render_cluster.backends.physics.raster.animals.flesh import Blob
from render_cluster.backends.physics.scene import Animal

SAMPLE = ("cat", "horse", "owl", "shark", "butterfly", "snake")


def animal(name: str, called: str = "one") -> Animal:
    coat = coat_of(species_of(name), 0)
    return Animal(called, name, species_of(name).length_m, coat.coat, coat.markings)


def volume(points: np.ndarray, faces: np.ndarray) -> float:
    corners = points[faces]
    return float(np.einsum("ij,ij->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) / 6.0)


def check(name: str) -> None:
    found = layers(animal(name))
    assert found
    for layer in found:
        pelt = layer.pelt
        assert np.isfinite(pelt.points).all()
        assert np.isfinite(layer.colours).all()
        assert layer.colours.shape == pelt.points.shape == pelt.normals.shape
        assert pelt.faces.max() < len(pelt.points)
        assert pelt.weights.shape == (len(pelt.points), len(bones_of(name)))
        assert np.allclose(pelt.weights.sum(1), 1.0)
        bones, shares = pelt.bones_and_weights()
        assert np.allclose(shares.sum(1), 1.0)
        assert bones.max() < len(bones_of(name))
        assert volume(pelt.points, pelt.faces) > 0.0, "turned inside out"


@pytest.mark.parametrize("name", SAMPLE)
def test_a_mesh_is_sound(name):
    check(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(SPECIES) - set(SAMPLE)))
def test_the_other_meshes_are_sound(name):
    check(name)


def test_flesh_is_closed_and_as_large_as_the_ball_it_is_grown_from():
    ball = Blob("trunk", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 0.5, 0.5)
    grown = flesh.grown([ball], 0.05, (), {"trunk": 0}, 0.1)
    edges = np.sort(np.concatenate([grown.faces[:, pair] for pair in ((0, 1), (1, 2), (2, 0))]), 1)
    _, counts = np.unique(edges, axis=0, return_counts=True)
    assert (counts == 2).all()
    assert volume(grown.points, grown.faces) == pytest.approx(4.0 / 3.0 * np.pi * 0.5**3, rel=0.01)
    assert np.allclose(np.linalg.norm(grown.points, axis=1), 0.5, atol=1e-4)


def test_the_feet_of_a_mesh_are_on_the_ground():
    body = layers(animal("dog"))[0].pelt
    assert abs(body.points[:, 2].min()) < 1e-3


def test_one_name_always_gets_the_same_coat():
    first, again = layers(animal("cow", "bess"))[0], layers(animal("cow", "bess"))[0]
    other = layers(animal("cow", "daisy"))[0]
    assert np.array_equal(first.colours, again.colours)
    assert not np.array_equal(first.colours, other.colours)
