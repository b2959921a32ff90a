"""Runs a draft of a rule over the past: what of the requests that named a cameo would it have refused?"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import msgspec

from api.consent.asked import asked_by
from api.consent.themes import ThemeReader
from domain.consent import CastWish, Denial, Permit, Standing
from domain.decider import Clause
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
    GrantApproved,
    GuardianLinked,
    GuardianUnlinked,
    PersonBlocked,
    PersonCameOfAge,
    PersonErased,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
)
from domain.gate import wishes_of
from domain.ids import CameoId, GrantId, JobId, PersonId
from domain.ledger import Ledger, Recorded

REQUESTS_COUNT_MAX = 500

_OF_CAMEO = (
    CameoEnrolled, CameoErased, CameoRuleSet, CameoGranted, ConsentRevoked, GrantApproved,
    GenerationRequested, GenerationRefused, GenerationFailed, GenerationCancelled,
)  # fmt: skip
_OF_OWNER = (
    PersonJoined, PersonCameOfAge, PersonErased, GuardianLinked, GuardianUnlinked,
    PersonFollowed, PersonUnfollowed, PersonBlocked, PersonUnblocked,
)  # fmt: skip


class Draft(NamedTuple):
    """A rule and grants that are not set yet; None leaves what was in force at each time."""

    rule: CameoRuleSet | None
    grants: tuple[CameoGranted, ...]


class PastRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """One request that named the cameo: what became of it, and what the draft would have made of it."""

    job_id: JobId
    maker_id: PersonId
    at: datetime
    was_refused: bool
    would_be_refused: bool
    rule: str = ""
    evidence: str = ""


class Backtest:
    """One draft over one cameo's history, in the order of the log."""

    def __init__(self, ledger: Ledger, themes: ThemeReader, cameo_id: CameoId, owner_id: PersonId) -> None:
        self._ledger, self._themes = ledger, themes
        self._cameo_id, self._owner_id = cameo_id, owner_id

    def run(self, draft: Draft) -> list[PastRequest]:
        """The newest requests of others that can still be read, oldest first, at most REQUESTS_COUNT_MAX."""
        boundary = (Clause(_OF_CAMEO, (self._cameo_id,)), Clause(_OF_OWNER, (self._owner_id,)))
        history = self._ledger.read(boundary)
        asked = [each for each in history if self._asked(each.event) is not None]
        judged_from = asked[-REQUESTS_COUNT_MAX:][0].position if asked else 0
        return list(self._judged(history, draft, judged_from))

    def _judged(self, history: list[Recorded], draft: Draft, judged_from: int) -> Iterator[PastRequest]:
        asked_of_late = (self._asked(each.event) for each in history if each.position >= judged_from)
        askers = {asked.maker_id for asked in asked_of_late if asked is not None}
        standings = {asker_id: Standing(self._cameo_id, self._owner_id, asker_id) for asker_id in askers}
        used: dict[JobId, _Use] = {}
        for position, event, meta in history:
            asked = self._asked(event)
            if asked is not None and position >= judged_from:
                standing = _drafted(standings[asked.maker_id], draft, used)
                found = standing.permit(self._wish(asked, standing), meta.recorded_at)
                yield _past(asked, meta.recorded_at, isinstance(event, GenerationRefused), found)
                if isinstance(found, Permit):
                    used[asked.job_id] = _Use(asked.maker_id, found.grant_id)
            elif isinstance(event, GenerationFailed | GenerationCancelled):
                used.pop(event.job_id, None)
            # To show each event to every asker would take minutes where a cameo is much asked for.
            only = _asker_of(event, self._owner_id)
            for asker_id in standings if only is None else {only} & standings.keys():
                standings[asker_id] = standings[asker_id].evolve(event)

    def _asked(self, event: Event) -> GenerationRequested | None:
        """What was asked of the cameo by somebody else, as far as it can still be read."""
        asked: GenerationRequested | None = None
        match event:
            case GenerationRequested():
                asked = event
            case GenerationRefused(stage="accept", wish=str(wish)):
                asked = msgspec.json.decode(wish, type=GenerationRequested)
        is_others = asked is not None and asked.maker_id != self._owner_id
        return asked if is_others and asked.prompt is not None else None

    def _wish(self, asked: GenerationRequested, standing: Standing) -> CastWish:
        """What was wished of the cameo, its words read for every theme of the draft."""
        wish = next(each for each in wishes_of(asked) if each.cameo_id == self._cameo_id)
        known = {reading.theme for reading in wish.readings}
        missing = [theme for theme in standing.themes() if theme not in known]
        readings = self._themes.read(missing, asked_by(asked).text())
        return msgspec.structs.replace(wish, readings=(*wish.readings, *readings))


class _Use(NamedTuple):
    maker_id: PersonId
    grant_id: GrantId | None


def _asker_of(event: Event, owner_id: PersonId) -> PersonId | None:
    """The one asker whose standing an event may change; None where it may change anybody's."""
    match event:
        case GenerationRequested() | GenerationRefused() | GenerationFailed() | GenerationCancelled():
            return event.maker_id
        case CameoGranted(grantee_id=grantee_id):
            return grantee_id
        case PersonFollowed(follower_id=one, followed_id=other):
            return other if one == owner_id else one
        case PersonUnfollowed(follower_id=one, followed_id=other):
            return other if one == owner_id else one
        case PersonBlocked(blocker_id=one, blocked_id=other):
            return other if one == owner_id else one
        case PersonUnblocked(blocker_id=one, blocked_id=other):
            return other if one == owner_id else one
    return None


def _drafted(standing: Standing, draft: Draft, used: dict[JobId, _Use]) -> Standing:
    """The standing as it would have been; what counts as used is what the draft itself permitted."""
    own = {job_id: use for job_id, use in used.items() if use.maker_id == standing.asker_id}
    used_by = {job_id: () if use.grant_id is None else (use.grant_id,) for job_id, use in own.items()}
    grants = tuple(grant for grant in draft.grants if grant.grantee_id == standing.asker_id)
    return msgspec.structs.replace(
        standing,
        rule=draft.rule or standing.rule,
        grants=(*standing.grants, *grants),
        used_by=used_by,
    )


def _past(asked: GenerationRequested, at: datetime, was_refused: bool, found: Permit | Denial) -> PastRequest:
    is_denied = isinstance(found, Denial)
    return PastRequest(
        job_id=asked.job_id,
        maker_id=asked.maker_id,
        at=at,
        was_refused=was_refused,
        would_be_refused=is_denied,
        rule=found.rule if is_denied else "",
        evidence=found.evidence if is_denied else "",
    )
