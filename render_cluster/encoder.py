"""Encodes a run of frames by itself, so that it can be joined with others, now or later."""

from collections.abc import Iterator
from fractions import Fraction

import av
import msgspec
import numpy as np
from av.bitstream import BitStreamFilterContext
from av.codec.context import Flags

KEYFRAME_EVERY_S = 2  # so that a viewer can scrub
# One thread, here and in the colour conversion: with more, equal input once gave unequal bytes under load.
# No macroblock tree: x264's AVX-512 code for it reads memory that nobody wrote where a row of blocks does not
# fill its registers (480 px wide is 30 blocks, 640 is 40), so each run weighed the blocks differently.
_X264 = {"preset": "veryfast", "crf": "21", "threads": "1", "x264-params": "mbtree=0"}
_REMOVE_ENCODER_NOTE = "filter_units=remove_types=6"  # x264 writes its version and options into an SEI
_BT709 = 1
_LIMITED_RANGE = 1


class Picture(msgspec.Struct, frozen=True, array_like=True):
    """One encoded picture: when it is shown and decoded, in frames from the start of its run, and its bytes."""

    pts: int
    dts: int
    is_keyframe: bool
    content: bytes


class Encoder:
    """H.264 of one run of frames, each uint8 (height_px, width_px, 3); every run starts with a key frame."""

    def __init__(self, width_px: int, height_px: int, fps: int) -> None:
        self._fps, self._frames_done = fps, 0
        self._context = av.CodecContext.create("libx264", "w")
        prepare(self._context, width_px, height_px, fps)
        self._unsigned = BitStreamFilterContext(_REMOVE_ENCODER_NOTE, "h264")

    def add_frame(self, frame: np.ndarray) -> list[Picture]:
        """Takes the next frame; gives what is encoded by now."""
        picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), "rgb24")
        picture = picture.reformat(
            format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG", threads=1
        )
        picture.pts, picture.time_base = self._frames_done, Fraction(1, self._fps)
        self._frames_done += 1
        return list(self._encoded(picture))

    def finish(self) -> list[Picture]:
        """What was still held back; the encoder is of no use afterwards."""
        return list(self._encoded(None))

    def _encoded(self, picture: av.VideoFrame | None) -> Iterator[Picture]:
        for packet in self._context.encode(picture):
            for kept in self._unsigned.filter(packet):
                yield Picture(int(kept.pts), int(kept.dts), bool(kept.is_keyframe), bytes(kept))


def prepare(context: av.VideoCodecContext, width_px: int, height_px: int, fps: int) -> None:
    """Gives a codec context the settings that all runs share; only such runs can be joined."""
    context.width, context.height, context.pix_fmt = width_px, height_px, "yuv420p"
    context.framerate, context.time_base = Fraction(fps), Fraction(1, fps)
    context.options = {**_X264, "g": str(KEYFRAME_EVERY_S * fps)}
    context.flags |= Flags.bitexact | Flags.global_header
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED_RANGE
