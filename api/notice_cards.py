"""Notices as people see them: whoever did it named; none of blocked people, none of clips they may not see."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from api.cards import Maker, visible_rows
from api.reader import Reader
from domain.ids import ClipId, GrantId, LinkId, PersonId, RefusalId, RevocationId
from projections.views import member_directory, notices, social_graph

# Of these the clip is what there is to see; of a clip that went, that it went.
_OF_CLIPS_SHOWN = ("liked", "commented", "remixed", "cast")
# A rule of the gate has words of its own, so that refusals need no sentence for each.
_SAID_BY_CASE = ("clip_withdrawn", "generation_cancelled", "appeal_decided", "guardian_unlinked")


class NoticeCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """One notice; `text_key` names the sentence that says it, and `code` the case where there are several."""

    notice_id: str
    kind: str
    at: datetime
    position: int
    text_key: str
    person: Maker | None = None
    clip_id: ClipId | None = None
    grant_id: GrantId | None = None
    refusal_id: RefusalId | None = None
    link_id: LinkId | None = None
    revocation_id: RevocationId | None = None
    code: str | None = None


def notice_cards(reader: Reader, viewer_id: PersonId, rows: Iterable[notices.Notice]) -> list[NoticeCard]:
    """Cards of those of somebody's notices that they may see, in the order of the rows."""
    blocked = social_graph.blocked_either_way(reader.views, viewer_id)
    wanted = [row for row in rows if row.person_id not in blocked]
    clip_ids = {row.clip_id for row in wanted if row.clip_id and row.kind in _OF_CLIPS_SHOWN}
    visible = {row.clip_id for row in visible_rows(reader, viewer_id, clip_ids)} if clip_ids else set()
    shown = [row for row in wanted if row.kind not in _OF_CLIPS_SHOWN or row.clip_id in visible]
    members = member_directory.get_many(reader.views, {row.person_id for row in shown if row.person_id})
    return [_card(row, members.get(row.person_id) if row.person_id else None) for row in shown]


def _card(row: notices.Notice, member: member_directory.Member | None) -> NoticeCard:
    return NoticeCard(
        notice_id=f"notice-{row.number}",
        kind=row.kind,
        at=row.at,
        position=row.position,
        text_key=_text_key(row),
        person=None if member is None else Maker(member.person_id, member.handle),
        clip_id=row.clip_id,
        grant_id=row.grant_id,
        refusal_id=row.refusal_id,
        link_id=row.link_id,
        revocation_id=row.revocation_id,
        code=row.code,
    )


def _text_key(row: notices.Notice) -> str:
    case = f"_{row.code}" if row.code is not None and row.kind in _SAID_BY_CASE else ""
    return f"notice_{row.kind}{case}"
