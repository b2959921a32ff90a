"""Loads a text-to-video pipeline and asks it for pictures, and for sound where it makes some."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from diffusers import DiffusionPipeline

Report = Callable[[float], None]
"""Takes the share that is done, 0..1; what it raises ends the making."""

_SIDE_STEP_PX = 32  # what the coarsest of the known models divides a side by


class Film(NamedTuple):
    """What a model made: frames uint8 (n, height, width, 3), sound float32 (channels, samples) or None."""

    frames: np.ndarray
    sound: np.ndarray | None
    sound_rate_hz: int


class NotVideo(ValueError):
    """The pipeline at this place cannot make a video from a text."""


def load_pipeline(model: str, device: str) -> Any:
    """The pipeline of a local folder or a model id; NotVideo for one that takes no number of frames.

    Half precision on a GPU, whole on a processor. A folder never reaches for the network.
    """
    pipeline = DiffusionPipeline.from_pretrained(
        model,
        dtype=torch.bfloat16 if device == "cuda" else torch.float32,
        local_files_only=Path(model).is_dir(),
        use_safetensors=True,
    )
    wanted = {"prompt", "num_frames", "num_inference_steps", "callback_on_step_end", "generator"}
    missing = wanted - inspect.signature(type(pipeline).__call__).parameters.keys()
    if missing:
        raise NotVideo(f"{type(pipeline).__name__} takes no {', '.join(sorted(missing))}")
    pipeline.set_progress_bar_config(disable=True)
    return pipeline.to(device)


def make_film(
    pipeline: Any, prompt: str, size_px: tuple[int, int], frames_count: int, fps: int, seed: int,
    steps_count: int, report: Report,
) -> Film:  # fmt: skip
    """Has `prompt` filmed, in the nearest size that models take; `report` hears of every step."""

    def on_step(_pipeline: Any, step: int, _time: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        report((step + 1) / steps_count)
        return tensors

    width_px, height_px = (max(1, round(side / _SIDE_STEP_PX)) * _SIDE_STEP_PX for side in size_px)
    asked = {
        "prompt": prompt,
        "width": width_px,
        "height": height_px,
        "num_frames": frames_count,
        "frame_rate": fps,
        "num_inference_steps": steps_count,
        "generator": torch.Generator("cpu").manual_seed(seed),
        "callback_on_step_end": on_step,
        "output_type": "np",
    }
    known = inspect.signature(type(pipeline).__call__).parameters
    made = pipeline(**{name: value for name, value in asked.items() if name in known})
    frames = np.asarray(made.frames[0])
    shown = np.nan_to_num(np.clip(frames, 0.0, 1.0)) * 255.0
    return Film(shown.round().astype(np.uint8), *_sound(pipeline, made))


def _sound(pipeline: Any, made: Any) -> tuple[np.ndarray | None, int]:
    audio = getattr(made, "audio", None)
    vocoder = getattr(pipeline, "vocoder", None)
    if audio is None or vocoder is None:
        return None, 0
    samples = np.atleast_2d(np.asarray(audio[0].float().cpu(), np.float32))
    return samples, int(vocoder.config.output_sampling_rate)
