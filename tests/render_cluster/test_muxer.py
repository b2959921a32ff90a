"""What went into a file must come out of it: every frame, in time with its sound."""

import hashlib
import resource
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from render_cluster.backends.backend import SAMPLE_RATE_HZ
from render_cluster.muxer import BadClip, ClipFormat, Muxer, mux

CLIP = ClipFormat(width_px=192, height_px=108, fps=24, frames_count=36)
FLASHES = (7, 20, 33)


def frames(clip: ClipFormat = CLIP) -> Iterator[np.ndarray]:
    """A grey gradient that turns white in the frames of FLASHES."""
    grey = np.linspace(20, 90, clip.width_px).astype(np.uint8)
    picture = np.broadcast_to(grey[None, :, None], (clip.height_px, clip.width_px, 3))
    for index in range(clip.frames_count):
        yield np.full_like(picture, 255) if index in FLASHES else picture.copy()


def clicks(clip: ClipFormat = CLIP) -> np.ndarray:
    """A short tone at the start of each flash."""
    sound = np.zeros((2, clip.samples_count), np.float32)
    tone = (
        0.7 * np.exp(-np.arange(900) / 200) * np.sin(2 * np.pi * 1800 * np.arange(900) / SAMPLE_RATE_HZ + 0.6)
    )
    for flash in FLASHES:
        first = flash * SAMPLE_RATE_HZ // clip.fps
        sound[:, first : first + 900] = tone
    return sound


def pictures_of(path: Path) -> list[tuple[Fraction, np.ndarray]]:
    with av.open(str(path)) as container:
        return [
            (frame.pts * frame.time_base, frame.to_ndarray(format="gray"))
            for frame in container.decode(video=0)
        ]


def sound_of(path: Path) -> tuple[int, np.ndarray]:
    """Sample at which the decoded sound starts, and the sound."""
    with av.open(str(path)) as container:
        heard = list(container.decode(audio=0))
    return round(heard[0].pts * heard[0].time_base * SAMPLE_RATE_HZ), np.concatenate(
        [part.to_ndarray() for part in heard], axis=1
    )


@pytest.fixture
def clip_file(tmp_path: Path) -> Path:
    return mux(tmp_path / "clip.mp4", CLIP, frames(), clicks())


def test_every_frame_comes_back_at_its_time(clip_file: Path) -> None:
    pictures = pictures_of(clip_file)
    assert [time_s for time_s, _ in pictures] == [Fraction(index, 24) for index in range(36)]
    assert {picture.shape for _, picture in pictures} == {(108, 192)}
    assert tuple(index for index, (_, picture) in enumerate(pictures) if picture.mean() > 150) == FLASHES


def test_sound_is_as_long_as_the_picture(clip_file: Path) -> None:
    with av.open(str(clip_file)) as container:
        audio = container.streams.audio[0]
        assert audio.duration * audio.time_base == Fraction(36, 24)
        assert (audio.rate, audio.layout.name) == (SAMPLE_RATE_HZ, "stereo")
    first, sound = sound_of(clip_file)
    assert first == 0
    assert 0 <= sound.shape[1] - CLIP.samples_count < 1024


def test_each_click_stands_within_a_millisecond_of_its_flash(clip_file: Path) -> None:
    first, sound = sound_of(clip_file)
    for flash in FLASHES:
        begin = round((flash / 24 - 0.02) * SAMPLE_RATE_HZ)
        window = np.abs(sound[0, begin - first : begin - first + 3000])
        onset_s = (begin + int(np.argmax(window > 0.3 * window.max()))) / SAMPLE_RATE_HZ
        assert abs(onset_s - flash / 24) < 0.001


def test_the_same_input_gives_the_same_bytes_without_traces_of_the_encoder(
    tmp_path: Path, clip_file: Path
) -> None:
    again = mux(tmp_path / "again.mp4", CLIP, frames(), clicks())
    once, twice = clip_file.read_bytes(), again.read_bytes()
    assert hashlib.sha256(once).hexdigest() == hashlib.sha256(twice).hexdigest()
    assert not any(trace in once for trace in (b"x264", b"Lavf", b"Lavc"))


def test_a_browser_can_start_before_the_file_has_come(clip_file: Path) -> None:
    content = clip_file.read_bytes()
    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_a_browser_knows_format_and_colours(clip_file: Path) -> None:
    with av.open(str(clip_file)) as container:
        video = container.streams.video[0].codec_context
        assert (video.name, video.pix_fmt) == ("h264", "yuv420p")
        assert container.streams.audio[0].codec_context.name == "aac"
        assert (video.color_primaries, video.color_trc, video.colorspace, video.color_range) == (1, 1, 1, 1)


def test_white_and_grey_keep_their_brightness(clip_file: Path) -> None:
    pictures = [picture for _, picture in pictures_of(clip_file)]
    assert pictures[FLASHES[0]].mean() == pytest.approx(255, abs=4)
    assert pictures[0].mean() == pytest.approx(55, abs=4)


@pytest.mark.parametrize("fps", [1, 25, 30, 60])
def test_other_speeds_keep_picture_and_sound_together(tmp_path: Path, fps: int) -> None:
    clip = ClipFormat(64, 64, fps, frames_count=11)
    path = mux(tmp_path / "clip.mp4", clip, frames(clip), np.zeros((2, clip.samples_count), np.float32))
    assert [time_s for time_s, _ in pictures_of(path)] == [Fraction(index, fps) for index in range(11)]


def test_the_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with Muxer(path, CLIP) as muxer:
        for frame in frames():
            muxer.add_frame(frame)
        assert not path.exists()
        muxer.finish(clicks())
    assert [found.name for found in tmp_path.iterdir()] == ["clip.mp4"]


def test_a_clip_that_is_never_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    with Muxer(tmp_path / "clip.mp4", CLIP) as muxer:
        for frame in frames():
            muxer.add_frame(frame)
    assert list(tmp_path.iterdir()) == []


def test_two_writers_of_one_clip_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with Muxer(path, CLIP) as first, Muxer(path, CLIP) as second:
        for frame in frames():
            first.add_frame(frame)
            second.add_frame(frame)
        first.finish(clicks())
        second.finish(clicks())
    assert len(pictures_of(path)) == CLIP.frames_count
    assert [found.name for found in tmp_path.iterdir()] == ["clip.mp4"]


@pytest.mark.parametrize("count", [0, 35, 37])
def test_a_wrong_number_of_frames_leaves_nothing_behind(tmp_path: Path, count: int) -> None:
    picture = np.zeros((108, 192, 3), np.uint8)
    with pytest.raises(BadClip, match="frames"):
        mux(tmp_path / "clip.mp4", CLIP, [picture] * count, clicks())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "frame",
    [
        np.zeros((108, 190, 3), np.uint8),
        np.zeros((108, 192, 4), np.uint8),
        np.zeros((108, 192, 3), np.float32),
    ],
)
def test_a_frame_of_another_shape_is_refused(tmp_path: Path, frame: np.ndarray) -> None:
    with pytest.raises(BadClip, match="frame 0"):
        mux(tmp_path / "clip.mp4", CLIP, [frame], clicks())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("sound", "says"),
    [
        (clicks()[:, :-1], "the picture needs"),
        (clicks()[:1], "the picture needs"),
        (clicks().astype(np.float64), "float64"),
        (np.full((2, CLIP.samples_count), np.nan, np.float32), "no number"),
        (clicks() * 2, "full scale"),
    ],
)
def test_sound_that_does_not_fit_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, sound: np.ndarray, says: str
) -> None:
    with pytest.raises(BadClip, match=says):
        mux(tmp_path / "clip.mp4", CLIP, frames(), sound)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("clip", [(191, 108, 24, 9), (192, 0, 24, 9), (192, 108, 0, 9), (192, 108, 24, 0)])
def test_a_format_out_of_bounds_is_refused(clip: tuple[int, int, int, int]) -> None:
    with pytest.raises(BadClip):
        ClipFormat(*clip).check()


def test_a_full_disk_is_an_error_and_leaves_nothing_behind(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    noise = np.random.default_rng(0).integers(0, 255, (108, 192, 3), np.uint8)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            mux(tmp_path / "clip.mp4", CLIP, [noise] * CLIP.frames_count, clicks())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size_px", [(480, 480), (360, 640), (720, 96)])
def test_the_same_frames_give_the_same_bytes_whatever_lay_in_memory_before(
    tmp_path: Path, size_px: tuple[int, int]
) -> None:
    clip = ClipFormat(*size_px, fps=24, frames_count=24)
    blocks = np.random.default_rng(1).integers(0, 255, (clip.height_px // 8 + 4, clip.width_px // 8 + 4, 3))
    large = np.kron(blocks.astype(np.uint8), np.ones((8, 8, 1), np.uint8))
    sliding = [large[n : n + clip.height_px, n : n + clip.width_px] for n in range(clip.frames_count)]
    digests = set()
    for leftover in range(4):
        # The allocator hands this memory, freed but not wiped, to the encoder.
        litter = [np.full(300_000 + 7_777 * leftover, 61 * leftover, np.uint8) for _ in range(24)]
        del litter
        silence = np.zeros((2, clip.samples_count), np.float32)
        written = mux(tmp_path / "clip.mp4", clip, sliding, silence).read_bytes()
        digests.add(hashlib.sha256(written).hexdigest())
    assert len(digests) == 1
