"""A camera keeps what it shows in the picture from places where a camera can be."""

import math

import msgspec
import numpy as np
import pytest

from render_cluster.backends.physics.motion import Motion
from render_cluster.backends.physics.raster import film
from render_cluster.backends.physics.raster.bounds import bounds_of, outside
from render_cluster.backends.physics.raster.whereabouts import outline_of, path_of
from render_cluster.backends.physics.scene import Animal, Body, Camera, Person, Scene
from tests.render_cluster.physics import raster_scenes

FRAMES = 24
ADA = Person("ada", 1.7, (0.8, 0.6, 0.5), (0.2, 0.1, 0.1), ())


def scene_of(camera: Camera, setting: str = "plaza", bodies: tuple[Body, ...] = ()) -> tuple[Scene, Motion]:
    """Someone who walks two metres along x."""
    places = [(2.0 * n / FRAMES - 1.0, 0.0, 0.0) for n in range(FRAMES)]
    skins = np.array([raster_scenes.pose(place) for place in places])
    scene = Scene("walk", setting, "day", 1.0, 3, bodies, (ADA,), camera)
    return scene, Motion(24, FRAMES, {}, {"ada": skins})


def on_screen(points: np.ndarray, take: film.Take, aspect: float) -> np.ndarray:
    """Where points (frames, n, 3) are seen, -1 to 1 across and up: (frames, n, 2)."""
    ahead = take.aims_m - take.eyes_m
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    right = np.cross(ahead, (0.0, 0.0, 1.0))
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    offset = points - take.eyes_m[:, None]
    depth = np.einsum("fni,fi->fn", offset, ahead)
    assert depth.min() > 0.1, "behind the camera"
    half = math.tan(take.fov_rad / 2) * depth
    across = np.einsum("fni,fi->fn", offset, right) / (half * aspect)
    return np.stack([across, np.einsum("fni,fi->fn", offset, np.cross(right, ahead)) / half], -1)


@pytest.mark.parametrize("aspect", [16 / 9, 1.0, 9 / 16])
def test_a_close_up_holds_the_head_and_little_else(aspect: float) -> None:
    close = Camera(((0.0, -1.2, 1.6),), ((0.0, 0.0, 1.6),), 0.5, "ada", shows=("ada.head",), fit=0.8)
    close = msgspec.structs.replace(close, eyes_m=((0.0, -0.5, 0.6),), aims_m=((0.0, 0.0, 0.6),))
    scene, motion = scene_of(close)
    take = film.take(scene, motion, aspect)
    head = on_screen(outline_of("ada.head", scene, motion), take, aspect)
    assert np.abs(head).max() < 0.85
    assert np.ptp(head[FRAMES // 2, :, 1]) > 0.25
    with pytest.raises(AssertionError):
        assert np.abs(on_screen(outline_of("ada", scene, motion), take, aspect)).max() < 1.0


@pytest.mark.parametrize("aspect", [16 / 9, 9 / 16])
def test_a_camera_in_a_room_stays_in_it_and_takes_a_wider_lens(aspect: float) -> None:
    tight = Camera(((0.0, -2.0, 1.5),), ((0.0, 0.0, 1.0),), 0.3)
    scene, motion = scene_of(tight, "kitchen")
    take = film.take(scene, motion, aspect)
    assert np.abs(take.eyes_m[:, :2]).max() <= 2.2 + 1e-9
    assert take.eyes_m[:, 2].min() >= 0.25
    assert take.eyes_m[:, 2].max() <= 2.7
    assert take.fov_rad > 0.3
    assert np.abs(on_screen(outline_of("ada", scene, motion), take, aspect)).max() < 1.0


def test_a_camera_under_water_stays_between_floor_and_surface() -> None:
    deep = Camera(((3.0, -4.0, 1.0),), ((0.0, 0.0, -5.0),), 0.8)
    scene, motion = scene_of(deep, "underwater")
    sunk = {"ada": motion.skins["ada"].copy()}
    sunk["ada"][:, :, 2, 3] -= 6.0
    take = film.take(scene, Motion(24, FRAMES, {}, sunk), 16 / 9)
    assert take.eyes_m[:, 2].max() < 0.0
    assert take.eyes_m[:, 2].min() > -6.0


def test_no_eye_is_within_a_thing_or_a_person() -> None:
    crate = Body("crate", "box", "wood", (2.0, 2.0, 2.0), 0.0, (0.0, -4.0, 1.0))
    scene, motion = scene_of(Camera(((0.0, -4.0, 1.2),), ((0.0, 0.0, 1.0),), 0.8), bodies=(crate,))
    eyes = film.take(scene, motion, 16 / 9).eyes_m
    assert (np.abs(eyes - crate.position_m) > 1.0).any(1).all()
    among = outside(path_of("ada", scene, motion) + np.array([0.05, 0.0, 0.3]), scene, motion)
    assert np.linalg.norm((among - path_of("ada", scene, motion))[:, :2], axis=1).min() > 0.4


def test_a_hand_wanders_slowly_by_seed_and_keeps_its_subject() -> None:
    still = Camera(((0.0, -5.0, 1.5),), ((0.0, 0.0, 1.0),), 0.8)
    scene, motion = scene_of(still)
    held = msgspec.structs.replace(scene, camera=msgspec.structs.replace(still, shake_m=0.03))
    first, again = film.take(held, motion, 16 / 9), film.take(held, motion, 16 / 9)
    other = film.take(msgspec.structs.replace(held, seed=4), motion, 16 / 9)
    np.testing.assert_array_equal(first.aims_m, again.aims_m)
    assert np.abs(first.eyes_m - other.eyes_m).max() > 0.005
    wander = np.linalg.norm(first.eyes_m - film.take(scene, motion, 16 / 9).eyes_m, axis=1)
    assert 0.005 < wander.max() < 0.3
    assert np.abs(np.diff(first.eyes_m, 2, axis=0)).max() < 0.01, "no jerks"
    assert np.abs(on_screen(outline_of("ada", held, motion), first, 16 / 9)).max() < 1.0


def test_an_animal_and_its_head_can_be_followed_and_shown() -> None:
    dog = Animal("rex", "dog", 0.9, (0.5, 0.4, 0.3), (0.9, 0.9, 0.9))
    skins = np.tile(np.eye(4, dtype=np.float32), (FRAMES, 40, 1, 1))
    skins[:, :, 0, 3] = np.linspace(0, 3, FRAMES)[:, None]
    camera = Camera(((0.0, -2.0, 0.4),), ((0.0, 0.0, 0.2),), 0.7, "rex", shows=("rex",))
    scene = Scene("run", "park", "day", 1.0, 1, (), (), camera, animals=(dog,))
    motion = Motion(24, FRAMES, {}, {"rex": skins})
    take = film.take(scene, motion, 16 / 9)
    whole, head = (outline_of(name, scene, motion) for name in ("rex", "rex.head"))
    assert np.abs(on_screen(whole, take, 16 / 9)).max() < 1.0
    assert np.ptp(head[0], axis=0).max() < np.ptp(whole[0], axis=0).max()
    assert path_of("rex", scene, motion)[-1, 0] == pytest.approx(3.0, abs=0.01)


def test_what_is_asked_for_and_is_not_there_is_named() -> None:
    scene, motion = scene_of(Camera(((0.0, -5.0, 1.5),), ((0.0, 0.0, 1.0),), 0.8, shows=("bob.head",)))
    with pytest.raises(KeyError, match=r"bob\.head"):
        film.take(scene, motion, 1.0)
    unknown = msgspec.structs.replace(scene, setting="attic")
    assert not bounds_of(unknown).walled
