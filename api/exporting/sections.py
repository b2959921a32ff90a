"""The parts of an export, each read page by page, so that none is ever held in memory whole."""

import base64
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from api.cards import ClipCard, cards
from api.enrolling.enroller import LIKENESS, recording_name
from api.exporting.told import Fact, fact_of, likeness_fact_of
from api.notice_cards import notice_cards
from api.reader import Reader
from api.wiring import Wiring
from domain.decider import Clause
from domain.events import CameoEnrolled, EnrolmentOpened, WellnessCheckAnswered
from domain.ids import AnswerId, CameoId, ClipId, PersonId
from domain.keys import KeyDestroyed
from domain.recorded import Recorded
from domain.store import POSITION_MAX
from domain.vault import Absent
from projections.view_file import position_of
from projections.views import clip_catalogue, invite_tree, member_directory, notices, social_graph

PAGE = 50
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Page = Sequence[Any]


class SealedPiece(msgspec.Struct, frozen=True):
    """A piece of a file that lies sealed: a recording until its verdict, a likeness as long as its cameo stands."""

    file: str
    piece: int
    base64: str


class Export(NamedTuple):
    """Whose export of which parts; facts after `position` are not in it."""

    wiring: Wiring
    person_id: PersonId
    position: int


def sections(export: Export) -> tuple[tuple[str, Iterator[Page]], ...]:
    """Every part with its name; pages are read as they are asked for."""
    return (
        ("profile", _profile(export)),
        ("log", _facts(export, export.person_id, fact_of)),
        ("likeness_log", _likeness_facts(export)),
        ("invites", _invites(export)),
        ("people", _people(export)),
        ("clips", _clips(export, _published)),
        ("drafts", _clips(export, _drafts)),
        ("notices", _notices(export)),
        ("feed_asks", _feed_asks(export)),
        ("beside_log", _beside_log(export)),
        ("sealed_files", _sealed_files(export)),
    )


@contextmanager
def _reader(export: Export) -> Iterator[Reader]:
    with export.wiring.views.snapshot() as connection:
        yield Reader(connection, position_of(connection))


def _profile(export: Export) -> Iterator[Page]:
    with _reader(export) as reader:
        member = member_directory.get(reader.views, export.person_id)
    roles = sorted(export.wiring.gate.roles(export.person_id).held)
    yield [] if member is None else [msgspec.structs.asdict(member) | {"roles": roles}]


def _facts(export: Export, tag: str, told: Callable[[Recorded, PersonId], Fact | None]) -> Iterator[Page]:
    """The facts that carry a tag, as the person is told them; what is sealed as theirs is open."""
    ledger, after = export.wiring.ledger, 0
    subjects = (export.person_id, *_cameo_ids(export), *_answer_ids(export))
    while rows := ledger.told(tag, subjects, after, PAGE):
        facts = (told(row, export.person_id) for row in rows if row.position <= export.position)
        yield [fact for fact in facts if fact is not None]
        after = rows[-1].position


def _likeness_facts(export: Export) -> Iterator[Page]:
    for cameo_id in _cameo_ids(export):
        yield from _facts(export, cameo_id, likeness_fact_of)


def _invites(export: Export) -> Iterator[Page]:
    with _reader(export) as reader:
        rows = invite_tree.invites_of(reader.views, export.person_id)
    yield rows


def _people(export: Export) -> Iterator[Page]:
    """Whom one follows, is followed by, and shut out; who shut oneself out is not for one to know."""
    with _reader(export) as reader:
        ties = {
            "following": social_graph.following(reader.views, export.person_id),
            "followers": social_graph.followers(reader.views, export.person_id),
            "blocked": social_graph.blocked_by(reader.views, export.person_id),
        }
    for relation, people in ties.items():
        yield [{"relation": relation, "person_id": person_id} for person_id in sorted(people)]


class _Place(NamedTuple):
    clip_id: ClipId
    position: int


def _published(reader: Reader, person_id: PersonId, before: int) -> list[_Place]:
    rows = clip_catalogue.by_makers(reader.views, [person_id], PAGE, before)
    return [_Place(row.clip_id, row.published_position or 0) for row in rows]


def _drafts(reader: Reader, person_id: PersonId, before: int) -> list[_Place]:
    rows = clip_catalogue.drafts_of(reader.views, person_id, PAGE, before)
    return [_Place(row.clip_id, row.created_position) for row in rows]


def _clips(export: Export, places: Callable[[Reader, PersonId, int], list[_Place]]) -> Iterator[Page]:
    """One's own clips with the addresses of their files, newest first."""
    before = POSITION_MAX
    while True:
        with _reader(export) as reader:
            found = places(reader, export.person_id, before)
            page = cards(reader, export.person_id, [each.clip_id for each in found])
            page = [_without_handles(card) for card in page]
        if not found:
            return
        yield page
        before = found[-1].position


def _without_handles(card: ClipCard) -> ClipCard:
    """Others by their ids alone: by which name they go is theirs to take along."""
    return replace(card, cast=tuple(replace(badge, handle=None) for badge in card.cast))


def _notices(export: Export) -> Iterator[Page]:
    before = POSITION_MAX
    while True:
        with _reader(export) as reader:
            rows = notices.of_person(reader.views, export.person_id, PAGE, before)
            told = notice_cards(reader, export.person_id, rows)
            page = [replace(card, person=card.person and replace(card.person, handle=None)) for card in told]
        if not rows:
            return
        yield page
        before = rows[-1].number


def _feed_asks(export: Export) -> Iterator[Page]:
    """What each slate that was served was made from: what one asked, by which rules, when."""
    for shelf in (export.wiring.lasting, export.wiring.fleeting):
        after = 0
        while True:
            page, after = shelf.served.kept_of(export.person_id, after, PAGE)
            if not page:
                break
            yield page


def _beside_log(export: Export) -> Iterator[Page]:
    """What is remembered of watching, each under its name."""
    wiring, me = export.wiring, export.person_id
    kept: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("seen_clip_ids", lambda: wiring.seen_clips.kept_of(me)),
        ("slates", lambda: wiring.lasting.slates.kept_of(me)),
        ("fleeting_slates", lambda: wiring.fleeting.slates.kept_of(me)),
        ("hidden_by_rules", lambda: wiring.lasting.hidden.since(me, _EPOCH)),
        ("fleeting_hidden_by_rules", lambda: wiring.fleeting.hidden.since(me, _EPOCH)),
        ("visits", lambda: _named(wiring.sittings.kept_of(me))),
        ("watched_days", lambda: [_named(day) for day in wiring.watched.kept_of(me)]),
        ("notices_seen_to_position", lambda: wiring.seen_notices.upto(me)),
    )
    for name, read in kept:
        yield [{"name": name, "kept": read()}]


def _named(row: Any) -> dict[str, Any] | None:
    return None if row is None else row._asdict()


def _sealed_files(export: Export) -> Iterator[Page]:
    """What lies sealed beside the log, in pieces of at most `domain.vault.PIECE_BYTES`."""
    opened = export.wiring.ledger.read((Clause((EnrolmentOpened,), (export.person_id,)),))
    recordings = [(export.person_id, recording_name(each.event.enrolment_id)) for each in opened]
    likenesses = [(cameo_id, LIKENESS) for cameo_id in _cameo_ids(export)]
    for subject, name in (*recordings, *likenesses):
        with suppress(Absent, KeyDestroyed):
            for number, piece in enumerate(export.wiring.vault.pieces(subject, name)):
                yield [SealedPiece(f"{subject}/{name}", number, base64.b64encode(piece).decode())]


def _cameo_ids(export: Export) -> list[CameoId]:
    enrolled = export.wiring.ledger.read((Clause((CameoEnrolled,), (export.person_id,)),), opened=False)
    return [each.event.cameo_id for each in enrolled if each.event.owner_id == export.person_id]


def _answer_ids(export: Export) -> list[AnswerId]:
    answered = export.wiring.ledger.read(
        (Clause((WellnessCheckAnswered,), (export.person_id,)),), opened=False
    )
    return [each.event.answer_id for each in answered]
