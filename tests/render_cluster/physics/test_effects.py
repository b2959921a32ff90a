"""Effects: known for any moment alone, bounded, bright where they burn, thrown up where things strike."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster.effects.effect import (
    COLUMNS_COUNT,
    SPECKS_MAX,
    Effect,
    Moment,
    Specks,
    Sprite,
    chance,
)
from render_cluster.backends.physics.raster.effects.scene_effects import SOURCES, effects_of
from render_cluster.backends.physics.raster.effects.splash import Splash
from render_cluster.backends.physics.raster.effects.stream import ALIVE_MAX, alive
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.raster.stage import stage_of
from render_cluster.backends.physics.scene import Scene, Source
from tests.render_cluster.physics import raster_scenes
from tests.render_cluster.physics.set_scenes import still


def effects_in(scene: Scene, motion: Motion) -> tuple[Effect, ...]:
    return effects_of(scene, motion, stage_of(scene, film.take(scene, motion, 16 / 9)))


def at(time_s: float) -> Moment:
    return Moment(time_s, np.array([1.2, -6.0, 1.6]), np.array([0.0, 1.0, 0.0]))


def rows(effects: tuple[Effect, ...], time_s: float) -> list[Specks]:
    return [specks for effect in effects for specks in effect.specks(at(time_s))]


def struck(material: str, other: str = "wood", speed_mps: float = 4.0) -> Contact:
    return Contact(0.3, "crate", "ground", other, material, 20.0, speed_mps, (1.0, 0.5, 0.0))


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_a_source_shows_the_same_at_a_moment_whatever_was_asked_before(kind: str) -> None:
    scene, motion = still("park", sources=(Source(kind, (0.0, 0.0, 1.5), 0.6),))
    in_order, alone = effects_in(scene, motion), effects_in(scene, motion)
    for time_s in (0.0, 0.2, 0.5):
        rows(in_order, time_s)
    late, fresh = rows(in_order, 0.9), rows(alone, 0.9)
    assert sum(len(specks.rows) for specks in fresh) > 0
    for one, other in zip(late, fresh, strict=True):
        assert one.sprite == other.sprite
        np.testing.assert_array_equal(one.rows, other.rows)


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_a_source_is_bounded_however_large_or_long(kind: str) -> None:
    scene, motion = still("park", sources=(Source(kind, (0.0, 0.0, 60.0), 50.0),) * 20)
    effects = effects_in(scene, motion)
    assert len(effects) <= 17
    for effect in effects:
        for specks in effect.specks(at(55.0)):
            assert specks.rows.shape[1] == COLUMNS_COUNT
            assert len(specks.rows) <= SPECKS_MAX
            assert np.isfinite(specks.rows).all()


@pytest.mark.parametrize("weather", ["rain", "snow"])
def test_rain_and_snow_fall_around_the_eye_and_never_run_out(weather: str) -> None:
    scene, motion = still("park", weather=weather)  # type: ignore[arg-type]
    effects = effects_in(scene, motion)
    for time_s in (0.0, 7.3, 59.0):
        falling = [s.rows for s in rows(effects, time_s) if s.sprite in (Sprite.STREAK, Sprite.FLAKE)]
        assert 250 < len(falling[0]) <= SPECKS_MAX
        assert np.linalg.norm(falling[0][:, :3] - at(0).eye_m, axis=1).max() < 20.0
    early, soon = (rows(effects, t)[-1].rows[:, 2].mean() for t in (1.0, 1.04))
    assert early != soon
    inside, _ = still("kitchen", weather=weather)  # type: ignore[arg-type]
    assert sum(len(s.rows) for s in rows(effects_in(inside, motion), 1.0)) == 0


def test_fire_lights_what_is_around_while_it_burns_and_flickers() -> None:
    scene, motion = still("forest", "night", sources=(Source("fire", (0.0, 0.0, 0.0), 0.6, to_s=2.0),))
    effects = effects_in(scene, motion)

    def red(time_s: float) -> float:
        return sum(lamp.colour[0] for effect in effects for lamp in effect.lamps(time_s))

    assert red(0.5) > 1.0
    assert red(0.5) != red(0.56)
    assert red(2.5) == 0.0


def test_a_source_goes_with_its_body() -> None:
    scene, motion = still("park", sources=(Source("fire", (0.0, 0.0, 0.3), 0.3, body="crate"),))
    track = motion.poses["crate"].copy()
    track[:, 0] += np.linspace(0.0, 5.0, len(track))
    moved = Motion(motion.fps, motion.frames_count, {**motion.poses, "crate": track})
    (lamp,) = (lamp for effect in effects_in(scene, moved) for lamp in effect.lamps(0.5))
    assert lamp.position_m[0] == pytest.approx(1.1 + 5.0 * 12 / 23, abs=0.01)


def test_dust_rises_from_loose_ground_alone_and_sparks_from_metal_at_speed() -> None:
    def sprites(contact: Contact, setting: str = "desert") -> set[Sprite]:
        scene, motion = still(setting, contacts=(contact,))
        return {s.sprite for s in rows(effects_in(scene, motion), 0.4) if len(s.rows)}

    assert sprites(struck("sand")) == {Sprite.PUFF, Sprite.FLAKE}
    assert sprites(struck("dust"), "moon") == {Sprite.FLAKE}, "no air holds dust up"
    assert sprites(struck("grass")) == set()
    assert sprites(struck("sand", speed_mps=0.2)) == set()
    assert sprites(struck("concrete", "steel")) == {Sprite.SPARK}
    assert sprites(struck("concrete", "wood")) == set()
    scene, motion = still("desert", contacts=(struck("sand"),))
    assert not any(len(s.rows) for s in rows(effects_in(scene, motion), 0.2)), "nothing before the blow"


def test_what_shatters_throws_crumbs_when_its_pieces_appear() -> None:
    scene, motion = still("park")
    glass = msgspec.structs.replace(scene.bodies[1], breaks_at_ns=1.0)
    scene = msgspec.structs.replace(scene, bodies=(scene.bodies[0], glass))
    shown = np.arange(24) >= 12
    broken = Motion(24, 24, motion.poses, shown={"crate": ~shown, "crate/1": shown})
    effects = effects_in(scene, broken)
    assert not any(len(s.rows) for s in rows(effects, 0.4))
    assert [s.sprite for s in rows(effects, 0.6)] == [Sprite.CARD]


def test_a_stream_is_counted_from_numbers_alone() -> None:
    one = alive(10.0, 20.0, 2.0, 0.0, 60.0)
    assert len(one.index) == 40
    assert one.age_s.min() >= 0.0
    assert one.age_s.max() <= 2.0
    assert len(alive(10.0, 1e9, 2.0, 0.0, 60.0).index) <= ALIVE_MAX + 1
    assert len(alive(1.0, 20.0, 2.0, 5.0, 60.0).index) == 0
    numbers = chance(np.arange(4000), 7)
    assert 0.48 < numbers.mean() < 0.52
    np.testing.assert_array_equal(numbers[9], chance(np.array([9]), 7)[0])


@pytest.mark.slow
def test_a_frame_with_effects_does_not_depend_on_the_frames_before_it() -> None:
    sources = (Source("fire", (0.8, -1.0, 0.0), 0.4), Source("confetti", (0.0, 0.0, 3.0), 1.0))
    shot = still("plaza", "night", "rain", sources)
    pictures = []
    for before in ((), (0, 3)):
        raster = Raster(96, 54, "realistic")
        raster.load(shot[0])
        for index in before:
            raster.frame(shot[1], index)
        pictures.append(raster.frame(shot[1], 8))
        raster.close()
    np.testing.assert_array_equal(*pictures)
    assert np.abs(pictures[0].astype(int)).mean() > 5


def test_a_fall_into_water_splashes_and_a_dry_one_does_not() -> None:
    scene, motion = raster_scenes.open_sea()

    def drops(run: Motion, time_s: float) -> int:
        return sum(len(s.rows) for s in Splash(scene, run).specks(at(time_s)) if s.sprite == Sprite.DROP)

    assert drops(motion, 0.0) == 0
    assert drops(motion, 0.9) > 20
    high = {name: track + np.float32([0, 0, 9, 0, 0, 0, 0]) for name, track in motion.poses.items()}
    assert drops(Motion(24, 24, high), 0.9) == 0


def test_what_floats_wears_a_collar_of_foam_where_it_lies() -> None:
    scene, motion = still("lake")
    afloat = {**motion.poses, "crate": motion.poses["crate"] - np.float32([0, 0, 0.3, 0, 0, 0, 0])}
    for poses, seen in (
        (afloat, True),
        ({"crate": afloat["crate"] + np.float32([0, 0, 9, 0, 0, 0, 0])}, False),
    ):
        foam = [s.rows for s in Splash(scene, Motion(24, 24, poses)).specks(at(0.5)) if len(s.rows)]
        about = [row for rows_ in foam for row in rows_ if abs(row[0] - 1.1) < 0.01 and row[7] > 0.1]
        assert bool(about) == seen
