"""The meshes of things: all kinds have one, of the size that the catalogue says; pictures become solids."""

import io
import zipfile

import numpy as np
import pytest
from PIL import Image

from render_cluster.backends.physics.raster.kinds import SOLIDS, parts_of
from render_cluster.backends.physics.raster.mesh import Mesh
from render_cluster.backends.physics.raster.part import Part
from render_cluster.backends.physics.raster.things.fit import extent
from render_cluster.backends.physics.raster.things.models import MODELS
from render_cluster.backends.physics.raster.things.relief import inflated, relief
from render_cluster.backends.physics.scene import Body
from render_cluster.backends.physics.things import emoji
from render_cluster.backends.physics.things.catalogue import KINDS, find

PICTURED = ("whale", "heart", "dragon", "pineapple")
# Every tenth model by default; the rest with the slow tests.
SOME = sorted(MODELS)[::10]
OTHERS = sorted(set(MODELS) - set(SOME))


def check_model(kind: str) -> None:
    parts = [piece if isinstance(piece, Part) else Part(piece) for piece in MODELS[kind]()]
    low, high = extent(parts)
    np.testing.assert_allclose(high - low, KINDS[kind].size_m, rtol=0.15)
    for part in parts:
        check_mesh(part.mesh)


def check_mesh(mesh: Mesh) -> None:
    for layer in (mesh.points, mesh.normals, mesh.colours, mesh.surfaces):
        assert layer.shape == (len(mesh.points), 3)
        assert np.isfinite(layer).all()
    assert 0 <= mesh.faces.min() <= mesh.faces.max() < len(mesh.points)
    assert mesh.colours.min() >= 0.0
    assert mesh.colours.max() <= 1.0


@pytest.mark.parametrize("kind", SOME)
def test_a_model_is_as_large_as_its_kind(kind: str) -> None:
    check_model(kind)


@pytest.mark.slow
@pytest.mark.parametrize("kind", OTHERS)
def test_all_other_models_are_too(kind: str) -> None:
    check_model(kind)


def test_every_kind_has_a_mesh() -> None:
    assert set(KINDS) - set(MODELS) - set(SOLIDS) == set()
    assert set(MODELS) - set(KINDS) == set()


@pytest.mark.parametrize("kind", ["car", "cup", "oak"])
def test_an_asked_colour_changes_the_main_colour_only(kind: str) -> None:
    thing = KINDS[kind]
    own, blue = (
        parts_of(Body("it", kind, thing.material, thing.size_m, 1.0, (0, 0, 0), colour=colour))
        for colour in ((0.8, 0.8, 0.8), (0.1, 0.2, 0.9))
    )
    before, after = (np.concatenate([part.mesh.colours for part in parts]) for parts in (own, blue))
    changed = np.abs(before - after).max(1) > 1e-3
    assert 0.05 < changed.mean() < 0.98


@pytest.mark.parametrize("noun", PICTURED)
def test_a_picture_becomes_a_closed_solid_of_its_size(noun: str) -> None:
    thing = find(noun)
    mesh = relief(thing.picture)
    check_mesh(mesh)
    # Each edge of a closed solid lies between two faces that run along it in opposite ways.
    places = np.round(mesh.points, 5)
    names = np.unique(places, axis=0, return_inverse=True)[1].reshape(-1)[mesh.faces]
    edges = np.concatenate([names[:, [0, 1]], names[:, [1, 2]], names[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    signed = edges[:, 0].astype(np.int64) * (names.max() + 1) + edges[:, 1]
    reverse = edges[:, 1].astype(np.int64) * (names.max() + 1) + edges[:, 0]
    assert np.array_equal(np.sort(signed), np.sort(reverse))
    body = Body("it", thing.kind, thing.material, thing.size_m, thing.mass_kg, (0, 0, 0))
    low, high = extent(parts_of(body))
    np.testing.assert_allclose(high - low, thing.size_m, rtol=1e-4)
    np.testing.assert_allclose(
        np.ptp(mesh.points, axis=0), np.array(thing.size_m) / max(thing.size_m), atol=0.06
    )


def test_a_disc_is_blown_up_to_a_cushion_that_is_highest_in_its_middle() -> None:
    y, x = np.mgrid[-64:64, -64:64] + 0.5
    disc = np.zeros((128, 128, 4), np.uint8)
    disc[np.hypot(x, y) < 56] = (200, 40, 40, 255)
    mesh = inflated(Image.fromarray(disc))
    highest = mesh.points[np.abs(mesh.points[:, 1]).argmax()]
    assert np.hypot(highest[0], highest[2]) < 0.03
    assert 0.2 < abs(highest[1]) < 0.5
    rim = mesh.points[np.abs(mesh.points[:, 1]) < 1e-6]
    assert np.ptp(np.hypot(rim[:, 0], rim[:, 2])) < 0.02


def test_a_clear_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="opaque"):
        inflated(Image.new("RGBA", (32, 32)))


def test_the_pack_is_small_and_whole_and_says_where_it_is_from() -> None:
    assert emoji.PACK.stat().st_size <= 8e6
    assert "MIT" in (emoji.PACK.parent / "emoji-LICENSE.txt").read_text()
    with zipfile.ZipFile(emoji.PACK) as pack:
        assert pack.testzip() is None
        for thing in emoji.pictured().values():
            with Image.open(io.BytesIO(pack.read(f"{thing.picture}.webp"))) as picture:
                assert max(picture.size) <= 128
