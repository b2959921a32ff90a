"""Who does the parts of one clip: the backend in this process, or workers elsewhere."""

from collections.abc import Iterator
from typing import Any, Protocol

import numpy as np

from render_cluster.backends.backend import Backend, Draft, Spec


class Crew(Protocol):
    """Makes one clip; the methods are called once each, in the order in which they stand here."""

    @property
    def backend(self) -> tuple[str, str]:
        """Name and version of the backend."""

    def draft(self, spec: Spec) -> Draft:
        """The storyboard. Raises ValueError for one that came with the spec and cannot be shot."""

    def simulate(self) -> None:
        """Finds out everything that the frames and the sound follow from."""

    def account(self) -> dict[str, Any]:
        """What the receipt says of the work."""

    def sound(self) -> np.ndarray:
        """The whole soundtrack: float32 (2, samples)."""

    def frames(self) -> Iterator[np.ndarray]:
        """All frames in order, each uint8 (height_px, width_px, 3)."""


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

    def simulate(self) -> None:
        """See Crew."""
        self._plan = self._backend.simulate(self._spec, self._draft)

    def account(self) -> dict[str, Any]:
        """See Crew."""
        return self._backend.account(self._spec, self._draft, self._plan)

    def sound(self) -> np.ndarray:
        """See Crew."""
        return self._backend.sound(self._spec, self._draft, self._plan)

    def frames(self) -> Iterator[np.ndarray]:
        """See Crew."""
        return self._backend.frames(self._spec, self._draft, self._plan, 0, self._spec.frames_count)
