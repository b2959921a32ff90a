"""How events become notices: whom each concerns, and what is no news any more."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from domain.events import (
    AppealDecided,
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    ClipCommented,
    ClipDisowned,
    ClipLiked,
    ClipPublished,
    ClipUnliked,
    ClipWithdrawn,
    CommentRemoved,
    ConsentRevoked,
    EnrolmentHeld,
    EnrolmentRefused,
    GenerationCancelled,
    GenerationRefused,
    GrantApproved,
    GuardianAsked,
    GuardianLinked,
    GuardianUnlinked,
    PersonCameOfAge,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnfollowed,
    RevocationReached,
)
from projections.rows import Change, instant, log_names, write
from projections.view import Recorded, View
from projections.views.notices import schema
from projections.views.notices.schema import COLUMNS, SCHEMA, STATEMENTS

# Those of whoever asks at the door, or publishes, are answered there and then.
_TOLD_LATER = ("start", "complete")
_EVENTS = (
    AppealDecided, CameoEnrolled, CameoErased, CameoGranted, ClipCommented, ClipDisowned, ClipLiked,
    ClipPublished, ClipUnliked, ClipWithdrawn, CommentRemoved, ConsentRevoked, EnrolmentHeld,
    EnrolmentRefused, GenerationCancelled, GenerationRefused, GrantApproved, GuardianAsked, GuardianLinked,
    GuardianUnlinked, PersonCameOfAge, PersonErased, PersonFollowed, PersonJoined, PersonUnfollowed,
    RevocationReached,
)  # fmt: skip

Values = dict[str, Any]


def _changes(recorded: Recorded) -> Iterator[Change]:
    event, position = recorded.event, recorded.position
    match event:
        case PersonJoined(person_id=person_id, age_band="teen"):
            yield schema.TEEN, (person_id,)
        case PersonCameOfAge(person_id=person_id):
            yield schema.OF_AGE, (position, person_id)
        case PersonErased(person_id=person_id):
            yield schema.GONE, (person_id,)
        case PersonFollowed() | PersonUnfollowed() | ClipLiked() | ClipUnliked() | ClipCommented():
            yield _social(recorded)
        case CommentRemoved(comment_id=comment_id):
            yield schema.UNSAID, (position, comment_id)
        case ClipPublished():
            yield from _published(recorded)
        case ClipWithdrawn() | GenerationCancelled() | GenerationRefused() | AppealDecided():
            yield from _made(recorded)
        case CameoEnrolled() | EnrolmentRefused() | EnrolmentHeld():
            yield schema.TELL, _enrolment(recorded)
        case GuardianAsked() | GuardianLinked() | GuardianUnlinked():
            yield from _guardians(recorded)
        case _:
            yield from _consent(recorded)


def _social(recorded: Recorded) -> Change:
    match recorded.event:
        case PersonFollowed(follower_id=one, followed_id=other):
            return schema.TELL, _notice(recorded, "followed", one, recipient_id=other, person_id=one)
        case PersonUnfollowed(follower_id=one, followed_id=other):
            return schema.TELL, _notice(
                recorded, "followed", one, recipient_id=other, person_id=one, stands=False
            )
        case ClipLiked() | ClipUnliked() as event:
            about, stands = f"{event.clip_id} {event.person_id}", isinstance(event, ClipLiked)
            who = {"person_id": event.person_id, "clip_id": event.clip_id, "of_clip_id": event.clip_id}
            return schema.TELL_MAKER, _notice(recorded, "liked", about, **who, stands=stands)
    said = recorded.event
    who = {"person_id": said.person_id, "clip_id": said.clip_id, "of_clip_id": said.clip_id}
    return schema.TELL_MAKER, _notice(recorded, "commented", said.comment_id, **who)


def _published(recorded: Recorded) -> Iterator[Change]:
    event = recorded.event
    yield schema.CLIP, (event.clip_id, event.maker_id)
    what = {"person_id": event.maker_id, "clip_id": event.clip_id}
    if event.remix_of is not None:
        yield (
            schema.TELL_MAKER,
            _notice(recorded, "remixed", event.clip_id, **what, of_clip_id=event.remix_of),
        )
    for casting in event.cast:
        if casting.owner_id != event.maker_id:
            notice = _notice(recorded, "cast", event.clip_id, recipient_id=casting.owner_id, **what)
            yield schema.TELL, notice | {"number": recorded.position * 2 + 1}


def _made(recorded: Recorded) -> Iterator[Change]:
    """What became of what somebody made or asked for, where it was not they who did it."""
    match recorded.event:
        case ClipWithdrawn(clip_id=clip_id, cause=cause) if cause not in ("maker", "moderated"):
            what = {"clip_id": clip_id, "code": cause}
            kind, about = "clip_withdrawn", clip_id
        case GenerationCancelled(job_id=about, cause=cause, maker_id=str()) if cause != "maker":
            kind, what = "generation_cancelled", {"code": cause}
        case GenerationRefused(refusal_id=about, stage="review", clip_id=clip_id):
            kind, what = "clip_removed", {"clip_id": clip_id, "refusal_id": about}
        case GenerationRefused(refusal_id=about, stage=stage, rule=rule) if stage in _TOLD_LATER:
            kind, what = "generation_refused", {"refusal_id": about, "code": rule}
        case AppealDecided(appeal_id=about, refusal_id=refusal_id, overturned=overturned):
            what = {"refusal_id": refusal_id, "code": "overturned" if overturned else "upheld"}
            kind = "appeal_decided"
        case _:
            return
    yield schema.TELL, _notice(recorded, kind, about, recipient_id=recorded.event.maker_id, **what)


def _enrolment(recorded: Recorded) -> Values:
    event = recorded.event
    match event:
        case CameoEnrolled(owner_id=person_id):
            kind = "enrolled"
        case EnrolmentRefused(person_id=person_id):
            kind = "enrolment_refused"
        case _:
            kind, person_id = "enrolment_held", event.person_id
    return _notice(recorded, kind, event.enrolment_id, recipient_id=person_id)


def _guardians(recorded: Recorded) -> Iterator[Change]:
    event, position, link_id = recorded.event, recorded.position, recorded.event.link_id
    teen_id, guardian_id = event.teen_id, event.guardian_id
    match event:
        case GuardianAsked(asker_id=asker_id):
            yield schema.ASKED, (link_id, teen_id, guardian_id, asker_id)
            kind, asked_id = (
                ("guardian_asked", guardian_id) if asker_id == teen_id else ("ward_asked", teen_id)
            )
            who = {"recipient_id": asked_id, "person_id": asker_id, "link_id": link_id}
            yield schema.TELL, _notice(recorded, kind, link_id, **who)
        case GuardianLinked():
            yield schema.LINKED, (position, link_id)
            yield schema.SETTLED, (position, link_id)
            yield schema.TELL_ASKER, _notice(recorded, "guardian_linked", link_id, link_id=link_id)
        case GuardianUnlinked(ender_id=ender_id, of_age=of_age):
            yield schema.UNLINKED, (position, link_id)
            yield schema.SETTLED, (position, link_id)
            other_id = guardian_id if ender_id == teen_id else teen_id
            who = {"recipient_id": other_id, "person_id": ender_id, "link_id": link_id}
            code = "of_age" if of_age else None
            yield schema.TELL_UNLINKED, _notice(recorded, "guardian_unlinked", link_id, **who, code=code)


def _consent(recorded: Recorded) -> Iterator[Change]:
    event, position = recorded.event, recorded.position
    match event:
        case CameoGranted(grant_id=grant_id, owner_id=owner_id):
            what = {"person_id": owner_id, "cameo_id": event.cameo_id, "grant_id": grant_id}
            granted = _notice(recorded, "granted", grant_id, recipient_id=event.grantee_id, **what)
            yield schema.TELL_GRANTEE, granted
            yield schema.TELL_GUARDIAN, _notice(recorded, "grant_waits", grant_id, **what)
        case GrantApproved(grant_id=grant_id):
            yield schema.APPROVED, (position, instant(recorded.meta.recorded_at), grant_id)
            yield schema.SETTLED, (position, grant_id)
        case ConsentRevoked(revocation_id=revocation_id, owner_id=owner_id, revoker_id=revoker_id):
            yield schema.REVOKED, (revocation_id, owner_id, revoker_id)
            if event.grant_id is None:
                yield schema.NOTHING_GRANTED, (position, event.cameo_id)
            else:
                yield schema.UNSAID, (position, event.grant_id)
        case CameoErased(revocation_id=revocation_id, owner_id=owner_id):
            yield schema.REVOKED, (revocation_id, owner_id, owner_id)
            yield schema.NOTHING_GRANTED, (position, event.cameo_id)
        case ClipDisowned(revocation_id=revocation_id, owner_id=owner_id, revoker_id=revoker_id):
            yield schema.REVOKED, (revocation_id, owner_id, revoker_id)
        case RevocationReached(revocation_id=revocation_id):
            finished = _notice(recorded, "revocation_finished", revocation_id, revocation_id=revocation_id)
            yield schema.TELL_REVOKERS, finished


def _notice(recorded: Recorded, kind: str, about: str, *, stands: bool = True, **known: Any) -> Values:
    """The columns of a notice, and what its statement asks for besides."""
    position = recorded.position
    row: Values = dict.fromkeys(COLUMNS)
    row |= {"kind": kind, "about": about, "stands": stands, "number": position * 2}
    return row | {"changed_position": position, "at": instant(recorded.meta.recorded_at)} | known


def _apply(connection: sqlite3.Connection, batch: Sequence[Recorded]) -> None:
    write(connection, batch, _changes, STATEMENTS)


NOTICES = View("notices", 1, SCHEMA, _apply, log_names(_EVENTS))
