"""Reads an uploaded recording within bounds: never more frames, pixels or seconds than the limits allow."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np

from render_cluster.likeness.thresholds import Thresholds

SOUND_RATE_HZ = 16_000
_FORMATS = frozenset({"mov", "mp4", "matroska", "webm"})
_CODECS = frozenset({"h264", "hevc", "vp8", "vp9", "av1", "mpeg4"})
_SLACK_S = 0.5


class RecordingRefused(Exception):
    """The file is no recording to examine; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Frame(NamedTuple):
    """A picture, uint8 (height, width, 3) in blue, green, red, and when it is shown."""

    time_s: float
    picture: np.ndarray


class Facts(NamedTuple):
    """What was found when the file was opened."""

    duration_s: float
    width_px: int
    height_px: int
    fps: float


def facts(path: Path, bounds: Thresholds) -> Facts:
    """The size and length that the file claims, all within `bounds`; raises RecordingRefused."""
    if path.stat().st_size > bounds.bytes_max:
        raise RecordingRefused("recording_too_large")
    with _opened(path) as container:
        if not set(container.format.name.split(",")) & _FORMATS or not container.streams.video:
            raise RecordingRefused("recording_unreadable")
        stream = container.streams.video[0]
        if stream.codec_context.name not in _CODECS:
            raise RecordingRefused("recording_unreadable")
        if not container.streams.audio:
            raise RecordingRefused("recording_silent")
        fps = float(stream.average_rate or 0)
        # Recorders in browsers leave the length out; then the frames are counted as they come.
        duration_s = (container.duration or 0) / av.time_base
        found = Facts(duration_s, stream.codec_context.width, stream.codec_context.height, fps)
    if found.width_px * found.height_px > bounds.pixels_max:
        raise RecordingRefused("recording_too_large")
    if min(found.width_px, found.height_px) < bounds.side_px_min or (fps and fps < bounds.fps_min):
        raise RecordingRefused("recording_too_small")
    if duration_s > bounds.duration_s_max + _SLACK_S:
        raise RecordingRefused("recording_too_long")
    if 0 < duration_s < bounds.duration_s_min:
        raise RecordingRefused("recording_too_short")
    return found


def frames(path: Path, bounds: Thresholds) -> Iterator[Frame]:
    """The frames to examine, `examined_fps` a second at most, upright and no larger than `examined_side_px`."""
    next_s, decoded, first_s = 0.0, 0, None
    with _opened(path) as container:
        stream = container.streams.video[0]
        stream.thread_type, stream.codec_context.thread_count = "SLICE", 1
        for frame in _decoded(container, stream):
            decoded += 1
            time_s = float(frame.time or 0.0)
            first_s = time_s if first_s is None else first_s
            if time_s - first_s > bounds.duration_s_max + _SLACK_S:
                raise RecordingRefused("recording_too_long")
            if decoded > bounds.fps_max * (bounds.duration_s_max + _SLACK_S):
                raise RecordingRefused("recording_too_large")
            # A stream may change its size half way; the limit holds for each frame.
            if frame.width * frame.height > bounds.pixels_max:
                raise RecordingRefused("recording_too_large")
            if time_s + 1e-6 < next_s:
                continue
            next_s = max(next_s, time_s) + 1 / bounds.examined_fps - 0.25 / bounds.fps_max
            yield Frame(time_s, _upright(frame, bounds.examined_side_px))


def sound(path: Path, bounds: Thresholds) -> np.ndarray:
    """The sound from time 0 of the film on, float32 (samples,) at SOUND_RATE_HZ, mono."""
    parts: list[np.ndarray] = []
    samples_max = int((bounds.duration_s_max + _SLACK_S) * SOUND_RATE_HZ)
    resampler = av.AudioResampler("flt", "mono", SOUND_RATE_HZ)
    with _opened(path) as container:
        stream, late_s, count = container.streams.audio[0], None, 0
        for frame in _decoded(container, stream):
            late_s = float(frame.time or 0.0) if late_s is None else late_s
            parts += [part.to_ndarray().ravel() for part in resampler.resample(frame)]
            count += frame.samples * SOUND_RATE_HZ // max(frame.sample_rate, 1)
            if count > samples_max:
                break
    if not parts:
        raise RecordingRefused("recording_silent")
    heard = np.concatenate(parts).astype(np.float32)
    shift = round((late_s or 0.0) * SOUND_RATE_HZ)
    heard = np.pad(heard, (shift, 0)) if shift > 0 else heard[-shift:]
    return heard[:samples_max]


def _opened(path: Path) -> av.container.InputContainer:
    try:
        return av.open(str(path), options={"protocol_whitelist": "file"})
    except (av.FFmpegError, ValueError) as broken:
        raise RecordingRefused("recording_unreadable") from broken


def _decoded(container: av.container.InputContainer, stream: av.stream.Stream) -> Iterator:
    try:
        yield from container.decode(stream)
    except av.FFmpegError as broken:
        raise RecordingRefused("recording_unreadable") from broken


def _upright(frame: av.VideoFrame, side_px: int) -> np.ndarray:
    scale = min(1.0, side_px / max(frame.width, frame.height))
    width, height = (max(2, round(side * scale / 2) * 2) for side in (frame.width, frame.height))
    picture = frame.reformat(width, height, format="bgr24").to_ndarray()
    # Phones film on their side and say by how much the picture is to be turned.
    return np.ascontiguousarray(np.rot90(picture, round(frame.rotation / 90) % 4))
