"""Who does the parts of one clip: the backend in this process, or workers elsewhere."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from render_cluster.backends.backend import Backend, Draft, Piece, Spec


class Crew(Protocol):
    """Makes one clip; the methods are called once each, in the order in which they stand here."""

    @property
    def backend(self) -> tuple[str, str]:
        """Name and version of the backend."""

    def draft(self, spec: Spec) -> Draft:
        """The storyboard. Raises ValueError for one that came with the spec and cannot be shot."""

    def simulate(self) -> Iterator[float]:
        """Finds out everything that the frames and the sound follow from; yields the share that is done."""

    def pieces(self) -> tuple[Piece, ...]:
        """The runs of frames that the clip consists of."""

    def account(self) -> dict[str, Any]:
        """What the receipt says of the work."""

    def sound(self) -> np.ndarray:
        """The whole soundtrack: float32 (2, samples)."""

    def frames(self, wanted: Sequence[range]) -> Iterator[np.ndarray]:
        """The frames of the wanted runs in order, each uint8 (height_px, width_px, 3)."""


class LocalCrew:
    """One backend, here and now."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._spec: Spec
        self._draft: Draft
        self._plan: Any

    @property
    def backend(self) -> tuple[str, str]:
        """See Crew."""
        return self._backend.name, self._backend.version

    def draft(self, spec: Spec) -> Draft:
        """See Crew."""
        self._spec, self._draft = spec, self._backend.draft(spec)
        return self._draft

    def simulate(self) -> Iterator[float]:
        """See Crew."""
        self._plan = yield from self._backend.simulate(self._spec, self._draft)

    def pieces(self) -> tuple[Piece, ...]:
        """See Crew."""
        return self._backend.pieces(self._spec, self._draft, self._plan)

    def account(self) -> dict[str, Any]:
        """See Crew."""
        return self._backend.account(self._spec, self._draft, self._plan)

    def sound(self) -> np.ndarray:
        """See Crew."""
        return self._backend.sound(self._spec, self._draft, self._plan)

    def frames(self, wanted: Sequence[range]) -> Iterator[np.ndarray]:
        """See Crew."""
        for run in wanted:
            yield from self._backend.frames(self._spec, self._draft, self._plan, run.start, run.stop)
