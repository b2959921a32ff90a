"""Still pictures of a clip: a poster for the feed and a sheet of thumbnails to scrub by."""

import io
import math
from collections.abc import Iterable

import numpy as np
from PIL import Image

POSTER_QUALITY = 82
SHEET_QUALITY = 72
SHEET_COLUMNS = 5
SHEET_TILES_MAX = 25
TILE_WIDTH_PX = 160


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


class Stills:
    """Keeps what the stills need of frames that pass by once; each uint8 (height_px, width_px, 3)."""

    def __init__(self, frames_count: int, poster_frame: int) -> None:
        if not 0 <= poster_frame < frames_count:
            raise ValueError(f"poster frame {poster_frame} lies outside {frames_count} frames")
        tiles = min(frames_count, SHEET_TILES_MAX)
        self._tile_frames = {round(place) for place in np.linspace(0, frames_count - 1, tiles)}
        self._frames_count, self._poster_frame = frames_count, poster_frame
        self._seen = 0
        self._poster: Image.Image | None = None
        self._tiles: list[Image.Image] = []

    def add_frame(self, frame: np.ndarray) -> None:
        """Takes the next frame and copies it where a still wants it."""
        if self._seen in self._tile_frames:
            height_px = max(round(TILE_WIDTH_PX * frame.shape[0] / frame.shape[1]), 1)
            self._tiles.append(
                Image.fromarray(frame).resize((TILE_WIDTH_PX, height_px), Image.Resampling.BOX)
            )
        if self._seen == self._poster_frame:
            self._poster = Image.fromarray(frame.copy())
        self._seen += 1

    def poster(self) -> bytes:
        """The poster as WebP; ValueError before all frames have passed."""
        self._check_whole()
        return _encoded(self._poster, "WEBP", POSTER_QUALITY)

    def spritesheet(self) -> bytes:
        """All thumbnails as one JPEG, SHEET_COLUMNS a row, left to right and top to bottom."""
        self._check_whole()
        width_px, height_px = self._tiles[0].size
        columns = min(SHEET_COLUMNS, len(self._tiles))
        rows = math.ceil(len(self._tiles) / SHEET_COLUMNS)
        sheet = Image.new("RGB", (columns * width_px, rows * height_px))
        for place, tile in enumerate(self._tiles):
            sheet.paste(tile, (place % SHEET_COLUMNS * width_px, place // SHEET_COLUMNS * height_px))
        return _encoded(sheet, "JPEG", SHEET_QUALITY)

    def _check_whole(self) -> None:
        if self._seen != self._frames_count:
            raise ValueError(f"{self._seen} frames came, {self._frames_count} were announced")


def _encoded(picture: Image.Image, kind: str, quality: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, quality=quality)
    return buffer.getvalue()
