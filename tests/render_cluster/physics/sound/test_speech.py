"""Lines are said in time, by the voice asked for, whatever is written in them."""

import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.scene import Camera, Person, Scene, Speech
from render_cluster.backends.physics.sound.lines import account_of_lines, say
from render_cluster.backends.physics.sound.phonemes import BREATH_PHONEMES_MAX, breaths, readable
from render_cluster.backends.physics.sound.speech import (
    Phoneme,
    Speaker,
    SpeechMissing,
    Utterance,
    speech_length_s,
)
from render_cluster.backends.physics.sound.voices import NARRATOR, VOICES, voice_for


class Metronome:
    """A speaker that says each line as a hum of known length, at the pace asked for."""

    def __init__(self, length_s: float) -> None:
        self.length_s = length_s

    def spoken(self, text: str, voice_name: str, pace: float = 1.0) -> Utterance | None:  # noqa: ARG002
        length_s = self.length_s / pace
        samples = np.full(round(length_s * SAMPLE_RATE_HZ), 0.1, np.float32)
        return Utterance(samples, (Phoneme("m", 0.0, length_s / 2), Phoneme("ɑ", length_s / 2, length_s)))


class Mute:
    def spoken(self, *_: object) -> None:
        raise SpeechMissing("no voice here")


def scene_of(*lines: Speech) -> Scene:
    return Scene("x", "park", "day", 4.0, 1, (), (), Camera(((0, -3, 1.6),), ((0, 0, 1),), 0.8), speech=lines)


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    return Speaker()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Be there at 10:30!", "Be there at 10 30!"),
        ("9:00 or 7:05?", "9 o'clock or 7 oh 5?"),
        ("café & 50%", "cafe and 50 percent"),
        ("日本語 😀 \x00\x1b", ""),
        ("...!?", ""),
        ("Привет, Bob", ", Bob"),
        ("12345678901234", "1 2 3 4 5 6 7 8 9 0 1 2 3 4"),
        ("", ""),
    ],
)
def test_what_is_written_is_made_readable(text: str, read: str) -> None:
    assert readable(text) == read


def test_a_long_line_is_said_in_breaths() -> None:
    parts = breaths("one two three, " * 12 + "x" * 200, lambda text: text)
    assert all(0 < len(part) <= BREATH_PHONEMES_MAX for part in parts)
    assert "".join(parts).replace(" ", "") == ("one two three, " * 12 + "x" * 200).replace(" ", "")


def test_a_phrase_that_cannot_be_read_leaves_the_rest() -> None:
    def picky(text: str) -> str:
        if "bad" in text:
            raise ValueError(text)
        return text

    assert breaths("Good. bad! Fine.", picky) == ["Good.", "Fine."]


def test_everyone_has_a_voice_and_keeps_it() -> None:
    for sex in ("woman", "man"):
        for age in ("child", "adult", "elder"):
            person = Person("kim", 1.7, (0, 0, 0), (0, 0, 0), (), sex=sex, age=age)
            assert voice_for(person) == voice_for(person)
            assert voice_for(person) in VOICES
    assert voice_for(None) == NARRATOR


def test_a_line_starts_when_it_should_and_none_talks_into_another() -> None:
    first, second = say(
        scene_of(Speech("one", 0.5, None, NARRATOR), Speech("two", 0.7, None, NARRATOR)), 5.0, Metronome(1.5)
    )
    assert first.start_s == 0.5
    assert second.start_s >= first.start_s + first.length_s


def test_a_line_that_is_a_little_long_is_hurried() -> None:
    (said,) = say(scene_of(Speech("one", 0.5, None, NARRATOR)), 2.5, Metronome(2.4))
    assert (said.start_s, said.length_s) == (0.5, pytest.approx(2.0))


def test_a_longer_line_starts_earlier() -> None:
    (said,) = say(scene_of(Speech("one", 1.0, None, NARRATOR)), 2.0, Metronome(2.0))
    assert said.length_s == pytest.approx(1.6, abs=1e-3)
    assert said.start_s == pytest.approx(0.4, abs=1e-3)


def test_a_line_far_too_long_fades_out_with_the_shot() -> None:
    (said,) = say(scene_of(Speech("one", 1.0, None, NARRATOR)), 2.0, Metronome(10.0))
    assert (said.start_s, said.length_s) == (0.0, pytest.approx(2.0))
    assert said.utterance.samples[-1] == 0.0
    assert said.utterance.phonemes[-1].end_s <= 2.0


def test_without_a_voice_a_line_is_captioned_only() -> None:
    said = say(scene_of(Speech("Hello there", 0.5, "anna", NARRATOR)), 4.0, Mute())
    assert account_of_lines(said, 10.0) == [
        {
            "text": "Hello there",
            "speaker": "anna",
            "start_s": 10.5,
            "end_s": round(10.5 + speech_length_s("Hello there"), 3),
            "voiced": False,
        }
    ]


def test_a_short_line_is_really_said(speaker: Speaker) -> None:
    said = speaker.spoken("My bike!", "woman_1")
    assert said.samples.dtype == np.float32
    assert 0.4 < said.duration_s < 1.5
    starts = [sound.start_s for sound in said.phonemes]
    assert starts == sorted(starts)
    assert [sound.symbol for sound in said.phonemes if sound.symbol != " "][:3] == ["m", "I", "b"]
    closed = next(sound for sound in said.phonemes if sound.symbol == "b")
    at = round((closed.start_s + closed.end_s) / 2 * SAMPLE_RATE_HZ)
    hush = np.abs(said.samples[at - 480 : at + 480]).mean()
    assert hush < 0.5 * np.abs(said.samples).max()


@pytest.mark.slow
def test_the_same_words_give_the_same_bytes_and_voices_differ(speaker: Speaker) -> None:
    once, again = (speaker.spoken("We sail at dawn.", "man_1") for _ in range(2))
    assert once.samples.tobytes() == again.samples.tobytes()
    speaker.rest()
    assert speaker.spoken("We sail at dawn.", "man_1").samples.tobytes() == once.samples.tobytes()
    assert speaker.spoken("We sail at dawn.", "girl").samples.tobytes() != once.samples.tobytes()


@pytest.mark.slow
@pytest.mark.parametrize("text", ["!!!", "a", "1e9 $3.50 #5 @home", "ZZZQX vrwg", "x" * 240, "A-b_c/d\\e|f"])
def test_odd_texts_are_said_or_left_but_never_break(speaker: Speaker, text: str) -> None:
    said = speaker.spoken(text, "no such voice")
    assert said is None or np.isfinite(said.samples).all()


@pytest.mark.slow
def test_the_estimate_of_a_length_is_near_the_truth(speaker: Speaker) -> None:
    for text in (
        "Keep your elbow in, and follow through.",
        "Watch out!",
        "We are going to the beach at 10:30.",
    ):
        assert speech_length_s(text) == pytest.approx(speaker.spoken(text, "woman_1").duration_s, rel=0.35)
