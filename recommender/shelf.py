"""What the feed remembers of what it served: whole slates for a while, what each was made from for long."""

from datetime import datetime
from typing import NamedTuple

import msgspec

from domain.ids import PersonId
from recommender.hidden_clips import HiddenClips
from recommender.look import Look
from recommender.served_slates import ServedSlates
from recommender.slate import Slate
from recommender.slate_inputs import SlateInputs
from recommender.slate_maker import Made, slate_digest
from recommender.slate_store import SlateStore
from recommender.steering import ASK, FROM


class Shelf(NamedTuple):
    """Three stores that are filled and forgotten together."""

    slates: SlateStore
    served: ServedSlates
    hidden: HiddenClips

    def keep(self, made: Made, inputs: SlateInputs, at: datetime) -> None:
        """Keeps a slate that is about to be served; `at` is when. Raises KeyDestroyed."""
        self.slates.keep(made.slate, inputs.look)
        told = {"slate_digest": slate_digest(made.slate), "searched": made.searched}
        self.served.keep(msgspec.structs.replace(inputs, **told))
        standing = {rule.key for rule in made.slate.rules if rule.origin not in (ASK, FROM)}
        hidden = {
            clip_id: tuple(key for key in keys if key in standing) for clip_id, keys in made.hidden.items()
        }
        if standing:
            self.hidden.note(inputs.viewer_id, hidden, at)

    def get(self, slate_id: str, viewer_id: PersonId) -> Slate | SlateInputs | None:
        """A viewer's slate, or what it can be made from again."""
        return self.slates.get(slate_id, viewer_id) or self.served.get(slate_id, viewer_id)

    def as_of(self, viewer_id: PersonId, position: int, look: Look) -> Slate | SlateInputs | None:
        """The same for the latest slate of a look that was made at exactly this position."""
        kept = self.slates.as_of(viewer_id, position, look)
        return kept or self.served.as_of(viewer_id, position, look)

    def forget(self, viewer_id: PersonId) -> None:
        """Forgets all of a viewer's."""
        for store in self:
            store.forget(viewer_id)

    def close(self) -> None:
        """Ends the use of the files."""
        for store in self:
            store.close()
