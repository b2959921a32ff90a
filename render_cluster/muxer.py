"""Turns frames and sound into one MP4 that any browser plays, while the frames are still being drawn."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

import av
import msgspec
import numpy as np
from av.codec.context import Flags

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.encoder import Encoder, Picture, prepare

SIDE_PX_MAX = 4096
FPS_MAX = 120
FRAMES_MAX = 100_000
AUDIO_BIT_RATE_BPS = 160_000
# The encoder's default search starves the first blow after a quiet beginning (2.4 dB over, 20 dB more error), and
# its noise substitution smears blows.
_AAC = {"aac_coder": "fast", "aac_pns": "0"}
_MP4 = {"movflags": "+faststart", "fflags": "+bitexact"}  # bitexact: no version and no time in the header
_AAC_FRAME = 1024


class BadClip(ValueError):
    """The picture or the sound is not what was announced; the text says how."""


class ClipFormat(msgspec.Struct, frozen=True):
    """Size, speed and length of a clip; sides are even because colour is stored for every second pixel."""

    width_px: int
    height_px: int
    fps: int
    frames_count: int

    @property
    def samples_count(self) -> int:
        """Samples of sound that last exactly as long as the picture."""
        return round(self.frames_count * SAMPLE_RATE_HZ / self.fps)

    def check(self) -> None:
        """Raises BadClip where a side is odd or a number is out of bounds."""
        for name, side_px in (("width", self.width_px), ("height", self.height_px)):
            if not 2 <= side_px <= SIDE_PX_MAX or side_px % 2:
                raise BadClip(f"{name} must be even and 2 to {SIDE_PX_MAX} px, not {side_px}")
        if not 1 <= self.fps <= FPS_MAX:
            raise BadClip(f"fps must be 1 to {FPS_MAX}, not {self.fps}")
        if not 1 <= self.frames_count <= FRAMES_MAX:
            raise BadClip(f"frames_count must be 1 to {FRAMES_MAX}, not {self.frames_count}")


class Muxer:
    """Encodes a clip frame by frame: `with Muxer(path, clip) as muxer: muxer.add_frame(...); muxer.finish(sound)`.

    Frames come in runs (shots), each encoded by itself. Encoded pictures wait in memory (a few MB) for the
    sound, so that neither waits for the other's making and the file still holds them side by side. The same
    input gives the same bytes on one kind of machine. The file appears at `path` only when it is whole;
    without `finish`, or after an error, nothing is left.
    Raises BadClip for input that is not as announced and OSError where the disk refuses.
    """

    def __init__(self, path: Path, clip: ClipFormat) -> None:
        clip.check()
        self._path, self._clip = path, clip
        # A name of its own, for a retried job may write the same clip at the same time.
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(handle)
        self._part = Path(part)
        self._frames_done = self._run_from = 0
        self._pictures: list[av.Packet] = []
        self._encoder: Encoder | None = None
        self._run: list[Picture] = []
        self._is_finished = False
        self._container = av.open(str(self._part), "w", format="mp4", options=_MP4)
        self._video = self._video_stream()
        self._audio = self._container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="stereo", options=_AAC)
        self._audio.bit_rate = AUDIO_BIT_RATE_BPS
        self._audio.codec_context.flags |= Flags.bitexact

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_finished:
            self.abort()

    def add_frame(self, frame: np.ndarray) -> None:
        """Encodes the next frame, uint8 (height_px, width_px, 3)."""
        shape = (self._clip.height_px, self._clip.width_px, 3)
        if frame.shape != shape or frame.dtype != np.uint8:
            raise BadClip(f"frame {self._frames_done} is {frame.dtype} {frame.shape}, not uint8 {shape}")
        if self._frames_done == self._clip.frames_count:
            raise BadClip(f"more frames than the {self._clip.frames_count} announced")
        if self._encoder is None:
            self._encoder = Encoder(self._clip.width_px, self._clip.height_px, self._clip.fps)
        self._run += self._encoder.add_frame(frame)
        self._frames_done += 1

    def end_run(self) -> tuple[Picture, ...]:
        """Ends a run of frames, which the next one does not lean on; gives it to be joined again some day."""
        if self._encoder is None:
            return ()
        run = (*self._run, *self._encoder.finish())
        self._encoder, self._run = None, []
        self._keep(run)
        return run

    def add_run(self, run: tuple[Picture, ...]) -> None:
        """Takes the next frames as they were encoded for an earlier clip of this size and speed."""
        self.end_run()
        self._frames_done += len(run)
        self._keep(run)

    def _keep(self, run: tuple[Picture, ...]) -> None:
        for picture in run:
            packet = av.Packet(picture.content)
            packet.stream, packet.time_base = self._video, Fraction(1, self._clip.fps)
            packet.pts, packet.dts = self._run_from + picture.pts, self._run_from + picture.dts
            packet.duration, packet.is_keyframe = 1, picture.is_keyframe
            self._pictures.append(packet)
        self._run_from += len(run)

    def finish(self, sound: np.ndarray) -> Path:
        """Adds the sound, float32 (2, clip.samples_count) at SAMPLE_RATE_HZ, and gives the file its name."""
        self._is_finished = True
        try:
            if self._frames_done != self._clip.frames_count:
                raise BadClip(f"{self._frames_done} frames came, {self._clip.frames_count} were announced")
            _check_sound(sound, self._clip)
            self.end_run()
            for packet in sorted([*self._pictures, *self._sounds(sound)], key=_decoded_at):
                self._container.mux(packet)
            self._container.close()
            _check_file(self._part, self._clip)
            with self._part.open("rb") as whole:
                os.fsync(whole.fileno())
            self._part.replace(self._path)
        except BaseException:
            self.abort()
            raise
        return self._path

    def abort(self) -> None:
        """Gives the clip up and removes the part that was written."""
        try:
            self._container.close()
        except (OSError, av.error.FFmpegError):
            pass  # a container that never got its header cannot be closed cleanly, and need not be
        finally:
            self._part.unlink(missing_ok=True)

    def _video_stream(self) -> av.VideoStream:
        stream = self._container.add_stream("libx264", rate=self._clip.fps)
        prepare(stream.codec_context, self._clip.width_px, self._clip.height_px, self._clip.fps)
        return stream

    def _sounds(self, sound: np.ndarray) -> Iterator[av.Packet]:
        """The sound in AAC frames."""
        for start in range(0, self._clip.samples_count, _AAC_FRAME):
            part = np.ascontiguousarray(sound[:, start : start + _AAC_FRAME])
            heard = av.AudioFrame.from_ndarray(part, "fltp", "stereo")
            heard.sample_rate, heard.pts = SAMPLE_RATE_HZ, start
            heard.time_base = Fraction(1, SAMPLE_RATE_HZ)
            yield from self._audio.encode(heard)
        yield from self._audio.encode(None)


def mux(path: Path, clip: ClipFormat, frames: Iterable[np.ndarray], sound: np.ndarray) -> Path:
    """Writes a clip from an iterator of frames; see Muxer."""
    with Muxer(path, clip) as muxer:
        for frame in frames:
            muxer.add_frame(frame)
        return muxer.finish(sound)


def _decoded_at(packet: av.Packet) -> tuple[float, int]:
    """When a player needs a packet; at the same time the picture comes first."""
    return float(packet.dts * packet.time_base), packet.stream_index


def _check_sound(sound: np.ndarray, clip: ClipFormat) -> None:
    shape = (2, clip.samples_count)
    if sound.shape != shape or sound.dtype != np.float32:
        raise BadClip(f"the sound is {sound.dtype} {sound.shape}, the picture needs float32 {shape}")
    if not np.isfinite(sound).all():
        raise BadClip("the sound holds a sample that is no number")
    if np.abs(sound).max() > 1.0:
        raise BadClip(f"the sound passes full scale: {np.abs(sound).max():.3f}")


def _check_file(path: Path, clip: ClipFormat) -> None:
    """Reads the finished file's own account of itself; BadClip where it tells of another clip."""
    with av.open(str(path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        apart_s = abs(float(audio.duration * audio.time_base) - clip.samples_count / SAMPLE_RATE_HZ)
        if video.frames != clip.frames_count or apart_s > _AAC_FRAME / SAMPLE_RATE_HZ:
            raise BadClip(f"the file holds {video.frames} frames and sound that is {apart_s:.3f} s off")
