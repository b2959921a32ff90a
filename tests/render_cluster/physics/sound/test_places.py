"""Every setting sounds, in every weather, at every hour, and some things are heard only where they belong."""

import msgspec
import numpy as np
import pytest
from scipy.signal import fftconvolve

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.scene import Camera, Person, Scene
from render_cluster.backends.physics.sound.ambience import LOOP_S, ambience, bed_of
from render_cluster.backends.physics.sound.layers import air, life
from render_cluster.backends.physics.sound.space import ROOMS, Room, add_answer, room_of

PLAIN = Scene("x", "court", "day", 4.0, 1, (), (), Camera(((0, -3, 1.6),), ((0, 0, 1),), 0.8))


def scene(**changes: object) -> Scene:
    return msgspec.structs.replace(PLAIN, **changes)


def layers_of(one: Scene) -> set:
    return {layer for layer, _ in bed_of(one).layers}


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_every_setting_has_a_bed_and_a_room(setting: str) -> None:
    bed = bed_of(scene(setting=setting))
    sound = ambience(bed, SAMPLE_RATE_HZ // 2, np.random.default_rng(1))
    assert sound.shape == (2, SAMPLE_RATE_HZ // 2)
    assert np.isfinite(sound).all()
    assert sound.std() > 0
    assert setting in ROOMS


def test_every_weather_and_hour_has_its_layers() -> None:
    assert air.rain in layers_of(scene(weather="rain"))
    assert air.rain_on_roof in layers_of(scene(setting="kitchen", weather="rain"))
    assert air.rain not in layers_of(scene(setting="kitchen", weather="rain"))
    assert air.thunder in layers_of(scene(setting="open_sea", weather="rain"))
    assert air.snow_hush in layers_of(scene(setting="park", weather="snow"))
    assert life.birds in layers_of(scene(setting="forest"))
    assert life.owl in layers_of(scene(setting="forest", time_of_day="night"))
    assert life.birds not in layers_of(scene(setting="forest", time_of_day="night"))


def test_it_never_rains_on_the_moon() -> None:
    assert bed_of(scene(setting="moon", weather="rain")) == bed_of(scene(setting="moon"))
    assert bed_of(scene(setting="moon")).loudness_lufs < -50


def test_many_people_murmur() -> None:
    crowd = tuple(Person(f"p{n}", 1.7, (0, 0, 0), (0, 0, 0), ()) for n in range(6))
    assert life.murmur in layers_of(scene(people=crowd))
    assert life.murmur not in layers_of(scene(people=crowd[:2]))


def test_an_unknown_setting_is_a_plaza() -> None:
    assert bed_of(scene(setting="nowhere")).loudness_lufs == bed_of(scene(setting="plaza")).loudness_lufs
    assert room_of("nowhere") == room_of("plaza")


def test_a_long_bed_loops_without_a_seam() -> None:
    loop = round(LOOP_S * SAMPLE_RATE_HZ)
    sound = ambience(bed_of(scene(setting="studio")), loop + 5 * SAMPLE_RATE_HZ, np.random.default_rng(1))
    np.testing.assert_array_equal(sound[:, loop:], sound[:, : 5 * SAMPLE_RATE_HZ])
    steps = np.abs(np.diff(sound, axis=1))
    assert steps[:, loop - 1].max() < 3 * steps.mean()


def test_an_answer_made_in_pieces_is_that_of_one_convolution() -> None:
    rng = np.random.default_rng(2)
    send = np.zeros(8 * SAMPLE_RATE_HZ, np.float32)
    send[SAMPLE_RATE_HZ : 2 * SAMPLE_RATE_HZ] = send[-SAMPLE_RATE_HZ:] = rng.standard_normal(SAMPLE_RATE_HZ)
    click = np.zeros_like(send)
    click[0] = 1.0
    tail = _answer(click, ROOMS["kitchen"])[:, :SAMPLE_RATE_HZ]
    whole = fftconvolve(send[None], tail, axes=1)[:, : len(send)]
    np.testing.assert_allclose(_answer(send, ROOMS["kitchen"]), whole, atol=1e-5)


def test_a_gym_rings_on_and_a_desert_does_not() -> None:
    click = np.zeros(2 * SAMPLE_RATE_HZ)
    click[0] = 1.0
    gym, desert = (_answer(click, room_of(setting)) for setting in ("gym", "desert"))
    assert np.abs(gym[:, SAMPLE_RATE_HZ // 2 :]).max() > 1e-4
    assert np.abs(desert[:, SAMPLE_RATE_HZ // 2 :]).max() < 1e-6
    assert np.abs(gym[:, : round(0.9 * room_of("gym").first_echo_s * SAMPLE_RATE_HZ)]).max() < 1e-6


def _answer(send: np.ndarray, room: Room) -> np.ndarray:
    sound = np.zeros((2, len(send)), np.float32)
    add_answer(sound, send, room, np.random.default_rng(1))
    return sound
