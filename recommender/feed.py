"""The feed's front door: pages of a slate, why a clip stands in it, and what was seen."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence

import msgspec

from domain.ids import ClipId, PersonId
from recommender.community import Community
from recommender.cursor import CursorSeal, Place
from recommender.embedder import Embedder
from recommender.hydrators.query_hydrator import QueryHydrator
from recommender.instruction import read_ask, tidy
from recommender.pipeline import Pipeline
from recommender.policy import Policy
from recommender.presenter import Page, Presenter, Why
from recommender.refusals import CursorInvalid, PageLimitInvalid, SlateItemUnknown, SlateUnknown
from recommender.seen_clips import SeenClips
from recommender.slate import Item, Slate
from recommender.slate_store import SlateStore

PAGE_ITEMS_MAX = 50


class Feed:
    """A slate is computed once and kept; pages are cut from it, and what may be shown is asked each time.

    Of people whose guardian wants no personal feed, no ask, slate or seen clip is kept on any disk:
    `fleeting_slates` forgets with the process.
    """

    def __init__(
        self,
        community: Community,
        pipeline: Pipeline,
        policy: Policy,
        embedder: Embedder,
        slates: SlateStore,
        fleeting_slates: SlateStore,
        seen_clips: SeenClips,
        secret: bytes,
    ) -> None:
        self._community = community
        self._pipeline = pipeline
        self._policy = policy
        self._embedder = embedder
        self._lasting_slates = slates
        self._fleeting_slates = fleeting_slates
        self._seen_clips = seen_clips
        self._secret = secret
        self._seal = CursorSeal(secret)
        self._hydrator = QueryHydrator(community, seen_clips, policy)
        self._presenter = Presenter(community)

    def page(
        self,
        viewer_id: PersonId,
        ask: str | None = None,
        limit: int = 30,
        cursor: str | None = None,
        as_of: int | None = None,
    ) -> Page:
        """A page of a new slate, of the slate of a cursor, or of the one made at position `as_of`.

        A cursor needs no ask; where one comes along it must be the slate's own.
        Raises PageLimitInvalid, AskEmpty, AskTooLong, CursorInvalid, SlateUnknown.
        """
        if not 1 <= limit <= PAGE_ITEMS_MAX:
            raise PageLimitInvalid
        text = None if ask is None else tidy(ask)
        if cursor is not None:
            slate, offset = self._resume(viewer_id, text, cursor)
        elif as_of is not None:
            slate, offset = self._as_of(viewer_id, text, as_of), 0
        else:
            slate, offset = self._newest(viewer_id, text), 0
        return self._cut(slate, offset, limit)

    def why(self, viewer_id: PersonId, slate_id: str, clip_id: ClipId) -> Why:
        """What placed a clip in a slate. Raises SlateUnknown, SlateItemUnknown."""
        slate = self._slate(viewer_id, slate_id)
        item = next((item for item in slate.items if item.clip_id == clip_id), None)
        if item is None or clip_id not in self._standing(slate, [item]):
            raise SlateItemUnknown
        return self._presenter.why(slate, item)

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
        for store in (self._lasting_slates, self._fleeting_slates, self._seen_clips):
            store.forget(viewer_id)

    def describe(self) -> str:
        """The stages and the policy that make a slate, for a person to read."""
        return self._pipeline.describe(self._policy)

    def _newest(self, viewer_id: PersonId, ask: str | None) -> Slate:
        # Asked before the views are read: what they say can then only be newer than what the slate states.
        position = self._community.position()
        slate_id = self._slate_id(viewer_id, ask, position)
        slates = self._slates(viewer_id)
        slate = slates.get(slate_id, viewer_id)
        if slate is None:
            slate = self._compute(slate_id, viewer_id, ask, position)
            slates.keep(slate)
        return slate

    def _compute(self, slate_id: str, viewer_id: PersonId, ask: str | None, position: int) -> Slate:
        query = self._hydrator.query(viewer_id, None if ask is None else read_ask(ask, self._embedder))
        ranking = self._pipeline.rank(query)
        return Slate(
            slate_id=slate_id,
            viewer_id=viewer_id,
            position=position,
            policy_version=self._policy.version,
            ask=ask,
            items=ranking.items,
            removed_counts=ranking.removed_counts,
        )

    def _slate_id(self, viewer_id: PersonId, ask: str | None, position: int) -> str:
        """The same for the same inputs, so that asking again computes nothing; nobody can guess it."""
        readings = (position, self._pipeline.index_position(), self._seen_clips.version(viewer_id))
        inputs = msgspec.json.encode(["slate", viewer_id, ask, self._policy.version, *readings])
        return f"slate-{hmac.digest(self._secret, inputs, hashlib.sha256)[:16].hex()}"

    def _resume(self, viewer_id: PersonId, ask: str | None, cursor: str) -> tuple[Slate, int]:
        place = self._seal.open(viewer_id, cursor)
        slate = self._slates(viewer_id).get(place.slate_id, viewer_id)
        if slate is None or (ask is not None and ask != slate.ask):
            raise CursorInvalid
        return slate, place.offset

    def _as_of(self, viewer_id: PersonId, ask: str | None, position: int) -> Slate:
        slate = self._slates(viewer_id).as_of(viewer_id, position, ask)
        if slate is None:
            raise SlateUnknown
        return slate

    def _slates(self, viewer_id: PersonId) -> SlateStore:
        personalised = self._community.is_personalised(viewer_id)
        return self._lasting_slates if personalised else self._fleeting_slates

    def _slate(self, viewer_id: PersonId, slate_id: str) -> Slate:
        slate = self._slates(viewer_id).get(slate_id, viewer_id)
        if slate is None:
            raise SlateUnknown
        return slate

    def _cut(self, slate: Slate, offset: int, limit: int) -> Page:
        """The next items that still may be shown; what was taken down since leaves no gap."""
        standing: list[tuple[int, Item]] = []
        # One more than fits says whether there is a next page.
        while offset < len(slate.items) and len(standing) <= limit:
            batch = slate.items[offset : offset + limit + 1]
            kept = self._standing(slate, batch)
            standing += [(offset + place, item) for place, item in enumerate(batch) if item.clip_id in kept]
            offset += len(batch)
        cursor = None
        if len(standing) > limit:
            cursor = self._seal.close(slate.viewer_id, Place(slate.slate_id, standing[limit][0]))
        shown = [item for _, item in standing[:limit]]
        return Page(slate.slate_id, slate.position, self._presenter.items(slate, shown), cursor)

    def _standing(self, slate: Slate, items: Sequence[Item]) -> frozenset[ClipId]:
        query = self._hydrator.query(slate.viewer_id, None)
        return self._pipeline.still_standing(query, [item.clip_id for item in items])
