"""Any pipeline that diffusers can load makes clips here, and its receipt says what can be said of them."""

from pathlib import Path

import av
import numpy as np
import pytest
from diffusers import DDPMPipeline, DDPMScheduler, UNet2DModel

from render_cluster.backends.backend import SAMPLE_RATE_HZ, Spec
from render_cluster.backends.diffusion.backend import DiffusionBackend, Model
from render_cluster.backends.diffusion.fitting import filled, fitted_sound
from render_cluster.backends.diffusion.pipeline import NotVideo, load_pipeline
from render_cluster.crew import LocalCrew
from render_cluster.job import Rendered
from render_cluster.receipt import read_receipt
from render_cluster.render import render
from tests.render_cluster.diffusion.tiny_pipeline import save_tiny_pipeline

SPEC = Spec("a ball bounces off the rim", duration_s=1.0, width_px=96, height_px=64, seed=3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_pipeline(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def backend(folder: Path) -> DiffusionBackend:
    return DiffusionBackend(Model(str(folder), device="cpu", steps_count=3))


def test_a_prompt_becomes_a_clip_with_a_receipt(backend: DiffusionBackend, tmp_path: Path) -> None:
    *steps, rendered = render(SPEC, LocalCrew(backend), tmp_path)
    assert isinstance(rendered, Rendered)
    told = [step.fraction for step in steps if step.stage == "dynamics"]
    assert len(told) >= 4
    assert told == sorted(told)
    with av.open(rendered.video_path) as film:
        picture = film.streams.video[0]
        assert (picture.frames, picture.width, picture.height) == (24, 96, 64)
    receipt = read_receipt(Path(rendered.receipt_path).read_bytes())
    assert receipt.backend == "diffusion"
    assert receipt.account["pipeline"] == "LTXPipeline"
    assert receipt.account["simulated"] is False
    assert [word.fate for word in receipt.coverage.words] == ["approximated"]


def test_the_seed_decides_the_film(backend: DiffusionBackend) -> None:
    def film(seed: int) -> np.ndarray:
        spec = Spec(SPEC.prompt, 1.0, 64, 64, seed=seed)
        crew = LocalCrew(backend)
        crew.draft(spec)
        for _ in crew.simulate():
            pass
        return np.stack(list(crew.frames([range(2)])))

    first, again, other = film(1), film(1), film(2)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_film_that_nobody_wants_any_more_is_called_off(folder: Path) -> None:
    patient = DiffusionBackend(Model(str(folder), device="cpu", steps_count=500))
    steps = patient.simulate(SPEC, patient.draft(SPEC))
    seen = [next(steps) for _ in range(2)]
    steps.close()  # waits for the pipeline: it must leave after the step it is in, not after all
    assert seen[-1] < 0.1


def test_a_pipeline_that_makes_no_film_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="model_index"):
        load_pipeline(str(tmp_path), "cpu")
    sides = {"down_block_types": ("DownBlock2D",) * 2, "up_block_types": ("UpBlock2D",) * 2}
    unet = UNet2DModel(8, 3, 3, block_out_channels=(8, 8), norm_num_groups=4, **sides)
    DDPMPipeline(unet=unet, scheduler=DDPMScheduler()).save_pretrained(tmp_path / "still")
    with pytest.raises(NotVideo, match="num_frames"):
        load_pipeline(str(tmp_path / "still"), "cpu")


def test_a_picture_of_another_shape_loses_its_edges_and_is_not_stretched() -> None:
    wide = np.zeros((40, 80, 3), np.uint8)
    wide[:, 30:50] = 255
    square = filled(wide, (40, 40))
    assert square.shape == (40, 40, 3)
    assert abs(int((square[20, :, 0] > 127).sum()) - 20) <= 2


def test_sound_is_brought_to_our_rate_and_length() -> None:
    rate = 24_000
    tone = np.sin(2 * np.pi * 440 * np.arange(rate) / rate).astype(np.float32)[None]
    heard = fitted_sound(tone, rate, 2 * SAMPLE_RATE_HZ)
    assert (heard.shape, heard.dtype) == ((2, 2 * SAMPLE_RATE_HZ), np.float32)
    spectrum = np.abs(np.fft.rfft(heard[0, :SAMPLE_RATE_HZ]))
    assert abs(int(spectrum.argmax()) - 440) <= 1
    assert not heard[:, SAMPLE_RATE_HZ + 100 :].any()
    assert not fitted_sound(None, 0, 10).any()
