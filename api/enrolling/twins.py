"""Whether a face was enrolled before: every template that stands, as vectors in memory."""

import base64
from typing import NamedTuple

import numpy as np

from domain.events import CameoEnrolled, CameoErased
from domain.ids import CameoId, PersonId
from domain.ledger import Ledger


class _Face(NamedTuple):
    owner_id: PersonId
    vector: np.ndarray


def encoded_template(template: bytes) -> str:
    """A template as an event keeps it."""
    return base64.b64encode(template).decode()


class Twins:
    """Reads on in the log at each question; `likeness_min` is the cosine from which two faces are taken for one."""

    def __init__(self, ledger: Ledger, likeness_min: float) -> None:
        self._ledger = ledger
        self._likeness_min = likeness_min
        self._faces: dict[CameoId, _Face] = {}
        self._position = 0

    def twin_of(self, template: bytes, owner_id: PersonId) -> PersonId | None:
        """Another person whose cameo has this face; None where nobody's does."""
        self._read_on()
        vector = _vector(template)
        for face in self._faces.values():
            if face.owner_id != owner_id and float(face.vector @ vector) >= self._likeness_min:
                return face.owner_id
        return None

    def _read_on(self) -> None:
        for recorded in self._ledger.scan((CameoEnrolled, CameoErased), self._position):
            event, self._position = recorded.event, recorded.position
            if isinstance(event, CameoErased):
                self._faces.pop(event.cameo_id, None)
            elif event.template is not None:
                vector = _vector(base64.b64decode(event.template))
                self._faces[event.cameo_id] = _Face(event.owner_id, vector)


def _vector(template: bytes) -> np.ndarray:
    """The unit vector of a template, float32 (n,)."""
    vector = np.frombuffer(template, "<f4")
    return vector / max(float(np.linalg.norm(vector)), 1e-9)
