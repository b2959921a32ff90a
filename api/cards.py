"""Clips as people see them: hydrate ids to cards, then drop what this viewer may not see."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from api.reader import Reader
from domain.decider import Clause
from domain.errors import ClipUnknown
from domain.events import GenerationRequested, Use
from domain.ids import CameoId, ClipId, GrantId, PersonId, country_code
from domain.ledger import Ledger
from projections.views import (
    cast_clips,
    clip_catalogue,
    clip_reactions,
    feed_candidates,
    member_directory,
    social_graph,
)

Members = Mapping[PersonId, member_directory.Member]


class Maker(msgspec.Struct, frozen=True):
    """The person who asked for a clip."""

    person_id: PersonId
    handle: str | None


class CameoBadge(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody who consented to be in a clip: for which uses, under which grants; none by their rule."""

    cameo_id: CameoId
    person_id: PersonId
    handle: str | None
    uses: tuple[Use, ...]
    grant_ids: tuple[GrantId, ...] = ()


class ClipCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """One clip with everything that a screen shows of it; its maker alone is told where it is withheld."""

    clip_id: ClipId
    status: str
    maker: Maker
    prompt: str | None
    caption: str | None
    style: str
    duration_s: float
    width_px: int
    height_px: int
    video_url: str
    poster_url: str
    receipt_url: str
    captions_url: str | None
    likes_count: int
    comments_count: int
    remixes_count: int
    liked: bool
    remix_of: ClipId | None = None
    created_at: datetime | None = None
    published_at: datetime | None = None
    cast: tuple[CameoBadge, ...] = ()
    withheld_in: tuple[str, ...] = ()


def media_url(clip_id: ClipId, name: str) -> str:
    """The stable address of one file of a clip."""
    return f"/media/{clip_id}/{name}"


def may_see(
    row: clip_catalogue.Clip,
    viewer_id: PersonId,
    blocked: frozenset[PersonId],
    depicted: Collection[PersonId] = (),
    withheld: bool = False,
) -> bool:
    """Whether a person may see a clip: their own, and what depicts them, until withdrawn; others' once published.

    A block keeps the clips of others away, and so does what is withheld in one's country, but never what shows
    oneself.
    """
    if viewer_id == row.maker_id or viewer_id in depicted:
        return row.status in ("draft", "published")
    return row.status == "published" and row.maker_id not in blocked and not withheld


def visible_rows(
    reader: Reader, viewer_id: PersonId, clip_ids: Iterable[ClipId]
) -> list[clip_catalogue.Clip]:
    """The rows, in the order asked, of those clips that the viewer may see."""
    wanted = list(clip_ids)
    rows = clip_catalogue.get_many(reader.views, wanted)
    blocked = social_graph.blocked_either_way(reader.views, viewer_id)
    found = (rows[clip_id] for clip_id in wanted if clip_id in rows)
    parts = cast_clips.of_clips(reader.views, wanted)
    depicted = {clip_id: {part.owner_id for part in cast} for clip_id, cast in parts.items()}
    withheld = _withheld_from(reader, viewer_id, wanted)
    return [
        row
        for row in found
        if may_see(row, viewer_id, blocked, depicted.get(row.clip_id, ()), row.clip_id in withheld)
    ]


def _withheld_from(reader: Reader, viewer_id: PersonId, clip_ids: Sequence[ClipId]) -> set[ClipId]:
    """Those of the clips that are withheld in the viewer's country, or anywhere where that is not known."""
    held = feed_candidates.withheld_in(reader.views, clip_ids)
    if not held:
        return set()
    member = member_directory.get(reader.views, viewer_id)
    return {
        clip_id for clip_id, countries in held.items() if member is None or member.country_id in countries
    }


def cards(reader: Reader, viewer_id: PersonId, clip_ids: Iterable[ClipId]) -> list[ClipCard]:
    """Cards of those of the clips that the viewer may see."""
    rows = visible_rows(reader, viewer_id, clip_ids)
    liked = clip_reactions.liked_among(reader.views, viewer_id, [row.clip_id for row in rows])
    own = [row.clip_id for row in rows if row.maker_id == viewer_id]
    withheld = feed_candidates.withheld_in(reader.views, own) if own else {}
    return [
        msgspec.structs.replace(card, withheld_in=tuple(map(country_code, withheld[card.clip_id])))
        if card.clip_id in withheld
        else card
        for card in _cards(reader, rows, liked)
    ]


def _cards(reader: Reader, rows: Sequence[clip_catalogue.Clip], liked: Collection[ClipId]) -> list[ClipCard]:
    parts = cast_clips.of_clips(reader.views, [row.clip_id for row in rows])
    owners = {part.owner_id for cast in parts.values() for part in cast}
    members = member_directory.get_many(reader.views, {row.maker_id for row in rows} | owners)
    return [
        _card(row, members, row.clip_id in liked, badges(parts.get(row.clip_id, ()), members)) for row in rows
    ]


def badges(parts: Iterable[cast_clips.Part], members: Members) -> tuple[CameoBadge, ...]:
    """The cast of a clip as a screen shows it."""
    return tuple(
        CameoBadge(
            part.cameo_id, part.owner_id, handle_of(members, part.owner_id), part.use_names(), part.grants()
        )
        for part in parts
    )


def cards_for_review(reader: Reader, clip_ids: Iterable[ClipId]) -> list[ClipCard]:
    """Cards of clips that a reviewer must look at, whoever blocked whom; none of drafts and what was taken down."""
    rows = clip_catalogue.get_many(reader.views, list(clip_ids))
    shown = [row for row in rows.values() if row.status == "published"]
    return _cards(reader, shown, ())


def card_on_appeal(reader: Reader, clip_id: ClipId, files_url: str) -> ClipCard | None:
    """The card of a clip that a reviewer took down, its files under an address that only reviewers may ask."""
    row = clip_catalogue.get(reader.views, clip_id)
    if row is None:
        return None
    (card,) = _cards(reader, [row], ())
    return msgspec.structs.replace(
        card,
        video_url=f"{files_url}/video",
        poster_url=f"{files_url}/poster",
        receipt_url=f"{files_url}/receipt",
        captions_url=card.captions_url and f"{files_url}/captions",
    )


def maker_of(ledger: Ledger, clip_id: ClipId) -> PersonId:
    """The maker of a clip, asked of the log, so that it is known from the moment of the request on."""
    for recorded in ledger.read((Clause((GenerationRequested,), (clip_id,)),)):
        if recorded.event.clip_id == clip_id:  # a request for a remix of it carries its tag too
            return recorded.event.maker_id
    raise ClipUnknown


def visible_clip(reader: Reader, viewer_id: PersonId, clip_id: ClipId) -> clip_catalogue.Clip:
    """The row of a clip that the viewer may see. Raises ClipUnknown."""
    rows = visible_rows(reader, viewer_id, [clip_id])
    if not rows:
        raise ClipUnknown
    return rows[0]


def handle_of(members: Members, person_id: PersonId) -> str | None:
    """A member's handle; None once they left."""
    member = members.get(person_id)
    return None if member is None else member.handle


def _card(row: clip_catalogue.Clip, makers: Members, liked: bool, cast: tuple[CameoBadge, ...]) -> ClipCard:
    return ClipCard(
        clip_id=row.clip_id,
        status=row.status,
        maker=Maker(row.maker_id, handle_of(makers, row.maker_id)),
        prompt=row.prompt,
        caption=row.caption,
        style=row.facts.style,
        duration_s=row.facts.duration_s,
        width_px=row.facts.width_px,
        height_px=row.facts.height_px,
        video_url=media_url(row.clip_id, "video"),
        poster_url=media_url(row.clip_id, "poster"),
        receipt_url=media_url(row.clip_id, "receipt"),
        captions_url=media_url(row.clip_id, "captions") if row.captions else None,
        likes_count=row.likes_count,
        comments_count=row.comments_count,
        remixes_count=row.remixes_count,
        liked=liked,
        remix_of=row.remix_of,
        created_at=row.created_at,
        published_at=row.published_at,
        cast=cast,
    )
