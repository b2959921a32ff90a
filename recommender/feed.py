"""The feed's front door: pages of a slate, why a clip stands in it, what rules hid, and what was seen."""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from domain.ids import ClipId, PersonId
from recommender.catalogue import Catalogue
from recommender.community import Community
from recommender.cursor import CursorSeal, Place
from recommender.hidden_clips import HiddenClip
from recommender.hydrators.query_hydrator import QueryHydrator
from recommender.language.tidy import tidy
from recommender.look import Circle, Look
from recommender.past import Past
from recommender.presenter import Page, Presenter, Why
from recommender.reading import AskReader
from recommender.refusals import CursorInvalid, PageLimitInvalid, SlateItemUnknown, SlateUnknown
from recommender.rules import Instruction, Rule
from recommender.seen_clips import SeenClips
from recommender.shelf import Shelf
from recommender.slate import Item, Order, Slate
from recommender.slate_inputs import SlateInputs
from recommender.slate_maker import SlateMaker, slate_digest
from recommender.steering import ASK, numbered, topics_of

PAGE_ITEMS_MAX = 50
NEW = "new"
"""The origin of rules that somebody only tries."""


class Preview(NamedTuple):
    """How many of the clips in a viewer's present slate some rules would hide."""

    hidden_count: int
    clips_count: int


class Feed:
    """A slate is computed once and kept; pages are cut from it, and what may be shown is asked each time.

    Of people who have no personal feed, no ask, slate or seen clip is kept on any disk: the `fleeting` shelf
    forgets with the process. `clock` says when something was hidden and from when an instruction is to hold; no slate
    depends on it.
    """

    def __init__(
        self,
        community: Community,
        catalogue: Catalogue,
        maker: SlateMaker,
        reader: AskReader,
        past: Past,
        lasting: Shelf,
        fleeting: Shelf,
        seen_clips: SeenClips,
        secret: bytes,
        clock: Callable[[], datetime],
    ) -> None:
        self._community = community
        self._catalogue = catalogue
        self._maker = maker
        self._reader = reader
        self._past = past
        self._lasting = lasting
        self._fleeting = fleeting
        self._seen_clips = seen_clips
        self._secret = secret
        self._clock = clock
        self._seal = CursorSeal(secret)
        self._hydrator = QueryHydrator(community, maker.policy)
        self._pipeline = maker.pipelines(community, catalogue)
        self._presenter = Presenter(community)

    def page(
        self,
        viewer_id: PersonId,
        ask: str | None = None,
        limit: int = 30,
        cursor: str | None = None,
        as_of: int | None = None,
        order: Order = "ranked",
        circle: Circle = "everyone",
    ) -> Page:
        """A page of a new slate, of the slate of a cursor, or of the one made at position `as_of`.

        A cursor needs nothing else; an ask that comes along must be the slate's own.
        Raises PageLimitInvalid, AskEmpty, AskTooLong, LanguageUnknown, CursorInvalid, SlateUnknown.
        """
        if not 1 <= limit <= PAGE_ITEMS_MAX:
            raise PageLimitInvalid
        look = Look(None if ask is None else tidy(ask), order, circle)
        if cursor is not None:
            slate, offset = self._resume(viewer_id, look.ask, cursor)
            return self._cut(slate, offset, limit, ruled=True)
        if as_of is not None:
            return self._cut(self._as_of(viewer_id, look, as_of), 0, limit)
        return self._cut(self._newest(viewer_id, look), 0, limit)

    def why(self, viewer_id: PersonId, slate_id: str, clip_id: ClipId) -> Why:
        """What placed a clip in a slate. Raises SlateUnknown, SlateItemUnknown."""
        slate = self._slate(viewer_id, slate_id)
        item = next((item for item in slate.items if item.clip_id == clip_id), None)
        if item is None or clip_id not in self._standing(slate, [item]):
            raise SlateItemUnknown
        return self._presenter.why(slate, item)

    def read(self, text: str, utc_offset: timedelta = timedelta(0)) -> Instruction:
        """What a text would be understood as, were it given now; nothing is kept. Raises as `page`.

        "Tonight" is the night of a clock that is so far ahead of UTC.
        """
        return self._reader.read_instruction(text, self._clock(), utc_offset)

    def preview(self, viewer_id: PersonId, rules: Sequence[Rule]) -> Preview:
        """What some rules would do to the slate that the viewer has now; the words of rules that may come are met."""
        items = self._newest(viewer_id, Look()).items
        moment = self._maker.moment_at(self._community.position())
        query = self._hydrator.query(viewer_id, rules=numbered(NEW, rules), moment=moment)
        hidden = self._pipeline.hidden(query, [item.clip_id for item in items])
        self._catalogue.search.meet(topics_of(query.rules))
        return Preview(len(hidden), len(items))

    def hidden(self, viewer_id: PersonId, since: datetime) -> list[HiddenClip]:
        """What the viewer's own rules kept from them since a time, as far as it may be shown; latest first."""
        found = self._shelf(viewer_id).hidden.since(viewer_id, since)
        query = msgspec.structs.replace(self._hydrator.query(viewer_id), rules=())
        standing = self._pipeline.still_standing(query, [each.clip_id for each in found])
        return [each for each in found if each.clip_id in standing]

    def may_be_personalised(self, viewer_id: PersonId) -> bool:
        """Whether no guardian forbids the viewer a personal feed."""
        return self._community.may_be_personalised(viewer_id)

    def saw(self, viewer_id: PersonId, slate_id: str, clip_ids: Iterable[ClipId]) -> list[ClipId]:
        """Notes, and gives back, which clips of a slate the viewer has seen; ids from elsewhere are passed over.

        Raises SlateUnknown.
        """
        items = self._slate(viewer_id, slate_id).items
        told = set(clip_ids)
        seen = [item.clip_id for item in items if item.clip_id in told]
        if self._community.is_personalised(viewer_id):
            self._seen_clips.record(viewer_id, seen)
        return seen

    def forget(self, viewer_id: PersonId) -> None:
        """Forgets what a viewer asked, was shown and saw."""
        for store in (self._lasting, self._fleeting, self._seen_clips):
            store.forget(viewer_id)

    def describe(self) -> str:
        """The stages and the policy that make a slate, for a person to read."""
        return self._pipeline.describe(self._maker.policy)

    def _newest(self, viewer_id: PersonId, look: Look) -> Slate:
        shelf = self._shelf(viewer_id)
        # One snapshot, so that the slate can be made again from the log up to the position that it states.
        with self._community.snapshot() as community:
            inputs = self._inputs(viewer_id, look, community.position())
            slate = shelf.slates.get(inputs.slate_id, viewer_id)
            if slate is not None:
                return slate
            if look.ask is not None:
                read = self._reader.read(look.ask, self._maker.moment_at(inputs.position))
                inputs = msgspec.structs.replace(inputs, rules=(*numbered(ASK, read.rules), *inputs.rules))
            made = self._maker.make(community, self._catalogue, inputs, self._seen(inputs))
        shelf.keep(made, inputs, self._clock())
        return made.slate

    def _inputs(self, viewer_id: PersonId, look: Look, position: int) -> SlateInputs:
        """All that a new slate is made from; but what its ask says is read only where it must be made."""
        version = self._maker.policy.version
        readings = (position, self._catalogue.index.position, self._seen_clips.version(viewer_id))
        # The same id for the same inputs, so that asking again computes nothing; nobody can guess it.
        told = msgspec.json.encode(["slate", viewer_id, look, version, *readings])
        slate_id = f"slate-{hmac.digest(self._secret, told, hashlib.sha256)[:16].hex()}"
        return SlateInputs(slate_id, viewer_id, *readings, version, look, look.switched)

    def _seen(self, inputs: SlateInputs) -> frozenset[ClipId]:
        return self._seen_clips.of(inputs.viewer_id, inputs.seen_version)

    def _resume(self, viewer_id: PersonId, ask: str | None, cursor: str) -> tuple[Slate, int]:
        place = self._seal.open(viewer_id, cursor)
        slate = self._shelf(viewer_id).slates.get(place.slate_id, viewer_id)
        if slate is None or (ask is not None and ask != slate.ask):
            raise CursorInvalid
        return slate, place.offset

    def _as_of(self, viewer_id: PersonId, look: Look, position: int) -> Slate:
        return self._whole(self._shelf(viewer_id).as_of(viewer_id, position, look))

    def _slate(self, viewer_id: PersonId, slate_id: str) -> Slate:
        return self._whole(self._shelf(viewer_id).get(slate_id, viewer_id))

    def _whole(self, found: Slate | SlateInputs | None) -> Slate:
        """A slate as it was served, made again where it was dropped; never another. Raises SlateUnknown."""
        if found is None:
            raise SlateUnknown
        if isinstance(found, Slate):
            return found
        if found.policy_version != self._maker.policy.version:
            raise SlateUnknown
        with self._past.at(found.position, found.index_position) as (community, catalogue):
            slate = self._maker.make(community, catalogue, found, self._seen(found)).slate
        if slate_digest(slate) != found.slate_digest:  # words of somebody who left are gone from the log
            raise SlateUnknown
        self._shelf(found.viewer_id).slates.keep(slate, found.look)
        return slate

    def _shelf(self, viewer_id: PersonId) -> Shelf:
        return self._lasting if self._community.is_personalised(viewer_id) else self._fleeting

    def _cut(self, slate: Slate, offset: int, limit: int, ruled: bool = False) -> Page:
        """The next items that still may be shown; what was taken down since leaves no gap.

        Where it is `ruled`, the hard rules that hold by now are asked too: a page that follows an older one.
        """
        standing: list[tuple[int, Item]] = []
        # One more than fits says whether there is a next page.
        while offset < len(slate.items) and len(standing) <= limit:
            batch = slate.items[offset : offset + limit + 1]
            kept = self._standing(slate, batch, ruled)
            standing += [(offset + place, item) for place, item in enumerate(batch) if item.clip_id in kept]
            offset += len(batch)
        cursor = None
        if len(standing) > limit:
            cursor = self._seal.close(slate.viewer_id, Place(slate.slate_id, standing[limit][0]))
        shown = [item for _, item in standing[:limit]]
        return Page(slate.slate_id, slate.position, self._presenter.items(slate, shown), cursor)

    def _standing(self, slate: Slate, items: Sequence[Item], ruled: bool = False) -> frozenset[ClipId]:
        query = self._hydrator.query(slate.viewer_id, moment=self._maker.moment_at(slate.position))
        if not ruled:
            query = msgspec.structs.replace(query, rules=())
        return self._pipeline.still_standing(query, [item.clip_id for item in items])
