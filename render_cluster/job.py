"""What is asked of the cluster, how far it is, and what can become of it."""

from typing import Literal, get_args

import msgspec

from domain.events import ClipFacts, GenerationRequested
from domain.ids import JobId
from render_cluster.backends.backend import CastLikeness, Draft, Spec
from render_cluster.storyboard import Camera, Shot, Storyboard, Style

Stage = Literal["queued", "storyboard", "dynamics", "frames", "sound", "encoding", "done"]
STAGES: tuple[Stage, ...] = get_args(Stage)

FailureCode = Literal[
    "storyboard_refused",
    "settings_refused",
    "prompt_erased",
    "simulation_unstable",
    "likeness_missing",
    "likeness_unsupported",
    "backend_failed",
    "storage_full",
    "seal_failed",
    "timed_out",
    "worker_lost",
]
"""Why a job ended without a clip; the codes stand in the log and never change."""

_FRAMES_FROM, _FRAMES_TO = 0.10, 0.92
_FRACTIONS: dict[Stage, float] = {
    "queued": 0.0,
    "storyboard": 0.02,
    "dynamics": 0.05,
    "frames": _FRAMES_FROM,
    "sound": _FRAMES_TO,
    "encoding": 0.95,
    "done": 1.0,
}


class JobFailed(Exception):
    """The job cannot be done; carries the stable code and nothing that the maker typed."""

    def __init__(self, code: FailureCode) -> None:
        super().__init__(code)
        self.code = code


class Progress(msgspec.Struct, frozen=True):
    """How far a job is: a stage, the share of the whole (0..1), and frames while they are drawn."""

    stage: Stage
    fraction: float
    frames_done: int = 0
    frames_count: int = 0


class Preview(msgspec.Struct, frozen=True):
    """A small picture of the newest frame of a job, as WebP, and how many frames were done by then."""

    frames_done: int
    webp: bytes


class JobSpec(msgspec.Struct, frozen=True):
    """One job as the cluster takes it."""

    job_id: JobId
    spec: Spec


class Rendered(msgspec.Struct, frozen=True, tag=True):
    """The job's files, lying in its spool folder, and what is known of the picture."""

    video_path: str
    poster_path: str
    receipt_path: str
    facts: ClipFacts
    captions_path: str | None = None


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The job ended without a clip."""

    code: FailureCode


JobOutcome = Rendered | Failed


def job_spec(requested: GenerationRequested, likenesses: tuple[CastLikeness, ...] = ()) -> JobSpec:
    """The job of a request in the log, with the likenesses that were opened for it alone.

    Raises JobFailed where it can never be rendered.
    """
    if requested.prompt is None:
        raise JobFailed("prompt_erased")
    spec = Spec(
        prompt=requested.prompt,
        duration_s=requested.duration_s,
        width_px=requested.width_px,
        height_px=requested.height_px,
        style=_style(requested.style),
        seed=requested.seed,
        storyboard=_storyboard(requested.storyboard),
        likenesses=likenesses,
    )
    return JobSpec(requested.job_id, spec)


def at_stage(stage: Stage, frames_count: int = 0) -> Progress:
    """The progress of a job that has just come to a stage, after drawing so many frames."""
    return Progress(stage, _FRACTIONS[stage], frames_count, frames_count)


def at_dynamics(share: float) -> Progress:
    """The progress of a job whose simulation is done by this share, 0..1."""
    begun = _FRACTIONS["dynamics"]
    return Progress("dynamics", round(begun + (_FRAMES_FROM - begun) * min(1.0, max(0.0, share)), 4))


def at_frame(done: int, count: int) -> Progress:
    """The progress of a job with `done` of its `count` frames in the file."""
    fraction = _FRAMES_FROM + (_FRAMES_TO - _FRAMES_FROM) * done / count
    return Progress("frames", round(fraction, 4), done, count)


def clip_facts(spec: Spec, draft: Draft) -> ClipFacts:
    """What the log may know of the picture; names each kind and setting once, in order of appearance."""
    shots = draft.storyboard.shots
    return ClipFacts(
        subjects=tuple(dict.fromkeys(subject.kind for shot in shots for subject in shot.subjects)),
        settings=tuple(dict.fromkeys(shot.setting for shot in shots)),
        style=draft.storyboard.style,
        duration_s=spec.frames_count / spec.fps,
        width_px=spec.width_px,
        height_px=spec.height_px,
        fps=spec.fps,
        approximated=any(word.fate == "approximated" for word in draft.coverage.words),
        actions=tuple(dict.fromkeys(action.verb for shot in shots for action in shot.actions)),
        camera=tuple(dict.fromkeys(word for shot in shots for word in _camera_words(shot.camera))),
        atmosphere=tuple(dict.fromkeys(word for shot in shots for word in _atmosphere(shot))),
        music=draft.storyboard.sound.music is not None if draft.music_follows else None,
    )


def _atmosphere(shot: Shot) -> list[str]:
    """Time and weather where they are not what one takes for granted."""
    return [word for word in (shot.time_of_day, shot.weather) if word not in ("day", "clear")]


def _camera_words(camera: Camera) -> list[str]:
    """What is worth a word: neither the usual framing nor that the camera stands still."""
    words = [camera.framing, camera.angle, camera.move]
    usual = Camera()
    told = [word for word in words if word not in (usual.framing, usual.angle, usual.move)]
    return [*told, *(["slow_motion"] if camera.speed < usual.speed else [])]


def _style(style: str | None) -> Style | None:
    try:
        return msgspec.convert(style, Style | None)
    except msgspec.ValidationError as error:
        raise JobFailed("settings_refused") from error


def _storyboard(text: str | None) -> Storyboard | None:
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=Storyboard)
    except msgspec.DecodeError as error:
        raise JobFailed("storyboard_refused") from error
