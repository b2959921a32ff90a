"""What an examination ends with: passed, refused with the way to pass, or unsure, for a person to judge."""

import msgspec
import numpy as np

from render_cluster.likeness.words import HOW_TO_PASS

MODEL = "sface-2021dec-int8"
EMBEDDING_SIZE = 128


class CheckResult(msgspec.Struct, frozen=True):
    """One check: its code, what was measured, the bound it was held to, and "passed", "unsure" or "refused"."""

    code: str
    measured: float
    threshold: float
    outcome: str


class Template(msgspec.Struct, frozen=True):
    """A face as `EMBEDDING_SIZE` little-endian float32 of length one together, and its best frame's quality, 0..1.

    Only templates of the same `model` may be compared.
    """

    vector: bytes
    quality: float
    model: str = MODEL

    def array(self) -> np.ndarray:
        """The vector, float32 (EMBEDDING_SIZE,)."""
        return np.frombuffer(self.vector, "<f4")


class LikenessTexture(msgspec.Struct, frozen=True):
    """A square picture of the face and what is about it (WebP), and its mesh: 468 points across, down and away
    from the camera, in shares of the side."""

    side_px: int
    webp: bytes
    mesh: tuple[tuple[float, float, float], ...]


class Passed(msgspec.Struct, frozen=True, tag="passed"):
    """All checks passed: the face and its look may be kept."""

    checks: tuple[CheckResult, ...]
    template: Template
    texture: LikenessTexture


class Unsure(msgspec.Struct, frozen=True, tag="unsure"):
    """No check refused, but the ones named need a person's eye."""

    codes: tuple[str, ...]
    checks: tuple[CheckResult, ...]
    template: Template
    texture: LikenessTexture


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Every check that refused, so that one more try can mend them all; nothing of the face is kept."""

    codes: tuple[str, ...]
    checks: tuple[CheckResult, ...]

    @property
    def how_to_pass(self) -> str:
        """What to do differently, for the person."""
        return " ".join(HOW_TO_PASS[code] for code in self.codes)


Verdict = Passed | Unsure | Refused


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How much of the examination is done, 0..1, and what it is at."""

    share: float
    stage: str


def higher_passes(code: str, measured: float, refuse: float, good: float) -> CheckResult:
    """A check whose measure must reach `good` and refuses at or below `refuse`."""
    outcome = "passed" if measured >= good else "refused" if measured <= refuse else "unsure"
    return CheckResult(code, measured, good, outcome)


def lower_passes(code: str, measured: float, refuse: float, good: float) -> CheckResult:
    """A check whose measure must stay at or below `good` and refuses at `refuse` or more."""
    outcome = "passed" if measured <= good else "refused" if measured >= refuse else "unsure"
    return CheckResult(code, measured, good, outcome)
