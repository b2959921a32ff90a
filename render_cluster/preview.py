"""Small pictures of a clip that is still being drawn, for its maker to watch it come."""

import io

import av
import numpy as np

WIDTH_PX_MAX, HEIGHT_PX_MAX = 320, 480
BYTES_MAX = 20_000
EVERY_FRAMES = 12
_QUALITIES = (70, 45, 20, 5)


def is_previewed(frames_done: int) -> bool:
    """Whether the frame that was just done becomes a preview: the first, then two a second of film."""
    return frames_done % EVERY_FRAMES == 1


def preview_of(frame: np.ndarray) -> bytes:
    """A frame, uint8 (height_px, width_px, 3), as WebP within the limits above, as good as fits."""
    height_px, width_px = frame.shape[:2]
    scale = min(1.0, WIDTH_PX_MAX / width_px, HEIGHT_PX_MAX / height_px)
    small = av.VideoFrame.from_ndarray(frame, format="rgb24").to_image(
        width=round(width_px * scale), height=round(height_px * scale)
    )
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        small.save(buffer, "WEBP", quality=quality)
        if buffer.tell() <= BYTES_MAX:
            break
    return buffer.getvalue()
