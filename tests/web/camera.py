"""A camera and a microphone that play a film: the two files that Chromium reads in their place."""

import io
import wave
from pathlib import Path

import av
import numpy as np
from playwright.sync_api import Route

from tests.road.enrolling import Actor
from tests.web.phones import Phone

FPS = 30  # what Chromium takes a file of JPEGs to have
SAMPLE_RATE_HZ = 48_000
JPEG_QSCALE = 3
# Somebody presses a button and counts down before they act, and is filmed until well after.
LEAD_S, TAIL_S = 6.0, 9.0


class FakeCamera:
    """The files, which may be written anew between two uses of the camera, since each use opens them."""

    def __init__(self, folder: Path) -> None:
        self.pictures_path, self.sound_path = folder / "camera.mjpeg", folder / "microphone.wav"
        self._write([np.full((480, 640, 3), 96, np.uint8)] * FPS, np.zeros(SAMPLE_RATE_HZ, np.float32))

    def show(self, recording: bytes) -> float:
        """Plays an MP4 from now on, over and over, still before and after; its length in seconds."""
        pictures, sound = _played(recording)
        lead, tail = round(LEAD_S * FPS), round(TAIL_S * FPS)
        pictures = [pictures[0]] * lead + pictures + [pictures[-1]] * tail
        samples_count = len(pictures) * SAMPLE_RATE_HZ // FPS
        padded = np.pad(sound, (round(LEAD_S * SAMPLE_RATE_HZ), samples_count))[:samples_count]
        self._write(pictures, padded)
        return len(pictures) / FPS

    def answer(self, phone: Phone, actor: Actor) -> None:
        """From now on, whenever this phone asks for a challenge, its camera shows the actor answering that one."""

        def film(route: Route) -> None:
            answer = route.fetch()
            if answer.ok:
                asked = answer.json()
                self.show(actor.recording(asked["digits"], asked["turns"]))
            route.fulfill(response=answer)

        phone.context.route("**/api/cameos/enrolments", film)

    def _write(self, pictures: list[np.ndarray], sound: np.ndarray) -> None:
        self.pictures_path.write_bytes(b"".join(_jpeg(picture) for picture in pictures))
        with wave.open(str(self.sound_path), "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE_HZ, 0, "NONE", ""))
            file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())


def _played(recording: bytes) -> tuple[list[np.ndarray], np.ndarray]:
    """Pictures, red green blue, at FPS and mono float32 samples at SAMPLE_RATE_HZ of a recording."""
    with av.open(io.BytesIO(recording)) as container:
        shown = [(frame.time, frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]
    with av.open(io.BytesIO(recording)) as container:
        resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE_HZ)
        heard = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    times_s = np.array([time_s for time_s, _ in shown])
    wanted_s = np.arange(0, times_s[-1], 1 / FPS)
    pictures = [shown[index][1] for index in np.searchsorted(times_s, wanted_s + 1e-6, "right") - 1]
    return pictures, np.concatenate([part.to_ndarray()[0] for part in heard])


def _jpeg(picture: np.ndarray) -> bytes:
    height, width = picture.shape[:2]
    codec = av.CodecContext.create("mjpeg", "w")
    codec.width, codec.height, codec.pix_fmt = width, height, "yuvj420p"
    codec.options = {"qscale": str(JPEG_QSCALE)}
    codec.framerate = FPS
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuvj420p")
    return b"".join(bytes(packet) for packet in (*codec.encode(frame), *codec.encode(None)))
