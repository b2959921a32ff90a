"""What drives, burns, rushes, calls and breaks is heard, as far and as high as it should be."""

import msgspec
import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.dynamics.materials import MATERIALS as SURFACES
from render_cluster.backends.physics.motion import Contact, Motion
from render_cluster.backends.physics.scene import Animal, Body, Camera, Move, Person, Scene, Source
from render_cluster.backends.physics.sound.blows import voice
from render_cluster.backends.physics.sound.calls import CALLS, called
from render_cluster.backends.physics.sound.dialogue import DUCK_DB, ducking
from render_cluster.backends.physics.sound.engines import ENGINES, engines, firing_hz
from render_cluster.backends.physics.sound.ground import FLOORS, YIELDS
from render_cluster.backends.physics.sound.materials import MATERIALS
from render_cluster.backends.physics.sound.onsets import audible
from render_cluster.backends.physics.sound.sliding import sliding
from render_cluster.backends.physics.sound.sources import SOURCES, sources
from render_cluster.backends.physics.sound.space import gains
from render_cluster.backends.physics.sound.whoosh import whooshes

FPS, FRAMES = 24, 48
SAMPLES = 2 * SAMPLE_RATE_HZ
CAMERA = Camera(((0.0, -5.0, 1.6),), ((0.0, 0.0, 1.0),), 0.8)


def chance() -> np.random.Generator:
    return np.random.default_rng(1)


def scene(*bodies: Body, **rest: object) -> Scene:
    plain = Scene("x", "park", "day", 2.0, 1, bodies, (), CAMERA)
    return msgspec.structs.replace(plain, **rest)


def going(body: Body, speed_mps: float) -> Motion:
    track = np.zeros((FRAMES, 7), np.float32)
    track[:, 0] = speed_mps * (np.arange(FRAMES) / FPS - 1)
    track[:, 2] = body.position_m[2]
    track[:, 3] = 1.0
    return Motion(FPS, FRAMES, {body.name: track})


def thing(kind: str, material: str = "metal", mass_kg: float = 10.0) -> Body:
    return Body("it", kind, material, (0.5, 0.5, 0.5), mass_kg, (0.0, 0.0, 0.25))


@pytest.mark.parametrize("kind", sorted(ENGINES))
def test_every_engine_is_heard_when_it_goes_and_only_then(kind: str) -> None:
    body = thing(kind, mass_kg=900.0)
    sound = engines(scene(body), going(body, 8.0), SAMPLES, chance())
    assert np.isfinite(sound).all()
    assert 1e-3 < sound.std() < 0.5
    assert engines(scene(body), going(body, 0.0), SAMPLES, chance()).std() == 0.0


def test_an_engine_climbs_with_speed_and_falls_back_at_a_change_of_gear() -> None:
    car = ENGINES["car"]
    rates_hz = firing_hz(car, np.array([0.0, 4.0, 8.9, 9.1]))
    assert rates_hz[0] < rates_hz[1] < rates_hz[2] > rates_hz[3] > rates_hz[0]


def test_a_fast_ball_rushes_by_and_a_slow_one_does_not() -> None:
    ball = thing("baseball", "leather", 0.15)
    assert whooshes(scene(ball), going(ball, 25.0), SAMPLES, chance()).std() > 1e-3
    assert whooshes(scene(ball), going(ball, 2.0), SAMPLES, chance()).std() == 0.0
    assert whooshes(scene(ball, setting="moon"), going(ball, 25.0), SAMPLES, chance()).std() == 0.0


def test_a_crate_that_slides_scrapes() -> None:
    crate = thing("crate", "wood")
    assert sliding(scene(crate), going(crate, 1.5), SAMPLES, chance()).std() > 1e-4
    assert sliding(scene(crate), going(crate, 0.0), SAMPLES, chance()).std() == 0.0


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_every_source_sounds_while_it_lasts(kind: str) -> None:
    burning = Source(kind, (0.0, 0.0, 0.5), 0.6, from_s=0.5, to_s=1.0)
    sound = sources(scene(sources=(burning,), pace=0.5), going(thing("crate"), 0.0), SAMPLES, chance())
    assert sound[:, : SAMPLE_RATE_HZ - 100].std() == 0.0
    assert sound[:, SAMPLE_RATE_HZ : 2 * SAMPLE_RATE_HZ].std() > 1e-4


@pytest.mark.parametrize("species", sorted(CALLS))
def test_animals_call_when_they_begin_to_play(species: str) -> None:
    playing = Animal("rex", species, 0.8, (0, 0, 0), (0, 0, 0), moves=(Move("play", 0.5, 2.0),))
    grazing = msgspec.structs.replace(playing, moves=(Move("eat", 0.5, 2.0),))
    empty = Motion(FPS, FRAMES, {})
    sound = called(scene(animals=(playing,)), empty, SAMPLES, chance())
    assert np.isfinite(sound).all()
    assert np.abs(sound[:, : SAMPLE_RATE_HZ // 2]).max() == 0.0
    assert np.abs(sound).max() > 0.01
    assert called(scene(animals=(grazing,)), empty, SAMPLES, chance()).std() == 0.0


def test_every_material_of_the_solver_has_a_sound() -> None:
    assert set(SURFACES) <= set(MATERIALS)


@pytest.mark.parametrize("ground", sorted({*YIELDS, *FLOORS}))
def test_a_step_begins_at_once_on_every_ground(ground: str) -> None:
    step = Contact(1.0, "anna.foot_l", "ground", "flesh", ground, 20.0, 0.8, (0.0, 0.0, 0.0))
    anna = Person("anna", 1.7, (0, 0, 0), (0, 0, 0), ())
    sound = voice(scene(people=(anna,)), step, chance())
    assert np.abs(sound).max() == pytest.approx(1.0)
    assert np.argmax(np.abs(sound) > 0.15) < 0.003 * SAMPLE_RATE_HZ
    assert np.abs(sound[-1]) < 1e-3


def test_snow_crunches_longer_than_tiles_click() -> None:
    def energy_after(ground: str, after_s: float) -> float:
        step = Contact(1.0, "anna.foot_l", "ground", "flesh", ground, 20.0, 0.8, (0.0, 0.0, 0.0))
        sound = voice(scene(people=(Person("anna", 1.7, (0, 0, 0), (0, 0, 0), ()),)), step, chance())
        return float((sound[round(after_s * SAMPLE_RATE_HZ) :] ** 2).sum() / (sound**2).sum())

    assert energy_after("snow", 0.12) > energy_after("tiles", 0.12)


def test_a_vase_breaks_once_and_its_pieces_only_clink() -> None:
    vase = Body("vase", "vase", "glass", (0.2, 0.2, 0.35), 1.2, (0.0, 0.0, 1.0), breaks_at_ns=1.5)
    fall = Contact(0.5, "vase", "ground", "glass", "tiles", 6.0, 4.0, (0.0, 0.0, 0.0))
    tap = msgspec.structs.replace(fall, impulse_ns=0.5)
    piece = msgspec.structs.replace(fall, body_a="vase/3", impulse_ns=2.0)
    broken, touched, clink = (voice(scene(vase), contact, chance()) for contact in (fall, tap, piece))
    late = SAMPLE_RATE_HZ // 4
    assert (broken[late:] ** 2).sum() > 3 * (touched[late:] ** 2).sum()
    assert len(clink) < len(broken)


def test_slow_motion_hears_contacts_on_the_films_clock() -> None:
    ball = thing("basketball", "rubber", 0.6)
    fall = Contact(0.5, "it", "ground", "rubber", "asphalt", 4.0, 4.0, (0.0, 0.0, 0.0))
    motion = Motion(FPS, FRAMES, {}, contacts=(fall,))
    (onset,) = audible(scene(ball, pace=0.25), motion, 0, 3.0)
    assert onset.time_s == 5.0


def test_a_camera_that_follows_hears_from_beside() -> None:
    ball = thing("basketball", "rubber", 0.6)
    camera = Camera(((0.0, -3.0, 0.0),), ((0.0, 0.0, 0.0),), 0.8, follows="it")
    here = scene(ball, camera=camera)
    motion = going(ball, 20.0)
    left, right = (gains(here, motion, at_s, (0.0, 0.0, 0.25)) for at_s in (1.9, 0.1))
    assert left[0] > left[1]
    assert right[1] > right[0]


def test_what_is_steady_ducks_under_a_line() -> None:
    gain = ducking([(0.8, 1.4)], SAMPLES)
    assert gain[0] == pytest.approx(1.0, abs=0.01)
    assert gain[round(1.1 * SAMPLE_RATE_HZ)] == pytest.approx(10 ** (-DUCK_DB / 20), rel=0.02)
    assert np.abs(np.diff(gain)).max() < 1e-3
