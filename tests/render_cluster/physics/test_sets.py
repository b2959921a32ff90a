"""Sets: every setting has its own, shows a full picture at any hour, and stays out of the way."""

import functools
import itertools

import numpy as np
import pytest

from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster.part import Material
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.raster.sets import DRESSERS
from render_cluster.backends.physics.raster.sets.dressing import Dressing
from render_cluster.backends.physics.raster.sets.paint import relief, ripples
from render_cluster.backends.physics.raster.stage import Stage, stage_of
from render_cluster.storyboard import Style, TimeOfDay
from tests.render_cluster.physics.set_scenes import still

SIZE_PX = (96, 54)
# Every third setting; the others in the slow tests.
EVERY = [
    pytest.param(name, marks=() if index % 3 == 0 else pytest.mark.slow)
    for index, name in enumerate(sorted(SETTINGS))
]
HOURS: tuple[TimeOfDay, ...] = ("day", "golden_hour", "night")
STYLES: tuple[Style, ...] = ("realistic", "cinematic", "anime")


def stage_in(setting: str) -> Stage:
    scene, motion = still(setting)
    return stage_of(scene, film.take(scene, motion, 16 / 9))


@functools.cache
def dressed(setting: str) -> Dressing:
    return DRESSERS[setting](still(setting)[0], stage_in(setting), np.random.default_rng(3), True)


def drawn(raster: Raster, setting: str, hour: TimeOfDay) -> np.ndarray:
    scene, motion = still(setting, hour)
    raster.load(scene)
    return raster.frame(motion, 5)


def looks_full(picture: np.ndarray) -> None:
    rows = picture[9:-9].astype(float)
    assert 8 < rows.mean() < 245, "neither black nor burnt out"
    assert rows.std() > 8, "there is something to see"
    assert rows[:16].std() > 0.5, "also behind the action"


def test_every_setting_has_a_set_of_its_own() -> None:
    assert set(DRESSERS) == set(SETTINGS)
    assert len(set(DRESSERS.values())) == len(SETTINGS)


def test_settings_of_all_sorts_show_a_full_picture() -> None:
    raster = Raster(*SIZE_PX, "realistic")
    for setting, hour in (("kitchen", "night"), ("desert", "day")):
        looks_full(drawn(raster, setting, hour))
    raster.close()


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_setting_shows_a_full_picture_at_every_hour(style: Style) -> None:
    raster = Raster(*SIZE_PX, style)
    pictures = {(s, h): drawn(raster, s, h) for s, h in itertools.product(SETTINGS, HOURS)}
    raster.close()
    for picture in pictures.values():
        looks_full(picture)
    # No setting may be taken for another at the same hour.
    for one, other in itertools.combinations(SETTINGS, 2):
        apart = np.abs(pictures[one, "day"].astype(int) - pictures[other, "day"].astype(int))
        assert apart.mean() > 4.0, (one, other)


@pytest.mark.parametrize("setting", EVERY)
def test_sets_are_whole_and_light_enough(setting: str) -> None:
    parts = dressed(setting).parts
    assert 0 < sum(len(part.mesh.faces) for part in parts) < 150_000
    for part in parts:
        assert np.isfinite(part.mesh.points).all()
        assert part.mesh.faces.max() < len(part.mesh.points)


@pytest.mark.parametrize("setting", ["living_room", "mountain", "beach"])
def test_the_same_seed_dresses_the_same_set(setting: str) -> None:
    first = dressed(setting)
    again = DRESSERS[setting](still(setting)[0], stage_in(setting), np.random.default_rng(3), True)
    for part, twin in zip(first.parts, again.parts, strict=True):
        np.testing.assert_array_equal(part.mesh.points, twin.mesh.points)
        np.testing.assert_array_equal(part.mesh.colours, twin.mesh.colours)


@pytest.mark.parametrize("setting", EVERY)
def test_nothing_that_has_a_back_stands_where_things_happen_or_before_the_camera(setting: str) -> None:
    stage = stage_in(setting)
    floor_m = SETTINGS[setting].floor_m
    eye, centre = stage.eyes_m[0], np.array([*stage.centre_m, floor_m + 1.0])
    line = np.linspace(0.0, 1.0, 24)[:, None]
    sight = eye + (centre - eye) * line
    for part in dressed(setting).parts:
        if part.material == Material.UNDERSIDE:
            continue
        # Grass and marks on the ground lie lower than anything that could hide the action.
        points = part.mesh.points[part.mesh.points[:, 2] > floor_m + 0.35]
        if len(points):
            near = np.linalg.norm(points[:, None] - sight[None], axis=2).min()
            assert near > 0.4, f"{part.material} at {near:.2f} m"


def test_the_ground_is_level_where_things_happen() -> None:
    for setting in ("desert", "beach", "mountain", "moon", "snow_slope", "meadow"):
        stage = stage_in(setting)
        land = dressed(setting).land
        assert land is not None
        near = np.linalg.norm(land.points[:, :2] - stage.centre_m, axis=1) < 4.4
        assert near.sum() > 100
        assert np.abs(land.points[near, 2]).max() < 0.01, setting
        assert np.ptp(land.points[:, 2]) > 1.0, setting


def test_natural_grounds_repeat_without_a_seam() -> None:
    rng = np.random.default_rng(1)
    for layers in (relief(rng, 128), ripples(rng, 6, 128)):
        inner = np.abs(np.diff(layers[..., 2], axis=0)).mean()
        seam = np.abs(layers[0, :, 2] - layers[-1, :, 2]).mean()
        assert seam < 2.0 * inner
