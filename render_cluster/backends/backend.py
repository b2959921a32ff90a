"""What every maker of clips must offer: a plan, then frames and sound that follow from it."""

from collections.abc import Generator, Iterator
from typing import Any, Protocol

import msgspec
import numpy as np

from render_cluster.storyboard import Coverage, Storyboard, Style

SAMPLE_RATE_HZ = 48_000


class SimulationUnstable(RuntimeError):
    """What was to be simulated flew apart, however calmly it was tried."""


class LikenessMissing(RuntimeError):
    """Somebody is named by a handle whose likeness was not handed over: nobody may stand in for them."""


class LikenessUnsupported(RuntimeError):
    """Somebody is named by a handle, and this backend cannot show a real person."""


class CastLikeness(msgspec.Struct, frozen=True):
    """The likeness of one of the cast, opened for one job; `packed` is what the backend's own packer made.

    It is of the body of a person: it says nothing of itself where it is printed or logged.
    """

    handle: str
    packed: bytes

    def __repr__(self) -> str:
        return "CastLikeness(...)"


class Spec(msgspec.Struct, frozen=True):
    """What was asked for; `style` None lets the prompt decide, `storyboard` replaces the prompt's own.

    `likenesses` are those of all whom the prompt or the storyboard names by a handle.
    """

    prompt: str
    duration_s: float = 4.0
    width_px: int = 640
    height_px: int = 360
    fps: int = 24
    style: Style | None = None
    seed: int = 0
    storyboard: Storyboard | None = None
    likenesses: tuple[CastLikeness, ...] = ()

    @property
    def frames_count(self) -> int:
        """Frames in the finished clip."""
        return round(self.duration_s * self.fps)


class Draft(msgspec.Struct, frozen=True):
    """The storyboard of a spec and the account of what became of its words.

    `music_follows` where the clip has music just when the storyboard asks for it.
    """

    storyboard: Storyboard
    coverage: Coverage
    music_follows: bool = True


class Piece(msgspec.Struct, frozen=True):
    """A run of frames that is drawn and encoded by itself: a shot.

    Equal keys mean equal frames, so that a piece of an earlier clip may serve again; None is never kept.
    """

    frames_count: int
    key: str | None


class Backend(Protocol):
    """One way to make a clip; a worker holds one instance on one thread for its whole life."""

    name: str
    version: str
    simulates_apart: bool
    """Whether shots need nothing of each other, so that the tuples that `simulate` gives for runs of them add up."""

    def draft(self, spec: Spec) -> Draft:
        """Compiles the prompt, or checks the storyboard that came with it."""

    def simulate(self, spec: Spec, draft: Draft, shots: range | None = None) -> Generator[float, None, Any]:
        """Everything that must be known before a frame can be drawn; picklable, the same for all workers.

        Yields the share that is done, 0..1, and returns the plan; where it `simulates_apart`, a tuple with one
        entry for each of these shots, None being all.
        """

    def pieces(self, spec: Spec, draft: Draft, plan: Any) -> tuple[Piece, ...]:
        """The runs of frames that the clip consists of, in order."""

    def frames(self, spec: Spec, draft: Draft, plan: Any, first: int, last: int) -> Iterator[np.ndarray]:
        """Frames `first` to `last` (exclusive), each uint8 (height_px, width_px, 3)."""

    def sound(self, spec: Spec, draft: Draft, plan: Any) -> np.ndarray:
        """The whole soundtrack: float32 (2, samples) at SAMPLE_RATE_HZ, as long as the picture."""

    def account(self, spec: Spec, draft: Draft, plan: Any) -> dict[str, Any]:
        """What the receipt says of this backend's work: contacts, energy, onsets, versions."""
