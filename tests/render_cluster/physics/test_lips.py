"""Faces follow what is said, close their lips where they must, and blink."""

import numpy as np
import pytest

from render_cluster.backends.physics.face import UNIT_INDEX
from render_cluster.backends.physics.lips import faces
from render_cluster.backends.physics.scene import Camera, Move, Person, Scene
from render_cluster.backends.physics.sound.lines import Said
from render_cluster.backends.physics.sound.speech import Phoneme, Utterance
from render_cluster.backends.physics.visemes import VISEMES, mouth, viseme_of

FPS, FRAMES = 24, 96
WORD = tuple(
    Phoneme(symbol, 0.1 * index, 0.1 * index + 0.1, symbol in "ɑ")
    for index, symbol in enumerate("mɑmɑ fu pɑ")
)


def face_of(*moves: Move, said: tuple[Said, ...] = (), pace: float = 1.0) -> np.ndarray:
    anna = Person("anna", 1.7, (0, 0, 0), (0, 0, 0), (), moves=moves)
    camera = Camera(((0, -3, 1.6),), ((0, 0, 1),), 0.8)
    scene = Scene("x", "park", "day", 4.0 * pace, 1, (), (anna,), camera, pace=pace)
    return faces(scene, FPS, FRAMES, said)["anna"]


def said_at(start_s: float, speaker: str = "anna") -> tuple[Said, ...]:
    utterance = Utterance(np.zeros(48_000, np.float32), WORD)
    return (Said("mama fu pa", speaker, start_s, 1.0, utterance),)


def unit(face: np.ndarray, name: str) -> np.ndarray:
    return face[:, UNIT_INDEX[name]]


@pytest.mark.parametrize("at_s", [0.05, 0.25, 0.85])
def test_lips_meet_in_full_at_m_and_p(at_s: float) -> None:
    shape = mouth(WORD, np.array([at_s]))[0]
    assert shape[5] == 1.0
    assert shape[0] == 0.0


def test_the_lower_lip_is_tucked_at_f_and_lips_round_at_u() -> None:
    f, u = mouth(WORD, np.array([0.55, 0.66]))
    assert f[6] == 1.0
    assert u[2] > 0.5 > f[2]


def test_the_jaw_drops_for_open_vowels_only() -> None:
    jaw = mouth(WORD, np.array([0.15, 0.35, 0.95, 2.0]))[:, 0]
    assert (jaw[:2] > 0.4).all()
    assert jaw[3] < 0.01


def test_every_sound_of_the_model_has_a_viseme() -> None:
    for symbol in "pbmfvθðtdszʃʒʧʤkɡŋnlɹjwhæɑɛɪiʊuʌəɔAIOWYᵊɜTᵻ":
        assert viseme_of(symbol) != "sil"
        assert viseme_of(symbol) in VISEMES


def test_no_closure_falls_between_two_frames() -> None:
    for late_s in np.arange(0, 1 / FPS, 0.005):
        shape = mouth(WORD, np.arange(0, 1, 1 / FPS) + late_s)
        closed = shape[:, 5] > 0.6
        assert sum(closed[1:] & ~closed[:-1]) + closed[0] == 3


def test_only_the_speaker_speaks() -> None:
    assert unit(face_of(said=said_at(1.0)), "jaw_open").max() > 0.4
    assert unit(face_of(said=said_at(1.0, "ben")), "jaw_open").max() == 0.0


def test_speech_runs_on_film_time_and_deeds_on_the_worlds() -> None:
    slow, usual = (face_of(said=said_at(1.0), pace=pace) for pace in (0.25, 1.0))
    np.testing.assert_array_equal(unit(slow, "jaw_open"), unit(usual, "jaw_open"))
    cheer = Move("cheer", 0.5, 1.0)
    assert np.argmax(unit(face_of(cheer), "smile") > 0.88) == 12
    assert np.argmax(unit(face_of(cheer, pace=0.5), "smile") > 0.88) == 24


def test_a_fall_shows_in_the_eyes() -> None:
    face = face_of(Move("wobble", 1.0, 2.0, outcome="falls"))
    assert unit(face, "eyes_wide")[36] > 0.8
    assert unit(face, "eyes_wide")[5] == 0.0


def test_people_blink_with_both_eyes_the_same_way_each_time() -> None:
    face = face_of()
    np.testing.assert_array_equal(unit(face, "blink_l"), unit(face, "blink_r"))
    assert 0.7 < unit(face, "blink_l").max() <= 1.0
    assert (unit(face, "blink_l") > 0.5).mean() < 0.2
    np.testing.assert_array_equal(face, face_of())


def test_no_frames_no_face() -> None:
    camera = Camera(((0, -3, 1.6),), ((0, 0, 1),), 0.8)
    anna = Person("anna", 1.7, (0, 0, 0), (0, 0, 0), ())
    scene = Scene("x", "park", "day", 1.0, 1, (), (anna,), camera)
    assert faces(scene, FPS, 0, ())["anna"].shape == (0, len(UNIT_INDEX))
