"""Opens the likenesses of a job's cast, for that job alone and only once the gate let it start."""

from collections.abc import Iterator

from api.consent.asked import asked_by
from api.consent.casting import CastingOffice
from api.enrolling.enroller import LIKENESS
from domain.errors import Refused
from domain.events import GenerationRequested
from domain.keys import KeyDestroyed
from domain.vault import Absent, Vault
from render_cluster.backends.backend import CastLikeness


class Likenesses:
    """What the dispatcher asks for the faces of a cast."""

    def __init__(self, office: CastingOffice, vault: Vault) -> None:
        self._office = office
        self._vault = vault

    def of(self, requested: GenerationRequested) -> tuple[CastLikeness, ...]:
        """One for each handle in the request whose cameo it casts; the backend refuses a job that lacks one."""
        return tuple(self._opened(requested))

    def _opened(self, requested: GenerationRequested) -> Iterator[CastLikeness]:
        for handle in asked_by(requested).handles():
            try:
                cameo_id = self._office.cameo_of(self._office.owner_of(handle))
                if cameo_id in requested.cameo_ids:
                    yield CastLikeness(handle, self._vault.get(cameo_id, LIKENESS))
            except (Refused, Absent, KeyDestroyed):
                continue  # erased since
