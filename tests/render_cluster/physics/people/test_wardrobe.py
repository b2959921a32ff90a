"""What people wear: every kind fits every body, hides what it covers, and is found by its words."""

import numpy as np
import pytest

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster.people import hair, wardrobe
from render_cluster.backends.physics.raster.people.body import anatomy
from render_cluster.backends.physics.raster.people.dressing import dressed
from render_cluster.backends.physics.raster.people.garments import Top
from render_cluster.backends.physics.raster.people.outfits import outfit, person_of
from render_cluster.backends.physics.scene import Clothing
from tests.render_cluster.physics.people.people import person

BODIES = {
    f"{sex} {age} {weight}": anatomy(person("ada", sex, age, weight))
    for sex, age, weight in (
        ("woman", "adult", 0.5),
        ("man", "adult", 1.0),
        ("man", "child", 0.5),
        ("woman", "elder", 0.0),
    )
}
RED = (0.8, 0.1, 0.1)


@pytest.mark.parametrize("kind", sorted(wardrobe.KINDS))
def test_every_kind_can_be_worn_by_every_body(kind: str) -> None:
    for body in BODIES.values():
        layers = wardrobe.layers(kind, body, RED)
        assert bool(layers) == (kind != "barefoot")
        for piece in (piece for layer in layers for piece in layer.pieces):
            assert len(piece.hide.faces) > 0
            assert np.isfinite(piece.hide.points).all()
            assert np.isfinite(piece.hide.normals).all()
            assert piece.hide.faces.max() < len(piece.hide.points)
            assert np.abs(piece.hide.points[:, :2]).max() < 1.0
            np.testing.assert_allclose(piece.hide.weights.sum(1), 1.0, atol=1e-6)


@pytest.mark.parametrize(
    "kinds", [("t_shirt", "jeans", "shoes"), ("suit", "dress_shoes"), ("hoodie", "shorts", "boots")]
)
def test_what_is_not_bare_lies_under_cloth(kinds: tuple[str, ...]) -> None:
    """Wherever skin is left out, cloth of that outfit is near and outside it: no holes."""
    body = BODIES["woman adult 0.5"]
    worn = dressed(person(wardrobe=tuple(Clothing(kind, RED) for kind in kinds)), body)
    cloth = np.concatenate([piece.hide.points for piece in worn.pieces])
    hidden = body.skin.points[~worn.bare]
    assert len(hidden) > 300
    nearest = np.array([np.linalg.norm(cloth - point, axis=1).min() for point in hidden[::7]])
    assert nearest.max() < 0.085


def test_a_hem_is_straight() -> None:
    shirt = Top().layer(BODIES["woman adult 0.5"], RED).pieces[0].hide
    low = shirt.points[(shirt.points[:, 2] < 0.915) & (np.abs(shirt.points[:, 0]) < 0.3)]
    assert np.ptp(low[:, 2]) < 0.012


def test_cloth_under_cloth_is_cut_away_so_that_it_cannot_poke_through() -> None:
    body = BODIES["man adult 1.0"]
    shirt = Clothing("t_shirt", RED)
    alone = dressed(person(wardrobe=(shirt,)), body).pieces[0].hide
    under = dressed(person(wardrobe=(shirt, Clothing("coat", RED))), body).pieces[0].hide
    assert len(under.faces) < 0.7 * len(alone.faces)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("trench coat", "coat"),
        ("Sneakers", "shoes"),
        ("kimono", "robe"),
        ("boot", "boots"),
        ("spacesuits", "spacesuit"),
        ("t-shirt", "t_shirt"),
        ("glasses", "glasses"),
        ("baseball-cap", "cap"),
        ("volcano", None),
    ],
)
def test_kinds_are_found_by_what_people_call_them(word: str, kind: str | None) -> None:
    assert wardrobe.find(word) == kind


@pytest.mark.parametrize("style", hair.STYLES)
def test_hair_is_whole_on_large_and_small_heads_and_alike_each_time(style: str) -> None:
    for body in (BODIES["man adult 1.0"], BODIES["man child 0.5"]):
        pieces, again = (hair.hair(person(hair_style=style), body) for _ in range(2))
        assert bool(pieces) == (style != "bald")
        for piece, same in zip(pieces, again, strict=True):
            assert np.isfinite(piece.points).all()
            np.testing.assert_array_equal(piece.points, same.points)
            assert piece.points[:, 2].max() < 1.95


def test_a_style_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="mullet"):
        hair.hair(person(hair_style="mullet"), BODIES["woman adult 0.5"])


@pytest.mark.parametrize("setting", [*SETTINGS, "somewhere"])
def test_everyone_is_decently_dressed_everywhere(setting: str) -> None:
    for seed in range(6):
        for age in ("child", "adult", "elder"):
            one = person_of(seed, "ada", age=age, setting=setting)
            slots = [slot for clothing in one.wardrobe for slot in wardrobe.KINDS[clothing.kind].slots]
            assert "legs" in slots
            assert "torso" in slots or one.sex == "man"
            assert len(slots) == len(set(slots))


def test_what_is_asked_for_is_worn_in_its_colour_and_the_person_stays_the_same() -> None:
    plain, asked = person_of(3, "kit"), person_of(3, "kit", setting="beach", asked=(("coat", RED),))
    assert Clothing("coat", RED) in asked.wardrobe
    assert (plain.sex, plain.skin, plain.hair, plain.height_m) == (
        asked.sex,
        asked.skin,
        asked.hair,
        asked.height_m,
    )
    assert person_of(3, "kit") == plain


def test_outfits_pass_over_what_nobody_knows() -> None:
    worn = outfit(np.random.default_rng(1), "man", "adult", "plaza", (("volcano", None),))
    assert all(clothing.kind in wardrobe.KINDS for clothing in worn)
