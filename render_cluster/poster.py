"""The still picture of a clip that stands for it in a feed."""

import io
import math
from collections.abc import Iterable
from pathlib import Path

import av

POSTER_QUALITY = 82


def telling_frame(frames_count: int, fps: int, moments: Iterable[tuple[float, float]] = ()) -> int:
    """The frame that best stands for a clip: the one at its strongest moment, else the middle.

    `moments` are (time_s, strength) pairs, such as the onsets of impacts with their levels.
    """
    in_clip = [(strength, -time_s) for time_s, strength in moments if 0 <= time_s * fps < frames_count]
    if not in_clip:
        return frames_count // 2
    _, earliest = max(in_clip)
    # The first frame that shows the contact done, not the last one before it.
    return min(math.ceil(-earliest * fps), frames_count - 1)


def poster_of(video: Path, frame: int) -> bytes:
    """One frame of a finished clip as WebP; ValueError where the clip is shorter."""
    with av.open(str(video)) as container:
        for index, picture in enumerate(container.decode(video=0)):
            if index == frame:
                buffer = io.BytesIO()
                picture.to_image().save(buffer, "WEBP", quality=POSTER_QUALITY)
                return buffer.getvalue()
    raise ValueError(f"{video.name} has no frame {frame}")
