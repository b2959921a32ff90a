"""Says in words what a clip shows, from what its maker typed and what is known of the picture."""

from collections.abc import Iterable

import msgspec

from domain.decider import Boundary, Clause
from domain.events import (
    ClipFacts,
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCompleted,
    GenerationRequested,
)
from domain.ids import ClipId
from domain.ledger import Ledger

# Raised whenever the same clip would be described in other words, so that kept vectors are made anew.
DESCRIPTION_VERSION = 2


class Description(msgspec.Struct, frozen=True):
    """What one clip's own events say of it; erased words are None."""

    clip_id: ClipId
    prompt: str | None = None
    caption: str | None = None
    facts: ClipFacts | None = None
    withdrawn: bool = False

    def evolve(self, event: Event) -> "Description":
        """The description after one more event; those of its remixes, which carry its tag too, pass it by."""
        replace = msgspec.structs.replace
        if event.clip_id != self.clip_id:
            return self
        match event:
            case GenerationRequested(prompt=prompt):
                return replace(self, prompt=prompt)
            case GenerationCompleted(facts=facts):
                return replace(self, facts=facts)
            case ClipPublished(caption=caption):
                return replace(self, caption=caption, withdrawn=False)
            case ClipWithdrawn():
                return replace(self, withdrawn=True)
        return self

    @property
    def text(self) -> str:
        """The words to embed: the style first, since a model that tires reads the end last."""
        if self.facts is None:
            return _sentences([self.prompt, self.caption])
        facts = self.facts
        seen = _readable((*facts.subjects, *facts.actions, *facts.settings, *facts.camera, *facts.atmosphere))
        return _sentences([f"{facts.style} clip", self.prompt, self.caption, *seen])


def boundary_of(clip_id: ClipId) -> Boundary:
    """The events that a clip's description is made of."""
    kinds = (GenerationRequested, GenerationCompleted, ClipPublished, ClipWithdrawn)
    return (Clause(kinds, (clip_id,)),)


def describe(ledger: Ledger, clip_id: ClipId) -> Description:
    """What the log says of a clip now."""
    description = Description(clip_id)
    for recorded in ledger.read(boundary_of(clip_id)):
        description = description.evolve(recorded.event)
    return description


def _readable(names: Iterable[str]) -> list[str]:
    return [name.replace("_", " ") for name in dict.fromkeys(names)]


def _sentences(parts: Iterable[str | None]) -> str:
    return ". ".join(part.strip().rstrip(".") for part in parts if part and part.strip())
