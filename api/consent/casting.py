"""Who is to be cast in a clip: handles become wishes, and each theme that binds one of them is read."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from api.consent.asked import Asked, asked_by
from api.consent.person_names import NameReader
from api.consent.themes import ThemeReader
from domain.consent import CastWish, Standing, boundary_of
from domain.decider import Clause
from domain.errors import CameoUnknown, CastTooLarge, PersonUnknown
from domain.events import (
    CameoEnrolled,
    CameoErased,
    Casting,
    ClipPublished,
    GenerationRequested,
    PersonJoined,
    Use,
)
from domain.gate import CAST_COUNT_MAX, wishes_of
from domain.ids import CameoId, ClipId, HandleDigest, PersonId
from domain.ledger import Ledger

_USES: tuple[Use, ...] = ("appear", "voice", "remix")


class Named(NamedTuple):
    """Whom the words of a request or a caption concern, and which real people they name without a handle."""

    cast: tuple[CastWish, ...]
    named: tuple[str, ...]


class CastingOffice:
    """Asks the log whose cameo is whose and which themes bind it; any thread may ask."""

    def __init__(
        self, ledger: Ledger, digest: Callable[[str], str], themes: ThemeReader, names: NameReader
    ) -> None:
        self._ledger = ledger
        self._digest = digest
        self._themes = themes
        self._names = names

    def warm(self) -> None:
        """Reads the lists of names and words now, so that the first request need not wait for them."""
        self._names.people_in("nobody in particular")

    def named(self, asked: Asked, maker_id: PersonId, source_id: ClipId | None = None) -> Named:
        """What a request says of people; a remix takes over the cast of its source, to be remixed.

        Raises PersonUnknown, CameoUnknown, CastTooLarge.
        """
        uses: dict[tuple[CameoId, PersonId], set[Use]] = {}
        for casting in () if source_id is None else self._cast_of(source_id):
            uses[casting.cameo_id, casting.owner_id] = {*casting.uses, "remix"}
        for handle in asked.handles():
            owner_id = self.owner_of(handle)
            uses.setdefault((self.cameo_of(owner_id), owner_id), set()).update(asked.uses(handle))
        if len(uses) > CAST_COUNT_MAX:
            raise CastTooLarge  # before anything is read for it
        wishes = (CastWish(*whose, tuple(use for use in _USES if use in of)) for whose, of in uses.items())
        return Named(self.read(wishes, maker_id, asked), self.people_in(asked.text()))

    def people_in(self, text: str) -> tuple[str, ...]:
        """The real people whom a text names without a handle."""
        return self._names.people_in(text)

    def read(self, wishes: Iterable[CastWish], maker_id: PersonId, asked: Asked) -> tuple[CastWish, ...]:
        """The wishes with a reading of each theme that binds them now; readings that they have are kept."""
        return tuple(self._read(wish, maker_id, asked) for wish in wishes)

    def reread(self, requested: GenerationRequested) -> tuple[CastWish, ...]:
        """The wishes of a request, its words read for themes that were named since."""
        return self.read(wishes_of(requested), requested.maker_id, asked_by(requested))

    def to_publish(self, clip_id: ClipId, caption: str | None) -> Named:
        """The wishes behind a clip, reread, and what its caption says; none for a clip that nobody asked for."""
        for recorded in self._ledger.read((Clause((GenerationRequested,), (clip_id,)),)):
            requested = recorded.event
            if requested.clip_id == clip_id:  # requests for remixes of it carry its tag too
                wishes = self.reread(requested)
                if not caption:
                    return Named(wishes, ())
                captioned = tuple(self._captioned(wish, requested.maker_id, caption) for wish in wishes)
                return Named(captioned, self._names.people_in(caption))
        return Named((), ())

    def owner_of(self, handle: str) -> PersonId:
        """Whose a handle is. Raises PersonUnknown."""
        digest = HandleDigest(f"handle-{self._digest(handle.removeprefix('@').lower())}")
        for recorded in self._ledger.read((Clause((PersonJoined,), (digest,)),)):
            return recorded.event.person_id
        raise PersonUnknown

    def cameo_of(self, owner_id: PersonId) -> CameoId:
        """A person's cameo. Raises CameoUnknown where none stands."""
        cameo_id: CameoId | None = None
        for recorded in self._ledger.read((Clause((CameoEnrolled, CameoErased), (owner_id,)),)):
            is_enrolled = isinstance(recorded.event, CameoEnrolled)
            cameo_id = recorded.event.cameo_id if is_enrolled else None
        if cameo_id is None:
            raise CameoUnknown
        return cameo_id

    def standing(self, wish: CastWish, asker_id: PersonId) -> Standing:
        """How a cameo stands before an asker, as the log has it now."""
        standing = Standing(wish.cameo_id, wish.owner_id, asker_id)
        for recorded in self._ledger.read(boundary_of(wish, asker_id)):
            standing = standing.evolve(recorded.event)
        return standing

    def _read(self, wish: CastWish, maker_id: PersonId, asked: Asked) -> CastWish:
        known = {reading.theme for reading in wish.readings}
        missing = [theme for theme in self.standing(wish, maker_id).themes() if theme not in known]
        if not missing or not asked.text().strip():  # what an erased maker wrote cannot be read: that denies
            return wish
        readings = self._themes.read(missing, asked.text())
        return msgspec.structs.replace(wish, readings=(*wish.readings, *readings))

    def _captioned(self, wish: CastWish, maker_id: PersonId, caption: str) -> CastWish:
        themes = self.standing(wish, maker_id).themes()
        return msgspec.structs.replace(wish, captioned=self._themes.read(themes, caption))

    def _cast_of(self, clip_id: ClipId) -> tuple[Casting, ...]:
        for recorded in self._ledger.read((Clause((ClipPublished,), (clip_id,)),)):
            if recorded.event.clip_id == clip_id:  # its remixes carry its tag too
                return recorded.event.cast
        return ()
