"""Clips with somebody in them, from their request on, and how a revocation ends them; for tests to begin from."""

from domain.events import (
    Casting,
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
)
from domain.ids import ClipId, GrantId, JobId, PersonId
from tests.cast import ANA, BEN, CAMEO, REVOCATION, completed, published, requested, withdrawn
from tests.gwt import but


class Film:
    """A clip with Ana in it, under a name, and the events of its life."""

    def __init__(self, name: str, *grants: GrantId, maker: PersonId = BEN, of: "Film | None" = None) -> None:
        self.job_id, self.clip_id, self.maker_id = JobId(f"job-{name}"), ClipId(f"clip-{name}"), maker
        cast = (Casting(CAMEO, ANA, ("appear",), grants),)
        self._source = None if of is None else of.clip_id
        asked = requested(self.job_id, self.clip_id, maker, remix_of=self._source)
        self.asked: GenerationRequested = but(asked, cameo_ids=(CAMEO,), cast=cast)
        self.made: GenerationCompleted = but(completed(self.job_id, self.clip_id, maker), cameo_ids=(CAMEO,))
        self.shown: ClipPublished = but(
            published(self.clip_id, maker, self._source), cameo_ids=(CAMEO,), cast=cast
        )
        self.gone: ClipWithdrawn = but(withdrawn(self.clip_id, maker), cameo_ids=(CAMEO,))
        self.failed = GenerationFailed(
            self.job_id, self.clip_id, self.asked.allowance_id, "timed_out", maker, (CAMEO,)
        )

    @property
    def life(self) -> tuple[Event, ...]:
        """From the request to the public."""
        return (self.asked, self.made, self.shown)

    def down(self, cause: str = "revoked") -> ClipWithdrawn:
        """Taken down by the revocation that is tested."""
        return but(self.gone, cause=cause, revocation_id=REVOCATION)

    def called_off(self, cause: str = "revoked") -> GenerationCancelled:
        """Its job cancelled by the revocation that is tested, at nobody's cost."""
        ids = (self.job_id, self.clip_id, self.asked.allowance_id)
        return GenerationCancelled(*ids, True, self.maker_id, cause, (CAMEO,), REVOCATION)
